"""The pairs of articles to compare, and which other articles bear a statement out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from factlint.crossing.events import Events
from factlint.crossing.judging.alignment import Alignment
from factlint.crossing.judging.model import Disagreement
from factlint.crossing.records import ArticleDigest

MOST_WITNESSES = 12
"""So many other articles at most are asked whether they bear a statement out."""

Age = tuple[bool, str, bool, str]
"""What articles are ordered by from the earliest to the latest."""


@dataclass(frozen=True)
class Comparison:
    """The articles of a run, ready to be compared.

    Attributes:
        events: the articles, and which of them belong together.
        published: paths of articles from an archive, which are compared with but not judged.
    """

    events: Events
    published: frozenset[str] = frozenset()

    @property
    def articles(self) -> tuple[ArticleDigest, ...]:
        """All articles, in order of path."""
        return tuple(self.events.digests.values())

    @cached_property
    def superseded(self) -> frozenset[str]:
        """Paths of articles that a later version has taken the place of."""
        return frozenset(
            older.path
            for newer in self.articles
            if newer.updates
            for older in self.articles
            if older.path != newer.path and _is_named(older, newer.updates)
        )

    @cached_property
    def alignments(self) -> tuple[Alignment, ...]:
        """The pairs on one event that both stand, the earlier article first."""
        return tuple(
            Alignment(*(digests[path] for path in sorted((pair.first, pair.second), key=self.age)))
            for digests in (self.events.digests,)
            for pair in self.events.pairs
            if not {pair.first, pair.second} & self.superseded
        )

    @cached_property
    def _neighbours(self) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for alignment in self.alignments:
            found[alignment.one.path].add(alignment.other.path)
            found[alignment.other.path].add(alignment.one.path)
        return found

    def neighbours(self, path: str) -> frozenset[str]:
        """The articles that an article is compared with."""
        return frozenset(self._neighbours.get(path, ()))

    def age(self, path: str) -> Age:
        """Orders paths from the earliest article to the latest; those without a date come last, by path.

        What is published is earlier than new copy unless their dates say otherwise.
        """
        published = self.events.digests[path].published
        day, is_new = published.isoformat() if published else "", path not in self.published
        return not day and is_new, day, is_new, path

    def witnesses(self, disagreement: Disagreement) -> Iterator[ArticleDigest]:
        """Further articles on the event of both parties to a disagreement."""
        one, other = disagreement.one.path, disagreement.other.path
        common = (self.neighbours(one) | self.neighbours(other)) - {one, other}
        for path in sorted(common)[:MOST_WITNESSES]:
            yield self.events.digests[path]

    def bearing_out(
        self, disagreement: Disagreement, says: Callable[[ArticleDigest], bool]
    ) -> tuple[str, ...]:
        """Paths of the witnesses that say something."""
        return tuple(digest.path for digest in self.witnesses(disagreement) if says(digest))


def _is_named(digest: ArticleDigest, reference: str) -> bool:
    """Whether "updates: morning.md" or "updates: Storm hits coast" means this article."""
    path = PurePath(digest.path)
    return reference in (digest.path, path.name, path.stem) or (
        bool(digest.title) and reference.casefold() == digest.title.casefold()
    )
