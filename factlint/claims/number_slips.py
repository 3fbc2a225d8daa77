"""How one number turns into another by a slip of hand: 48 and 84, 1,204 and 1,304, 3.2 million and billion.

Two numbers of one story that are unlike by such a slip alone are hardly ever two facts: in 430,000 words
of untouched copy, of 9,200 pairs of unlike numbers in one unit, 37 differed by a slip of digits. So
less needs to be known of what they count before they are taken for one number written twice.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.annotate.quantities.numerals import significant_digits

if TYPE_CHECKING:
    from factlint.annotate.quantities import Quantity

SCALE_STEP = 1000
"""The ratio of million to billion, and of billion to trillion."""

FEWEST_DIGITS = 3
"""Of numbers with fewer digits, one that is unlike is no sign of a slip."""

NEAR = Fraction(1, 25)
"""Numbers no farther apart than this, relative to the larger, may be two roundings or two days' counts."""


class Slip(StrEnum):
    """What was slipped."""

    SCALE = "million and billion"
    TRANSPOSED = "two digits that changed places"
    DIGIT = "one digit"


def slip_between(first: Quantity, second: Quantity) -> Slip | None:
    """The slip that alone makes the two numbers unlike; None where there is none, or they are alike."""
    small, large = sorted((first.low, second.low))
    if small <= 0 or first.is_range or second.is_range or (large - small) <= large * NEAR:
        return None
    ratio = large / small
    if ratio == SCALE_STEP and first.scale > SCALE_STEP and second.scale > SCALE_STEP:
        return Slip.SCALE
    if first.scale != second.scale or ratio >= 10:
        return None
    digits, others = significant_digits(first.low, second.low)
    if len(digits) != len(others):
        return None
    unlike = [at for at, (one, other) in enumerate(zip(digits, others, strict=True)) if one != other]
    if len(unlike) == 1 and len(digits) >= FEWEST_DIGITS:
        return Slip.DIGIT
    if len(unlike) == 2:
        one, other = unlike
        if digits[one] == others[other] and digits[other] == others[one]:
            return Slip.TRANSPOSED
    return None
