"""Full dates as copy writes them, read without any context."""

from __future__ import annotations

import datetime as dt

from factlint.dates.lexicon import MONTH_PATTERN, WEEKDAY_PATTERN, month_number
from factlint.regex import regex

FULL_DATE_PATTERN = (
    rf"(?:{WEEKDAY_PATTERN},?\s+)?"
    r"(?:"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH_PATTERN},?\s+\d{{4}}"
    rf"|{MONTH_PATTERN}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}"
    r")"
)
"""``16 June 2021``, ``Wednesday, June 16, 2021``, ``the 16th of June, 2021``, ``2021-06-16``."""

_NUMBER = regex(r"\d+")
_MONTH = regex(MONTH_PATTERN)


def read_full_date(words: str) -> dt.date | None:
    """The day that words matched by FULL_DATE_PATTERN name; None where there is no such day."""
    numbers = [int(number) for number in _NUMBER.findall(words)]
    month = _MONTH.search(words)
    try:
        if month is None:
            return dt.date(*numbers)
        day, year = numbers
        return dt.date(year, month_number(month.group()), day)
    except (TypeError, ValueError):
        return None
