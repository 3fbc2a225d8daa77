"""Pairs of numbers that are unlike by a slip alone and stand in sentences that speak of one thing."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factlint.annotate.quantities import Dimension
from factlint.annotate.quantities.numerals import significant_digits
from factlint.claims.number_slips import FEWEST_DIGITS, Slip, slip_between
from factlint.claims.quantities import stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.claims.quantities import QuantityClaim

NEIGHBOURS = 30
"""With how many numbers of its unit before it a number is compared."""


def slipped_pairs(claims: Sequence[QuantityClaim]) -> Iterator[tuple[QuantityClaim, QuantityClaim, Slip]]:
    """Pairs that a slip explains, in order of the second, the nearer first."""
    groups: dict[tuple[object, ...], list[QuantityClaim]] = defaultdict(list)
    for second in claims:
        quantity = second.quantity
        group = groups[quantity.unit, quantity.form, quantity.rate]
        for first in reversed(group[-NEIGHBOURS:]):
            if first.quantity.low == quantity.low or not _may_be_one(first, second):
                continue
            slip = slip_between(first.quantity, quantity)
            if slip is not None and _one_thing(first, second, slip):
                yield first, second, slip
        group.append(second)


def _may_be_one(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether nothing that is quickly seen tells the two apart."""
    if first.sentence == second.sentence or first.is_part or second.is_part:
        return False
    return first.counted == second.counted or not (first.counted and second.counted)


def _one_thing(first: QuantityClaim, second: QuantityClaim, slip: Slip) -> bool:
    same = first.counts_the_same_things(second) or _is_named_by(first, second) or _is_named_by(second, first)
    if first.is_of_another_time_than(second) or not (same or (not first.counted and not second.counted)):
        return False
    shared = len((first.context & second.context) - {first.counted}) + bool(same and first.restriction)
    return shared >= _words_wanted(first, second, slip, same=same)


def _is_named_by(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether an amount without a noun is of what the other has as its noun: "cost $89 million"."""
    if first.counted or not second.counted or first.quantity.dimension is not Dimension.CURRENCY:
        return False
    return stems(second.counted) <= first.context


def _words_wanted(first: QuantityClaim, second: QuantityClaim, slip: Slip, *, same: bool) -> int:
    """How many words of meaning the sentences must share; fewer the more the numbers say themselves."""
    digits = len(significant_digits(first.quantity.low, second.quantity.low)[0])
    if slip is Slip.SCALE:
        return (1 if digits > 1 else 2) + (0 if same else 1)
    if digits >= FEWEST_DIGITS:
        if same:
            return 0 if second.is_definite else 1
        return 2 if slip is Slip.TRANSPOSED else 3
    # Polls give many shares of the same people.
    shares = first.quantity.dimension in (Dimension.SHARE, Dimension.POINTS)
    if same:
        return (1 if second.is_definite else 2) + (1 if shares else 0)
    return 5 if shares else 4
