"""One name spelt in two ways in two articles on one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from factlint.crossing.judging.model import Disagreement, Statement
from factlint.crossing.judging.pairs import Age, Comparison
from factlint.crossing.records import ArticleDigest, NameRecord
from factlint.linking.link import SLIP_REPORTED
from factlint.linking.nicknames import same_given_name
from factlint.linking.similarity import Slip, slip, slip_keys
from factlint.linking.variants import MIN_LENGTH

if TYPE_CHECKING:
    from factlint.kb.store import Snapshot

_UNLIKELY = frozenset({Slip.NONE, Slip.FAR, Slip.SEVERAL})
_SLIPS = {
    Slip.TRANSPOSED: 2.5, Slip.DOUBLED: 2.0, Slip.SOUND: 1.5, Slip.VOWEL: 1.0, Slip.DROPPED: 1.0,
    Slip.ADDED: 1.0, Slip.REPLACED: 0.0,
}  # fmt: skip
"""How far each kind of slip speaks for a misspelling rather than for another name."""

COMPANY = 2
"""So many other people in common, and two articles are likely to be about the same people."""

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameConflict:
    """Two spellings of one name: the odd one first.

    Attributes:
        disagreement: the odd spelling and the other.
        person: id of the person whom both name, empty for somebody unknown.
    """

    disagreement: Disagreement
    person: str


def name_conflicts(comparison: Comparison, kb: Snapshot) -> tuple[NameConflict, ...]:
    """The pairs of spellings that name one person, one conflict for each pair of spellings and event.

    Args:
        comparison: the articles.
        kb: the snapshot, which says which words are names.
    """
    spelt: defaultdict[Name, dict[str, NameRecord]] = defaultdict(dict)
    for digest in comparison.articles:
        for record in digest.names:
            spelt[record.tokens].setdefault(digest.path, record)
    judge = _Judge(comparison, kb)
    return tuple(
        conflict
        for left, right in sorted(near_pairs(spelt))
        for conflict in judge.conflicts(spelt[left], spelt[right])
    )


def near_pairs(names: Iterable[Name]) -> set[tuple[Name, Name]]:
    """Names that differ in one word by a slip, found by what is left of the word without one letter."""
    filed: defaultdict[tuple[int, Name, str], list[Name]] = defaultdict(list)
    for name in names:
        for place, token in enumerate(name if len(name) > 1 else ()):
            if len(token) < MIN_LENGTH:
                continue
            rest = (*name[:place], *name[place + 1 :])
            for key in slip_keys(token):
                filed[place, rest, key].append(name)
    pairs = set()
    for group in filed.values():
        for left, right in combinations(sorted(group), 2):
            one, other = _differing(left, right)
            if (
                slip(one, other) not in _UNLIKELY
                and not same_given_name(one, other)
                and not _plural(one, other)
            ):
                pairs.add((left, right))
    return pairs


def _differing(left: Name, right: Name) -> tuple[str, str]:
    return next(pair for pair in zip(left, right, strict=True) if pair[0] != pair[1])


def _plural(one: str, other: str) -> bool:
    return one + "s" == other or other + "s" == one


@dataclass(frozen=True)
class _Judge:
    comparison: Comparison
    kb: Snapshot

    def conflicts(self, left: dict[str, NameRecord], right: dict[str, NameRecord]) -> Iterator[NameConflict]:
        """The first conflict between two spellings of each event."""
        done: set[str] = set()
        for alignment in self.comparison.alignments:
            paths = alignment.one.path, alignment.other.path
            for first, second in (paths, paths[::-1]):
                if first not in left or second not in right or done & {first, second}:
                    continue
                conflict = self._conflict(first, left, second, right)
                if conflict is not None:
                    done |= {first, second}
                    yield conflict

    def _conflict(
        self, first: str, left: dict[str, NameRecord], second: str, right: dict[str, NameRecord]
    ) -> NameConflict | None:
        one, other = left[first], right[second]
        digests = self.comparison.events.digests
        person = self._person(one, other, digests[first], digests[second])
        if person is None:
            return None
        ours, theirs = self._event(first, second, left), self._event(first, second, right)
        (path, odd, supported), (usual_path, usual, usually) = sorted(
            ((first, one, ours), (second, other, theirs)), key=self._oddness, reverse=True
        )
        if usual_path in (left if odd is one else right):
            # It has both spellings and takes no side; FL102 says so.
            return None
        found = Disagreement(
            Statement(path, odd.place, odd.words, " ".join(odd.tokens)),
            Statement(usual_path, usual.place, usual.words, " ".join(usual.tokens)),
            person,
            0.0,
            tuple(sorted(set(supported) - {path})),
            tuple(sorted(set(usually) - {usual_path})),
        )
        return NameConflict(found, person)

    def _event(self, first: str, second: str, spelt: dict[str, NameRecord]) -> Sequence[str]:
        """The articles on the event of two that have a spelling."""
        near = self.comparison.neighbours(first) | self.comparison.neighbours(second)
        return [path for path in spelt if path in near]

    def _oddness(self, reading: tuple[str, NameRecord, Sequence[str]]) -> tuple[bool, bool, int, int, Age]:
        """What makes a spelling the odd one.

        Nobody known has it, no label has it, fewer articles have it, an unknown word is in it; at
        last, the later article has it.
        """
        path, record, supported = reading
        unknown = sum(not self.kb.knows_token(token) for token in record.tokens)
        age = self.comparison.age(path)
        return not record.right, not record.labelled, -len(supported), unknown, age

    def _person(
        self, one: NameRecord, other: NameRecord, first: ArticleDigest, second: ArticleDigest
    ) -> str | None:
        """Whom both name, "" for somebody unknown, None where they need not be one person."""
        shared = set(one.people) & set(other.people)
        if shared:
            return min(shared)
        if (one.people and other.people) or self._is_ordinary(one) or self._is_ordinary(other):
            return None
        return "" if self._score(one, other, first, second) >= SLIP_REPORTED else None

    def _is_ordinary(self, record: NameRecord) -> bool:
        """Whether a name that nobody known bears is made up of ordinary words."""
        return not record.people and all(self.kb.is_word(token) for token in record.tokens)

    def _score(
        self, one: NameRecord, other: NameRecord, first: ArticleDigest, second: ArticleDigest
    ) -> float:
        written, known = _differing(one.tokens, other.tokens)
        names = sum(self.kb.knows_token(token) or self.kb.is_word(token) for token in (written, known))
        common = set(first.people) & set(second.people)
        return (
            _SLIPS[slip(written, known)]
            + (2.0 if names < 2 else -2.0)
            + min(len(common), COMPANY)
            + (1.0 if one.title and one.title == other.title else 0.0)
            - (2.0 if not common else 0.0)
        )
