"""Reading ``house.yml``: what a newsroom wants written in its own way.

The file has one key for each declarative kind of rule; each entry becomes an object of ``rulekit.house``.
"""

from __future__ import annotations

from pathlib import Path

from factlint.engine.house import rules_folder
from factlint.engine.yamlfile import YamlValue, read_yaml_file
from factlint.regex import regex
from factlint.rulekit.house import Case, HouseStyle, PreferredSpelling

FILE_NAME = "house.yml"

KINDS = {"preferred-spelling": "Spellings to avoid, and what to write instead."}
"""The keys of a house list, with what they mean."""

SPELLING_KEYS = {
    "avoid": "Spellings that are not wanted; inflected forms are entries of their own.",
    "use": "What to write instead; a correction is only offered where there is one.",
    "unless": "Phrases in which an avoided spelling is right.",
    "case": "Whether capitals count: any (the default) or exact.",
    "note": "Why, for the editor who reads the finding.",
}
"""The keys of an entry under ``preferred-spelling``, with what they mean."""

MAX_PHRASE = 100
"""Longer spellings than this are refused, in characters."""

_BEGINS_WITH_WORD = regex(r"\w")


def shipped_house_style() -> HouseStyle:
    """The list that comes with factlint; raises ConfigError where it is missing."""
    return read_house_style(rules_folder() / FILE_NAME)


def read_house_style(path: Path) -> HouseStyle:
    """Read a house list.

    Raises:
        ConfigError: it cannot be read, has a key that is not known or stands twice, or an entry that
            is not understood; the message names the line.
    """
    root = read_yaml_file(path)
    fields = root.fields(KINDS) if root else {}
    entries = fields["preferred-spelling"].items() if "preferred-spelling" in fields else ()
    return HouseStyle(tuple(_spelling(entry) for entry in entries))


def _spelling(entry: YamlValue) -> PreferredSpelling:
    fields = entry.fields(SPELLING_KEYS)
    for key in ("avoid", "use"):
        if key not in fields:
            raise entry.wrong(f"the entry lacks {key!r}", "an entry has  avoid: [...]  and  use: ...")
    case = Case(fields["case"].one_of(Case)) if "case" in fields else Case.ANY
    use = tuple(_phrase(item) for item in fields["use"].items())
    avoid = []
    for item in fields["avoid"].items():
        words = _phrase(item)
        if words in use:
            raise item.wrong(f"{words!r} is both avoided and used", "remove one of the two")
        if case is Case.ANY and words.casefold() in map(str.casefold, use):
            raise item.wrong(f"{words!r} differs from what to use only in capitals", "add  case: exact")
        avoid.append(words)
    return PreferredSpelling(
        avoid=tuple(avoid),
        use=use,
        unless=tuple(_phrase(item) for item in fields["unless"].items()) if "unless" in fields else (),
        case=case,
        note=fields["note"].text() if "note" in fields else "",
        source=f"{Path(entry.path).name}:{entry.line}",
    )


def _phrase(item: YamlValue) -> str:
    words = " ".join(item.text().split())
    if not _BEGINS_WITH_WORD.match(words):
        raise item.wrong(f"{words!r} must begin with a letter or digit")
    if len(words) > MAX_PHRASE:
        raise item.wrong(f"a spelling of more than {MAX_PHRASE} characters", "shorten it")
    return words
