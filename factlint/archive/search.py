"""Finding the archived articles on the event of a new one.

First the inverted index: the rarest of the new article's people, places and words, within a month of
its publication, give some dozens of candidates. Then the score by which articles of one run are
grouped, calibrated there, on those few.
"""

from __future__ import annotations

import datetime as dt
import math
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from factlint.archive.entries import bucket_of, hashed, is_telling, unpack_features
from factlint.archive.schema import UNDATED
from factlint.crossing.events import (
    KEYS,
    MOST_DAYS,
    SAME_EVENT,
    Feature,
    Pair,
    features,
    likened,
    rarity_of,
    weighted,
)
from factlint.crossing.records import SCHEMA_VERSION, ArticleDigest

CALIBRATED_ON = 120
"""Articles of the run on which SAME_EVENT was set.

Rarer than in such a run nothing counts: in a million articles nearly every feature is rare, and with
the logarithm of a million a score of 0.1 would mean another thing than where it was measured.
"""

CANDIDATES = 12
"""So many articles at most are likened to a new one."""

MOST_FOUND = 8
"""So many articles at most are compared with a new one: those nearest to it."""

_LOOK_UPS = 600
"""Pairs of a feature and a span of days that are looked up; what an undated article costs at most."""

LEAST_SHARED = 0.05
"""What a candidate must at least share of the weight that was looked up.

Half of SAME_EVENT: of 102 pairs of real articles on one event this loses none, and most articles that share
but a name or two need not be read.
"""

_FEWEST_KEYS = 8
_MOST_ROWS = 12_000
"""Postings that are read for one article at most."""

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Found:
    """An archived article on the event of a new one.

    Attributes:
        number: its number in the archive.
        digest: by what it was found, without its claims; the path is the archive's.
        pair: how far it agrees with the new article.
    """

    number: int
    digest: ArticleDigest
    pair: Pair


