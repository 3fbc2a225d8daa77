"""Where the characters of a text that was taken out of a file stand in that file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from factlint.text.span import Span


class Piece(NamedTuple):
    """A stretch of an extracted text and what of the file it was made from.

    Attributes:
        length: code points of the extracted text.
        start: offset in the file at which its origin begins.
        end: offset at which that ends.
        copied: whether the two are the same, character for character; else the whole of the one stands
            for the whole of the other, as ``&`` for ``&amp;``.
    """

    length: int
    start: int
    end: int
    copied: bool


class SourceMap:
    """From offsets in an extracted text to offsets in its file.

    Args:
        pieces: the extracted text from its beginning to its end.
    """

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = tuple(_merged(piece for piece in pieces if piece.length))
        self._starts = tuple(accumulate((piece.length for piece in self._pieces), initial=0))

    @property
    def all_pieces(self) -> tuple[Piece, ...]:
        """The pieces of the whole text, those that follow each other in both joined."""
        return self._pieces

    def span(self, span: Span) -> Span:
        """What of the file the characters under a span were made from.

        An empty span is the place before the character that follows it.
        """
        if not self._pieces:
            return Span(0, 0)
        start = self._offset(span.start)
        if not len(span):
            return Span(start, start)
        number = self._number(span.end - 1)
        piece = self._pieces[number]
        end = piece.start + span.end - self._starts[number] if piece.copied else piece.end
        return Span(start, max(start, end))

    def is_copied(self, span: Span) -> bool:
        """Whether the words under a span stand in the file just so, in one piece."""
        if not len(span) or not self._pieces:
            return False
        number = self._number(span.start)
        return self._pieces[number].copied and number == self._number(span.end - 1)

    def pieces(self, span: Span) -> Iterator[Piece]:
        """The pieces of which the characters under a span consist, cut to it."""
        if not len(span):
            return
        for number in range(self._number(span.start), self._number(span.end - 1) + 1):
            piece, begin = self._pieces[number], self._starts[number]
            first, last = max(span.start, begin), min(span.end, begin + piece.length)
            if piece.copied:
                yield Piece(last - first, piece.start + first - begin, piece.start + last - begin, True)
            else:
                yield Piece(last - first, piece.start, piece.end, False)

    def _offset(self, offset: int) -> int:
        if offset >= self._starts[-1]:
            return self._pieces[-1].end
        number = self._number(offset)
        piece = self._pieces[number]
        return piece.start + offset - self._starts[number] if piece.copied else piece.start

    def _number(self, offset: int) -> int:
        return min(bisect_right(self._starts, offset), len(self._pieces)) - 1


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with copied ones joined where they follow each other in the file too."""
    waiting: Piece | None = None
    for piece in pieces:
        if waiting and waiting.copied and piece.copied and waiting.end == piece.start:
            waiting = Piece(waiting.length + piece.length, waiting.start, piece.end, True)
            continue
        if waiting:
            yield waiting
        waiting = piece
    if waiting:
        yield waiting
