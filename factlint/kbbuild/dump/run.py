"""Reading a whole dump on several cores."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from factlint.errors import SnapshotError
from factlint.kbbuild.dump.entities import Mention
from factlint.kbbuild.dump.extract import Extracted, Extractor, begin_worker, extract_chunk
from factlint.kbbuild.dump.journal import Journal, State
from factlint.kbbuild.dump.lines import CHUNK, Chunk, cut_chunks
from factlint.kbbuild.dump.pieces import read_pieces

_BETWEEN_COMMITS = 1.0
"""Seconds; what was read since the last one is read again after a kill."""
_AHEAD = 2
"""Chunks for each process that may wait to be read or to be noted."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A dump, what is wanted of it, and how to read it.

    Attributes:
        dump: the file.
        wanted: which lines to parse, None for all.
        extractor: makes rows of an entity.
        jobs: number of processes; with 1, everything happens in this one.
        chunk: bytes of plain text that a process gets at a time.
    """

    dump: Path
    wanted: Mention | None
    extractor: Extractor
    jobs: int = 1
    chunk: int = CHUNK


def available_cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def read_dump(
    reading: Reading, journal: Journal, progress: Callable[[State], None] = lambda _: None
) -> State:
    """Read a dump into a journal, from where the journal ends.

    What comes into the journal is the same for any number of processes and any number of kills.

    Args:
        reading: what to do.
        journal: of this dump and extractor; complete afterwards.
        progress: called after each chunk.

    Raises:
        SnapshotError: the dump cannot be read, holds no entity, or a process died. What was read until
            then is in the journal.
    """
    if not journal.state.complete:
        workers: AbstractContextManager[Executor | None] = nullcontext()
        if reading.jobs > 1:
            # "spawn" gives the same start on every platform.
            workers = ProcessPoolExecutor(
                reading.jobs, mp_context=get_context("spawn"), initializer=begin_worker
            )
        try:
            with workers as executor:
                _read(reading, journal, executor, progress)
        except BrokenProcessPool as error:
            raise SnapshotError(
                f"{reading.dump}: a reading process died, perhaps for want of memory",
                "run it again to go on, with fewer --jobs",
            ) from error
        finally:
            journal.commit()
        journal.complete()
    state = journal.state
    if state.entities == state.skipped:
        first = next(journal.skipped(), None)
        raise SnapshotError(
            f"{reading.dump}: no entity can be read" + (f" ({first})" if first else ": the dump is empty"),
            "give a Wikidata JSON dump, which has one entity a line",
        )
    return state


def _read(
    reading: Reading, journal: Journal, executor: Executor | None, progress: Callable[[State], None]
) -> None:
    ahead = _AHEAD * reading.jobs
    waiting: deque[tuple[Chunk, Future[Extracted]]] = deque()
    committed = time.monotonic()

    def note(chunk: Chunk, extracted: Extracted) -> None:
        nonlocal committed
        journal.add(chunk, extracted)
        if time.monotonic() - committed >= _BETWEEN_COMMITS:
            journal.commit()
            committed = time.monotonic()
        progress(journal.state)

    state = journal.state
    pieces = read_pieces(reading.dump, state.position, executor, ahead)
    try:
        for chunk in cut_chunks(pieces, state.line, reading.chunk):
            if executor is None:
                note(chunk, extract_chunk(chunk, reading.wanted, reading.extractor))
                continue
            future = executor.submit(extract_chunk, chunk, reading.wanted, reading.extractor)
            waiting.append((replace(chunk, data=b""), future))
            while len(waiting) > ahead or (waiting and waiting[0][1].done()):
                _note_next(waiting, note)
    finally:
        # Also where the dump turns out to be cut short: what stands before that is read and kept.
        while waiting:
            _note_next(waiting, note)


def _note_next(
    waiting: deque[tuple[Chunk, Future[Extracted]]], note: Callable[[Chunk, Extracted], None]
) -> None:
    chunk, future = waiting.popleft()
    note(chunk, future.result())
