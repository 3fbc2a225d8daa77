"""Surnames standing alone that are nobody's in the article, but nearly somebody's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotate.names.runs import NamePart
from factlint.kb.names import fold
from factlint.linking.cast import Cast, Person
from factlint.linking.model import Mention, Reason
from factlint.linking.similarity import Slip, SlipIndex, slip
from factlint.linking.spelling import SLIP_WEIGHTS, unheard_of
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.kb.store import Snapshot

MOST_BEARERS = 5
"""So many people of one surname are weighed."""

MIN_LENGTH = 4
"""Shorter surnames are too often other words: Lee, Lew, Low."""


class SurnameSlip(NamedTuple):
    """A short mention that misspells the name of somebody in the article.

    Attributes:
        part: the word.
        person: whose name it nearly is.
        right: the right spelling, as the article has it.
        reasons: what speaks for and against.
    """

    part: NamePart
    mention: Mention
    person: Person
    right: str
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """The sum of the reasons' weights."""
        return sum(reason.weight for reason in self.reasons)


def surname_slips(cast: Cast, kb: Snapshot) -> tuple[SurnameSlip, ...]:
    """For each unresolved short mention that comes near a name in the cast, the best reading.

    Args:
        cast: who is in the article.
        kb: the snapshot, which says whether the word is a name or a word of its own.
    """
    weigher = _Weigher(kb, Counter(fold(mention.text) for mention in cast.unresolved))
    index = SlipIndex(cast.by_token)
    found = []
    for mention in cast.unresolved:
        for part in _pieces(mention.parts[0]):
            written = fold(part.text)
            if len(written) < MIN_LENGTH or written in cast.by_token or _is_damaged(part.text):
                continue
            readings = [
                SurnameSlip(
                    part, mention, person, right, tuple(weigher.reasons(part, mention, person, token))
                )
                for token in sorted(index.near(written))
                if _near(written, token) and not _is_plural(written, token, mention)
                for person in cast.by_token[token][:MOST_BEARERS]
                if person.entity is not None or not _has_another_meaning(token, kb)
                if (right := person.written.get(token)) is not None
            ]
            if readings:
                found.append(max(readings, key=lambda reading: (reading.score, reading.right)))
    return tuple(found)


def _has_another_meaning(token: str, kb: Snapshot) -> bool:
    """Whether what may be an unknown person's name is a word, a place or a people."""
    return kb.is_word(token) or bool(kb.country_by_adjective(token)) or bool(kb.named(token))


def _is_damaged(text: str) -> bool:
    """Whether the word ends in a capital, as names do into which a wrong encoding has run."""
    return text[-1].isupper() and not text.isupper()


def _is_plural(written: str, token: str, mention: Mention) -> bool:
    """Whether one is the other's plural: a family ("the Bushes") or, without a title, a group's member."""
    if written in (token + "s", token + "es"):
        return True
    return token in (written + "s", written + "es") and not mention.title


def _pieces(part: NamePart) -> Iterator[NamePart]:
    """A word and, where it is hyphenated, its pieces: ``Biden-Putin``."""
    yield part
    start = part.span.start
    if "-" in part.text:
        for piece in part.text.split("-"):
            if piece[:1].isupper():
                yield NamePart(Span(start, start + len(piece)), piece)
            start += len(piece) + 1


def _near(written: str, token: str) -> bool:
    if len(token) < MIN_LENGTH or abs(len(written) - len(token)) > 2 or " " in written:
        return False
    kind = slip(written, token)
    return kind not in (Slip.NONE, Slip.FAR) and (
        kind is not Slip.SEVERAL or min(len(written), len(token)) >= 8
    )


class _Weigher(NamedTuple):
    """Weighs readings.

    Attributes:
        kb: the snapshot.
        repeated: how often each unresolved short mention stands in the article, by its folded text.
    """

    kb: Snapshot
    repeated: Counter[str]

    def reasons(self, part: NamePart, mention: Mention, person: Person, token: str) -> Iterator[Reason]:
        """What speaks for and against reading ``part`` as a slip for ``token``, a name of ``person``."""
        written = fold(part.text)
        kind = slip(written, token)
        yield Reason(f"{part.text} for {token}: {kind}", SLIP_WEIGHTS[kind])
        if written[0] != token[0] and kind is not Slip.TRANSPOSED:
            yield Reason("another first letter", -1.0)
        if len(written) <= 4:
            yield Reason("a short name", -1.0)
        yield from self._own_meaning(part, written, mention)
        if token not in person.surnames:
            yield Reason(f"{token} is a given name", -1.5)
        count = person.token_counts[token]
        yield Reason(f"the article has {token} {count} times", min(count, 4) / 2 if count > 1 else 0.0)
        if mention.title:
            yield Reason(f"{mention.title} stands before it", 1.5)
        if self.repeated[written] > 1:
            again = min(self.repeated[written] - 1, 4)
            yield Reason(f"the article has {part.text} {again + 1} times", -0.7 * again)

    def _own_meaning(self, part: NamePart, written: str, mention: Mention) -> Iterator[Reason]:
        """What the word is if it is not a slip."""
        word = self.kb.is_word(part.text.lower())
        if word:
            by_rule = mention.starts_sentence or mention.run.title_case
            yield Reason(f"{part.text} is a word", -3.0 if by_rule else -2.0)
        if self.kb.named(part.text):
            yield Reason(f"{part.text} is a name of its own", -4.0)
        elif self.kb.knows_token(written):
            best = self.kb.surname_bearers(written, 1)
            known = best[0].prominence if best else 0
            yield Reason(f"{part.text} is a known name", -0.5 if known < 2 else -1.0 if known < 3 else -3.0)
        elif not word:
            yield Reason(f"{part.text} is no known name and no word", 2.0)
            if letters := unheard_of(written, self.kb):
                yield Reason(f"no known name {letters}", 1.0)
