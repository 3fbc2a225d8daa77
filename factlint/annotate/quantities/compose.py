"""Quantities made of others: ranges, ratios, and lengths or weights in two units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from factlint.annotate.quantities.model import Dimension, Hedge, NumberForm, Quantity, Unit
from factlint.regex import regex
from factlint.text.span import Span

_RANGE = regex(r"[ ]?(?:to|-|–)[ ]?|[ ]and[ ]")
_NOT_A_RANGE_BEFORE = regex(
    r"(?:\b(?:from|voted|vote|votes|won|win|lost|beat|led|lead|leads|by|score|scored|of|decision|ruled"
    r"|ruling)[ ])$",
    re.IGNORECASE,
)
_BETWEEN = regex(r"\bbetween[ ]$", re.IGNORECASE)
_IN = regex(r"(?:[ -](?:in|out[ ]of)(?:[ ]every)?[ -])")
_THEN = regex(r"(?:,?[ ](?:and[ ])?)?")
_SMALLER = {("foot", "inch"), ("pound", "ounce"), ("stone", "pound"), ("yard", "foot")}
_RATIO_WHOLES = frozenset({12, 15, 20, 25, 30, 40, 50, 60, 75, 100, 200, 500})


def compose(prose: str, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities with those that belong together made one, in order."""
    held: Quantity | None = None
    for quantity in quantities:
        if held is None:
            held = quantity
            continue
        joined = _joined(prose, held, quantity)
        if joined is None:
            yield held
            held = quantity
        else:
            held = joined
    if held is not None:
        yield held


def _joined(prose: str, first: Quantity, second: Quantity) -> Quantity | None:
    if second.extent.start < first.span.end or second.extent.start - first.span.end > 14:
        return None
    if first.is_range or second.is_range:
        return None
    between = prose[first.span.end : second.extent.start]
    if second.extent.start == second.span.start:
        return (
            _two_units(first, second, between)
            or _ratio(first, second, between)
            or _range(prose, first, second, between)
        )
    return None


def _two_units(first: Quantity, second: Quantity, between: str) -> Quantity | None:
    if first.unit is None or second.unit is None or (first.unit.name, second.unit.name) not in _SMALLER:
        return None
    if _THEN.fullmatch(between) is None:
        return None
    size = second.unit.factors[0] / first.unit.factors[0]
    value = first.low + second.low * size
    return replace(
        _over(first, second),
        low=value,
        high=value,
        step=second.step * size,
        unit=first.unit,
        hedge=first.hedge,
    )


def _ratio(first: Quantity, second: Quantity, between: str) -> Quantity | None:
    if not (first.is_count and second.is_count and 0 < first.low < second.low) or first.attributive:
        return None
    if _IN.fullmatch(between) is None:
        return None
    wholes = second.low.numerator
    usual = wholes <= 10 or wholes in _RATIO_WHOLES or wholes % 1000 == 0
    if not (usual and first.low <= 10) and "out" not in between and "every" not in between:
        return None
    value = first.low / second.low
    return replace(
        _over(first, second), low=value, high=value, step=Fraction(0), form=NumberForm.RATIO, unit=None
    )


def _range(prose: str, first: Quantity, second: Quantity, between: str) -> Quantity | None:
    gap = _RANGE.fullmatch(between)
    if gap is None or first.rate or first.form is not second.form:
        return None
    before = prose[max(0, first.extent.start - 12) : first.extent.start]
    if between == " and ":
        if _BETWEEN.search(before) is None:
            return None
    elif _NOT_A_RANGE_BEFORE.search(before):
        return None
    unit = _common_unit(first, second)
    if unit is None and not (first.unit is None and second.unit is None):
        return None
    low = first.low
    if first.scale == 1 and second.scale > 1 and low < second.high / second.scale:
        low *= second.scale
    if low >= second.high:
        return None
    return replace(
        _over(first, second), low=low, high=second.high, step=second.step, unit=unit, scale=second.scale,
        hedge=first.hedge if first.hedge is not Hedge.NONE else second.hedge, rate=second.rate,
    )  # fmt: skip


def _common_unit(first: Quantity, second: Quantity) -> Unit | None:
    if first.unit is None or first.unit == second.unit:
        return second.unit
    if second.unit is None and first.dimension is Dimension.CURRENCY:
        return first.unit
    return None


def _over(first: Quantity, second: Quantity) -> Quantity:
    return replace(
        first,
        span=first.span.join(second.span),
        extent=Span(first.extent.start, second.extent.end),
        attributive=second.attributive,
        rate=second.rate,
        scale=second.scale,
    )
