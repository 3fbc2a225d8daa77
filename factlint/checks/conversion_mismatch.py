"""A measure and its conversion disagree: 10 miles (12 km), 100°F (50°C).

Readers who know one of the two units are told something wrong, and nobody can tell which of the two
was meant. Checked are lengths, weights, areas, volumes, speeds and temperatures, also differences of
temperature: a warming of 2 degrees Celsius is one of 3.6 degrees Fahrenheit, not 35.6.

Copy rounds conversions. Each number may be off by half of its last digit, one that ends in zeros by up
to a tenth of it, "about" and its like by a tenth too; only measures that even so have no number in
common are reported. A ton may be short, long or metric, a gallon American or imperial. Money is never
converted, and measures in different rates or of different dimensions are left alone.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.annotate.quantities import Dimension, Hedge, Quantity, Unit
from factlint.annotate.quantities.rounding import close_bounds, in_words, overlap
from factlint.claims.conversions import ConversionClaim
from factlint.rulekit.rule import (
    Category,
    Confidence,
    Evidence,
    Example,
    Finding,
    Judgement,
    Related,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from factlint.rulekit.context import ArticleContext

ROUND_SHARE = Fraction(1, 10)
"""How far a converted number that ends in zeros may be off."""

ROUND_DEGREES = {1: Fraction(5, 2), 2: Fraction(5)}
"""How many degrees a temperature may be off that ends in a five, or in a zero."""


def _check(claim: ConversionClaim, _context: ArticleContext) -> Judgement:
    unit, other = claim.first.unit, claim.second.unit
    if unit is None or other is None:
        return Judgement.supported()
    if any(_agree(claim, one, another) for one, another in _sizes(unit, other)):
        return Judgement.supported()
    return Judgement.refuted(_finding(claim, unit, other))


def _agree(claim: ConversionClaim, unit: Unit, other: Unit) -> bool:
    """Whether the two measures may be one, where the units have these sizes."""
    difference = claim.difference
    first, second = _ends(claim.first, difference), _ends(claim.second, difference)
    if not (claim.first.is_range and claim.second.is_range):
        first, second = [(first[0][0], first[-1][1])], [(second[0][0], second[-1][1])]
    return all(
        overlap((_convert(low, unit, other, difference), _convert(high, unit, other, difference)), target)
        for (low, high), target in zip(first, second, strict=True)
    )


def _ends(quantity: Quantity, difference: bool) -> list[tuple[Fraction, Fraction]]:
    """Between which numbers the two ends of a range lie; for one number both are the same."""
    on_a_scale = quantity.dimension is Dimension.TEMPERATURE and not difference
    off = _degrees_off if on_a_scale else _off
    return [(end - off(end, quantity), end + off(end, quantity)) for end in (quantity.low, quantity.high)]


def _off(value: Fraction, quantity: Quantity) -> Fraction:
    low, high = close_bounds(replace(quantity, low=value, high=value), ROUND_SHARE)
    return (high - low) / 2


def _degrees_off(value: Fraction, quantity: Quantity) -> Fraction:
    if quantity.step < 1 or value.denominator != 1 or value % 5:
        off = quantity.step / 2
    else:
        metric = quantity.unit is not None and quantity.unit.metric
        off = ROUND_DEGREES[1 if value % 10 or metric else 2]
    return off if quantity.hedge is Hedge.NONE else off * 2


def _sizes(first: Unit, second: Unit) -> list[tuple[Unit, Unit]]:
    """Both units in each of the sizes that they may have."""
    return [
        (
            Unit(first.name, first.dimension, (one,), first.zero),
            Unit(second.name, second.dimension, (other,), second.zero),
        )
        for one in first.factors
        for other in second.factors
    ]


def _convert(value: Fraction, first: Unit, second: Unit, difference: bool) -> Fraction:
    base = value * first.factors[0] + (0 if difference else first.zero)
    return (base - (0 if difference else second.zero)) / second.factors[0]


def _finding(claim: ConversionClaim, unit: Unit, other: Unit) -> Finding:
    first, second = claim.first, claim.second
    step = min(second.step, Fraction(1)) if second.step else Fraction(1)
    ends = sorted({_convert(value, unit, other, claim.difference) for value in (first.low, first.high)})
    right = " to ".join(dict.fromkeys(in_words(end, step) for end in ends))
    what = "a difference of " if claim.difference and unit.dimension is Dimension.TEMPERATURE else ""
    said = _in_units(_range_in_words(first), unit)
    return Finding(
        span=claim.span,
        message=f"{what}{said} is {_in_units(right, other)}, not {_in_units(_range_in_words(second), other)}",
        subject=f"{unit.name}:{float(first.low)}:{other.name}:{float(second.low)}",
        evidence=(Evidence(f"one {unit.name} is {_size(unit, other)}", source="NIST SP 811"),)
        if not unit.zero and not other.zero
        else (Evidence("°F = °C × 9/5 + 32", source="NIST SP 811"),),
        related=(Related(first.span, "the measure that is converted"),),
    )


def _size(unit: Unit, other: Unit) -> str:
    ratio = unit.factors[0] / other.factors[0]
    return _in_units(f"{float(ratio):.4g}", other)


def _range_in_words(quantity: Quantity) -> str:
    ends = dict.fromkeys(in_words(end, Fraction(1, 100)) for end in (quantity.low, quantity.high))
    return " to ".join(ends)


_PLURALS = {"foot": "feet", "inch": "inches", "degree": "degrees", "mile": "miles"}


def _in_units(number: str, unit: Unit) -> str:
    """A number with the name of its unit in the right number."""
    if number == "1":
        return f"1 {unit.name}"
    head, per, rest = unit.name.partition(" per ")
    words = head.split(" ")
    at = 0 if words[0] == "degree" else len(words) - 1
    words[at] = _PLURALS.get(words[at]) or (
        words[at].replace("foot", "feet") if words[at].endswith("foot") else words[at] + "s"
    )
    return f"{number} {' '.join(words)}{per}{rest}"


RULE = Rule(
    code="FL705",
    name="conversion-mismatch",
    summary="A measure and its conversion into another unit disagree.",
    doc=__doc__,
    category=Category.NUMBER,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    claim=ConversionClaim,
    check_claim=_check,
    invalid=(
        Example("The village lies 10 miles ([[12 km]]) from the border."),
        Example("It reached 100°F ([[50°C]]) in the shade."),
        Example("The suspect is 6 feet 2 inches ([[1.68 m]]) tall."),
        Example("The fire burned 1,200 acres ([[4,860 hectares]]) of brush."),
        Example("A warming of 2 degrees Celsius ([[35.6 degrees Fahrenheit]]) would flood the coast."),
        Example("Gusts of up to 60 mph ([[37 km/h]]) are expected."),
    ),
    valid=(
        Example("The village lies 10 miles (16 km) from the border."),
        Example("It reached 100°F (38°C) in the shade."),
        Example("The town is about 30 miles (50 km) from the capital."),
        Example("A warming of 2 degrees Celsius (3.6 degrees Fahrenheit) would flood the coast."),
        Example("The ship lost 5,000 tons (4,536 metric tons) of ore."),
        Example("He paid $10 million (12 million euros) for the painting."),
        Example("She ran 10 miles (the last 3 km uphill)."),
    ),
)
