"""The titles of offices, and the ways in which copy writes one of them.

"Treasury Secretary" is the "secretary of the Treasury", "Minister of Foreign Affairs" the "Foreign
Minister": a title that is not known as it stands is turned round and looked up again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.annotate.office_bodies import body_titles
from factlint.kb.names import fold

if TYPE_CHECKING:
    from factlint.kb.store import Snapshot

MAX_WORDS = 9
"""Longer titles are not looked for."""

_LINKS = frozenset({"of", "the", "for", "and", "to", "in", "on", "s"})
# A title means the same with or without its country, which the jurisdiction says.
_COUNTRY_WORDS = frozenset({"united", "states", "us", "u", "american", "federal", "america", "national"})
_SAME = {
    "defence": "defense", "labour": "labor", "adviser": "advisor", "chairman": "chair", "chairwoman": "chair",
    "chairperson": "chair", "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "congressman": "representative", "congresswoman": "representative", "premier": "premier", "affairs": "",
    "external": "foreign", "representatives": "",
}  # fmt: skip

_HEADS = frozenset(
    {"secretary", "minister", "director", "speaker", "chairman", "chairwoman", "chair", "leader",
     "administrator", "commissioner", "governor", "president", "whip", "ambassador", "mayor"}
)  # fmt: skip
"""Titles that copy turns round: "Director of the FBI" and "FBI Director"."""

_NOT_TURNED = frozenset({"state", "council", "parliament"})
"""What "Secretary of State" names is not "State Secretary"."""

_SAYS_NOTHING = frozenset(
    {"chief", "head", "leader", "director", "chair", "chairman", "chairwoman", "chairperson", "commander",
     "commissioner", "secretary", "member", "administrator", "general", "officer"}
)  # fmt: skip
"""Alone these name no office: of what, the copy says in words that are no title."""

_SPELLINGS = {"defence": "defense", "labour": "labor"}

# AP style abbreviates these before a name; the plurals stand before several names.
_ABBREVIATIONS = (
    ("sen", "Senator"), ("rep", "Representative"), ("gov", "Governor"), ("congressman", "Representative"),
    ("congresswoman", "Representative"), ("sens", "Senator"), ("senators", "Senator"),
    ("reps", "Representative"), ("representatives", "Representative"), ("govs", "Governor"),
    ("governors", "Governor"),
)  # fmt: skip


@lru_cache(maxsize=8192)
def title_key(title: str) -> frozenset[str]:
    """What all ways of writing one title have in common; "Secretary of State" has its own.

    Args:
        title: a title, in any case, with or without its country.
    """
    words = fold(title).split()
    kept = {_SAME.get(word, word) for word in words if word not in _LINKS and word not in _COUNTRY_WORDS} - {
        ""
    }
    return frozenset(kept or words)


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """A title or a word of one as the lexicon has it: lower case, without hyphens and points."""
    lower = _without_points(text)
    return _SPELLINGS.get(lower, lower)


def _without_points(text: str) -> str:
    # Thousands of titles are read at each start; ``str.translate`` would take ten times as long.
    return text.lower().replace("-", " ").replace("'", "").replace(".", "").replace("’", "")


@dataclass(frozen=True)
class OfficeLexicon:
    """Titles in plain form with the canonical titles they may stand for.

    Attributes:
        titles: plain title -> canonical titles.
        longest: first plain word of a title -> the number of words of the longest title it begins.
        bodies: plain title -> the organisation that it names: "nato chief".
    """

    titles: Mapping[str, tuple[str, ...]]
    longest: Mapping[str, int]
    bodies: Mapping[str, str] = field(default_factory=dict)

    def body(self, phrase: Sequence[str]) -> str:
        """The organisation that a title names, "" for none."""
        if len(phrase) < 2:
            return ""
        ways = (" ".join(phrase), *_turned(phrase))
        return next((self.bodies[way] for way in ways if way in self.bodies), "")

    def at(self, words: Sequence[str], start: int) -> tuple[int, tuple[str, ...]]:
        """The number of plain words of the longest title at ``start``, and what it stands for; 0 for none."""
        reach = max(self.longest.get(words[start], 0), _turning_reach(words, start))
        for length in range(min(reach, len(words) - start), 0, -1):
            if length == 1 and words[start] not in self.longest:
                break
            phrase = words[start : start + length]
            found = self.titles.get(" ".join(phrase))
            if found is None and length > 1:
                found = next(
                    (self.titles[turned] for turned in _turned(phrase) if turned in self.titles), None
                )
            if found is not None:
                return length, found
        return 0, ()


def _turning_reach(words: Sequence[str], start: int) -> int:
    """How many words from ``start`` on may be a title the other way round."""
    if words[start] in _HEADS:
        return 6
    return next(
        (length for length in (3, 2) if _HEADS.intersection(words[start + length - 1 : start + length])), 0
    )


@lru_cache(maxsize=4)
def office_lexicon(kb: Snapshot) -> OfficeLexicon:
    """The lexicon of a snapshot's titles, abbreviations and plurals included."""
    canonical: dict[str, tuple[str, ...]] = {}
    longest: dict[str, int] = {}
    pairs = (*kb.office_titles(), *_ABBREVIATIONS)
    phrases = _without_points("\n".join(form for form, _ in pairs)).split("\n")
    for phrase, (_, title) in zip(phrases, pairs, strict=True):
        spelled = _SPELLINGS.get(phrase, phrase)
        if spelled in canonical:
            canonical[spelled] = tuple(sorted({*canonical[spelled], title}))
        elif spelled not in _SAYS_NOTHING:
            canonical[spelled] = (title,)
            words = spelled.split()
            if words and len(words) > longest.get(words[0], 0):
                longest[words[0]] = len(words)
    bodies: dict[str, str] = {}
    for phrase, title, body in body_titles():
        spelled = " ".join(map(plain, phrase.split()))
        bodies[spelled] = body
        canonical.setdefault(spelled, (title,))
        first, length = spelled.split()[0], len(spelled.split())
        longest[first] = max(longest.get(first, 0), length)
    limits = {word: min(length, MAX_WORDS) for word, length in longest.items()}
    return OfficeLexicon(canonical, limits, bodies)


def _turned(words: Sequence[str]) -> Iterator[str]:
    """A title the other way round, where it can be turned."""
    if words[0] in _HEADS and words[1] in ("of", "for") and len(words) > 2:
        rest = words[3:] if words[2] == "the" else words[2:]
        if rest and rest[-1] not in _NOT_TURNED:
            yield f"{' '.join(rest)} {words[0]}"
            if rest[-1] == "affairs":
                yield f"{' '.join(rest[:-1])} {words[0]}"
    elif words[-1] in _HEADS and words[0] not in _LINKS:
        rest = words[:-1]
        if rest[-1] not in _NOT_TURNED:
            yield f"{words[-1]} of {' '.join(rest)}"
            yield f"{words[-1]} of the {' '.join(rest)}"
