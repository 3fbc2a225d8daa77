"""Pieces of a dump cut into chunks of whole lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factlint.kbbuild.dump.pieces import Piece, Position

CHUNK = 4 << 20
"""A chunk is cut at the first end of a line after so many bytes."""
LONGEST = 16 << 20
"""Longer lines are passed over; the largest entities of Wikidata have about 5 MB."""

_HEAD = 1000
IDENTIFIER = re.compile(rb'"id"\s*:\s*"([A-Z][1-9][0-9]{0,11})"')
"""An identifier as it stands in a line."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """An entity that could not be read.

    Attributes:
        line: its line in the dump, from 1.
        name: its identifier, empty where none can be made out.
        reason: what is wrong with it.
    """

    line: int
    name: str
    reason: str

    def __str__(self) -> str:
        return f"line {self.line:,}{f' ({self.name})' if self.name else ''}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some whole lines.

    Attributes:
        data: the lines.
        first_line: number of the first of them, from 1.
        end: the place after them.
        next_line: number of the line after them.
        offset: how far into the file reading had come, in bytes as they are on disk.
        too_long: lines that were longer than LONGEST and are not in ``data``.
    """

    data: bytes
    first_line: int
    end: Position
    next_line: int
    offset: int
    too_long: tuple[Skipped, ...] = ()


def cut_chunks(
    pieces: Iterable[Piece], first_line: int = 1, size: int = CHUNK, longest: int = LONGEST
) -> Iterator[Chunk]:
    """Cut pieces into chunks, holding no more than a chunk and a line of them.

    Args:
        pieces: pieces that follow one another; the first begins a line.
        first_line: number of that line.
        size: at how many bytes a chunk is cut.
        longest: at how many bytes a line is passed over.
    """
    line, held, piece = first_line, _Held(), None
    dropped: bytes | None = None
    for piece in pieces:
        data, position = piece.data, piece.position
        if dropped is not None:
            end = data.find(b"\n") + 1
            if not end:
                continue
            yield _without(dropped, line, longest, position + end, piece.offset)
            line, dropped, data, position = line + 1, None, data[end:], position + end
        held.add(data, position)
        while end := held.data.find(b"\n", size - 1) + 1:
            chunk = held.take(end, line, piece.offset)
            line = chunk.next_line
            yield chunk
        end = held.data.rfind(b"\n") + 1
        if len(held.data) - end > longest:
            if end:
                chunk = held.take(end, line, piece.offset)
                line = chunk.next_line
                yield chunk
            dropped, held = held.data[:_HEAD], _Held()
    if piece is None:
        return
    end_of_dump = piece.position + len(piece.data)
    if dropped is not None:
        yield _without(dropped, line, longest, end_of_dump, piece.offset)
    elif rest := held.data:
        following = line + rest.count(b"\n") + (not rest.endswith(b"\n"))
        yield Chunk(rest, line, end_of_dump, following, piece.offset)


class _Held:
    """Bytes that wait for the end of their line, and where the pieces they came in lie in the dump."""

    def __init__(self) -> None:
        self.data = b""
        self._pieces: list[tuple[int, Position]] = []

    def add(self, data: bytes, position: Position) -> None:
        self._pieces.append((len(self.data), position))
        self.data += data

    def take(self, end: int, line: int, offset: int) -> Chunk:
        """Remove the first bytes, which are whole lines, as a chunk."""
        last = max(number for number, (start, _) in enumerate(self._pieces) if start < end)
        start, position = self._pieces[last]
        after = position + (end - start)
        taken, self.data = self.data[:end], self.data[end:]
        self._pieces = [(0, after), *((start - end, place) for start, place in self._pieces[last + 1 :])]
        return Chunk(taken, line, after, line + taken.count(b"\n"), offset)


def _without(head: bytes, line: int, longest: int, end: Position, offset: int) -> Chunk:
    """A chunk in place of a line that is too long."""
    skipped = Skipped(line, name_of(head), f"longer than {longest:,} bytes")
    return Chunk(b"", line, end, line + 1, offset, (skipped,))


def name_of(line: bytes) -> str:
    """The first identifier in a line's first thousand bytes, which mostly is the entity's own."""
    found = IDENTIFIER.search(line[:_HEAD])
    return found[1].decode() if found else ""
