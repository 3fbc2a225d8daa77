"""What one process does with a chunk of a dump."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from multiprocessing import connection, parent_process

from factlint.kbbuild.dump.entities import Json, Mention, entities_in, numbered_lines
from factlint.kbbuild.dump.lines import Chunk, Skipped


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table that an extractor makes."""

    table: str
    cells: tuple[str, ...]


Extractor = Callable[[Json], Iterable[Row]]
"""Makes rows of an entity; a function of a module, so that other processes find it."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a chunk gave.

    Attributes:
        rows: the rows, in the chunk's order.
        entities: number of lines that hold, or should hold, an entity.
        kept: number of entities that gave rows.
        skipped: entities that could not be read.
    """

    rows: tuple[Row, ...]
    entities: int
    kept: int
    skipped: tuple[Skipped, ...]


def extract_chunk(chunk: Chunk, wanted: Mention | None, extractor: Extractor) -> Extracted:
    """Parse a chunk and make rows of it.

    An entity at which the extractor fails is skipped, with the error as the reason: one odd document
    must not end the reading of a hundred million.
    """
    rows: list[Row] = []
    skipped = list(chunk.too_long)
    kept = 0
    lines = tuple(numbered_lines(chunk))
    for line, entity in entities_in(lines, wanted, skipped.append):
        try:
            made = tuple(extractor(entity))
        except Exception as error:
            skipped.append(Skipped(line, entity["id"], f"not understood ({type(error).__name__}: {error})"))
            continue
        kept += bool(made)
        rows += made
    return Extracted(tuple(rows), len(lines) + len(chunk.too_long), kept, tuple(skipped))


def begin_worker() -> None:
    """Set up a worker process: it ends with its parent, and leaves Ctrl-C to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(parent: int) -> None:
    connection.wait([parent])
    os._exit(1)
