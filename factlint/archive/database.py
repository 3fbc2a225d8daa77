"""Opening the file of an archive, and saying what is wrong with it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from factlint.archive.schema import APPLICATION_ID, PAGE_SIZE, VERSION, create, migrate
from factlint.errors import ArchiveError

_PATIENCE = 60.0
"""Seconds that one process waits for another that writes."""

_WRITER_CACHE = 256_000
_READER_CACHE = 16_000
"""Kilobytes of pages that are held in memory."""

_OTHER_FILE = "name another file, or add articles to a new one with 'factlint archive add'"


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for adding and removing; the file is made where there is none.

    It is in WAL mode: readers see the last finished transaction, whatever happens to this process.

    Raises:
        ArchiveError: it is no archive, of a later version, or cannot be written.
    """
    _must_be_file(path)
    with guarded(path):
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        with closing(connection):
            connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
            connection.execute(f"PRAGMA cache_size = -{_WRITER_CACHE}")
            if not _is_current(connection, path):
                _bring_up(connection, path)
            connection.execute("PRAGMA synchronous = FULL")
            yield connection


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that sees the archive as it is now, whatever others add or remove meanwhile.

    Raises:
        ArchiveError: it is missing, no archive, or of another version that cannot be migrated here.
    """
    if not os.path.lexists(path):
        raise ArchiveError(f"{path}: no such archive", "make it with 'factlint archive add'")
    _must_be_file(path)
    with guarded(path):
        connection = _connect_reading(path)
        with closing(connection):
            if not _is_current(connection, path):
                # Only a writer can migrate; it leaves one that is current alone.
                with writing(path):
                    pass
            connection.execute(f"PRAGMA cache_size = -{_READER_CACHE}")
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")
            yield connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; others that write wait meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Turns what SQLite complains of into messages that say what to do.

    Raises:
        ArchiveError: SQLite complained.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(path, error) from error


def _explained(path: Path, error: sqlite3.Error) -> ArchiveError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return ArchiveError(f"{path}: not a factlint archive", _OTHER_FILE)
    if code == sqlite3.SQLITE_FULL:
        return ArchiveError(
            f"{path}: the disk is full", "make room and run it again; what was added before is kept"
        )
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return ArchiveError(
            f"{path}: the archive cannot be opened or written ({error})", "check its folder and rights"
        )
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return ArchiveError(f"{path}: another process is writing the archive", "try again when it is done")
    if code == sqlite3.SQLITE_IOERR:
        return ArchiveError(
            f"{path}: the disk fails, or is full ({error})", "check it; what was added before is kept"
        )
    return ArchiveError(
        f"{path}: the archive is damaged ({error})",
        "restore it from a backup, or add the articles to a new one",
    )


def _must_be_file(path: Path) -> None:
    # A pipe would be waited for.
    if path.exists() and not path.is_file():
        raise ArchiveError(f"{path}: not a file", _OTHER_FILE)


def _connect_reading(path: Path) -> sqlite3.Connection:
    uri = path.resolve().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=rw", uri=True, timeout=_PATIENCE, isolation_level=None)
    try:
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        code = error.sqlite_errorcode & 0xFF
        pending = path.with_name(f"{path.name}-wal")
        if code not in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY} or pending.exists():
            raise
        # In a folder that cannot be written WAL has no place for its index; nobody can change the file there.
        return sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None)
    return connection


def _is_current(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the tables are there in their present form; raises ArchiveError where they never can be."""
    [application] = connection.execute("PRAGMA application_id").fetchone()
    [version] = connection.execute("PRAGMA user_version").fetchone()
    [tables] = connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID and (tables or application or version):
        raise ArchiveError(f"{path}: a database, but not a factlint archive", _OTHER_FILE)
    if version > VERSION:
        raise ArchiveError(
            f"{path}: archive version {version}, but this factlint reads version {VERSION}", "update factlint"
        )
    return bool(version == VERSION)


def _bring_up(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables, or migrate them; in one transaction, so that a kill leaves the one or the other."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        # Another process may have been quicker.
        if _is_current(connection, path):
            return
        [version] = connection.execute("PRAGMA user_version").fetchone()
        if version:
            migrate(connection, version)
        else:
            create(connection)
