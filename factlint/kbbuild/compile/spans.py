"""Comparing spans of time whose bounds may be imprecise or open."""

from __future__ import annotations

import datetime as dt

from factlint.dates.partial import PartialDate
from factlint.kbbuild.compile.draft import TenureDraft


def first_day(tenure: TenureDraft) -> dt.date:
    """The earliest day on which a tenure may have begun."""
    return PartialDate.parse(tenure.start).earliest if tenure.start else dt.date.min


def last_day(tenure: TenureDraft) -> dt.date:
    """The latest day on which a tenure may have ended."""
    return PartialDate.parse(tenure.end).latest if tenure.end not in ("", "past") else dt.date.max


def overlap(one: TenureDraft, other: TenureDraft) -> bool:
    """Whether two tenures may share more than the day on which one gives way to the other."""
    return first_day(one) < last_day(other) and first_day(other) < last_day(one)


def days_shared(one: TenureDraft, other: TenureDraft) -> int:
    """The days that two tenures surely have in common; 0 where a bound is missing."""
    if not (one.start and other.start) or "" in (one.end, other.end) or "past" in (one.end, other.end):
        return 0
    start = max(PartialDate.parse(one.start).latest, PartialDate.parse(other.start).latest)
    end = min(PartialDate.parse(one.end).earliest, PartialDate.parse(other.end).earliest)
    return max(0, (end - start).days)
