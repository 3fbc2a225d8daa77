"""Which articles speak of the same event.

An article is a bag of features: its people, the places it names, and the words it uses most. Two
articles belong together as far as their features agree, each weighed by how rare it is among the
articles at hand, and as far as their publication dates are near. Candidates come from an inverted
index, so that articles with nothing rare in common never meet.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from factlint.crossing.common import COMMON
from factlint.crossing.records import ArticleDigest

SAME_EVENT = 0.1
"""Score from which two articles are compared.

Measured on 40 clusters of three outlets on one event each: all 120 pairs within a cluster reach it, and of
the 7,020 pairs between clusters one, which is on two days of one affair.
"""

HALF_LIFE = 6.0
"""Days between two publication dates after which the score is halved; then it falls with their square."""

MOST_DAYS = 30
"""Articles so far apart are not compared at all: anniversaries, trials and reruns of a story."""

STRANGERS = 0.6
"""What is left of the score where two articles share words, but no person and no place."""

KEYS = 40
"""By so many of its weightiest features an article is found in the index."""

_PERSON, _SITE, _TERM = "person", "place", "word"
_PERSON_WEIGHT = 3.0
_FAME = 0.4
"""By so much less a person weighs for each degree of prominence: the president is in every story."""
_SITE_WEIGHT = 0.7
_TERM_WEIGHT = 0.45
_COMMON_WEIGHT = 0.35
_UNSEEN_ARTICLES, _UNSEEN_MENTIONS = 30, 2
"""As if so many further articles were known, so many of which have any feature; steadies small runs."""

Feature = tuple[str, str]
"""What kind of feature it is, and the id or stem."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A feature that two articles share, with its part in their score."""

    kind: str
    key: str
    weight: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles on one event.

    Attributes:
        first, second: their paths, in order.
        score: 0 to 1, how far they agree.
        reasons: the features that speak for it, the strongest first.
        days: days between their publication, None where a date is missing.
    """

    first: str
    second: str
    score: float
    reasons: tuple[Reason, ...]
    days: int | None


@dataclass(frozen=True)
class Events:
    """The articles of a run, and which belong together.

    Attributes:
        digests: by path, in order of path.
        pairs: the pairs on one event, in order of their paths.
    """

    digests: Mapping[str, ArticleDigest]
    pairs: tuple[Pair, ...]

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The paths of each event of two or more articles; articles joined by a chain of pairs are in one."""
        group = {path: path for path in self.digests}

        def head(path: str) -> str:
            while group[path] != path:
                group[path] = group[group[path]]
                path = group[path]
            return path

        for pair in self.pairs:
            one, other = sorted((head(pair.first), head(pair.second)))
            group[other] = one
        members: defaultdict[str, list[str]] = defaultdict(list)
        for path in self.digests:
            members[head(path)].append(path)
        return tuple(tuple(paths) for paths in members.values() if len(paths) > 1)


def find_events(digests: Sequence[ArticleDigest]) -> Events:
    """The pairs of articles that speak of the same event.

    Args:
        digests: of distinct paths; their order changes nothing.
    """
    ordered = sorted(digests, key=lambda digest: digest.path)
    bags = [features(digest) for digest in ordered]
    rarity = _rarity(bags)
    vectors = [weighted(bag, rarity) for bag in bags]
    pairs = []
    for one, other in sorted(_candidates(vectors)):
        pair = likened(ordered[one], ordered[other], vectors[one], vectors[other])
        if pair.score >= SAME_EVENT:
            pairs.append(pair)
    return Events({digest.path: digest for digest in ordered}, tuple(pairs))


def features(digest: ArticleDigest) -> dict[Feature, float]:
    """The features of an article with their weight in it."""
    bag: dict[Feature, float] = {}
    for person, fame in zip(digest.people, digest.famous, strict=True):
        bag[_PERSON, person] = _PERSON_WEIGHT - _FAME * fame
    for site in digest.sites:
        bag[_SITE, site] = _SITE_WEIGHT
    for term, weight in digest.terms:
        bag[_TERM, term] = _TERM_WEIGHT * weight * (_COMMON_WEIGHT if term in COMMON else 1.0)
    return bag


def _rarity(bags: Sequence[Mapping[Feature, float]]) -> dict[Feature, float]:
    counts = Counter(feature for bag in bags for feature in bag)
    return {feature: rarity_of(count, len(bags)) for feature, count in counts.items()}


def rarity_of(count: float, articles: float) -> float:
    """What a feature weighs that so many of the articles at hand have."""
    return math.log((articles + _UNSEEN_ARTICLES) / (count + _UNSEEN_MENTIONS))


def weighted(bag: Mapping[Feature, float], rarity: Mapping[Feature, float]) -> dict[Feature, float]:
    """The bag as a vector of length 1."""
    vector = {feature: weight * max(rarity[feature], 0.05) for feature, weight in bag.items()}
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {feature: value / length for feature, value in vector.items()}


def _candidates(vectors: Sequence[Mapping[Feature, float]]) -> set[tuple[int, int]]:
    """Pairs that share one of their weightiest features, but for features that a large part of all have."""
    postings: defaultdict[Feature, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for feature in sorted(vector, key=lambda one: (-vector[one], one))[:KEYS]:
            postings[feature].append(number)
    longest = 30 + 2 * math.isqrt(len(vectors))
    return {
        pair for posting in postings.values() if len(posting) <= longest for pair in combinations(posting, 2)
    }


def likened(
    one: ArticleDigest, other: ArticleDigest, left: Mapping[Feature, float], right: Mapping[Feature, float]
) -> Pair:
    """How far two articles agree, given the vectors of their features; from SAME_EVENT on one event."""
    days = abs((one.published - other.published).days) if one.published and other.published else None
    shared = sorted(
        (Reason(*feature, left[feature] * right[feature]) for feature in left.keys() & right.keys()),
        key=lambda reason: (-reason.weight, reason.kind, reason.key),
    )
    score = math.fsum(reason.weight for reason in shared)
    score *= _nearness(days) * (STRANGERS if _are_strangers(one, other) else 1.0)
    return Pair(one.path, other.path, score, tuple(shared), days)


def _are_strangers(one: ArticleDigest, other: ArticleDigest) -> bool:
    """Whether both name people or places, and none that the other names."""
    ours, theirs = {*one.people, *one.sites}, {*other.people, *other.sites}
    return bool(ours and theirs) and not ours & theirs


def _nearness(days: int | None) -> float:
    """What is left of the score for the time between two publication dates."""
    if days is None:
        return 1.0
    return 0.0 if days > MOST_DAYS else 1.0 / (1.0 + (days / HALF_LIFE) ** 2)
