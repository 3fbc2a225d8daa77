"""Claims that one measure is another: "10 miles (16 km)", "100°F, or 38°C"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factlint.annotate.quantities import Dimension, Quantity
from factlint.annotate.quantities.templates import MARK, Template, templates
from factlint.annotate.quantities.units import CELSIUS, DEGREE, FAHRENHEIT
from factlint.claims.base import Claim
from factlint.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotate.layers import Annotations


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionClaim(Claim):
    """The copy gives one measure in two units.

    Attributes:
        first: as given first.
        second: as converted.
        difference: whether it is a difference of temperatures, which has no zero to shift.
    """

    first: Quantity
    second: Quantity
    difference: bool


_MEASURES = frozenset(
    {
        Dimension.LENGTH,
        Dimension.MASS,
        Dimension.AREA,
        Dimension.VOLUME,
        Dimension.SPEED,
        Dimension.TEMPERATURE,
    }
)
_WORDS = r"(?:[ ][a-z-]{1,14}){0,3}"
_CONVERSION = regex(
    rf"(?P<first>{MARK}){_WORDS}(?:[ ]?\((?:or[ ]|that's[ ]"
    rf"|=[ ]?)?(?P<bracketed>{MARK})(?:[ ][a-z-]{{1,14}}){{0,2}}\)"
    rf"|,[ ]or[ ](?P<apposed>{MARK})(?=[ ]?[,.;)]|$)|/(?P<joined>{MARK}))"
)
_DIFFERENCE_BEFORE = regex(
    r"\b(?:by|(?:rise|rises|increase|drop|fall|warming|cooling|change|difference|swing|gain|goal|limit"
    r"|target)s?[ ](?:of|to))[ ]$|\b(?:warmed|cooled|heated)[ ]$"
)
_DIFFERENCE_AFTER = regex(
    r"[ ](?:warmer|hotter|colder|cooler|higher|lower|above|below|of[ ]warming|rise|increase|drop|warming)\b"
)


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All conversions, in order."""
    return tuple(claim for template in templates(annotations) for claim in _claims(annotations, template))


def _claims(annotations: Annotations, template: Template) -> Iterator[Claim]:
    if len(template.quantities) < 2:
        return
    for match in _CONVERSION.finditer(template.text):
        group = next(name for name in ("bracketed", "apposed", "joined") if match[name])
        pair = _same_dimension(template.quantity(match, "first"), template.quantity(match, group))
        if pair is None:
            continue
        first, second = pair
        yield ConversionClaim(
            span=second.span,
            sentence=template.sentence,
            quoted=annotations.is_quoted(second.span),
            first=first,
            second=second,
            difference=_is_difference(template.text, match),
        )


def _same_dimension(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two, a bare degree made that of the other scale; None where they measure different things."""
    if (
        first.dimension not in _MEASURES
        or first.dimension is not second.dimension
        or first.rate != second.rate
    ):
        return None
    if first.unit == DEGREE and second.unit != DEGREE:
        first = replace(first, unit=FAHRENHEIT if second.unit == CELSIUS else CELSIUS)
    elif second.unit == DEGREE and first.unit != DEGREE:
        second = replace(second, unit=FAHRENHEIT if first.unit == CELSIUS else CELSIUS)
    return None if first.unit == second.unit else (first, second)


def _is_difference(text: str, match: re.Match[str]) -> bool:
    start = match.start()
    return (
        _DIFFERENCE_BEFORE.search(text, max(0, start - 24), start) is not None
        or _DIFFERENCE_AFTER.match(text, match.end(), match.end() + 16) is not None
        or _DIFFERENCE_AFTER.match(text, start + 1, start + 17) is not None
    )
