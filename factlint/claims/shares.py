"""Claims that give one share twice: "one in five, or 25%", "two-thirds (60%)", "12 of the 40 (30%)"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.annotate.quantities import NumberForm, Quantity
from factlint.annotate.quantities.templates import MARK, Template, templates
from factlint.annotate.quantities.units import PERCENT
from factlint.claims.base import Claim
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotate.layers import Annotations


WORD_SLACK, MOST_SLACK = Fraction(15, 100), Fraction(9, 2)
"""How far a fraction in words may be off, relative to itself, and at most, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareClaim(Claim):
    """The copy gives a share in percent and in another form.

    Attributes:
        share: the number in percent.
        said: the fraction, the ratio, or the first of two counts.
        share_of_counts: for two counts ("12 of 40") their quotient, else None.
    """

    share: Quantity
    said: Quantity
    share_of_counts: Fraction | None = None

    @property
    def fraction(self) -> Fraction:
        """The share that the other form says, from 0 to 1."""
        return self.said.low if self.share_of_counts is None else self.share_of_counts


_WORDS = r"(?:[ ][\w'-]{1,20}){0,5}"
_AGAIN = (
    rf"(?:[ ]\((?:or[ ])?(?P<bracketed>{MARK})\)"
    rf"|(?:,|[ ]?[–—]|[ ]-)?[ ]?or[ ](?P<apposed>{MARK})(?=[ ]?(?:[,.;)–—]|-[ ])|$))"
)
_RESTATED = regex(rf"(?P<first>{MARK}){_WORDS}{_AGAIN}")
_COUNTED = regex(
    rf"(?P<part>{MARK})(?:[ ]out)?[ ]of[ ](?:(?:the|its|their|all|these"
    rf"|those)[ ])?(?P<whole>{MARK}){_WORDS}{_AGAIN}"
)
_OF_COUNTED = regex(
    rf"\bOf (?:(?:the|its|their|all|these|those) )?(?P<whole>{MARK})(?: [\w'-]{{1,20}}){{0,5}}, "
    rf"(?P<part>{MARK})"
    rf"(?: [\w'-]{{1,20}}){{0,3}}{_AGAIN}"
)
_OTHER_CLAUSE = regex(r"\b(?:and|but|while|to|from|than|with|who|said|says)\b")


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All shares given twice, in order."""
    return tuple(claim for template in templates(annotations) for claim in _claims(annotations, template))


def _claims(annotations: Annotations, template: Template) -> Iterator[Claim]:
    if len(template.quantities) < 2:
        return
    for match in _RESTATED.finditer(template.text):
        pair = (template.quantity(match, "first"), _again(template, match))
        share, said = pair if pair[0].is_percentage else pair[::-1]
        fraction = said.form in (NumberForm.FRACTION, NumberForm.RATIO) and said.unit is None
        if share.is_percentage and fraction and not _OTHER_CLAUSE.search(match.group()):
            yield _claim(annotations, template, share, said, None)
    for match in (*_COUNTED.finditer(template.text), *_OF_COUNTED.finditer(template.text)):
        part, whole, share = (
            template.quantity(match, "part"),
            template.quantity(match, "whole"),
            _again(template, match),
        )
        if share.form is NumberForm.FRACTION and share.unit is None and match["apposed"]:
            share = _in_percent(share)
        if not (part.is_count and whole.is_count and share.is_percentage) or _OTHER_CLAUSE.search(
            match.group()
        ):
            continue
        if 0 < part.low < whole.low:
            yield _claim(annotations, template, share, part, part.low / whole.low)


def _in_percent(fraction: Quantity) -> Quantity:
    """A fraction in words as a percentage, as inexact as such words are."""
    percent = fraction.low * 100
    return replace(
        fraction,
        low=percent,
        high=percent,
        step=min(percent * WORD_SLACK, MOST_SLACK) * 2,
        unit=PERCENT,
        form=NumberForm.CARDINAL,
    )


def _again(template: Template, match: re.Match[str]) -> Quantity:
    return template.quantity(match, "bracketed" if match["bracketed"] else "apposed")


def _claim(
    annotations: Annotations, template: Template, share: Quantity, said: Quantity, counts: Fraction | None
) -> ShareClaim:
    second = max(share, said, key=lambda quantity: quantity.span)
    span: Span = second.span
    return ShareClaim(
        span=span,
        sentence=template.sentence,
        quoted=annotations.is_quoted(span),
        share=share,
        said=said,
        share_of_counts=counts,
    )
