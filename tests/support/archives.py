"""Copy for tests of archives, and what an archive holds in a form that can be compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from factlint.archive.database import transaction, writing
from factlint.archive.entries import Entry
from factlint.archive.store import Change, add

EntryOf = Callable[..., Entry]
"""Text, path and publication date -> what an archive keeps of the article."""

EARLY = """\
A ferry sank off Samos in a storm on Tuesday, killing 12 people, the coast guard said.

Passengers were taken to the port of Vathy, where Sergey Lavrov had arrived.
"""
LATE = """\
A ferry sank off Samos in a storm on Tuesday, killing 15 people, the coast guard said.

Passengers were taken to the port of Vathy.
"""
OTHER = "The council of Lower Brenning voted to raise $7 million for the dam after the flood.\n"


def story(number: int) -> str:
    """Copy on an event of its own."""
    word = "".join(chr(97 + int(digit)) for digit in f"{number:05}")
    return (
        f"A barge ran aground near Port {word.title()} on Monday, hurting {number + 2} people, said the"
        f" harbour master of {word.title()}.\n\nThe cargo of {word}ite was saved by {word.title()} Marine.\n"
    )


def content(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of an archive's tables but for the numbers of articles, which say in what order they came."""
    with closing(sqlite3.connect(file)) as connection:
        return {
            "article": connection.execute(
                "SELECT path, content, bucket, published, outlet, updates, features, claims, excerpts"
                " FROM article JOIN record ON record.article = article.id ORDER BY path"
            ).fetchall(),
            "posting": connection.execute(
                "SELECT posting.bucket, feature, path FROM posting JOIN article ON article.id = article"
                " ORDER BY 1, 2, 3"
            ).fetchall(),
            "feature": connection.execute("SELECT id, articles FROM feature ORDER BY 1").fetchall(),
            "bucket": connection.execute("SELECT * FROM bucket WHERE articles > 0 ORDER BY id").fetchall(),
        }


def added(file: Path, *entries: Entry) -> Change:
    """Add to an archive in one transaction."""
    with writing(file) as connection, transaction(connection):
        return add(connection, entries)
