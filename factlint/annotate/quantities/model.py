"""What a quantity is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.text.span import Span


class Dimension(StrEnum):
    """What a unit measures."""

    LENGTH = "length"
    MASS = "mass"
    AREA = "area"
    VOLUME = "volume"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    CURRENCY = "currency"
    SHARE = "share"
    """Percent."""
    POINTS = "points"
    """Percentage points, and points of an index or a game."""
    TIME = "time"
    """Lengths of time; these are time expressions first and no quantities of the layer."""


class NumberForm(StrEnum):
    """How a number is written."""

    CARDINAL = "cardinal"
    FRACTION = "fraction"
    """"half", "two-thirds"."""
    RATIO = "ratio"
    """"one in five"."""


class Hedge(StrEnum):
    """How exactly a number is meant."""

    NONE = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"


UPWARD = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST})
"""Hedges under which the true number may be larger without limit."""
DOWNWARD = frozenset({Hedge.LESS_THAN, Hedge.AT_MOST})
"""Hedges under which the true number may be smaller without limit."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement or currency.

    Attributes:
        name: its name in the singular; for a currency its symbol or code.
        dimension: what it measures.
        factors: the size of one unit in the dimension's base unit (metre, kilogram, square metre,
            litre, metre per second, kelvin, percent); more than one where the word is used for
            units of several sizes, as "ton" is.
        zero: for a scale of temperature, the kelvin at its zero.
        metric: whether it belongs to the metric system.
    """

    name: str
    dimension: Dimension
    factors: tuple[Fraction, ...] = (Fraction(1),)
    zero: Fraction = Fraction(0)
    metric: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the copy, or a range of numbers, with its unit.

    Attributes:
        span: the number and its unit.
        extent: the span together with the words that hedge it: "about 10 miles".
        low, high: the value; they differ for a range only. Percentages are in percent, fractions
            and ratios plain numbers.
        step: the worth of the last digit written: 100,000 for "1.2 million", 1 for "1,200".
        unit: None for a plain number.
        form: how the number is written.
        hedge: how exactly it is meant.
        scale: 1, or the million of "3 million".
        rate: what it is counted per ("hour", "gallon", "capita"), else empty.
        attributive: whether it is tied to the next word by a hyphen: "a 12-member panel".
    """

    span: Span
    extent: Span
    low: Fraction
    high: Fraction
    step: Fraction
    unit: Unit | None = None
    form: NumberForm = NumberForm.CARDINAL
    hedge: Hedge = Hedge.NONE
    scale: int = 1
    rate: str = ""
    attributive: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it gives two ends instead of one number."""
        return self.low is not self.high and self.low != self.high

    @property
    def dimension(self) -> Dimension | None:
        """What its unit measures, None for a plain number."""
        return self.unit.dimension if self.unit else None

    @property
    def is_count(self) -> bool:
        """Whether it is one plain whole number, as things and people are counted."""
        return (
            self.unit is None
            and self.form is NumberForm.CARDINAL
            and not self.is_range
            and self.low.denominator == 1
        )

    @property
    def is_percentage(self) -> bool:
        """Whether it is one number of percent."""
        return self.dimension is Dimension.SHARE and not self.is_range

    def same_measure(self, other: Quantity) -> bool:
        """Whether the two are in one unit and written in one form, so that they can be added."""
        return self.unit == other.unit and self.rate == other.rate
