"""The layer of quantities of an article."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factlint.annotate.quantities.compose import compose
from factlint.annotate.quantities.find import find_numbers
from factlint.annotate.quantities.model import NumberForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.annotate.layers import Annotations
    from factlint.annotate.quantities.model import Quantity
    from factlint.annotate.timex import Timex
    from factlint.document.article import Article


def quantities(annotations: Annotations) -> tuple[Quantity, ...]:
    """The quantities of an annotated article, found once and kept."""
    return annotations.derived(_of_annotations)


def _of_annotations(annotations: Annotations) -> tuple[Quantity, ...]:
    return find_quantities(annotations.article, annotations.timexes)


def find_quantities(article: Article, timexes: Sequence[Timex]) -> tuple[Quantity, ...]:
    """The quantities of an article, in order, not overlapping.

    Args:
        article: the article.
        timexes: its time expressions, in order; numbers in them are no quantities.
    """
    return tuple(
        quantity
        for block in article.blocks
        for quantity in compose(
            article.prose,
            (
                found
                for found in find_numbers(article.prose, block.span)
                if found.unit is not None
                or found.form is NumberForm.FRACTION
                or not _in_timex(found, timexes)
            ),
        )
    )


def _in_timex(quantity: Quantity, timexes: Sequence[Timex]) -> bool:
    index = bisect_left(timexes, quantity.span.end, key=lambda timex: timex.span.start)
    return index > 0 and timexes[index - 1].span.overlaps(quantity.span)
