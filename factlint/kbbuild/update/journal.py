"""What has been answered so far, kept so that an update goes on where it was killed."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from factlint.kbbuild.update.client import Request
from factlint.kbbuild.update.errors import UpdateError

KEPT = dt.timedelta(days=7)
"""Answers older than this are asked for again."""

_RESTART = "run `factlint kb update --restart`"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an endpoint said, and on what day; ``body`` is empty where the question was too much for it."""

    body: bytes
    day: dt.date


class Journal:
    """Answers by question, in an SQLite file of one update.

    Each answer is on the disk before the next question is asked. Two updates of the same kind at a time
    are kept apart by a lock.
    """

    def __init__(self, path: Path, today: dt.date) -> None:
        """Open or begin a journal.

        Raises:
            UpdateError: another update is at work with it, or it cannot be read.
        """
        self.path = path
        self._today = today
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=0.5, isolation_level=None)
            self._connection.executescript(
                "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;"
            )
            self._connection.execute("BEGIN EXCLUSIVE")
            self._connection.execute(
                "CREATE TABLE IF NOT EXISTS answer (question TEXT PRIMARY KEY, day TEXT NOT NULL,"
                " body BLOB NOT NULL) WITHOUT ROWID"
            )
            oldest = (today - KEPT).isoformat()
            self._connection.execute("DELETE FROM answer WHERE day < ? OR day > ?", (oldest, f"{today}"))
            self._connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise UpdateError(f"{path}: another update is at work", "wait for it to end") from error
            raise UpdateError(f"{path}: the journal cannot be written ({error})") from error
        except sqlite3.DatabaseError as error:
            raise UpdateError(f"{path}: the journal cannot be read ({error})", _RESTART) from error
        except OSError as error:
            raise UpdateError(f"{path}: the journal cannot be written ({error.strerror})") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def __len__(self) -> int:
        row = self._connection.execute("SELECT count(*) FROM answer").fetchone()
        return int(row[0])

    def get(self, request: Request) -> Answer | None:
        """The answer that was kept for a question."""
        row = self._connection.execute(
            "SELECT body, day FROM answer WHERE question = ?", (question_key(request),)
        ).fetchone()
        if row is None:
            return None
        try:
            return Answer(zlib.decompress(row[0]), dt.date.fromisoformat(row[1]))
        except (zlib.error, ValueError) as error:
            raise UpdateError(f"{self.path}: the journal cannot be read ({error})", _RESTART) from error

    def put(self, request: Request, body: bytes) -> Answer:
        """Keep the answer to a question.

        Raises:
            UpdateError: the disk is full or the like.
        """
        try:
            self._connection.execute(
                "INSERT OR REPLACE INTO answer VALUES (?, ?, ?)",
                (question_key(request), self._today.isoformat(), zlib.compress(body)),
            )
        except sqlite3.Error as error:
            raise UpdateError(f"{self.path}: the journal cannot be written ({error})") from error
        return Answer(body, self._today)

    def remove(self) -> None:
        """Close the journal and delete it."""
        self._connection.close()
        remove_journal(self.path)


def remove_journal(path: Path) -> None:
    """Delete a journal that may not be there."""
    for name in (path.name, f"{path.name}-journal"):
        path.with_name(name).unlink(missing_ok=True)


def question_key(request: Request) -> str:
    """What tells one question from another."""
    return hashlib.sha256(json.dumps([request.url, request.parameters]).encode()).hexdigest()
