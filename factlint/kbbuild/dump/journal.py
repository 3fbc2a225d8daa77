"""What has been made of a dump so far, kept so that reading goes on where it was killed."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from factlint.errors import SnapshotError
from factlint.kbbuild.dump.extract import Extracted
from factlint.kbbuild.dump.lines import Chunk, Skipped
from factlint.kbbuild.dump.pieces import BEGINNING, Position

_TABLES = """
CREATE TABLE IF NOT EXISTS state (
  key TEXT NOT NULL, mark INTEGER NOT NULL, skip INTEGER NOT NULL, line INTEGER NOT NULL,
  offset INTEGER NOT NULL, entities INTEGER NOT NULL, kept INTEGER NOT NULL, skipped INTEGER NOT NULL,
  complete INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS row (number INTEGER PRIMARY KEY, of_table TEXT NOT NULL, cells TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS skipped (line INTEGER PRIMARY KEY, name TEXT NOT NULL, reason TEXT NOT NULL);
"""
_SAMPLE = 1 << 16


@dataclass(frozen=True, slots=True)
class State:
    """How far the reading of a dump has come.

    Attributes:
        position: where to go on.
        line: number of the line there.
        offset: that place in bytes of the file as it is on disk, roughly.
        entities: number of entities read.
        kept: number of those that gave rows.
        skipped: number of those that could not be read.
        complete: whether the end of the dump was reached.
    """

    position: Position = BEGINNING
    line: int = 1
    offset: int = 0
    entities: int = 0
    kept: int = 0
    skipped: int = 0
    complete: bool = False


class Journal:
    """Rows made of a dump and the place up to which they were made, in an SQLite file.

    Rows and place are written in one transaction, and ``commit`` returns when they are on the disk. Two
    builds of the same output are kept apart by a lock.
    """

    def __init__(self, path: Path, key: str) -> None:
        """Open or begin a journal.

        Args:
            path: its file.
            key: what it is a journal of; rows made of something else are dropped.

        Raises:
            SnapshotError: another process is at work with it, or it cannot be read or written.
        """
        self.path = path
        self._key = key
        with self._errors():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=0.5, isolation_level=None)
            self._connection.executescript(
                "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;"
            )
            self._connection.execute("BEGIN EXCLUSIVE")
            for statement in _TABLES.split(";"):
                self._connection.execute(statement)
            found = self._connection.execute("SELECT * FROM state").fetchone()
            if found and found[0] == key:
                _, mark, skip, line, offset, entities, kept, skipped, complete = found
                self.state = State(
                    Position(mark, skip), line, offset, entities, kept, skipped, bool(complete)
                )
            else:
                for table in ("state", "row", "skipped"):
                    self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - names of ours
                self.state = State()
                self._connection.execute("INSERT INTO state VALUES (?, 0, 0, 1, 0, 0, 0, 0, 0)", (key,))
            self._connection.execute("COMMIT")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def add(self, chunk: Chunk, extracted: Extracted) -> None:
        """Note what the chunk after the last one gave; on the disk only after ``commit``."""
        with self._errors():
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN")
            self._connection.executemany(
                "INSERT INTO row (of_table, cells) VALUES (?, ?)",
                ((row.table, json.dumps(row.cells, ensure_ascii=False)) for row in extracted.rows),
            )
            self._connection.executemany(
                "INSERT INTO skipped VALUES (?, ?, ?)",
                ((item.line, item.name, item.reason) for item in extracted.skipped),
            )
        state = self.state
        self.state = State(
            chunk.end,
            chunk.next_line,
            chunk.offset,
            state.entities + extracted.entities,
            state.kept + extracted.kept,
            state.skipped + len(extracted.skipped),
        )

    def complete(self) -> None:
        """Note that the dump has been read to its end."""
        self.state = replace(self.state, complete=True)
        self.commit()

    def commit(self) -> None:
        """Bring everything noted to the disk."""
        state = self.state
        values = (
            state.position.mark, state.position.skip, state.line, state.offset, state.entities, state.kept,
            state.skipped, state.complete,
        )  # fmt: skip
        with self._errors():
            if not self._connection.in_transaction:
                self._connection.execute("BEGIN")
            self._connection.execute(
                "UPDATE state SET mark = ?, skip = ?, line = ?, offset = ?, entities = ?, kept = ?,"
                " skipped = ?, complete = ?",
                values,
            )
            self._connection.execute("COMMIT")

    def rows(self, table: str) -> Iterator[tuple[str, ...]]:
        """The cells of a table's rows, in the order of the dump."""
        with self._errors():
            for (cells,) in self._connection.execute(
                "SELECT cells FROM row WHERE of_table = ? ORDER BY number", (table,)
            ):
                yield tuple(json.loads(cells))

    def skipped(self) -> Iterator[Skipped]:
        """The entities that could not be read, by line."""
        with self._errors():
            for item in self._connection.execute("SELECT line, name, reason FROM skipped ORDER BY line"):
                yield Skipped(*item)

    def remove(self) -> None:
        """Close the journal and delete it."""
        self._connection.close()
        remove_journal(self.path)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise SnapshotError(f"{self.path}: another build is at work", "wait for it to end") from error
            raise SnapshotError(f"{self.path}: the journal cannot be written ({error})") from error
        except (sqlite3.DatabaseError, ValueError) as error:
            raise SnapshotError(
                f"{self.path}: the journal cannot be read ({error})", "run it again with --restart"
            ) from error
        except OSError as error:
            raise SnapshotError(f"{self.path}: the journal cannot be written ({error.strerror})") from error


def remove_journal(path: Path) -> None:
    """Delete a journal that may not be there."""
    for name in (path.name, f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)


def dump_key(path: Path, task: str) -> str:
    """What tells a dump and what is made of it from others: its size, its first and last bytes, the task.

    Raises:
        SnapshotError: the dump cannot be read.
    """
    digest = hashlib.sha256(task.encode())
    try:
        size = path.stat().st_size
        digest.update(f"\0{path.suffix}\0{size}\0".encode())
        with path.open("rb") as file:
            digest.update(file.read(_SAMPLE))
            file.seek(max(0, size - _SAMPLE))
            digest.update(file.read(_SAMPLE))
    except OSError as error:
        raise SnapshotError(f"{path}: the dump cannot be read ({error.strerror})") from error
    return digest.hexdigest()
