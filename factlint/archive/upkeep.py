"""Looking after an archive: what it holds, taking articles out, writing them out, making it smaller."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factlint.archive.database import guarded, reading, transaction, writing
from factlint.archive.entries import unpack
from factlint.archive.paths import stored_path
from factlint.archive.schema import VERSION
from factlint.archive.store import remove
from factlint.crossing.records import SCHEMA_VERSION
from factlint.errors import ArchiveError

_AT_ONCE = 200
"""Articles that are taken out in one transaction: others need not wait long."""


@dataclass(frozen=True, slots=True)
class ArchiveInfo:
    """What an archive holds.

    Attributes:
        version: of its tables.
        articles: how many.
        first, last: the earliest and latest publication date as ISO, None without dated articles.
        undated: articles without a date.
        outdated: articles that another version of factlint read; they are not compared until they are
            added again.
        outlets: how many outlets are named.
        features: how many people, places and words tell the articles apart.
        size: bytes of the file.
        pending: bytes of its write-ahead log.
    """

    version: int
    articles: int
    first: str | None
    last: str | None
    undated: int
    outdated: int
    outlets: int
    features: int
    size: int
    pending: int


def info(archive: Path) -> ArchiveInfo:
    """Say what an archive holds; raises ArchiveError where it cannot be read."""
    with reading(archive) as connection:
        row = connection.execute(
            "SELECT COUNT(*), MIN(published), MAX(published), COUNT(*) - COUNT(published),"
            " TOTAL(digest <> ?), COUNT(DISTINCT NULLIF(outlet, '')) FROM article",
            (SCHEMA_VERSION,),
        ).fetchone()
        articles, first, last, undated, outdated, outlets = row
        [features] = connection.execute("SELECT COUNT(*) FROM feature").fetchone()
    log = archive.with_name(f"{archive.name}-wal")
    return ArchiveInfo(
        version=VERSION,
        articles=articles,
        first=first,
        last=last,
        undated=undated,
        outdated=int(outdated),
        outlets=outlets,
        features=features,
        size=archive.stat().st_size,
        pending=log.stat().st_size if log.exists() else 0,
    )


def remove_paths(archive: Path, paths: Iterable[str]) -> tuple[int, tuple[str, ...]]:
    """Take articles out, given by their paths or folders; they need not be on disk any more.

    Returns:
        How many went, and the paths that the archive does not have.

    Raises:
        ArchiveError: the archive is missing or cannot be written.
    """
    if not archive.exists():
        raise ArchiveError(f"{archive}: no such archive", "name another with --archive")
    numbers: list[int] = []
    missing: list[str] = []
    with writing(archive) as connection:
        for path in paths:
            found = _numbers(connection, stored_path(path, archive.parent))
            numbers += found
            if not found:
                missing.append(path)
        for start in range(0, len(numbers), _AT_ONCE):
            with transaction(connection):
                remove(connection, numbers[start : start + _AT_ONCE])
    return len(set(numbers)), tuple(missing)


def exported(archive: Path) -> Iterator[dict[str, Any]]:
    """Every article as a JSON object, in order of path.

    Raises:
        ArchiveError: the archive cannot be read, or a record is damaged.
    """
    with reading(archive) as connection:
        rows = connection.execute(
            "SELECT path, hex(content), published, outlet, features, claims, excerpts"
            " FROM article JOIN record ON record.article = article.id ORDER BY path"
        )
        for path, content, published, outlet, features, claims, excerpts in rows:
            yield {
                "path": path,
                "content": content.lower(),
                "published": published,
                "outlet": outlet,
                "features": _json(features),
                "claims": _json(claims),
                "excerpts": _json(excerpts),
            }


def vacuum(archive: Path) -> tuple[int, int]:
    """Give back the room of what was taken out; others may read meanwhile.

    Returns:
        Bytes of the file before and after.

    Raises:
        ArchiveError: the archive is missing, in use by somebody who writes, or the disk is full: it needs
            as much room again while it works.
    """
    if not archive.exists():
        raise ArchiveError(f"{archive}: no such archive", "name another with --archive")
    before = archive.stat().st_size
    with writing(archive) as connection, guarded(archive):
        connection.execute("VACUUM")
        # Who still reads keeps the old pages; then the file shrinks when the next writer is done.
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return before, archive.stat().st_size


def _numbers(connection: sqlite3.Connection, path: str) -> list[int]:
    folder = f"{path.rstrip('/')}/" if path != "." else ""
    # The articles of a file of several are called feed.xml#1, feed.xml#2 and so on.
    rows = connection.execute(
        "SELECT id FROM article WHERE path = ?1 OR substr(path, 1, length(?2)) = ?2"
        " OR substr(path, 1, length(?3)) = ?3",
        (path, folder, f"{path}#"),
    )
    return [number for (number,) in rows]


def _json(data: bytes) -> Any:
    try:
        return json.loads(unpack(data))
    except ValueError as error:
        raise ArchiveError(
            f"a record of the archive is damaged ({error})", "restore it from a backup"
        ) from None
