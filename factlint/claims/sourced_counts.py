"""Two sources with two counts of one thing: "police said 12 people were hurt, the hospital 14"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotate.layers import Annotations
    from factlint.claims.quantities import QuantityClaim
    from factlint.text.span import Span

REACH = 70
"""In how many characters before a number its source is sought."""

APART = 240
"""No farther apart, in characters, do two sources speak of one thing for sure."""

_SOURCE = regex(
    r"(?:^|[.;,]\s)(?:(?:and|but|while|though)\s)?(?P<source>[A-Za-z][\w' -]{2,40}?)\s(?:said|says|reported"
    r"|counted|spoke\sof|recorded|put)(?:\s(?:that|the\s(?:toll|number|figure)\sat))?\s?$"
)
_ELLIPTIC = regex(
    r"(?:,\s|;\s|\band\s|\bwhile\s)(?P<source>(?:the\s)?[A-Za-z][\w'-]{2,20}(?:\s[\w'-]{2,20})?)\s?$"
)


def sourced_pairs(
    annotations: Annotations, claims: Sequence[QuantityClaim]
) -> Iterator[tuple[QuantityClaim, QuantityClaim]]:
    """Counts of the same people or things in a row, each with a source of its own."""
    prose = annotations.article.prose
    counts = [claim for claim in claims if claim.quantity.is_count]
    for first, second in pairwise(counts):
        if second.span.start - first.span.end > APART or first.is_part or second.is_part:
            continue
        elliptic = first.sentence == second.sentence and not second.counted
        alike = first.counted == second.counted and first.event == second.event
        if not (first.event or first.counted) or not (alike or elliptic):
            continue
        one = _source(prose, first, first.sentence, elliptic=False)
        other = _source(prose, second, second.sentence, elliptic=elliptic)
        if one and other and one != other:
            yield first, second


def _source(prose: str, claim: QuantityClaim, sentence: Span, *, elliptic: bool) -> str:
    start, end = max(sentence.start, claim.quantity.extent.start - REACH), claim.quantity.extent.start
    before = prose[start:end]
    found = _SOURCE.search(before) or (_ELLIPTIC.search(before) if elliptic else None)
    return found["source"].lower() if found else ""
