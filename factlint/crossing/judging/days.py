"""One event on two days in two articles."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from factlint.crossing.clauses import SPEECH
from factlint.crossing.judging.alignment import Alignment
from factlint.crossing.judging.model import Disagreement, Statement
from factlint.crossing.judging.pairs import Comparison
from factlint.crossing.records import ArticleDigest, DayRecord

ALIKE = 1.45
"""Score of two places from which they date one event, where neither article names the other's day.

Measured, like the others, on 40 clusters of news copy, where it leaves room to the next pair of two events.
"""

ALIKE_BORNE_OUT = 1.25
"""The same where a further article on the event dates it as one of the two does."""

ALIKE_HALF = 2.3
"""The same where one article names the other's day too, ..."""

ALIKE_BOTH = 4.2
"""... and where both do: each then speaks of several days, and only a repeated sentence tells them apart."""

SAME_VERB = 0.6
SAME_HEAD = 0.8
SAME_NAME = 0.15
MOST_NAMES = 3
"""What the same verb, the same noun ("Tuesday's hearing") and the same names in the clause add."""

FURTHER, FURTHER_FROM = 0.3, 0.7
"""What a further pair of places for the same two days adds: a share of its score, from what score on."""

NEWS_DAYS = 8
"""A day so near to publication is the day of the news; older ones are background, of which there is much."""

BACKGROUND = 1.0
"""So much more is asked of days that lie further back."""

MOST_APART = 2
"""Days between two publications after which a later article tells of later things."""


@dataclass(frozen=True, slots=True)
class _Aligned:
    one: DayRecord
    other: DayRecord
    score: float
    needed: float


def day_disagreements(comparison: Comparison) -> Iterator[Disagreement]:
    """The days that differ, one disagreement for each two days of two articles."""
    for alignment in comparison.alignments:
        for aligned in _differing(alignment):
            found = Disagreement(
                _statement(alignment.one, aligned.one),
                _statement(alignment.other, aligned.other),
                aligned.one.verb or aligned.one.head,
                aligned.score,
            )
            found = replace(
                found,
                one_supported=comparison.bearing_out(found, _Says(alignment.one, aligned.one)),
                other_supported=comparison.bearing_out(found, _Says(alignment.other, aligned.other)),
            )
            one_sided = bool(found.one_supported) != bool(found.other_supported)
            lowered = one_sided and aligned.needed == ALIKE
            if aligned.score >= (ALIKE_BORNE_OUT if lowered else aligned.needed):
                yield found


class _Says:
    """Whether an article dates the event to the same day."""

    def __init__(self, digest: ArticleDigest, record: DayRecord) -> None:
        self._digest = digest
        self._record = record

    def __call__(self, witness: ArticleDigest) -> bool:
        same = [other for other in witness.days if other.day == self._record.day]
        if not same:
            return False
        alignment = Alignment(self._digest, witness)
        return any(_score(alignment, self._record, other) >= ALIKE_BORNE_OUT / 2 for other in same)


def _statement(digest: ArticleDigest, record: DayRecord) -> Statement:
    return Statement(digest.path, record.place, record.words, record.day.isoformat())


def _differing(alignment: Alignment) -> Iterator[_Aligned]:
    """The best aligned places of each two days that differ."""
    if not _tell_of_one_day(alignment):
        return
    ours, theirs = ({day.day for day in one.days} for one in (alignment.one, alignment.other))
    by_days: defaultdict[tuple[dt.date, dt.date], list[_Aligned]] = defaultdict(list)
    for one in alignment.one.days:
        for other in alignment.other.days:
            if _comparable(alignment, one, other):
                score = _score(alignment, one, other)
                explained = (other.day in ours) + (one.day in theirs)
                needed = _needed(alignment, one, other, explained)
                by_days[one.day, other.day].append(_Aligned(one, other, score, needed))
    yield from _one_each(_with_further(group) for group in by_days.values())


