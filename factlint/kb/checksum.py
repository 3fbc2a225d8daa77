"""The checksum of a snapshot's facts."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_TABLES = (
    "source", "entity", "name", "called", "word", "spelling", "adjective", "office",
    "office_form", "tenure", "place", "capital", "election", "election_complete", "event",
)  # fmt: skip
"""All tables but ``meta`` and those that follow from the names."""


def content_checksum(connection: sqlite3.Connection) -> str:
    """Hex SHA-256 over the rows of all tables that hold facts, however SQLite stores them."""
    digest = hashlib.sha256()
    for table in _TABLES:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        digest.update(f"{table}({','.join(columns)})\n".encode())
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY {', '.join(columns)}"):
            digest.update(repr(row).encode())
    return digest.hexdigest()
