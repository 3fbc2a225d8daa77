"""An archive as what new articles are compared with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factlint.archive.database import reading
from factlint.archive.entries import content_hash, unpack_excerpts, with_claims
from factlint.archive.excerpts import restore
from factlint.archive.paths import shown_path, stored_path
from factlint.archive.search import Found, Search
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
        found: dict[int, ArticleDigest] = {}
        pairs: list[Pair] = []
        with reading(self.file) as connection:
            search = Search(connection)
            for one in articles:
                for near in search.same_event(one.digest, without=own, contents=texts):
                    found.setdefault(near.number, near.digest)
                    pairs.append(self._pair(near))
            newer = {
                digest.path: digest
                for article in found.values()
                for digest in search.updates_of(article, article.path)
                if digest.path not in own
            }
            told = [*self._told(connection, found)]
        shown = {digest.path for digest, _ in told}
        updating = (self._renamed(digest) for digest in newer.values())
        return PublishedArticles(
            digests=(*(digest for digest, _ in told), *(one for one in updating if one.path not in shown)),
            pairs=tuple(pairs),
            sources={digest.path: source for digest, source in told},
        )

    def _told(
        self, connection: sqlite3.Connection, found: dict[int, ArticleDigest]
    ) -> Iterator[tuple[ArticleDigest, SourceText]]:
        """Each article with its claims, and what is kept of its text."""
        for number, digest in sorted(found.items()):
            claims, excerpts = connection.execute(
                "SELECT claims, excerpts FROM record WHERE article = ?", (number,)
            ).fetchone()
            renamed = self._renamed(digest)
            yield with_claims(renamed, claims), restore(renamed.path, unpack_excerpts(excerpts))

    def _pair(self, near: Found) -> Pair:
        pair = near.pair
        first, second = sorted((pair.first, self._shown(near.digest.path)))
        return Pair(first, second, pair.score, pair.reasons, pair.days)

    def _renamed(self, digest: ArticleDigest) -> ArticleDigest:
        return replace(digest, path=self._shown(digest.path))

    def _shown(self, path: str) -> str:
        return shown_path(path, self.file.parent)


def open_archive(file: Path) -> Archive:
    """An archive to compare new articles with.

    Raises:
        ArchiveError: it is missing, no archive or of another version: said before any article is read.
    """
    with reading(file):
        return Archive(file)
