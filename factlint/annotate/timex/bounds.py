"""The first and last day that a TIMEX3 value covers."""

from __future__ import annotations

import datetime as dt
import re

from factlint.annotate.timex.model import Timex
from factlint.dates.partial import PartialDate, days_in_month
from factlint.regex import regex

_WEEK = regex(r"(\d{4})-W(\d{2})(-WE)?")
_PART_OF_YEAR = regex(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
_MONTHS = {
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9),
    "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
}  # fmt: skip
"""Code -> first and last month; a winter ends in the next year, its thirteenth and fourteenth month."""


def bounds(timex: Timex) -> tuple[dt.date, dt.date] | None:
    """The first and last day of a DATE or TIME.

    None for other types, for impossible dates, and where part of the value is not known.
    """
    if timex.date is not None:
        return timex.date.earliest, timex.date.latest
    value = timex.value.partition("T")[0]
    try:
        return _week(value) or _part_of_year(value) or _years(value)
    except ValueError:
        return None


def _week(value: str) -> tuple[dt.date, dt.date] | None:
    match = _WEEK.fullmatch(value)
    if match is None:
        return None
    year, week = int(match[1]), int(match[2])
    return dt.date.fromisocalendar(year, week, 6 if match[3] else 1), dt.date.fromisocalendar(year, week, 7)


def _part_of_year(value: str) -> tuple[dt.date, dt.date] | None:
    match = _PART_OF_YEAR.fullmatch(value)
    if match is None:
        return None
    year, (first, last) = int(match[1]), _MONTHS[match[2]]
    last_year, last_month = (year + 1, last - 12) if last > 12 else (year, last)
    return dt.date(year, first, 1), dt.date(last_year, last_month, days_in_month(last_month, last_year))


def _years(value: str) -> tuple[dt.date, dt.date] | None:
    """A decade ("199") or century ("19"): the values of TIMEX3 leave out its last digits."""
    if not re.fullmatch(r"\d{2,3}", value):
        return None
    missing = 4 - len(value)
    return PartialDate(int(value + "0" * missing)).earliest, PartialDate(int(value + "9" * missing)).latest
