"""Pairs of counts of the same things: "nine federal judges" and, later, "the seven judges"."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.annotate.quantities import Dimension, Hedge

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.claims.quantities import QuantityClaim

NEIGHBOURS = 12
"""With how many counts of the same things before it a count is compared."""

FEW = 3
"""Of so few things there may be several lots in one story, so its sentences must share more words."""

VAGUE_NOUNS = frozenset(
    "thing reason way question takeaway lesson fact key step point problem issue challenge story part side "
    "case time person".split()
)
"""Nouns of which one story counts several kinds."""


def reference_pairs(claims: Sequence[QuantityClaim]) -> Iterator[tuple[QuantityClaim, QuantityClaim]]:
    """Counts of things named before: "the five judges", where one number of judges stands before it."""
    for before, claim in _counts(claims):
        if not _is_exact(claim) or not claim.is_definite or not before:
            continue
        first = before[-1]
        if first.sentence == claim.sentence or len({other.quantity.low for other in before}) > 1:
            continue
        if first.modifiers == claim.modifiers and not claim.is_told_apart:
            yield first, claim
        elif first.counts_the_same_things(claim) and _is_exact(first):
            shared = len((first.context & claim.context) - {first.counted})
            if shared >= (2 if claim.quantity.low <= FEW else 1):
                yield first, claim


def named_pairs(claims: Sequence[QuantityClaim]) -> Iterator[tuple[QuantityClaim, QuantityClaim]]:
    """Counts with the same modifiers, or of people whom the same befell, in sentences that share names."""
    values: dict[str, set[Fraction]] = defaultdict(set)
    for claim in claims:
        values[claim.counted].add(claim.quantity.low)
    for before, claim in _counts(claims):
        if not _is_exact(claim) or len(values[claim.counted]) > 2 or claim.quantity.scale > 1:
            continue
        for first in before[-NEIGHBOURS:]:
            if (
                first.sentence != claim.sentence
                and _is_exact(first)
                and not first.is_of_another_time_than(claim)
                and first.counts_the_same_things(claim)
                and _share_names(first, claim)
            ):
                yield first, claim


def _share_names(first: QuantityClaim, second: QuantityClaim) -> bool:
    names = len(first.names & second.names)
    shared = len((first.context & second.context) - {first.counted})
    if first.event and first.event == second.event:
        return names >= 2 and shared >= 2
    if not first.modifiers or first.modifiers != second.modifiers:
        return False
    if first.is_definite and second.is_definite and shared >= 2:
        return True
    others = first.names - second.names and second.names - first.names
    return not others and (names >= 1 or shared >= 3)


def _counts(
    claims: Sequence[QuantityClaim],
) -> Iterator[tuple[list[QuantityClaim], QuantityClaim]]:
    """Each count, or amount of money, with those of the same things before it."""
    named: dict[tuple[object, ...], list[QuantityClaim]] = defaultdict(list)
    for claim in claims:
        quantity = claim.quantity
        # A million is a number of things of which a story counts several lots, unless it says which.
        countable = quantity.is_count and quantity.low >= 2 and (quantity.scale == 1 or claim.modifiers)
        if not claim.counted or (claim.counted in VAGUE_NOUNS and not claim.event):
            continue
        if countable or quantity.dimension is Dimension.CURRENCY:
            before = named[claim.counted, quantity.unit, quantity.rate]
            yield before, claim
            # Only the last few count: one number is wanted, and two are enough to know that there are more.
            del before[:-NEIGHBOURS]
            before.append(claim)


def _is_exact(claim: QuantityClaim) -> bool:
    return not claim.is_part and not claim.is_update and claim.quantity.hedge is Hedge.NONE
