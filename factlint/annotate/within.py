"""Finding what stands in a stretch of an article without going through all of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Protocol, TypeVar

from factlint.text.span import Span


class Spanned(Protocol):
    """Anything that stands somewhere."""

    @property
    def span(self) -> Span:
        """Where it stands."""


SpannedT = TypeVar("SpannedT", bound=Spanned)


def within(layer: Sequence[SpannedT], stretch: Span) -> Sequence[SpannedT]:
    """The members of a layer that lie wholly within a stretch.

    Args:
        layer: in order of place, not overlapping.
        stretch: the stretch, a sentence for example.
    """
    first = bisect_left(layer, stretch.start, key=lambda member: member.span.start)
    last = bisect_right(layer, stretch.end, lo=first, key=lambda member: member.span.end)
    return layer[first:last]
