"""Claims about how much time lies between two years: "in 1990, 30 years ago", "the 20th anniversary"."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotate.timex.lexicon import (
    CENTURY_PARTS,
    expand,
    read_approximation,
    read_number,
    read_ordinal,
)
from factlint.annotate.timex.model import Mod, Timex, TimexType
from factlint.annotate.timex.ranges import RangeForm, TimexRange, find_ranges
from factlint.claims.base import Claim
from factlint.claims.elapsed_phrases import count_years
from factlint.dates.partial import PartialDate
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations


class ElapsedForm(StrEnum):
    """How the copy says it."""

    AGO = "ago"
    """30 years ago, in 1990"""
    ANNIVERSARY = "anniversary"
    """the 20th anniversary of the 2001 attacks"""
    LATER = "later"
    """In 1990 he left; ten years later, in 2000, he came back."""
    LENGTH = "length"
    """for 12 years, from 1990 to 2002"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ElapsedClaim(Claim):
    """The copy says how many years lie between two times.

    Attributes:
        form: how it says so.
        years: how many years it says.
        mod: how exactly they are meant.
        since: the earlier time.
        until: the later years that may be meant; empty where it is the publication date.
        within: whether the years need not fill the time between: "for two years between 2001 and 2009".
    """

    form: ElapsedForm
    years: int
    mod: Mod | None
    since: PartialDate
    until: tuple[int, ...] = ()
    within: bool = False


_LOOK_BACK = 12
"""How many time expressions back the year may stand from which "ten years later" counts."""

