"""One event at two places in two articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factlint.crossing.judging.alignment import Alignment
from factlint.crossing.judging.model import Disagreement, Statement
from factlint.crossing.judging.pairs import Comparison
from factlint.crossing.records import ArticleDigest, SiteRecord

ALIKE = 0.5
"""Score of two sentences from which their places must agree, where neither article names the other's."""

ALIKE_HALF = 0.65
"""The same where one article names the other's place too, ..."""

ALIKE_BOTH = 0.8
"""... and where both do."""

MASS = 1.2
"""So much must the words weigh that two sentences share."""


def place_disagreements(comparison: Comparison) -> Iterator[Disagreement]:
    """The places that differ, each pair of places once."""
    for alignment in comparison.alignments:
        for one, other, score in _differing(alignment):
            found = Disagreement(
                Statement(alignment.one.path, one.place, one.words, "|".join(one.ids)),
                Statement(alignment.other.path, other.place, other.words, "|".join(other.ids)),
                one.verb or one.kind,
                score,
            )
            yield replace(
                found,
                one_supported=comparison.bearing_out(found, _Says(alignment.one, one)),
                other_supported=comparison.bearing_out(found, _Says(alignment.other, other)),
            )


class _Says:
    """Whether an article puts the event at the same place."""

    def __init__(self, digest: ArticleDigest, record: SiteRecord) -> None:
        self._digest = digest
        self._record = record

    def __call__(self, witness: ArticleDigest) -> bool:
        alignment = Alignment(self._digest, witness)
        return any(
            set(other.ids) & set(self._record.ids) and _score(alignment, self._record, other)[0] >= ALIKE / 2
            for other in witness.places
        )


def _differing(alignment: Alignment) -> Iterator[tuple[SiteRecord, SiteRecord, float]]:
    one_sites, other_sites = set(alignment.one.sites), set(alignment.other.sites)
    theirs = _by_sentence(alignment.other)
    best: dict[frozenset[str], tuple[SiteRecord, SiteRecord, float]] = {}
    for left in _by_sentence(alignment.one):
        for right in theirs:
            pair = _unmatched(left, right)
            if pair is None or not _comparable(alignment, *pair):
                continue
            score, mass = _score(alignment, *pair)
            explained = bool(set(pair[0].ids) & other_sites) + bool(set(pair[1].ids) & one_sites)
            needed = (ALIKE, ALIKE_HALF, ALIKE_BOTH)[explained]
            key = frozenset((*pair[0].ids, *pair[1].ids))
            if score >= needed and mass >= MASS and score > best.get(key, (*pair, 0.0))[2]:
                best[key] = (*pair, score)
    yield from best.values()


def _by_sentence(digest: ArticleDigest) -> list[list[SiteRecord]]:
    found: defaultdict[int, list[SiteRecord]] = defaultdict(list)
    for record in digest.places:
        found[record.sentence].append(record)
    return list(found.values())


def _unmatched(
    left: Sequence[SiteRecord], right: Sequence[SiteRecord]
) -> tuple[SiteRecord, SiteRecord] | None:
    """The only place of a sentence and of another, neither of which may be or lie in the other."""
    if len(left) != 1 or len(right) != 1:
        return None
    one, other = left[0], right[0]
    related = {*one.ids, *one.within} & set(other.ids) or {*other.ids, *other.within} & set(one.ids)
    return None if related or one.kind != other.kind else (one, other)


def _comparable(alignment: Alignment, one: SiteRecord, other: SiteRecord) -> bool:
    ours, theirs = alignment.one.sentences[one.sentence], alignment.other.sentences[other.sentence]
    return one.verb == other.verb and not ours.revises and not theirs.revises


def _score(alignment: Alignment, one: SiteRecord, other: SiteRecord) -> tuple[float, float]:
    whole, mass = alignment.sentences(one.sentence, other.sentence)
    near, _ = alignment.shared(one.near, other.near)
    return (whole + near) / 2, mass
