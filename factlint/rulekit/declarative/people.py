"""Whether a name in the copy is that of somebody a newsroom names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from factlint.kb.names import SUFFIXES, tokens
from factlint.linking.nicknames import same_given_name
from factlint.linking.similarity import Slip, slip
from factlint.rulekit.declarative.base import Period

if TYPE_CHECKING:
    from factlint.annotate.names.runs import NamePart

SHORTEST = 4
"""Shorter names that differ in a letter are as often other names."""


@dataclass(frozen=True)
class Person:
    """Somebody whom a newsroom names.

    Attributes:
        name: the usual name.
        also: other right names and spellings.
        period: the time for which what is said of them holds.
        source: where that is said.
    """

    name: str
    also: tuple[str, ...] = ()
    period: Period = field(default_factory=Period)
    source: str = ""


class Likeness(StrEnum):
    """How a name in the copy stands to somebody's."""

    SAME = "same"
    MISSPELT = "misspelt"
    OTHER = "other"
    UNSURE = "unsure"


class Match(NamedTuple):
    """The outcome of a comparison.

    Attributes:
        likeness: how the name stands to those of the people.
        person: whose name it is, or misspells; None for none of theirs.
        part: of a misspelt name, the word to change.
        right: what to change it into.
    """

    likeness: Likeness
    person: Person | None = None
    part: NamePart | None = None
    right: str = ""


def compare(parts: Sequence[NamePart], people: Sequence[Person]) -> Match:
    """Whose name it is of some people, or whose it misspells.

    A surname alone, initials, short forms of given names and names left out in the middle are no differences.
    One word that is nobody's surname may be anything, and is UNSURE.
    """
    written = _plain(" ".join(part.text for part in parts))
    for person in people:
        if any(_same(written, _plain(name)) for name in (person.name, *person.also)):
            return Match(Likeness.SAME, person)
    for person in people:
        for name in (person.name, *person.also):
            found = _slip(parts, name)
            if found is not None:
                return Match(Likeness.MISSPELT, person, *found)
    full = len(written) > 1
    return Match(Likeness.OTHER if full else Likeness.UNSURE)


def _plain(name: str) -> tuple[str, ...]:
    return tuple(token for token in tokens(name) if token not in SUFFIXES)


def _same(written: Sequence[str], known: Sequence[str]) -> bool:
    if not written or not known:
        return False
    if set(written) <= set(known) and (len(written) > 1 or written[0] == known[-1]):
        return True
    if set(known) <= set(written):
        return True
    given, right = written[0], known[0]
    return written[-1] == known[-1] and (
        given == right
        or same_given_name(given, right)
        or (given[0] == right[0] and 1 in (len(given), len(right)))
        or given.startswith(right)
        or right.startswith(given)
    )


def _slip(parts: Sequence[NamePart], name: str) -> tuple[NamePart, str] | None:
    """The one word of a name that is misspelt, with its right spelling; None for any other difference."""
    words = name.split()
    if len(parts) == 1 and len(words) > 1:
        words = words[-1:]
    if len(parts) != len(words):
        return None
    wrong = [
        (part, word) for part, word in zip(parts, words, strict=True) if tokens(part.text) != tokens(word)
    ]
    if len(wrong) != 1 or len(words) == len(parts) == 0:
        return None
    part, right = wrong[0]
    one, other = "".join(tokens(part.text)), "".join(tokens(right))
    if min(len(one), len(other)) < SHORTEST or slip(one, other) in (Slip.NONE, Slip.FAR, Slip.SEVERAL):
        return None
    return part, right