@dataclass(frozen=True)
class Search:
    """Looks up articles in an archive.

    Attributes:
        connection: the archive.
    """

    connection: sqlite3.Connection

    def same_event(
        self, digest: ArticleDigest, *, without: Collection[str] = (), contents: Collection[bytes] = ()
    ) -> tuple[Found, ...]:
        """The archived articles on the event of a new one, the nearest first.

        Args:
            digest: the new article.
            without: paths of archived articles that are not looked for.
            contents: hashes of texts that are not looked for.
        """
        buckets = self._buckets(digest.published)
        articles = self._articles()
        bag = features(digest)
        counts = self._counts({hashed(feature) for feature in bag})
        numbers = self._candidates(bag, counts, articles, buckets)
        candidates = self._digests(numbers, digest.published, set(without), set(contents))
        bags = {number: features(candidate) for number, candidate in candidates.items()}
        missing = {hashed(feature) for one in bags.values() for feature in one} - counts.keys()
        rarity = _Rarity(counts | self._counts(missing), articles)
        vector = weighted(bag, rarity.of(bag))
        found = (
            Found(
                number,
                candidate,
                likened(digest, candidate, vector, weighted(bags[number], rarity.of(bags[number]))),
            )
            for number, candidate in candidates.items()
        )
        near = [one for one in found if one.pair.score >= SAME_EVENT]
        return tuple(sorted(near, key=lambda one: (-one.pair.score, one.digest.path))[:MOST_FOUND])

    def updates_of(self, digest: ArticleDigest, path: str) -> tuple[ArticleDigest, ...]:
        """Archived articles whose front matter may mean that they take the place of one."""
        name = path.rpartition("/")[2]
        names = {path, name, name.rpartition(".")[0] or name, digest.title} - {""}
        marks = ", ".join("?" * len(names))
        rows = self.connection.execute(
            f"SELECT path, features FROM article WHERE updates <> '' AND updates IN ({marks})"  # noqa: S608
            f" AND digest = {SCHEMA_VERSION}",
            sorted(name.casefold() for name in names),
        )
        return tuple(unpack_features(other, packed) for other, packed in rows)

    def _articles(self) -> int:
        [articles] = self.connection.execute("SELECT TOTAL(articles) FROM bucket").fetchone()
        return int(articles)

    def _buckets(self, published: dt.date | None) -> dict[int, int]:
        """The spans of days to look into, nearest first, with the number of their articles."""
        if published is None:
            rows = self.connection.execute(
                "SELECT id, articles FROM bucket WHERE articles > 0 ORDER BY id DESC"
            )
            return dict(rows.fetchall())
        month = dt.timedelta(days=MOST_DAYS)
        here = published.toordinal()
        first = bucket_of(published - month) if here > MOST_DAYS else 0
        last = (
            bucket_of(published + month)
            if here < dt.date.max.toordinal() - MOST_DAYS
            else bucket_of(dt.date.max)
        )
        rows = self.connection.execute(
            "SELECT id, articles FROM bucket WHERE articles > 0 AND (id BETWEEN ? AND ? OR id = ?)",
            (first, last, UNDATED),
        )
        return dict(rows.fetchall())

    def _counts(self, keys: Iterable[int]) -> dict[int, int]:
        """How many archived articles have each feature, 0 for none."""
        wanted = sorted(keys)
        counts = dict.fromkeys(wanted, 0)
        for start in range(0, len(wanted), _AT_ONCE):
            some = wanted[start : start + _AT_ONCE]
            marks = ", ".join("?" * len(some))
            query = f"SELECT id, articles FROM feature WHERE id IN ({marks})"  # noqa: S608 - marks alone
            counts.update(self.connection.execute(query, some))
        return counts

    def _candidates(
        self,
        bag: Mapping[Feature, float],
        counts: Mapping[int, int],
        articles: int,
        buckets: Mapping[int, int],
    ) -> list[int]:
        """Numbers of the articles that share the weightiest features, those with most in common first."""
        weights = {
            hashed(feature): weight * math.log((articles + 1) / counts[hashed(feature)])
            for feature, weight in bag.items()
            if is_telling(feature) and counts[hashed(feature)]
        }
        keys = max(_FEWEST_KEYS, min(KEYS, _LOOK_UPS // max(1, len(buckets))))
        scores: Counter[int] = Counter()
        left = _MOST_ROWS
        looked_up = 0.0
        for feature in sorted(weights, key=lambda one: (-weights[one], one))[:keys]:
            looked_up += weights[feature] ** 2
            for bucket, size in buckets.items():
                longest = 30 + 2 * math.isqrt(size)
                rows = self.connection.execute(
                    "SELECT article FROM posting WHERE bucket = ? AND feature = ? LIMIT ?",
                    (bucket, feature, longest + 1),
                ).fetchall()
                # What a large part of them have tells none from another.
                if len(rows) > longest:
                    continue
                left -= len(rows)
                for (number,) in rows:
                    scores[number] += weights[feature] ** 2  # type: ignore[assignment]
            if left < 0:
                break
        near = [number for number, score in scores.items() if score >= LEAST_SHARED * looked_up]
        return sorted(near, key=lambda number: (-scores[number], number))

    def _digests(
        self, numbers: Iterable[int], published: dt.date | None, without: set[str], contents: set[bytes]
    ) -> dict[int, ArticleDigest]:
        """The first candidates that are near enough in time, by number."""
        found: dict[int, ArticleDigest] = {}
        for number in numbers:
            row = self.connection.execute(
                "SELECT path, content, published, features FROM article WHERE id = ? AND digest = ?",
                (number, SCHEMA_VERSION),
            ).fetchone()
            if row is None:
                continue
            path, content, day, packed = row
            if path in without or content in contents or not _is_near(published, day):
                continue
            found[number] = unpack_features(path, packed)
            if len(found) == CANDIDATES:
                break
        return found


@dataclass(frozen=True)
class _Rarity:
    """What features weigh, as in a run of as many articles as the threshold was set on."""

    counts: Mapping[int, int]
    articles: int
    _known: dict[Feature, float] = field(default_factory=dict)

    def of(self, bag: Iterable[Feature]) -> dict[Feature, float]:
        """The weight of each feature of an article."""
        share = min(1.0, CALIBRATED_ON / max(1, self.articles))
        for feature in bag:
            if feature not in self._known:
                count = self.counts.get(hashed(feature), 0)
                self._known[feature] = rarity_of(count * share, self.articles * share)
        return self._known


def _is_near(published: dt.date | None, day: str | None) -> bool:
    if published is None or day is None:
        return True
    return abs((published - dt.date.fromisoformat(day)).days) <= MOST_DAYS
