"""Where the kept words of an article stand in the file that it was taken out of: HTML, a feed, JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factlint.archive.excerpts import Excerpt, blank
from factlint.text.lines import Position
from factlint.text.mapping import Piece, SourceMap
from factlint.text.source import Origin, SourceText
from factlint.text.span import Span


class OriginPiece(NamedTuple):
    """A stretch of kept words and what of the file it was made from.

    Attributes:
        offset: code-point offset in the article's text.
        length: code points of the text.
        copied: whether the file has just these characters.
        start, line, column: where that begins in the file.
        end, end_line, end_column: where it ends.
    """

    offset: int
    length: int
    copied: bool
    start: int
    line: int
    column: int
    end: int
    end_line: int
    end_column: int


def pieces(source: SourceText, excerpts: Iterable[Excerpt]) -> Iterator[OriginPiece]:
    """The origin of some excerpts of a text; nothing where the text is the file."""
    if source.origin is None:
        return
    lines = source.origin.source.lines
    for excerpt in excerpts:
        offset = excerpt.start
        for piece in source.origin.map.pieces(Span(offset, offset + len(excerpt.text))):
            first, last = lines.position(piece.start), lines.position(piece.end)
            yield OriginPiece(
                offset, piece.length, piece.copied, piece.start, *_pair(first), piece.end, *_pair(last)
            )
            offset += piece.length


def with_origin(text: SourceText, file: str, kept: Iterable[OriginPiece]) -> SourceText:
    """A restored text whose kept words have their places in the file.

    Args:
        text: the restored text.
        file: how messages name the file.
        kept: the pieces, in order of the text.
    """
    known = tuple(kept)
    mapped: list[Piece] = []
    offset, end = 0, 0
    for piece in known:
        mapped.append(Piece(piece.offset - offset, end, end, False))
        mapped.append(Piece(piece.length, piece.start, piece.end, piece.copied))
        offset, end = piece.offset + piece.length, piece.end
    mapped.append(Piece(len(text.text) - offset, end, end, False))
    return SourceText(text.path, text.text, origin=Origin(_file(text, file, known), SourceMap(mapped)))


def _file(text: SourceText, name: str, known: Iterable[OriginPiece]) -> SourceText:
    """The file, blank but for line ends and what was copied: every piece is in its line and column."""
    parts: list[str] = []
    offset, line = 0, 1
    for piece in sorted(known, key=lambda one: (one.start, one.end)):
        # Two pieces of the text may come from one place in the file.
        if piece.end <= offset:
            continue
        if piece.copied and piece.start >= offset:
            parts.append(blank(piece.start - offset, piece.line - line, piece.column))
            parts.append(text.text[piece.offset : piece.offset + piece.length])
        else:
            parts.append(blank(piece.end - offset, piece.end_line - line, piece.end_column))
        offset, line = piece.end, piece.end_line
    return SourceText(name, "".join(parts))


def _pair(position: Position) -> tuple[int, int]:
    return position.line, position.column
