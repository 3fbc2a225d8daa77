"""Claims about centuries: "in 1905, early in the 20th century"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.claims.base import Claim
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations

# Bounded repeats keep the time linear on any copy.
_IN_CENTURY = re.compile(
    r"\b(?P<year>1\d{3}|20\d\d), (?:early |late )?in the (?P<century>\d{1,2})(?:st|nd|rd|th) century\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CenturyClaim(Claim):
    """The copy puts a year into a century.

    Attributes:
        year: the year.
        century: the century's number.
    """

    year: int
    century: int


def extract(annotations: Annotations) -> tuple[CenturyClaim, ...]:
    """All claims about centuries, in order."""
    prose = annotations.article.prose
    return tuple(
        CenturyClaim(
            span=(span := Span(*match.span())),
            sentence=annotations.sentence_at(span.start),
            quoted=annotations.is_quoted(span),
            year=int(match["year"]),
            century=int(match["century"]),
        )
        for match in _IN_CENTURY.finditer(prose)
    )
