"""The table of units, and between which numbers a quantity lies."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import inf

import pytest

from factlint.annotate.quantities.model import Hedge, Quantity, Unit
from factlint.annotate.quantities.rounding import bounds, close_bounds, in_words, overlap
from factlint.annotate.quantities.units import SYMBOLS, WORDS, read_rate, read_unit
from factlint.text.span import Span


@pytest.mark.parametrize(
    ("big", "small", "ratio"),
    [
        ("foot", "inches", 12),
        ("yard", "feet", 3),
        ("mile", "feet", 5280),
        ("pound", "ounces", 16),
        ("stone", "pounds", 14),
        ("square mile", "acres", 640),
        ("square yard", "square feet", 9),
        ("gallon", "quarts", 4),
        ("quart", "pints", 2),
        ("gallon", "fluid ounces", 128),
        ("barrel", "gallons", 42),
        ("acre-foot", "cubic feet", 43560),
        ("kilometer", "meters", 1000),
        ("hectare", "square meters", 10_000),
        ("metric ton", "kilograms", 1000),
    ],
)
def test_sizes_agree_with_each_other(big: str, small: str, ratio: int) -> None:
    one, other = WORDS[big], WORDS[small]
    assert one.dimension is other.dimension
    assert float(one.factors[0] / other.factors[0]) == pytest.approx(ratio, rel=1e-6)


def test_every_spelling_names_a_unit() -> None:
    assert {unit.dimension for unit in (*WORDS.values(), *SYMBOLS.values())}
    assert all(isinstance(unit, Unit) and all(size > 0 for size in unit.factors) for unit in WORDS.values())


@pytest.mark.parametrize(
    ("text", "name", "end"),
    [
        (" miles away", "mile", 6),
        ("-mile road", "mile", 5),
        ("km/h winds", "kilometer per hour", 4),
        (" square miles", "square mile", 13),
        ("C today", "degree Celsius", 1),
        (" per cent", "percent", 9),
        (" metric tons", "metric ton", 12),
    ],
)
def test_reads_the_longest_unit(text: str, name: str, end: int) -> None:
    found = read_unit(text, 0, len(text))
    assert found is not None
    assert (found[0].name, found[1]) == (name, end)


@pytest.mark.parametrize("text", [" people", " Cats", " milestones", ""])
def test_reads_no_unit_where_there_is_none(text: str) -> None:
    assert read_unit(text, 0, len(text)) is None


def test_rates() -> None:
    assert read_rate(" per gallon of", 0, 14) == ("gallon", 11)
    assert read_rate(" of", 0, 3) == ("", 0)


def quantity(value: int, hedge: Hedge = Hedge.NONE) -> Quantity:
    span = Span(0, 1)
    return Quantity(span, span, Fraction(value), Fraction(value), Fraction(1), hedge=hedge)


def test_bounds_of_exact_and_hedged_numbers() -> None:
    tenth = Fraction(1, 10)
    assert bounds(quantity(12), tenth) == (Fraction(23, 2), Fraction(25, 2))
    assert bounds(quantity(100), tenth) == (90, 110)
    assert bounds(quantity(120), tenth) == (115, 125)
    assert bounds(quantity(12, Hedge.MORE_THAN), tenth)[1] == inf
    assert bounds(quantity(12, Hedge.LESS_THAN), tenth)[0] == -inf
    assert close_bounds(quantity(100, Hedge.MORE_THAN), tenth) == (90, 110)


def test_intervals_overlap_where_they_share_a_number() -> None:
    assert overlap((Fraction(1), Fraction(2)), (Fraction(2), inf))
    assert not overlap((Fraction(1), Fraction(2)), (Fraction(3), inf))


def test_numbers_in_words() -> None:
    assert in_words(Fraction(1200)) == "1,200"
    assert in_words(Fraction(3, 2), Fraction(1, 100)) == "1.5"
    assert in_words(Fraction(100), Fraction(1, 10)) == "100"


def test_ranges_are_no_single_numbers() -> None:
    assert replace(quantity(10), high=Fraction(12)).is_range
    assert not replace(quantity(10), high=Fraction(12)).is_count
