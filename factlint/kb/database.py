"""Opening a snapshot file and making sure that it is one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.errors import SnapshotError
from factlint.kb.schema import APPLICATION_ID, SCHEMA_VERSION

if TYPE_CHECKING:
    import sqlite3

_MAGIC = b"SQLite format 3\0"
_REBUILD = "build one with `factlint kb compile`, or reinstall factlint"


def open_database(path: Path) -> sqlite3.Connection:
    """Open a snapshot for reading.

    The header is checked by hand before SQLite sees the file: a truncated file would otherwise only
    fail at whatever query first reaches a missing page.

    Raises:
        SnapshotError: the file is missing, unreadable, not a snapshot, cut short or of another schema.
    """
    import sqlite3  # rules import the store for its types, and need no database for that

    page_size, page_count, application, version = _read_header(path)
    if application != APPLICATION_ID:
        raise SnapshotError(f"{path}: a database, but not a factlint snapshot", _REBUILD)
    if version != SCHEMA_VERSION:
        raise SnapshotError(
            f"{path}: snapshot schema {version}, but this factlint reads schema {SCHEMA_VERSION}",
            "update factlint, build the snapshot again, or go back with `factlint kb use embedded`",
        )
    if path.stat().st_size != page_size * page_count:
        raise SnapshotError(f"{path}: the snapshot is cut short", _REBUILD)
    # Not mapped into memory: copying another file over a mapped one kills the process (SIGBUS), and look-ups
    # are one twentieth slower at most without it.
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        connection.execute("SELECT value FROM meta LIMIT 1").fetchone()
    except sqlite3.Error as error:
        raise SnapshotError(f"{path}: the snapshot cannot be read ({error})", _REBUILD) from error
    return connection


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """While a query runs: what SQLite complains of is a damaged snapshot.

    Raises:
        SnapshotError: a page is not what it should be, or the file cannot be read any more.
    """
    try:
        yield
    except Exception as error:
        import sqlite3

        if isinstance(error, sqlite3.Error):
            raise SnapshotError(f"{path}: the snapshot is damaged ({error})", _REBUILD) from error
        raise


def _read_header(path: Path) -> tuple[int, int, int, int]:
    """Page size, page count, application id and user version of an SQLite file.

    Layout: https://www.sqlite.org/fileformat2.html#the_database_header
    """
    try:
        # A pipe would be waited for.
        if path.is_fifo():
            raise SnapshotError(f"{path}: a pipe, not a snapshot", _REBUILD)
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError as error:
        raise SnapshotError(f"{path}: no such snapshot", _REBUILD) from error
    except OSError as error:
        raise SnapshotError(f"{path}: cannot be opened: {error.strerror}", _REBUILD) from error
    if not header:
        raise SnapshotError(f"{path}: the snapshot is empty", _REBUILD)
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise SnapshotError(f"{path}: not a factlint snapshot", _REBUILD)

    def number(offset: int, size: int) -> int:
        return int.from_bytes(header[offset : offset + size], "big")

    page_size = number(16, 2)
    return 65536 if page_size == 1 else page_size, number(28, 4), number(68, 4), number(60, 4)
