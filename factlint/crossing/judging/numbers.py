"""One thing counted differently in two articles."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factlint.crossing.judging.alignment import Alignment
from factlint.crossing.judging.model import Disagreement, Statement
from factlint.crossing.judging.pairs import Comparison
from factlint.crossing.records import ArticleDigest, NumberRecord
from factlint.crossing.words import stem

ALIKE = 0.22
"""Score of two sentences from which their numbers of one kind must agree, where neither article gives the
other's number anywhere.

Measured on 40 clusters of three outlets' articles and 318 articles of others: two of these scores lower
gave the first false alarm.
"""

ALIKE_GOVERNED = 0.2
"""The same where one word governs both: "solvent for 75 years", "solvent for 60 years"."""

ALIKE_UNITS = 0.34
"""The same for shares, sums of money and lengths of time without a noun of what they are."""

ALIKE_MONEY = 0.75
"""The same for sums of money that different words govern: what is needed is not what is pledged."""

ALIKE_EXPLAINED = 0.6
"""The same where one of the articles gives the other's number too, of which it may speak elsewhere."""

MASS = 0.7
"""So much must the words weigh that two sentences share: two short words are soon alike."""

FURTHER_WORDS = 2
"""So many words besides the things counted, and what befell them, two sentences must share."""

ALMOST_ONE = 0.95
"""Score from which not even a wish in one of the sentences tells them apart."""

REPEATED = 0.85
"""Score from which two sentences are one, whoever is said to say it."""

HEAVY = 1.5
HEAVY_WORTH = 0.06
"""What every unit of weight beyond HEAVY adds: two long sentences share much without being alike."""

SAME_GOVERNOR = 0.3
"""What the same word directly before both numbers adds, times its weight."""

AGREEING = 0.08
"""What every further number on which the two sentences agree adds to the score, ..."""

MOST_AGREEING = 2
"""... up to so many."""

_GROWS = frozenset(
    stem(word)
    for word in "deaths injured missing rescued evacuated trapped arrests cases infections votes signatures "
    "acres hectares homes houses buildings customers donations refugees migrants complaints "
    "lawsuits tickets".split()
)
_GROWS_BEFALLEN = frozenset({"dead", "hurt", "held", "missing", "rescued", "evacuated", "trapped"})
_CASUALTY_WORDS = ("killed", "hurt", "arrested", "missing", "rescued", "evacuated", "trapped")
_SHORT_LENGTHS = frozenset({"minute", "hour", "day", "week", "month"})
_ANYBODY = frozenset({"", "person", "victim", "life"})

_Key = tuple[str, ...]


def number_disagreements(comparison: Comparison) -> Iterator[Disagreement]:
    """The numbers that differ, each pair of places once."""
    for alignment in comparison.alignments:
        for one, other, score in _differing(alignment):
            first = _statement(alignment.one, one)
            second = _statement(alignment.other, other)
            found = Disagreement(first, second, f"{one.counted or one.unit}:{one.befell}", score)
            yield replace(
                found,
                one_supported=comparison.bearing_out(found, _Says(alignment.one, one)),
                other_supported=comparison.bearing_out(found, _Says(alignment.other, other)),
            )


class _Says:
    """Whether an article gives a number for what another's sentence counts."""

    def __init__(self, digest: ArticleDigest, record: NumberRecord) -> None:
        self._digest = digest
        self._record = record

    def __call__(self, witness: ArticleDigest) -> bool:
        alignment = Alignment(self._digest, witness)
        key = _key(self._record)
        return any(
            _key(other) == key
            and not differ(self._record, other)
            and self._record.low == other.low
            and _score(alignment, self._record, other)[0] >= ALIKE / 2
            for other in witness.numbers
        )


def _statement(digest: ArticleDigest, record: NumberRecord) -> Statement:
    return Statement(digest.path, record.place, record.words, f"{record.low:g}-{record.high:g} {record.unit}")


def _key(record: NumberRecord) -> _Key:
    """What two numbers must have in common to be comparable; empty for a number of nothing."""
    if record.befell:
        group = "" if record.counted in _ANYBODY else record.counted
        return "befell", record.befell, group
    if record.unit:
        return "unit", record.unit, record.per
    return ("thing", record.counted) if record.counted else ()


def _differing(alignment: Alignment) -> Iterator[tuple[NumberRecord, NumberRecord, float]]:
    ours, theirs = _by_key(alignment.one), _by_key(alignment.other)
    for key in sorted(ours.keys() & theirs.keys()):
        best: dict[NumberRecord, tuple[NumberRecord, NumberRecord, float]] = {}
        for left in _by_sentence(ours[key]):
            for right in _by_sentence(theirs[key]):
                pair = _unmatched(left, right)
                if pair is None or not _comparable(alignment, *pair):
                    continue
                agreeing = _agreeing(alignment, *pair)
                score, mass = _score(alignment, *pair, agreeing)
                explained = _given(pair[0], theirs[key]) + _given(pair[1], ours[key])
                if score < (ALIKE_EXPLAINED if explained else _needed(*pair)) or mass < MASS:
                    continue
                if (
                    not _told_apart(alignment, *pair, score, agreeing)
                    and score > best.get(pair[0], (*pair, 0.0))[2]
                ):
                    best[pair[0]] = (*pair, score)
        yield from best.values()


def _by_key(digest: ArticleDigest) -> dict[_Key, list[NumberRecord]]:
    found: defaultdict[_Key, list[NumberRecord]] = defaultdict(list)
    for record in digest.numbers:
        if key := _key(record):
            found[key].append(record)
    return found


