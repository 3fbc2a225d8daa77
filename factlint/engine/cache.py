"""The cache: what was found in copy that has not changed since.

One SQLite file of this user, shared by all repositories and safe for several processes at once. A
result is kept under a key made of everything that it depends on, so that nothing ever needs to be
taken back; what has not been asked for in longest goes when the file grows too large. A damaged
cache is made anew, and one that cannot be written is done without: a check never fails by it.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

VARIABLE = "FACTLINT_CACHE_DIR"
"""Environment variable: the folder of the cache."""

FILE_NAME = "results-1.sqlite"
"""With the version of its tables: another version is another file."""

LIMIT = 200_000_000
"""Bytes of results that are kept."""

_TABLE = """
CREATE TABLE IF NOT EXISTS result (
    key BLOB PRIMARY KEY, value BLOB NOT NULL, size INTEGER NOT NULL, asked INTEGER NOT NULL
) WITHOUT ROWID
"""
_AT_ONCE = 500
_TIMEOUT = 2.0
"""Seconds that one process waits for another; then it does without the cache."""


@dataclass(frozen=True)
class ResultCache:
    """A cache in a file, which is made when something is first kept.

    Attributes:
        file: where it stands.
        limit: bytes of results that are kept.
    """

    file: Path
    limit: int = LIMIT

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The results that are kept under some keys; nothing where the cache cannot be read."""
        found: dict[bytes, bytes] = {}
        if not self.file.exists():
            return found
        with suppress(OSError), self._opened() as database:
            for some in _batches(keys):
                marks = ", ".join("?" * len(some))
                query = f"SELECT key, value FROM result WHERE key IN ({marks})"  # noqa: S608 - marks alone
                for key, value in database.execute(query, some):
                    found[bytes(key)] = zlib.decompress(value)
        return found

    def put(self, results: Mapping[bytes, bytes], used: Iterable[bytes] = ()) -> None:
        """Keep results, and note that others were asked for; what is over the limit goes, oldest first."""
        now = int(time.time())
        if not results and not self.file.exists():
            return
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with self._opened() as database:
                rows = ((key, packed, len(packed), now) for key, packed in _packed(results))
                database.executemany("INSERT OR REPLACE INTO result VALUES (?, ?, ?, ?)", rows)
                database.executemany(
                    # Once a day is often enough to tell old results from those in use.
                    "UPDATE result SET asked = ? WHERE key = ? AND asked < ?",
                    ((now, key, now - 86_400) for key in used),
                )
                self._shrink(database)

    def _shrink(self, database: sqlite3.Connection) -> None:
        [size] = database.execute("SELECT COALESCE(SUM(size), 0) FROM result").fetchone()
        if size <= self.limit:
            return
        oldest = database.execute("SELECT key, size FROM result ORDER BY asked, key").fetchall()
        for key, taken in oldest:
            if size <= self.limit * 0.8:
                break
            database.execute("DELETE FROM result WHERE key = ?", (key,))
            size -= taken

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        """The database, within one transaction; raises OSError where there is none to be had."""
        try:
            with self._connected() as database:
                yield database
        except (sqlite3.Error, zlib.error) as error:
            if not _is_busy(error):
                # Damaged, or no database at all: whoever comes next starts anew.
                with suppress(OSError):
                    self.file.unlink()
            raise OSError(str(error)) from None

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        database = sqlite3.connect(self.file, timeout=_TIMEOUT)
        try:
            database.execute("PRAGMA journal_mode = WAL")
            # A result that a crash takes away is found again; the file itself stays sound.
            database.execute("PRAGMA synchronous = NORMAL")
            database.execute(_TABLE)
            with database:
                yield database
        finally:
            database.close()


def default_cache(environment: Mapping[str, str] = os.environ) -> ResultCache:
    """The cache of this user: in the folder that ``FACTLINT_CACHE_DIR`` names, else the system's place."""
    return ResultCache(cache_folder(environment) / FILE_NAME)


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder for what factlint can always make again; it may not be there yet.

    ``XDG_CACHE_HOME`` counts on every system; without it, the system's usual place
    (https://specifications.freedesktop.org/basedir-spec/latest/).
    """
    if folder := environment.get(VARIABLE):
        return Path(folder)
    home = Path(environment.get("HOME") or os.path.expanduser("~"))  # noqa: PTH111 - never raises
    if folder := environment.get("XDG_CACHE_HOME"):
        base = Path(folder)
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    elif sys.platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    else:
        base = home / ".cache"
    return base / "factlint"


def _packed(results: Mapping[bytes, bytes]) -> Iterator[tuple[bytes, bytes]]:
    return ((key, zlib.compress(value, 1)) for key, value in results.items())


def _is_busy(error: Exception) -> bool:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    return code & 0xFF in {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
    }


def _batches(keys: Iterable[bytes]) -> Iterator[Sequence[bytes]]:
    waiting = iter(keys)
    while some := tuple(islice(waiting, _AT_ONCE)):
        yield some
