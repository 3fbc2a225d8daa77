"""Numbers that stand twice in the same words: "raised $56 million for House Democrats" and "raised $65 ...".

Copy repeats itself in headline, lead, text and caption, and keeps the words around a number when it
does. Two different facts are hardly ever told in the same words on both sides of their numbers but in
parallels ("33% of women", "43% of men"), whose names, times or next words are unlike.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotate.quantities import Dimension, Quantity, Unit
from factlint.annotate.quantities.numerals import CARDINALS, SCALES
from factlint.annotate.timex.model import TimexType
from factlint.claims.number_slips import slip_between
from factlint.claims.quantities import QuantityClaim, claim_of_sentence
from factlint.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.annotate.layers import Annotations

WORDS_KEPT = 10
"""How many words on each side of a number are compared."""

REACH = 110
"""In how many characters on each side these words are sought."""

NEIGHBOURS = 12
"""With how many numbers in the same words before it a number is compared."""

FEWEST_WORDS = 3
"""How many words around the two numbers must be the same."""

FEWEST_MEANINGS = 2
"""How many of these must be words of meaning."""

LONG = 8
"""Numbers with so many same words around them stand in one sentence written twice; with fewer, it takes a
slip to tell two numbers for one thing from a parallel."""

_WORD = regex(r"\d[\d.,]*|[^\W\d_][\w'’]*")
_EMPTY = frozenset(
    "a an the of in on at for to from with by and or as is was are were be been being has have had that this "
    "these those it its his her their our he she they we i you who which what will would could can may "
    "might but not no if so said says say told according more than least most about nearly almost up over "
    "under out down year years month months week weeks day days time times percent point points update "
    "p.m a.m pm am et # other others another some any all there one also into when while after before "
    "during".split()
)
_NUMERALS = frozenset((*CARDINALS, *SCALES))
_DURATION = regex(r"PT?(?P<number>\d{1,4})(?P<unit>DE|[YMWDH])")
_DURATION_UNITS = {"DE": "decade", "Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}


class _Place(NamedTuple):
    """A number with the words beside it, the nearest first; numerals are "#"."""

    claim: QuantityClaim
    before: tuple[str, ...]
    after: tuple[str, ...]


def phrase_pairs(
    annotations: Annotations, claims: Sequence[QuantityClaim]
) -> Iterator[tuple[QuantityClaim, QuantityClaim]]:
    """Pairs of unlike numbers that stand in the same words in two sentences, in order of the second."""
    prose = annotations.article.prose
    groups: dict[tuple[object, ...], list[_Place]] = defaultdict(list)
    for claim in sorted((*claims, *duration_claims(annotations)), key=lambda one: one.span):
        if claim.quantity.is_range:
            continue
        place = _Place(claim, *_words_beside(prose, claim))
        quantity = claim.quantity
        if not place.before or not place.after:
            continue
        group = groups[quantity.unit, quantity.form, quantity.rate, place.before[0], place.after[0]]
        for first in group[-NEIGHBOURS:]:
            unlike = first.claim.quantity.low != quantity.low and first.claim.sentence != claim.sentence
            if unlike and _is_same_phrase(first, place):
                yield first.claim, claim
        group.append(place)


def duration_claims(annotations: Annotations) -> tuple[QuantityClaim, ...]:
    """The lengths of time of an article as quantities, in order."""
    return annotations.derived(_durations)


def _durations(annotations: Annotations) -> tuple[QuantityClaim, ...]:
    return tuple(_each_duration(annotations))


def _each_duration(annotations: Annotations) -> Iterator[QuantityClaim]:
    for timex in annotations.timexes:
        read = _DURATION.fullmatch(timex.value) if timex.type is TimexType.DURATION else None
        if read is None or timex.span.of(annotations.article.prose)[:1].lower() in ("a", "t"):
            continue
        number = Fraction(int(read["number"]))
        quantity = Quantity(
            span=timex.span,
            extent=timex.span,
            low=number,
            high=number,
            step=Fraction(1),
            unit=Unit(_DURATION_UNITS[read["unit"]], Dimension.TIME),
        )
        yield claim_of_sentence(annotations, quantity)


def _words_beside(prose: str, claim: QuantityClaim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    sentence, extent = claim.sentence, claim.quantity.extent
    before = _masked(prose, max(sentence.start, extent.start - REACH), extent.start)
    after = _masked(prose, extent.end, min(sentence.end, extent.end + REACH))
    return tuple(before[::-1][:WORDS_KEPT]), tuple(after[:WORDS_KEPT])


def _masked(prose: str, start: int, end: int) -> list[str]:
    words = (match.group().lower() for match in _WORD.finditer(prose, start, end))
    return ["#" if word[0].isdigit() or word in _NUMERALS else word for word in words]


def _is_same_phrase(first: _Place, second: _Place) -> bool:
    same, meanings = _alike(first, second)
    if same >= LONG and meanings >= FEWEST_MEANINGS:
        return True
    one, other = first.claim, second.claim
    if (
        same < FEWEST_WORDS
        or meanings < FEWEST_MEANINGS
        or one.is_part
        or other.is_part
        or one.is_of_another_time_than(other)
    ):
        return False
    if one.counted or other.counted:
        return one.counts_the_same_things(other) and slip_between(one.quantity, other.quantity) is not None
    return slip_between(one.quantity, other.quantity) is not None


def _alike(first: _Place, second: _Place) -> tuple[int, int]:
    """How many words beside the two numbers are the same, and how many of these have meaning."""
    before, after = _same(first.before, second.before), _same(first.after, second.after)
    return len(before) + len(after), len({*before, *after} - _EMPTY)


def _same(words: Iterable[str], others: Iterable[str]) -> list[str]:
    """The words up to the first that is unlike."""
    same = []
    for word, other in zip(words, others, strict=False):
        if word != other:
            break
        same.append(word)
    return same
