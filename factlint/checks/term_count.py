"""In which term somebody holds an American office, where the terms are regular and all known."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factlint.checks.congress import UNITED_STATES
from factlint.kb.model import EntityKind, Fit

if TYPE_CHECKING:
    from factlint.kb.model import Tenure
    from factlint.kb.store import Snapshot

YEARS = {"Senator": 6, "Representative": 2, "Governor": 4, "President": 4}
"""Length of a term in years: United States Constitution, articles I and II; states' constitutions."""

TWO_YEAR_STATES = frozenset({"New Hampshire", "Vermont"})
"""States whose governors are elected for two years."""

SINCE = 1995
"""Governors who began earlier may have had terms of two years, which Rhode Island gave up in 1994."""

FIRST_DAYS = {"Senator": 14, "Representative": 14, "Governor": 31, "President": 20}
"""Until this day of January, or from December on for governors, a term that an election gave begins."""

ELECTED_DAYS = 75
"""So long before a term ends copy may count the next, to which somebody was elected."""


class Terms(NamedTuple):
    """The terms of one office.

    Attributes:
        tenure: the tenure on the day, or the last before it.
        number: the term on the day, or the number of all terms for who left.
        held: whether the office was held on the day.
        next_is_near: whether the next term is so near that copy may count it.
    """

    tenure: Tenure
    number: int
    held: bool
    next_is_near: bool = False


def terms_of(tenures: tuple[Tenure, ...], office: str, day: dt.date, kb: Snapshot) -> Terms | None:
    """The terms that somebody had served or begun on a day; None where that is not sure.

    Appointments, special elections, seats given up early and returns to an office make it unsure.

    Args:
        tenures: all offices of the person, by start.
        office: the office, a key of ``YEARS``.
        day: the day.
        kb: the snapshot, asked for the years in which a state elects its governor.
    """
    of_office = [one for one in tenures if one.office == office and _is_american(one, kb)]
    begun = [one for one in of_office if one.validity.start and one.validity.start.earliest <= day]
    if not begun or any(one.role for one in begun) or len({_seat(one) for one in begun}) > 1:
        return None
    starts = [_start(tenure) for tenure in begun]
    years = YEARS[office]
    first, last = starts[0], begun[-1]
    if any(start is None for start in starts) or first is None or not _is_regular(begun[0], first, kb):
        return None
    if any((start.year - first.year) % years for start in starts if start) or not _is_unbroken(begun):
        return None
    number = (_year(day, first) - first.year) // years + 1
    ends = first.replace(year=first.year + number * years)
    near = (ends - day).days <= ELECTED_DAYS
    goes_on = last.validity.end is None and len(begun) < len(of_office)
    if last.validity.at(day) is Fit.YES or goes_on:
        return Terms(last, number, held=True, next_is_near=near)
    end = last.validity.end
    if last.validity.at(day) is not Fit.NO or end is None:
        return None
    served = (end.latest - first).days / 365.25 / years
    whole = abs(served - round(served)) * years * 365.25 < ELECTED_DAYS
    return Terms(last, round(served), held=False) if whole and served > 0.9 else None


def _seat(tenure: Tenure) -> str:
    return tenure.constituency or tenure.jurisdiction


def _start(tenure: Tenure) -> dt.date | None:
    """The January in which a term begins; None where it began at another time of the year."""
    start = tenure.validity.start
    if start is None or start.day is None:
        return None
    day = start.earliest
    if tenure.office == "Governor" and day.month == 12:
        return dt.date(day.year + 1, 1, 1)
    return day if day.month == 1 and day.day <= FIRST_DAYS[tenure.office] else None


def _is_american(tenure: Tenure, kb: Snapshot) -> bool:
    if tenure.office != "Governor":
        return tenure.jurisdiction == UNITED_STATES
    states = kb.named(tenure.jurisdiction, EntityKind.REGION)
    return any("Q30" in state.country for state in states)


def _is_regular(tenure: Tenure, start: dt.date, kb: Snapshot) -> bool:
    """Whether a term begins in a year in which elections give the office."""
    if tenure.office in ("Senator", "Representative"):
        return start.year % 2 == 1
    if tenure.office == "Governor" and (start.year < SINCE or tenure.jurisdiction in TWO_YEAR_STATES):
        return False
    others = kb.holders(tenure.office, tenure.jurisdiction)
    years = Counter(day.year % 4 for other in others if (day := _start(other)) is not None)
    return bool(years) and years.most_common(1)[0][0] == start.year % 4


def _is_unbroken(tenures: list[Tenure]) -> bool:
    """Whether each tenure begins where the one before ended, or the end of that is not known."""
    for one, following in pairwise(tenures):
        end, start = one.validity.end, following.validity.start
        if end is not None and start is not None and (start.earliest - end.latest).days > 14:
            return False
    return True


def _year(day: dt.date, first: dt.date) -> int:
    """The year of a day, counted from the day on which terms begin."""
    return day.year if (day.month, day.day) >= (first.month, first.day) else day.year - 1
