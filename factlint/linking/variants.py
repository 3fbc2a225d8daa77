"""One person's full name spelt in two ways within one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotate.names.runs import NamePart
from factlint.kb.names import fold
from factlint.linking.cast import Cast, Person, name_tokens
from factlint.linking.model import Mention, Reason
from factlint.linking.nicknames import same_given_name
from factlint.linking.similarity import Slip, slip
from factlint.linking.spelling import SLIP_WEIGHTS

if TYPE_CHECKING:
    from factlint.kb.store import Snapshot

MOST_COMPARED = 8
"""So many unknown people who share a word are compared with each other: lists must not cost the square."""

MIN_LENGTH = 3
"""Shorter words than this differ by a letter too easily."""

_LIKELY = frozenset({Slip.TRANSPOSED, Slip.DOUBLED, Slip.SOUND, Slip.VOWEL, Slip.DROPPED, Slip.ADDED})


class Variant(NamedTuple):
    """A full name that the article also spells in another way.

    Attributes:
        mention: the odd one out: the rarer spelling, or the later of two.
        part: its word that differs.
        right: the word of the other spelling.
        other: a mention with the other spelling.
        person: who it is, as far as the article's names say.
        reasons: what speaks for and against their being one person.
    """

    mention: Mention
    part: NamePart
    right: str
    other: Mention
    person: Person
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """The sum of the reasons' weights."""
        return sum(reason.weight for reason in self.reasons)


def name_variants(cast: Cast, kb: Snapshot) -> Iterator[Variant]:
    """Pairs of spellings of one name in the article's cast.

    One known person may be found under two right spellings (Sergei and Sergey); two unknown people
    whose names differ by a slip may be one.

    Args:
        cast: who is in the article.
        kb: the snapshot, which says which words are names or words of their own.
    """
    finder = _Finder(kb, Counter(token for person in cast.people for token in _tokens_of(person)))
    for person in cast.people:
        for left, right in combinations(_spellings(person), 2):
            yield from finder.pair(person, left, right)
    for group in cast.by_token.values():
        unknown = [person for person in group if person.entity is None][:MOST_COMPARED]
        for one, other in combinations(unknown, 2):
            left, right = _spellings(one)[0], _spellings(other)[0]
            if all(kb.is_word(token) for token in name_tokens(right[0])):
                continue
            yield from finder.pair(one, left, right)


def _tokens_of(person: Person) -> Iterator[str]:
    return (token for mention in person.mentions for token in name_tokens(mention))


def _spellings(person: Person) -> list[list[Mention]]:
    """The person's full mentions by folded name, in order of first place."""
    groups: dict[tuple[str, ...], list[Mention]] = {}
    for mention in person.mentions:
        if mention.full:
            groups.setdefault(name_tokens(mention), []).append(mention)
    return list(groups.values())


class _Finder(NamedTuple):
    """Compares spellings.

    Attributes:
        kb: the snapshot.
        counts: how often the article has each folded word in names.
    """

    kb: Snapshot
    counts: Counter[str]

    def pair(self, person: Person, one: Sequence[Mention], other: Sequence[Mention]) -> Iterator[Variant]:
        """The variants if the two spellings differ by one slip: of the two, the odd one out."""
        words, others = list(_core(one[0])), list(_core(other[0]))
        shared = min(len(words), len(others))
        if shared < 2 or (shared < max(len(words), len(others)) and person.entity is not None):
            return
        words, others = words[-shared:], others[-shared:]
        pairs = [pair for pair in zip(words, others, strict=True) if fold(pair[0].text) != fold(pair[1].text)]
        if len(pairs) != 1:
            return
        part, right = pairs[0]
        written, known = fold(part.text), fold(right.text)
        kind = slip(written, known)
        if kind not in _LIKELY or min(len(written), len(known)) < MIN_LENGTH:
            return
        if same_given_name(written, known) or written + "s" == known or known + "s" == written:
            return
        if self._oddness(right, other[0]) > self._oddness(part, one[0]):
            one, other, part, right, written = other, one, right, part, known
        why = Reason(f"{part.text} and {right.text}: {kind}", SLIP_WEIGHTS[kind])
        same = self._same(person, written, fold(right.text))
        for mention in one:
            wrong = next(word for word in mention.parts if fold(word.text) == written)
            yield Variant(mention, wrong, right.text, other[0], person, (why, same))

    def _oddness(self, part: NamePart, mention: Mention) -> tuple[int, bool, int]:
        """The rarer word is the odd one; of two as frequent, the one nobody has; else the later."""
        written = fold(part.text)
        return -self.counts[written], not self.kb.knows_token(written), mention.span.start

    def _same(self, person: Person, one: str, other: str) -> Reason:
        """Whether the two names are one person's: a known person's, or one is made by a word nobody has."""
        if person.entity is not None:
            return Reason("both spellings are this person's", 3.0)
        known = sum(self.kb.knows_token(token) or self.kb.is_word(token) for token in (one, other))
        return Reason(f"{known} of {one} and {other} are names or words", 2.5 if known < 2 else -1.5)


def _core(mention: Mention) -> Iterator[NamePart]:
    return (part for part in mention.parts if not part.initial)
