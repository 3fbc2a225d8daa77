"""Dates and times as files give them for programs."""

from __future__ import annotations

import datetime as dt

from factlint.dates.written import FULL_DATE_PATTERN, read_full_date
from factlint.regex import regex

_DATE = regex(FULL_DATE_PATTERN)
_MAX = 80
# A zone moves a day, which the first and the last year that Python knows do not allow.
_YEARS = range(1000, 9999)


def read_moment(words: str) -> dt.date | None:
    """A day or a time in ISO 8601, RFC 5322 (as RSS has it) or in words; None for anything else."""
    words = words.strip()
    if not words or len(words) > _MAX:
        return None
    for reader in (_iso, _mail, _written):
        found = reader(words)
        if found is not None and found.year in _YEARS:
            return found
    return None


def day_of(moment: dt.date | None, zone: dt.tzinfo | None) -> dt.date | None:
    """The day of a moment: in a zone where there is one and the moment has an offset, else as written."""
    if not isinstance(moment, dt.datetime):
        return moment
    return moment.astimezone(zone).date() if zone is not None and moment.tzinfo is not None else moment.date()


def _iso(words: str) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(words)
    except ValueError:
        return None


def _mail(words: str) -> dt.date | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _written(words: str) -> dt.date | None:
    match = _DATE.match(words)
    return read_full_date(match.group()) if match else None