_FLAGS = re.IGNORECASE | re.ASCII
_COUNTED = regex(
    expand(
        r"(?:(?P<approximate>{approximate}){_})?(?P<count>{number}|an?)(?:{_}|-)(?P<unit>years?|decades?|centur(?:y|ies))"
        r"(?:{_}(?P<way>ago|back|later|after|afterwards))?"
    ),
    _FLAGS,
)
_PART_OF_CENTURY = regex(
    expand(
        r"(?:a{_})?(?P<part>half|quarter)(?:{_}of)?(?:{_}a{_}|-|{_})century{_}(?P<way>ago|earlier|later|before|after)"
    ),
    _FLAGS,
)
_ANNIVERSARY = regex(
    expand(
        r"\b(?:(?P<ordinal>{ordinal})(?:{_}|-)(?:year{_})?anniversary|(?P<named>centenary|centennial|bicentenary|bicentennial))"
        r"(?:{_}celebrations?)?{_}of{_}(?=(?:[\w.'’-]{1,20}{_}){0,4}?[\w.'’-]{0,20}\d)"
    ),
    _FLAGS,
)
_NAMED = {"centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200}
_UP_TO_EVENT = regex(expand(r"(?:[\w.'’-]{1,20}{_}){0,4}"), _FLAGS)
_THEN_DATE = regex(expand(r",?{_}in{_}|{_}\((?:in{_})?"), _FLAGS)
_THEN_COUNT = regex(expand(r",{_}(?:or{_})?|{_}\("), _FLAGS)
# "two terms of four years", "two four-year terms": not the length of the whole.
_ONE_OF_SEVERAL = regex(
    expand(
        r"(?:\b(?:terms|stints|spells|periods|sentences|cycles|seasons){_}of|\b{number}|\beach|\bevery){_}(?:\w{1,12}{_})?$"
    ),
    _FLAGS,
)
_THEN_RANGE = regex(
    expand(r"(?:{_}(?:in|as|of|at|on|with){_}[\w' -]{1,24}?|{_}[a-z]{3,12})?(?:,{_}|{_}\(?)"), _FLAGS
)


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All claims about elapsed years, by form."""
    timexes = annotations.timexes
    return (
        *_of_pairs(annotations, timexes),
        *_of_anniversaries(annotations, timexes),
        *_of_ranges(annotations, timexes),
        *_of_phrases(annotations),
    )


class _Count(NamedTuple):
    years: int
    mod: Mod | None
    way: str


def _count(prose: str, timex: Timex) -> _Count | None:
    """The years that a time expression counts: "nearly 40 years ago", "two decades"."""
    part = _PART_OF_CENTURY.fullmatch(prose, timex.span.start, timex.span.end)
    if part is not None:
        return _Count(CENTURY_PARTS[part["part"].lower()], None, part["way"].lower())
    match = _COUNTED.fullmatch(prose, timex.span.start, timex.span.end)
    number = read_number(match["count"]) if match else None
    if match is None or number is None or number != int(number):
        return None
    unit = match["unit"].lower()
    size = 1 if unit.startswith("year") else 10 if unit.startswith("decade") else 100
    return _Count(int(number) * size, read_approximation(match["approximate"]), (match["way"] or "").lower())


def _of_pairs(annotations: Annotations, timexes: Sequence[Timex]) -> Iterator[ElapsedClaim]:
    prose = annotations.article.prose
    for index, (first, second) in enumerate(pairwise(timexes)):
        gap = (first.span.end, second.span.start)
        if not 0 < gap[1] - gap[0] <= 10:
            continue
        if _THEN_DATE.fullmatch(prose, *gap):
            counted, dated = first, second
        elif _THEN_COUNT.fullmatch(prose, *gap):
            counted, dated = second, first
        else:
            continue
        count = _count(prose, counted)
        date = dated.date
        if count is None or date is None or dated.written.year is None or dated.mod is not None:
            continue
        span = first.span.join(second.span)
        if count.way in ("ago", "back"):
            yield _claim(annotations, span, ElapsedForm.AGO, count, date)
        elif count.way and counted is first:
            earlier = _years_before(annotations, timexes[max(0, index - _LOOK_BACK) : index], span, date.year)
            for year in earlier[-1:]:
                since = earlier if len(earlier) > 1 else (year,)
                yield _later(annotations, span, count, date.year, since)


def _later(
    annotations: Annotations, span: Span, count: _Count, year: int, since: tuple[int, ...]
) -> ElapsedClaim:
    """The claim read from the earlier year that fits best: any of those just named may be meant."""
    best = min(since, key=lambda one: abs(year - one - count.years))
    return _claim(annotations, span, ElapsedForm.LATER, count, PartialDate(best), until=(year,))


def _years_before(
    annotations: Annotations, timexes: Sequence[Timex], span: Span, year: int
) -> tuple[int, ...]:
    """Earlier years written before a place in the same block, in order."""
    blocks = annotations.article.blocks
    block = blocks[bisect_left(blocks, span.end, key=lambda block: block.span.end)]
    first = bisect_left(timexes, block.span.start, key=lambda timex: timex.span.start)
    written = [timex.written.year for timex in timexes[first:]]
    return tuple(one for one in written if one is not None and one < year)


def _of_anniversaries(annotations: Annotations, timexes: Sequence[Timex]) -> Iterator[ElapsedClaim]:
    prose = annotations.article.prose
    for sentence in annotations.sentences:
        for match in _ANNIVERSARY.finditer(prose, sentence.start, sentence.end):
            first = bisect_left(timexes, match.end(), key=lambda timex: timex.span.start)
            event = timexes[first] if first < len(timexes) else None
            if event is None or event.date is None or event.written.year is None:
                continue
            if not _UP_TO_EVENT.fullmatch(prose, match.end(), event.span.start):
                continue
            number = _NAMED[match["named"].lower()] if match["named"] else read_ordinal(match["ordinal"])
            others = _other_years(timexes, sentence, event)
            yield _claim(
                annotations,
                Span(match.start(), event.span.end),
                ElapsedForm.ANNIVERSARY,
                _Count(number, None, ""),
                event.date,
                until=others,
            )


def _other_years(timexes: Sequence[Timex], sentence: Span, event: Timex) -> tuple[int, ...]:
    first = bisect_left(timexes, sentence.start, key=lambda timex: timex.span.start)
    last = bisect_left(timexes, sentence.end, key=lambda timex: timex.span.start)
    written = [timex.written.year for timex in timexes[first:last]]
    return tuple(year for year in written if year is not None and year != event.written.year)


def _of_ranges(annotations: Annotations, timexes: Sequence[Timex]) -> Iterator[ElapsedClaim]:
    prose = annotations.article.prose
    ends = {timex.span.end: timex for timex in timexes if timex.type is TimexType.DURATION}
    by_order = sorted(ends)
    for found in find_ranges(prose, timexes):
        begin, end = found.begin.date, found.end.date
        if begin is None or end is None or found.begin.written.year is None or begin.year > end.year:
            continue
        place = bisect_left(by_order, found.span.start) - 1
        length = ends[by_order[place]] if place >= 0 else None
        count = _count(prose, length) if length is not None else None
        if length is None or count is None or not _belongs(prose, length, found):
            continue
        yield _claim(
            annotations,
            length.span.join(found.span),
            ElapsedForm.LENGTH,
            count,
            begin,
            until=(end.year,),
            within=found.form is RangeForm.BETWEEN,
        )


def _of_phrases(annotations: Annotations) -> Iterator[ElapsedClaim]:
    for sentence in annotations.sentences:
        for found in count_years(annotations.article.prose, sentence):
            form = ElapsedForm.AGO if found.until is None else ElapsedForm.LENGTH
            yield _claim(
                annotations,
                found.span,
                ElapsedForm.ANNIVERSARY if found.anniversary else form,
                _Count(found.years, found.mod, ""),
                PartialDate(found.since),
                until=() if found.until is None else (found.until,),
            )


def _belongs(prose: str, length: Timex, found: TimexRange) -> bool:
    gap = (length.span.end, found.span.start)
    if _ONE_OF_SEVERAL.search(prose, max(0, length.span.start - 24), length.span.start):
        return False
    return gap[1] - gap[0] <= 32 and _THEN_RANGE.fullmatch(prose, *gap) is not None


def _claim(
    annotations: Annotations,
    span: Span,
    form: ElapsedForm,
    count: _Count,
    since: PartialDate,
    *,
    until: tuple[int, ...] = (),
    within: bool = False,
) -> ElapsedClaim:
    prose = annotations.article.prose
    if "(" in span.of(prose) and prose[span.end : span.end + 1] == ")":
        span = Span(span.start, span.end + 1)
    return ElapsedClaim(
        span=span,
        sentence=annotations.sentence_at(span.start),
        quoted=annotations.is_quoted(span),
        form=form,
        years=count.years,
        mod=count.mod,
        since=since,
        until=until,
        within=within,
    )


def years_between(since: PartialDate, day: dt.date) -> tuple[int, int]:
    """The fewest and the most whole years that may lie between a date and a day."""
    return _whole_years(since.latest, day), _whole_years(since.earliest, day)


def _whole_years(start: dt.date, end: dt.date) -> int:
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))
