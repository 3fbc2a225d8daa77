"""An archive as what new articles are compared with."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factlint.archive.database import reading
from factlint.archive.entries import content_hash, unpack_text, with_claims
from factlint.archive.paths import ShownPaths, stored_path
from factlint.archive.search import Search
from factlint.crossing.events import Pair
from factlint.crossing.records import ArticleDigest
from factlint.engine.corpus import PublishedArticles
from factlint.engine.session import KeptArticle
from factlint.text.source import SourceText


@dataclass(frozen=True)
class Archive:
    """The articles of an archive.

    Attributes:
        file: the archive.
    """

    file: Path

    def on_events_of(self, articles: Sequence[KeptArticle]) -> PublishedArticles:
        """What the archive has on the events of new articles.

        An article of the same path or text as a new one is an earlier version of it, and is not
        compared with any of them.

        Raises:
            ArchiveError: the archive cannot be read.
        """
        own = {stored_path(one.source.path, self.file.parent) for one in articles}
        texts = {content_hash(one.source) for one in articles}
        show = ShownPaths.of_archive(self.file).show
        found: dict[int, ArticleDigest] = {}
        pairs: list[Pair] = []
        with reading(self.file) as connection:
            search = Search(connection)
            for one in articles:
                for near in search.same_event(one.digest, without=own, contents=texts):
                    found.setdefault(near.number, near.digest)
                    pairs.append(_shown(near.pair, near.digest.path, show))
            records = {number: _record(connection, number) for number in sorted(found)}
            updating = {
                newer.path: newer
                for article in found.values()
                for newer in search.updates_of(article, article.path)
                if newer.path not in own
            }
        told: dict[str, ArticleDigest] = {}
        excerpts: dict[str, bytes] = {}
        for number, (claims, packed) in records.items():
            digest = with_claims(found[number], claims)
            path = show(digest.path)
            told[path], excerpts[path] = replace(digest, path=path), packed
        for newer in updating.values():
            path = show(newer.path)
            told.setdefault(path, replace(newer, path=path))
        return PublishedArticles(tuple(told.values()), tuple(pairs), _Sources(excerpts))


@dataclass(frozen=True)
class _Sources(Mapping[str, SourceText]):
    """Texts that are put together only where a finding points into them.

    Attributes:
        excerpts: what is kept of them, packed, by path.
    """

    excerpts: Mapping[str, bytes]

    def __getitem__(self, path: str) -> SourceText:
        return unpack_text(path, self.excerpts[path])

    def __iter__(self) -> Iterator[str]:
        return iter(self.excerpts)

    def __len__(self) -> int:
        return len(self.excerpts)


def _record(connection: sqlite3.Connection, number: int) -> tuple[bytes, bytes]:
    """Claims and excerpts of an article, packed."""
    claims, excerpts = connection.execute(
        "SELECT claims, excerpts FROM record WHERE article = ?", (number,)
    ).fetchone()
    return claims, excerpts


def _shown(pair: Pair, stored: str, show: Callable[[str], str]) -> Pair:
    """A pair with the path by which messages name the archived article, in order of path."""
    first, second = sorted((pair.first, show(stored)))
    return Pair(first, second, pair.score, pair.reasons, pair.days)


def open_archive(file: Path) -> Archive:
    """An archive to compare new articles with.

    Raises:
        ArchiveError: it is missing, no archive or of another version: said before any article is read.
    """
    with reading(file):
        return Archive(file)
