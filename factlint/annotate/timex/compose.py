"""Readings that complete one another: "June 9-10, 2020", "March and May 2015", "1892–94"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from factlint.annotate.timex.find import Found
from factlint.annotate.timex.guards import COUNTED, is_counted
from factlint.annotate.timex.lexicon import expand
from factlint.annotate.timex.meaning import CalendarDate
from factlint.annotate.timex.model import Written
from factlint.dates.partial import days_in_month
from factlint.regex import holds_one_of, regex
from factlint.text.span import Span

_FLAGS = re.IGNORECASE | re.ASCII
_MONTH_FOLLOWS = r"(?!\d|[.,:]\d|[ ]?%|{_}(?:of{_})?{month}|{_}" + COUNTED + ")"
_YEAR = rf"(?:,?{{_}}(?P<year>{{year}})(?!\d|[.,]\d|{{_}}{COUNTED}))?"
_UP_TO_DAY = regex(
    expand(
        r"(?:-|–|{_}?[–-]{_}?|{_}(?:to|through|until){_})(?P<day>\d{1,2})(?:st|nd|rd|th)?"
        + _MONTH_FOLLOWS
        + _YEAR
    ),
    _FLAGS,
)
_AND_DAY = regex(
    expand(r"{_}(?:and|or){_}(?P<day>\d{1,2})(?:st|nd|rd|th)?(?={_}(?:at|in|on|for|when)\b|[.;,)])" + _YEAR),
    _FLAGS,
)
_JOINING = ("-", "–", "to", "through", "until", "and", "or")
_REACH = 16
"""How far from a date the word that joins a second one to it may end."""
_LONG_YEAR = regex(r"[ ]?-[ ]?(?P<year>1[5-9]\d{2}|20\d{2})(?![\d-])", _FLAGS)
_SHORT_YEAR = regex(r"[ ]?[-–][ ]?(?P<short>\d{2})(?![\d%-]|[.,:]\d)", _FLAGS)
_IN_YEAR = regex(expand(r",?{_}in{_}"), _FLAGS)
_JOINED = regex(expand(r",?{_}(?:and|to|or|through|until|till){_}|{_}?[-–—]{_}?"), _FLAGS)


def compose(prose: str, found: Iterable[Found]) -> list[Found]:
    """Add the second ends that copy leaves without a month, and give years to first ends without one."""
    completed: list[Found] = []
    for reading in found:
        if completed and completed[-1].span.end > reading.span.start:
            continue
        completed.append(reading)
        second = _second_day(prose, reading) or _second_year(prose, reading)
        if second is not None:
            completed.append(second)
    return _share_years(prose, completed)


def _second_day(prose: str, first: Found) -> Found | None:
    date = first.meaning
    if not isinstance(date, CalendarDate) or date.written.day is None or date.written.month is None:
        return None
    if date.written.year is not None or not prose[first.span.end - 1].isalnum():
        return None
    following = prose[first.span.end : first.span.end + _REACH].lower()
    if not holds_one_of(_JOINING, following):
        return None
    match = _UP_TO_DAY.match(prose, first.span.end)
    if match is None:
        match = _AND_DAY.match(prose, first.span.end)
        if match is None or not date.written.day < int(match["day"]) <= days_in_month(date.written.month):
            return None
    day = int(match["day"])
    if not 1 <= day <= 31:
        return None
    year = int(match["year"]) if match["year"] else None
    end = match.end("year") if year else match.end("day")
    return Found(
        Span(match.start("day"), end), CalendarDate(Written(year=year, month=date.written.month, day=day))
    )


def _second_year(prose: str, first: Found) -> Found | None:
    """The "1894" or "94" of "1892-94"; "2021-06" is left alone, for it may be a month."""
    date = first.meaning
    if not isinstance(date, CalendarDate) or date.written != Written(year=date.written.year) or date.mod:
        return None
    whole = _LONG_YEAR.match(prose, first.span.end)
    if whole is not None and not is_counted(prose, whole.end()):
        return Found(Span(*whole.span("year")), CalendarDate(Written(year=int(whole["year"]))))
    match = _SHORT_YEAR.match(prose, first.span.end)
    if match is None or date.written.year is None:
        return None
    century, short = divmod(date.written.year, 100)
    second = int(match["short"])
    if second <= short:
        if second > 12 or second != (short + 1) % 100:
            return None
        century += 1
    return Found(Span(*match.span("short")), CalendarDate(Written(), year=century * 100 + second))


def _lends_year(prose: str, first: Found, second: Found, month: int | None) -> bool:
    """Whether the year of a second date is that of the first: "May and June 1981", "June in 1981"."""
    if month is None:
        return _IN_YEAR.fullmatch(prose, first.span.end, second.span.start) is not None
    return _JOINED.fullmatch(prose, first.span.end, second.span.start) is not None


def _share_years(prose: str, found: list[Found]) -> list[Found]:
    """Give the year of a second date to a first that is joined to it and lacks one."""
    shared = list(found)
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        one, other = first.meaning, second.meaning
        if not (isinstance(one, CalendarDate) and isinstance(other, CalendarDate)):
            continue
        year = other.written.year or other.year
        if year is None or one.written.year is not None or one.year is not None:
            continue
        if one.written.month is None:
            continue
        if second.span.start - first.span.end > 12:
            continue
        month = other.written.month
        if _lends_year(prose, first, second, month):
            earlier = year if month is None or one.written.month <= month else year - 1
            shared[index] = first._replace(meaning=replace(one, year=earlier))
    return shared
