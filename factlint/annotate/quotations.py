"""Stretches of copy between quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.document.article import Article

_OPEN, _CLOSE, _STRAIGHT = "“", "”", '"'


class Quotation(NamedTuple):
    """A quotation; ``span`` includes its marks."""

    span: Span


def find_quotations(article: Article) -> tuple[Quotation, ...]:
    """The quotations of an article, block by block, in order.

    An opening mark without its closing one quotes to the end of the block, as copy writes a
    quotation that runs over several paragraphs.
    """
    return tuple(Quotation(span) for block in article.blocks for span in _in_block(article.prose, block.span))


def _in_block(prose: str, block: Span) -> Iterator[Span]:
    opened: int | None = None
    for offset in range(block.start, block.end):
        mark = prose[offset]
        if mark == _OPEN or (mark == _STRAIGHT and opened is None):
            opened = offset if opened is None else opened
        elif mark in (_CLOSE, _STRAIGHT) and opened is not None:
            yield Span(opened, offset + 1)
            opened = None
    if opened is not None:
        yield Span(opened, block.end)
