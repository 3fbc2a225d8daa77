"""Adding articles to an archive, and taking them out."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from factlint.archive.entries import Entry, hashes, unpack_features
from factlint.crossing.records import SCHEMA_VERSION
from factlint.errors import ArchiveError

_AT_ONCE = 500
"""So many values at most are bound in one statement."""


@dataclass(slots=True)
class Change:
    """What adding did.

    Attributes:
        added: new articles.
        replaced: articles that took the place of an earlier version.
        known: articles that were there already.
    """

    added: int = 0
    replaced: int = 0
    known: int = 0

    def __iadd__(self, other: Change) -> Change:
        self.added += other.added
        self.replaced += other.replaced
        self.known += other.known
        return self


@dataclass
class _Index:
    """Changes of the index, made together in order of the pages they go to."""

    postings: list[tuple[int, int, int]] = field(default_factory=list)
    features: Counter[int] = field(default_factory=Counter)
    buckets: Counter[int] = field(default_factory=Counter)

    def add(self, number: int, one: Entry) -> None:
        self.postings.extend((one.bucket, feature, number) for feature in one.posted)
        self.features.update(one.keys)
        self.buckets[one.bucket] += 1

    def write(self, connection: sqlite3.Connection) -> None:
        connection.executemany("INSERT INTO posting VALUES (?, ?, ?)", sorted(self.postings))
        _count(connection, self.features, self.buckets)


def add(connection: sqlite3.Connection, entries: Iterable[Entry]) -> Change:
    """Add articles, within the transaction that is open.

    An article whose text is there already, under whatever path, changes nothing, unless its claims are
    read in another way now. One of the same path takes the place of its earlier version.
    """
    change = Change()
    index = _Index()
    for one in entries:
        olds = connection.execute(
            "SELECT id, path, content, reading FROM article WHERE path = ? OR content = ?",
            (one.path, one.content),
        ).fetchall()
        same = [
            number
            for number, path, content, reading in olds
            if content == one.content and (path != one.path or reading == one.reading)
        ]
        overtaken = [number for number, *_ in olds if number not in same]
        if overtaken:
            # What is to go must first be in the index.
            index.write(connection)
            index = _Index()
            remove(connection, overtaken)
            change.replaced += 1
        elif same:
            change.known += 1
        else:
            change.added += 1
        if not same:
            index.add(_insert(connection, one), one)
    index.write(connection)
    return change


def remove(connection: sqlite3.Connection, numbers: Sequence[int]) -> None:
    """Take articles out, within the transaction that is open; numbers that are not there change nothing."""
    features: Counter[int] = Counter()
    buckets: Counter[int] = Counter()
    for number in numbers:
        row = connection.execute("SELECT bucket, features FROM article WHERE id = ?", (number,)).fetchone()
        if row is None:
            continue
        bucket, packed = row
        try:
            keys, posted = hashes(unpack_features("", packed))
        except ArchiveError:
            keys = posted = _posted(connection, bucket, number)
        connection.executemany(
            "DELETE FROM posting WHERE bucket = ? AND feature = ? AND article = ?",
            ((bucket, feature, number) for feature in posted),
        )
        features.subtract(keys)
        buckets[bucket] -= 1
        connection.execute("DELETE FROM article WHERE id = ?", (number,))
        connection.execute("DELETE FROM record WHERE article = ?", (number,))
    _count(connection, features, buckets)
    connection.executemany(
        "DELETE FROM feature WHERE id = ? AND articles <= 0", ((feature,) for feature in features)
    )


def entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    """All articles, in the order in which they were added."""
    rows = connection.execute(
        "SELECT path, content, reading, outlet, updates, features, claims, excerpts"
        " FROM article JOIN record ON record.article = article.id WHERE digest = ? ORDER BY article.id",
        (SCHEMA_VERSION,),
    )
    for path, content, reading, outlet, updates, packed, claims, excerpts in rows:
        likened = unpack_features(path, packed)
        yield Entry(
            path,
            content,
            reading,
            likened.published,
            outlet,
            updates,
            packed,
            claims,
            excerpts,
            *hashes(likened),
        )


def known(connection: sqlite3.Connection, contents: Iterable[bytes]) -> dict[bytes, tuple[str, bytes]]:
    """Path and reading of the articles that are there, by the hash of their text."""
    wanted = list(contents)
    found: dict[bytes, tuple[str, bytes]] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        query = f"SELECT content, path, reading FROM article WHERE content IN ({marks})"  # noqa: S608 - marks alone
        found |= {content: (path, reading) for content, path, reading in connection.execute(query, some)}
    return found


def _posted(connection: sqlite3.Connection, bucket: int, number: int) -> tuple[int, ...]:
    """By what an article is found whose record cannot be read; slow, as the index is sorted otherwise."""
    rows = connection.execute(
        "SELECT feature FROM posting WHERE bucket = ? AND article = ?", (bucket, number)
    )
    return tuple(feature for (feature,) in rows)


def _insert(connection: sqlite3.Connection, one: Entry) -> int:
    published = one.published.isoformat() if one.published else None
    cursor = connection.execute(
        "INSERT INTO article (path, content, reading, digest, bucket, published, outlet, updates, features)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            one.path, one.content, one.reading, SCHEMA_VERSION, one.bucket, published, one.outlet,
            one.updates, one.features,
        ),
    )  # fmt: skip
    number = int(cursor.lastrowid or 0)
    connection.execute("INSERT INTO record VALUES (?, ?, ?)", (number, one.claims, one.excerpts))
    return number


def _count(connection: sqlite3.Connection, features: Counter[int], buckets: Counter[int]) -> None:
    for table, counts in (("feature", features), ("bucket", buckets)):
        connection.executemany(
            f"INSERT INTO {table} VALUES (?, ?)"  # noqa: S608 - one of two constants
            " ON CONFLICT (id) DO UPDATE SET articles = articles + excluded.articles",
            sorted(counts.items()),
        )
