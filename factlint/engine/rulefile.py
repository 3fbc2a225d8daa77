"""Reading rule files: the rules that a newsroom writes in YAML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from factlint.engine.house import rules_folder
from factlint.engine.records import read_record
from factlint.engine.selection import ALL
from factlint.engine.yamlfile import YamlValue, read_yaml_file
from factlint.errors import ConfigError
from factlint.regex import regex
from factlint.rulekit.declarative.base import FieldError, Kind, Period, Terms
from factlint.rulekit.declarative.facts import CODE_PREFIX
from factlint.rulekit.declarative.kinds import COMMON_FIELDS, KINDS, rule_of
from factlint.rulekit.rule import Category, Example, Rule, Severity

FILE_KEYS = {"rules": "Rules, each with its code, name, kind and examples."}
"""The keys of a rule file, with what they mean."""

SHIPPED = "factlint:"
"""Begins the name of a rule file that comes with factlint."""

_FOLDER = "optional"
_ENDINGS = (".yml", ".yaml")
_OURS = ("FL", CODE_PREFIX)
CODE = regex(r"[A-Z]{1,8}[0-9]{1,6}")
"""What a rule's code looks like."""
NAME = regex(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a rule's name looks like."""
_MARK = regex(r"\[\[[^\[\]]+\]\]")


def shipped_names() -> tuple[str, ...]:
    """What names the rule files that come with factlint, as ``factlint:calendar``."""
    found = sorted((rules_folder() / _FOLDER).glob("*.yml"))
    return tuple(f"{SHIPPED}{path.stem}" for path in found)


def rule_files(name: str, folder: Path) -> tuple[Path, ...]:
    """The files that a word of ``rules`` names: one that ships, a file, or all of a folder.

    Args:
        name: the word.
        folder: what a path is relative to.

    Raises:
        ConfigError: there is no such file.
    """
    if name.startswith(SHIPPED):
        path = rules_folder() / _FOLDER / f"{name.removeprefix(SHIPPED)}.yml"
        if name not in shipped_names():
            raise ConfigError(f"no rules called {name!r} ship", f"there are {', '.join(shipped_names())}")
        return (path,)
    path = folder / name
    if path.is_dir():
        return tuple(sorted(found for found in path.iterdir() if found.suffix in _ENDINGS))
    if not path.is_file():
        raise ConfigError(f"there is no file or folder {str(path)!r}", "check the path")
    return (path,)


def read_rule_file(path: Path, taken: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules of a file.

    Args:
        path: the file.
        taken: rules whose codes and names are taken.

    Raises:
        ConfigError: it cannot be read, or an entry is not understood, lacks examples or takes a code or
            name that is taken; the message names file, line and column.
    """
    root = read_yaml_file(path)
    fields = root.fields(FILE_KEYS) if root else {}
    found: list[Rule] = []
    for entry in fields["rules"].items() if "rules" in fields else ():
        found.append(_rule(entry, [*taken, *found]))
    return tuple(found)


def _rule(entry: YamlValue, taken: Sequence[Rule]) -> Rule:
    raw = entry.fields()
    if "kind" not in raw:
        raise entry.wrong("the entry lacks 'kind'", f"there are {', '.join(KINDS)}")
    kind = KINDS.get(raw["kind"].text())
    if kind is None:
        said = f"there is no kind of rule {raw['kind'].text()!r}"
        raise raw["kind"].wrong(said, raw["kind"].nearest(KINDS, f"there are {', '.join(KINDS)}"))
    values = read_record(entry, {**COMMON_FIELDS, **kind.fields})
    _name_it(raw, taken)
    return rule_of(
        kind,
        _check(entry, kind, values, raw),
        code=values["code"],
        name=values["name"],
        severity=Severity(values["severity"]) if "severity" in values else None,
        summary=values.get("summary", ""),
        invalid=_examples(raw["examples"], values, "wrong"),
        valid=_examples(raw["examples"], values, "right"),
    )


def _check(entry: YamlValue, kind: Kind, values: Mapping[str, Any], raw: Mapping[str, YamlValue]) -> Any:
    terms = Terms(
        period=Period(values.get("from"), values.get("until")),
        message=values.get("message", ""),
        note=values.get("note", ""),
        source=values.get("source") or f"{Path(entry.path).name}:{entry.line}",
    )
    try:
        return kind.build(values, terms)
    except FieldError as error:
        raise raw.get(error.field, entry).wrong(error.message, error.hint) from None


def _name_it(raw: Mapping[str, YamlValue], taken: Sequence[Rule]) -> None:
    """Raise ConfigError where code or name will not do."""
    code, name = raw["code"], raw["name"]
    if not CODE.fullmatch(code.text()):
        raise code.wrong(f"{code.text()!r} is no code", "write capitals and a number, as NW101")
    if code.text().startswith(_OURS):
        raise code.wrong(
            f"codes that begin with {' or '.join(_OURS)} are factlint's own", "take another prefix"
        )
    if not NAME.fullmatch(name.text()) or name.text() in {ALL, *Category}:
        raise name.wrong(
            f"{name.text()!r} will not do as a name", "write small words with hyphens, as local-mayor"
        )
    for rule in taken:
        if code.text() == rule.code:
            raise code.wrong(f"the code {rule.code} is taken, by {rule.name}", "take another number")
        if name.text() == rule.name:
            raise name.wrong(f"the name {rule.name} is taken, by {rule.code}", "take another name")


def _examples(place: YamlValue, values: Mapping[str, Any], side: str) -> tuple[Example, ...]:
    [examples] = values["examples"]
    found = []
    for item, given in zip(place.items()[0].fields()[side].items(), examples[side], strict=True):
        date = given.get("date")
        if date is not None and date.day is None:
            raise item.wrong("an example's date must be a day", "write it as 2021-06-16")
        if (side == "wrong") != bool(_MARK.search(given["text"])):
            said = "has no [[marks]]" if side == "wrong" else "has [[marks]]"
            raise item.wrong(f"a {side} example {said}", "mark what the rule must point at, and nothing else")
        found.append(Example(given["text"], str(date) if date else ""))
    return tuple(found)
