"""One quotation in two wordings, or by two speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise, takewhile

from factlint.crossing.judging.alignment import Alignment
from factlint.crossing.judging.model import Disagreement, Statement
from factlint.crossing.judging.pairs import Comparison
from factlint.crossing.records import GAP, ArticleDigest, QuotationRecord
from factlint.crossing.words import STOP, stem
from factlint.linking.similarity import distance

SHINGLE = 4
"""Quotations with so many words in a row in common are held side by side."""

AROUND = 2
"""So many words on either side of a change must agree."""

SAME = 0.8
"""How much of the shorter quotation must stand in the other in the same order for it to be the same words."""

SAME_FOR_SPEAKERS = 0.9
LONGEST_ENDING = 3
"""Words that begin alike and differ in so many letters at their end are forms of one word."""

LONG_ENOUGH = 8
"""So many words that two people do not say by chance."""

MOST_REPEATED = 20
"""So many quotations of an article with the same words are compared with later ones: a refrain must not cost
the square of its length."""


def wording_disagreements(comparison: Comparison) -> Iterator[Disagreement]:
    """Quotations that differ in a word of meaning or a number."""
    for alignment in comparison.alignments:
        for one, other in _side_by_side(alignment):
            change = changed_words(one.tokens, other.tokens)
            if change is not None:
                yield _disagreement(alignment, one, other, *change)


def speaker_disagreements(comparison: Comparison) -> Iterator[Disagreement]:
    """Quotations that two articles give to two people."""
    for alignment in comparison.alignments:
        for one, other in _side_by_side(alignment):
            if one_quotation_two_speakers(one, other):
                yield _disagreement(alignment, one, other, one.words, other.words)


def one_quotation_two_speakers(one: QuotationRecord, other: QuotationRecord) -> bool:
    """Whether two quotations are the same, long enough, and said to be of two people."""
    if not (one.speaker and other.speaker) or one.speaker == other.speaker:
        return False
    if min(len(one.tokens), len(other.tokens)) < LONG_ENOUGH:
        return False
    return _likeness(_matcher(one.tokens, other.tokens), one.tokens, other.tokens) >= SAME_FOR_SPEAKERS


def changed_words(one: Sequence[str], other: Sequence[str]) -> tuple[str, str] | None:
    """The first words in which two near-identical quotations differ in meaning; None where they do not."""
    matcher = _matcher(one, other)
    if _likeness(matcher, one, other) < SAME:
        return None
    blocks = matcher.get_matching_blocks()
    for before, after in pairwise(blocks):
        left = one[before.a + before.size : after.a]
        right = other[before.b + before.size : after.b]
        # Words at the edge of what agrees are where a quotation was cut.
        if min(before.size, after.size) < AROUND or GAP in (one[after.a - len(left) - 1], one[after.a]):
            continue
        if len(left) == len(right) == 1 and GAP not in (*left, *right) and _means_another(left[0], right[0]):
            return left[0], right[0]
    return None


def _means_another(one: str, other: str) -> bool:
    if one[0].isdigit() or other[0].isdigit():
        return one[0].isdigit() and other[0].isdigit() and one.replace(",", "") != other.replace(",", "")
    if one in STOP or other in STOP or "'" in one + other:
        return False
    # Transcripts differ in inflection and spelling, which changes no meaning.
    return stem(one) != stem(other) and distance(one, other) > 1 and not _inflected(one, other)


def _inflected(one: str, other: str) -> bool:
    """Whether two words differ in their endings alone: "duty" and "duties"."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return shared >= LONGEST_ENDING and max(len(one), len(other)) - shared <= LONGEST_ENDING


def _matcher(one: Sequence[str], other: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, one, other, autojunk=False)


def _likeness(matcher: SequenceMatcher[str], one: Sequence[str], other: Sequence[str]) -> float:
    matched = sum(block.size for block in matcher.get_matching_blocks())
    return matched / max(1, min(len(one), len(other)))


def _side_by_side(alignment: Alignment) -> Iterator[tuple[QuotationRecord, QuotationRecord]]:
    """The pairs of quotations with some words in a row in common, each once."""
    filed = _filed(alignment.other.quotations)
    for quotation in alignment.one.quotations:
        met = {other for shingle in _shingles(quotation) for other in filed.get(shingle, ())}
        for other in sorted(met, key=lambda one: one.place):
            yield quotation, other


def repeated(quotations: Sequence[QuotationRecord]) -> Iterator[tuple[QuotationRecord, QuotationRecord]]:
    """The pairs of one article's quotations with some words in a row in common, the earlier first.

    Args:
        quotations: those of one article, in order.
    """
    filed: defaultdict[tuple[str, ...], list[QuotationRecord]] = defaultdict(list)
    for quotation in quotations:
        shingles = tuple(dict.fromkeys(_shingles(quotation)))
        met = {earlier for shingle in shingles for earlier in filed[shingle]}
        for earlier in sorted(met, key=lambda one: one.place):
            yield earlier, quotation
        for shingle in shingles:
            if len(filed[shingle]) < MOST_REPEATED:
                filed[shingle].append(quotation)


def _filed(quotations: Sequence[QuotationRecord]) -> dict[tuple[str, ...], list[QuotationRecord]]:
    filed: defaultdict[tuple[str, ...], list[QuotationRecord]] = defaultdict(list)
    for quotation in quotations:
        for shingle in _shingles(quotation):
            filed[shingle].append(quotation)
    return filed


def _shingles(quotation: QuotationRecord) -> Iterator[tuple[str, ...]]:
    tokens = quotation.tokens
    return (tokens[start : start + SHINGLE] for start in range(len(tokens) - SHINGLE + 1))


def _disagreement(
    alignment: Alignment, one: QuotationRecord, other: QuotationRecord, ours: str, theirs: str
) -> Disagreement:
    def statement(digest: ArticleDigest, record: QuotationRecord, value: str) -> Statement:
        return Statement(digest.path, record.place, value, value)

    return Disagreement(
        statement(alignment.one, one, ours),
        statement(alignment.other, other, theirs),
        " ".join(one.tokens[:SHINGLE]),
        1.0,
    )
