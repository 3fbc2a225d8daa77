"""Claims that a number follows from others: margins ("52 to 45, a margin of nine") and averages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.annotate.quantities import Dimension, Quantity
from factlint.annotate.quantities.numerals import CARDINALS, alternatives
from factlint.annotate.quantities.templates import MARK, Template, templates
from factlint.claims.base import Claim
from factlint.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotate.layers import Annotations


@dataclass(frozen=True, slots=True, kw_only=True)
class ReckonedClaim(Claim):
    """The copy gives a number together with the numbers that it follows from.

    Attributes:
        said: the number.
        right: what follows.
        slack: by how much it may be off, because the numbers that it follows from are rounded.
        terms: how it follows, in words: "52 - 45".
    """

    said: Quantity
    right: Fraction
    slack: Fraction
    terms: str


_NUMBER = rf"(?:\d{{1,3}}|{alternatives(CARDINALS)})"
_TALLY = rf"(?:(?P<most>{MARK}) (?:to|against) (?P<least>{MARK})|(?P<votes>\d{{1,3}}[-–]\d{{1,3}}))"
# "The bill passed 52 to 45, a margin of nine votes", "leads 52% to 45%, a nine-point margin".
_THEN_MARGIN = regex(
    rf"\b(?:pass(?:ed|es)?|approved|rejected|adopted|voted?|w[oi]ns?|leads?|led|beats?|defeated|ahead)\b"
    rf"[^{MARK};:()]{{0,60}}?{_TALLY}(?:,| [-–—]|—| \()? ?(?:or |with )?an? (?:margin|lead|majority"
    rf"|advantage|difference|gap) of (?P<said>{MARK})"
)
_THEN_POINTS = regex(
    rf"{_TALLY}(?:,| [-–—]|—| \()? ?(?:or |with )?an? (?P<said>{MARK}) (?:margin|lead|advantage"
    rf"|difference|gap)\b"
)
# "She won by 12 votes, 250 to 240".
_BY = regex(
    rf"\b(?:w[oi]ns?|leads?|led|beats?|ahead|passed|defeated|lost)\b[^{MARK};:()]{{0,60}}? by "
    rf"(?P<said>{MARK})(?: votes?| points?)?, {_TALLY}(?![-–\d])"
)
_SPAN = rf"(?P<count>{_NUMBER}) (?P<unit>year|month|week|day)s"
_AVERAGE = (
    rf"an average of (?P<said>{MARK})[^{MARK},;:.]{{0,30}}? (?:an?|per|each|every) "
    r"(?P<each>year|month|week|day)\b"
)
# "15 people over three years, an average of five a year".
_THEN_AVERAGE = regex(
    rf"(?P<total>{MARK})[^{MARK};:()]{{0,50}}? (?:over|in|within|during) (?:the (?:past|last) )?{_SPAN}"
    rf"(?:,| [-–—]|—) ?(?:or )?{_AVERAGE}"
)


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All numbers that follow from others of their sentence, in order of sentences."""
    return tuple(claim for template in templates(annotations) for claim in _claims(annotations, template))


def _claims(annotations: Annotations, template: Template) -> Iterator[Claim]:
    for pattern in (_THEN_MARGIN, _THEN_POINTS, _BY):
        for match in pattern.finditer(template.text):
            margin = _margin(template, match)
            if margin is not None:
                yield _claim(annotations, template, margin)
    for match in _THEN_AVERAGE.finditer(template.text):
        if match["unit"] == match["each"]:
            total, said = template.quantity(match, "total"), template.quantity(match, "said")
            count = CARDINALS.get(match["count"]) or int(match["count"])
            if count > 1 and total.same_measure(said) and not (total.is_range or said.is_range):
                off = (total.step / 2 + total.low / 30) / count
                terms = f"{float(total.low):,g} / {count}"
                yield _claim(annotations, template, (said, total.low / count, off, terms))


_Reckoned = tuple[Quantity, Fraction, Fraction, str]
"""What is said, what follows, the slack, and the terms."""


def _margin(template: Template, match: re.Match[str]) -> _Reckoned | None:
    said = template.quantity(match, "said")
    if said.is_range:
        return None
    if match["votes"]:
        most, least = (int(part) for part in re.split("[-–]", match["votes"]))
        if said.unit is not None and said.dimension is not Dimension.POINTS:
            return None
        return said, Fraction(abs(most - least)), Fraction(0), f"{most} - {least}"
    one, other = template.quantity(match, "most"), template.quantity(match, "least")
    shares = Dimension.SHARE in (one.dimension, other.dimension)
    if one.is_range or other.is_range or one.form is not other.form or one.rate or other.rate:
        return None
    if (
        shares != (said.dimension in (Dimension.POINTS, Dimension.SHARE))
        and said.dimension is not Dimension.POINTS
    ):
        return None
    if not shares and not (one.is_count and other.is_count):
        return None
    off = (one.step + other.step) / 2 if shares else Fraction(0)
    return said, abs(one.low - other.low), off, f"{float(one.low):,g} - {float(other.low):,g}"


def _claim(annotations: Annotations, template: Template, reckoned: _Reckoned) -> ReckonedClaim:
    said, right, slack, terms = reckoned
    return ReckonedClaim(
        span=said.span,
        sentence=template.sentence,
        quoted=annotations.is_quoted(said.span),
        said=said,
        right=right,
        slack=slack,
        terms=terms,
    )
