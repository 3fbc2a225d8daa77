"""The tables of an archive, and the way from each earlier form of them to the present one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

APPLICATION_ID = 0x66_6C_61_72  # "flar"
"""Marks the file as an archive (https://www.sqlite.org/pragma.html#pragma_application_id)."""

VERSION = 2
"""The form of the tables, kept as SQLite's ``user_version``.

1: postings by feature alone.
2: postings by span of days first: what an article is compared with lies within a month of it, so that
   a look-up no longer grows with the years of the archive, and each day's articles are added to pages
   that lie together.
"""

PAGE_SIZE = 16_384
"""Bytes: three records of ordinary articles fill a page; of 8,192 bytes two fifths would be left empty."""

DAYS = 30
"""Days of publication that share their postings."""

UNDATED = -1_000_000
"""The span of days of articles without a date."""

_TABLES = """
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,       -- relative to the archive's folder
    content BLOB NOT NULL UNIQUE,    -- hash of the text
    reading BLOB NOT NULL,           -- hash of what else the claims depend on
    digest INTEGER NOT NULL,         -- version of its digest
    bucket INTEGER NOT NULL,         -- number of its span of days
    published TEXT,
    outlet TEXT NOT NULL,
    updates TEXT NOT NULL,           -- the article that it takes the place of, case-folded
    features BLOB NOT NULL           -- by what it is found and likened, packed
);
CREATE INDEX article_updates ON article (updates) WHERE updates <> '';
CREATE TABLE record (
    article INTEGER PRIMARY KEY,
    claims BLOB NOT NULL,            -- a digest without these, packed
    excerpts BLOB NOT NULL
);
CREATE TABLE feature (
    id INTEGER PRIMARY KEY,          -- hash of its kind and key
    articles INTEGER NOT NULL
);
CREATE TABLE bucket (
    id INTEGER PRIMARY KEY,
    articles INTEGER NOT NULL
);
"""

_POSTINGS = """
CREATE TABLE posting (
    bucket INTEGER NOT NULL,
    feature INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (bucket, feature, article)
) WITHOUT ROWID;
"""


def create(connection: sqlite3.Connection) -> None:
    """Make the tables, within the transaction that is open."""
    _run(connection, _TABLES + _POSTINGS)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring the tables of an earlier version to the present form, within the transaction that is open."""
    for step in _STEPS[version - 1 :]:
        step(connection)
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _to_version_2(connection: sqlite3.Connection) -> None:
    """Sort the postings by span of days."""
    _run(connection, f"ALTER TABLE posting RENAME TO posting_1;{_POSTINGS}")
    connection.execute(
        "INSERT INTO posting SELECT article.bucket, posting_1.feature, posting_1.article"
        " FROM posting_1 JOIN article ON article.id = posting_1.article ORDER BY 1, 2, 3"
    )
    connection.execute("DROP TABLE posting_1")


_STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (_to_version_2,)
"""What leads from version 1 to 2, from 2 to 3, and so on."""


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Run statements one by one: ``executescript`` would end the transaction first."""
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)