def _by_sentence(records: Sequence[NumberRecord]) -> list[list[NumberRecord]]:
    found: defaultdict[int, list[NumberRecord]] = defaultdict(list)
    for record in records:
        found[record.sentence].append(record)
    return list(found.values())


def _unmatched(
    left: Sequence[NumberRecord], right: Sequence[NumberRecord]
) -> tuple[NumberRecord, NumberRecord] | None:
    """The one number of a sentence and the one of another that have no equal; None where there are more."""
    ours = [one for one in left if all(differ(one, other) for other in right)]
    theirs = [one for one in right if all(differ(one, other) for other in left)]
    return (ours[0], theirs[0]) if len(ours) == len(theirs) == 1 else None


def differ(one: NumberRecord, other: NumberRecord) -> bool:
    """Whether two numbers cannot both be right of one thing, given rounding and hedges.

    "At least 10" is read as 10 to 20, and "up to 10" as 5 to 10: copy does not hedge farther.
    """
    (low, high), (least, most) = _bounds(one), _bounds(other)
    # 12 is 11.5 to 12.5 and 13 is 12.5 to 13.5: ends that touch are no common ground.
    return (high <= least or most <= low) and not math.isclose(one.low, other.low)


def _bounds(record: NumberRecord) -> tuple[float, float]:
    low = record.least if record.least is not None else min(record.low / 2, record.low)
    high = record.most if record.most is not None else max(record.high * 2, record.high)
    return low, high


def _score(
    alignment: Alignment, one: NumberRecord, other: NumberRecord, agreeing: int = 0
) -> tuple[float, float]:
    whole, mass = alignment.sentences(one.sentence, other.sentence)
    near, _ = alignment.shared(one.near, other.near)
    score = (
        (whole + near) / 2 + AGREEING * min(agreeing, MOST_AGREEING) + HEAVY_WORTH * max(0.0, mass - HEAVY)
    )
    if one.governor and one.governor == other.governor:
        score += SAME_GOVERNOR * alignment.weight(one.governor)
    return score, mass


def _agreeing(alignment: Alignment, one: NumberRecord, other: NumberRecord) -> int:
    """On how many other numbers the two sentences agree."""
    ours = {(_key(n), n.low) for n in alignment.one.numbers if n.sentence == one.sentence and n is not one}
    theirs = {
        (_key(n), n.low) for n in alignment.other.numbers if n.sentence == other.sentence and n is not other
    }
    return len(ours & theirs)


def _given(record: NumberRecord, among: Sequence[NumberRecord]) -> bool:
    return any(not differ(record, other) for other in among)


def _needed(one: NumberRecord, other: NumberRecord) -> float:
    """The score that the kind of number asks for: sums of money and shares are of many things."""
    if one.governor and one.governor == other.governor:
        return ALIKE_GOVERNED
    if _is_money(one) and not one.counted and one.governor and other.governor:
        return ALIKE_MONEY
    return ALIKE_UNITS if one.unit and not one.counted else ALIKE


def _is_money(record: NumberRecord) -> bool:
    """Whether the unit is a currency, which are named by their symbol or code: "$", "CHF"."""
    return bool(record.unit) and not record.unit[0].islower()


def _comparable(alignment: Alignment, one: NumberRecord, other: NumberRecord) -> bool:
    """Whether both state a number of their own, once and for all."""
    ours, theirs = alignment.one.sentences[one.sentence], alignment.other.sentences[other.sentence]
    if ours.revises or theirs.revises or (one.partial != other.partial and not one.unit):
        return False
    own = {stem(one.counted), *(map(stem, _CASUALTY_WORDS) if one.befell else ())}
    if len((set(ours.terms) & set(theirs.terms)) - own) < FURTHER_WORDS:
        return False
    if one.modifiers and other.modifiers and not set(one.modifiers) & set(other.modifiers):
        return False
    return not math.isclose(one.low, other.low)


def _told_apart(
    alignment: Alignment, one: NumberRecord, other: NumberRecord, score: float, agreeing: int
) -> bool:
    """Whether source, time or place say that the two count different things, or the number has grown."""
    earlier, later = alignment.one, alignment.other
    ours, theirs = earlier.sentences[one.sentence], later.sentences[other.sentence]
    if one.scope and other.scope and one.scope != other.scope:
        return True
    if one.wished != other.wished and score < ALMOST_ONE:
        return True
    if score >= REPEATED and not _has_grown(alignment, one, other):
        return False
    if ours.speaker and theirs.speaker and ours.speaker != theirs.speaker:
        return True
    if (
        one.sites
        and other.sites
        and not set(one.sites) & set(other.sites)
        and score < ALIKE_EXPLAINED
        and not agreeing
    ):
        return True
    first, second = _days_of(earlier, one), _days_of(later, other)
    if first and second and not first & second:
        return True
    return _has_grown(alignment, one, other)


def _days_of(digest: ArticleDigest, record: NumberRecord) -> set[dt.date]:
    """The days that the sentence of a number names."""
    return {day.day for day in digest.days if day.sentence == record.sentence}


def _has_grown(alignment: Alignment, one: NumberRecord, other: NumberRecord) -> bool:
    """Whether the later article's number may be the earlier one's after some time."""
    earlier, later = alignment.one.published, alignment.other.published
    if earlier is None or later is None or earlier == later:
        return False
    grows = one.befell in _GROWS_BEFALLEN or stem(one.counted) in _GROWS or bool(one.unit and not one.per)
    if one.unit in _SHORT_LENGTHS:
        return True
    return grows and other.low > one.low
