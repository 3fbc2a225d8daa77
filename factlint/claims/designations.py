"""Numbers that are names: "Flight 752", "Resolution 1701", "SB 1062"."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.annotate.quantities import Quantity
from factlint.claims.number_slips import slip_between
from factlint.claims.quantities import QuantityClaim, claim_of_sentence
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotate.layers import Annotations

_DESIGNATION = regex(
    r"\b(?P<label>Flight|flight|Resolution|Proposition|Directive|Convention|(?:Senate|House|Assembly)[ ]Bill"
    r"|SB|HB|AB|H\.R\.|S\.B\.|H\.B\.|Public[ ]Law|Highway|Interstate|Route)[ ](?P<number>\d{3,6})"
    r"(?![\w/-]|[.,]\d)"
)


def designation_pairs(annotations: Annotations) -> Iterator[tuple[QuantityClaim, QuantityClaim]]:
    """Two numbers for one thing: of its label the story has two, unlike by a slip, and one of them once."""
    by_label: dict[str, list[QuantityClaim]] = {}
    for label, claim in annotations.derived(_designations):
        by_label.setdefault(label, []).append(claim)
    for claims in by_label.values():
        times = Counter(claim.quantity.low for claim in claims)
        if len(times) != 2 or len(claims) == 2:
            continue
        (usual, _), (odd, once) = times.most_common()
        if once > 1:
            continue
        first = next(claim for claim in claims if claim.quantity.low == usual)
        second = next(claim for claim in claims if claim.quantity.low == odd)
        if slip_between(first.quantity, second.quantity) is not None and first.sentence != second.sentence:
            yield first, second


def _designations(annotations: Annotations) -> tuple[tuple[str, QuantityClaim], ...]:
    prose = annotations.article.prose
    found = []
    for block in annotations.article.blocks:
        for match in _DESIGNATION.finditer(prose, block.span.start, block.span.end):
            span, number = Span(*match.span("number")), Fraction(int(match["number"]))
            quantity = Quantity(span=span, extent=span, low=number, high=number, step=Fraction(0))
            found.append((match["label"].lower(), claim_of_sentence(annotations, quantity)))
    return tuple(found)