def _with_further(group: Sequence[_Aligned]) -> _Aligned:
    """The best aligned places of two days, with what further places of the same two days add."""
    best, *rest = sorted(group, key=lambda aligned: (-aligned.score, aligned.one.place, aligned.other.place))
    taken = {best.one.place, best.other.place}
    further = 0.0
    for aligned in rest:
        if aligned.score >= FURTHER_FROM and not taken & {aligned.one.place, aligned.other.place}:
            taken |= {aligned.one.place, aligned.other.place}
            further += aligned.score
    return replace(best, score=best.score + FURTHER * further)


def _one_each(found: Iterable[_Aligned]) -> Iterator[_Aligned]:
    """For each day the best of its counterparts."""
    ours: set[dt.date] = set()
    theirs: set[dt.date] = set()
    for aligned in sorted(found, key=lambda one: (-one.score, one.one.place, one.other.place)):
        if aligned.one.day not in ours and aligned.other.day not in theirs:
            ours.add(aligned.one.day)
            theirs.add(aligned.other.day)
            yield aligned


def _tell_of_one_day(alignment: Alignment) -> bool:
    one, other = alignment.one.published, alignment.other.published
    return one is None or other is None or abs((one - other).days) <= MOST_APART


def _comparable(alignment: Alignment, one: DayRecord, other: DayRecord) -> bool:
    if one.day == other.day or one.future != other.future:
        return False
    # "Tuesday" a week ago and "Tuesday" today are one reading of a weekday too many, not two days.
    if one.day.weekday() == other.day.weekday() and abs((one.day - other.day).days) == 7:
        return False
    if _is_one_night(one, other):
        return False
    earliest = min((day for day in (alignment.one.published, alignment.other.published) if day), default=None)
    # What happened after the earlier article was published is another event.
    if earliest is not None and not one.future and max(one.day, other.day) > earliest:
        return False
    ours, theirs = alignment.one.sentences[one.sentence], alignment.other.sentences[other.sentence]
    return not (ours.revises or theirs.revises or _is_matched(alignment, one, other))


def _is_one_night(one: DayRecord, other: DayRecord) -> bool:
    """Whether two days in a row may be one time: late on the first, early on the second, or of two zones."""
    first, second = sorted((one, other), key=lambda record: record.day)
    if (second.day - first.day).days != 1:
        return False
    return first.zoned or second.zoned or (first.part == "late" and second.part == "early")


def _is_matched(alignment: Alignment, one: DayRecord, other: DayRecord) -> bool:
    """Whether the other's sentence names the day too, so that its second day is that of something else."""
    ours = {day.day for day in alignment.one.days if day.sentence == one.sentence}
    theirs = {day.day for day in alignment.other.days if day.sentence == other.sentence}
    return one.day in theirs or other.day in ours


def _score(alignment: Alignment, one: DayRecord, other: DayRecord) -> float:
    _, whole = alignment.sentences(one.sentence, other.sentence)
    _, near = alignment.shared(one.near, other.near)
    heads = (one.head and (one.head == other.head or one.head in other.near)) or (
        other.head and other.head in one.near
    )
    verbs = bool(one.verb) and one.verb == other.verb and one.verb not in SPEECH
    said = one.verb in SPEECH and other.verb in SPEECH
    names = len(set(one.names) & set(other.names))
    return (
        (whole + near) / 2
        + SAME_HEAD * bool(heads)
        + SAME_VERB * (verbs + said / 2)
        + SAME_NAME * min(names, MOST_NAMES)
    )


def _needed(alignment: Alignment, one: DayRecord, other: DayRecord, explained: int) -> float:
    needed = (ALIKE, ALIKE_HALF, ALIKE_BOTH)[explained]
    published = [day for day in (alignment.one.published, alignment.other.published) if day]
    if any(abs((day - record.day).days) > NEWS_DAYS for day in published for record in (one, other)):
        needed += BACKGROUND
    return needed
