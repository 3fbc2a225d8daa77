"""Between which numbers the true value of a quantity lies, given how copy rounds and hedges."""

from __future__ import annotations

from fractions import Fraction
from math import inf

from factlint.annotate.quantities.model import DOWNWARD, UPWARD, Hedge, Quantity
from factlint.annotate.quantities.numerals import trailing_zeros

Bound = Fraction | float
"""An end of an interval; a float only where it is infinite."""

HEDGED = Fraction(1, 10)
"""How far, relative to itself, an "about" number may be off."""


def slack(value: Fraction, quantity: Quantity, round_share: Fraction) -> Fraction:
    """How far a number may be off because it was rounded.

    That is half of its last written digit; a number that ends in zeros may have been rounded to
    them, but copy does not round by more than ``round_share`` of it.
    """
    digit = quantity.step / 2
    zeros = trailing_zeros(value / quantity.scale)
    if zeros == 0:
        return digit
    return max(digit, min(Fraction(10**zeros * quantity.scale, 2), abs(value) * round_share))


def bounds(quantity: Quantity, round_share: Fraction) -> tuple[Bound, Bound]:
    """The lowest and the highest number that a quantity may stand for."""
    low: Bound = quantity.low - _off(quantity.low, quantity, round_share)
    high: Bound = quantity.high + _off(quantity.high, quantity, round_share)
    if quantity.hedge in UPWARD:
        high = inf
    if quantity.hedge in DOWNWARD:
        low = -inf
    return low, high


def close_bounds(quantity: Quantity, round_share: Fraction) -> tuple[Fraction, Fraction]:
    """The same, with "more than" and its like read as near the number, not as open."""
    return (
        quantity.low - _off(quantity.low, quantity, round_share),
        quantity.high + _off(quantity.high, quantity, round_share),
    )


def rounded_bounds(quantity: Quantity, round_share: Fraction) -> tuple[Fraction, Fraction]:
    """The same without the hedge, for two numbers that share it: "at least 12" is not "at least 14"."""
    return (
        quantity.low - slack(quantity.low, quantity, round_share),
        quantity.high + slack(quantity.high, quantity, round_share),
    )


def _off(value: Fraction, quantity: Quantity, round_share: Fraction) -> Fraction:
    rounded = slack(value, quantity, round_share)
    return rounded if quantity.hedge is Hedge.NONE else max(rounded, abs(value) * HEDGED)


def overlap(first: tuple[Bound, Bound], second: tuple[Bound, Bound]) -> bool:
    """Whether two closed intervals share a number."""
    return first[0] <= second[1] and second[0] <= first[1]


def in_words(number: Fraction | float, step: Fraction = Fraction(1)) -> str:
    """A number as copy writes it, rounded to ``step`` (a power of ten): "1,200", "1.5"."""
    decimals = max(0, len(str(step.denominator)) - 1)
    written = f"{float(number):,.{decimals}f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
