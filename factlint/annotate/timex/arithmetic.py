"""Calendar arithmetic on TIMEX3's units."""

from __future__ import annotations

import datetime as dt

from factlint.annotate.timex.meaning import Direction
from factlint.annotate.timex.model import Written
from factlint.annotate.timex.tense import Tense
from factlint.dates.partial import days_in_month

CLEARLY_NEAR = dt.timedelta(days=60)
"""Within this distance of the publication date the nearest day is meant, whatever the tense."""

_SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


def nearest_year(written: Written, published: dt.date, tense: Tense, direction: Direction) -> int:
    """The year of a date written without one.

    Args:
        written: has a month; may have a day and a weekday, which then helps to choose.
        published: the publication date.
        tense: of the clause.
        direction: what "last" or "next" before the month says.
    """
    if written.day is None:
        return _month_year(written.month or 1, published, tense, direction)
    years = [year for year in (published.year - 1, published.year, published.year + 1) if 1 <= year <= 9999]
    days = {year: _clipped(year, written.month or 1, written.day) for year in years}
    nearest = min(years, key=lambda year: abs(days[year] - published))
    if direction is Direction.LAST:
        return max((year for year in years if days[year] < published), default=nearest)
    if direction is Direction.NEXT:
        return min((year for year in years if days[year] > published), default=nearest)
    if abs(days[nearest] - published) <= CLEARLY_NEAR:
        return nearest
    agreeing = [year for year in years if days[year].weekday() == written.weekday]
    if len(agreeing) == 1:
        return agreeing[0]
    if tense is Tense.PAST:
        return max((year for year in years if days[year] <= published), default=nearest)
    if tense is Tense.FUTURE:
        return min((year for year in years if days[year] >= published), default=nearest)
    return nearest


def _month_year(month: int, published: dt.date, tense: Tense, direction: Direction) -> int:
    year = published.year
    if direction is Direction.LAST:
        return year if month < published.month else year - 1
    if direction is Direction.NEXT:
        return year if month > published.month else year + 1
    if direction is Direction.THIS:
        return year
    if tense is Tense.PAST and month > published.month:
        return year - 1
    if tense is Tense.FUTURE and month < published.month:
        return year + 1
    # With nothing to go by, a month is one of this year unless the turn of the year is nearer.
    if month - published.month > 6:
        return year - 1
    return year + 1 if published.month - month > 9 else year


def _clipped(year: int, month: int, day: int) -> dt.date:
    """The day, or the nearest there is: the choice of a year must not fail for an impossible date."""
    month = min(max(month, 1), 12)
    return dt.date(year, month, min(max(day, 1), days_in_month(month, year)))


def weekday_near(weekday: int, origin: dt.date, direction: Direction, tense: Tense) -> dt.date:
    """The weekday meant in copy of a day: its own weekday is the day itself, unless "last" or "next"."""
    back = (origin.weekday() - weekday) % 7
    ahead = (weekday - origin.weekday()) % 7
    if direction is Direction.LAST:
        return _days_from(origin, -(back or 7))
    if direction is Direction.NEXT:
        return _days_from(origin, ahead or 7)
    if tense is Tense.FUTURE or (direction is Direction.THIS and tense is not Tense.PAST):
        return _days_from(origin, ahead)
    return _days_from(origin, -back)


def _days_from(origin: dt.date, days: int) -> dt.date:
    ordinal = min(max(origin.toordinal() + days, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)


def weekend_value(origin: dt.date, count: int, tense: Tense) -> str:
    """The weekend (ISO week) that "this", "last" or "the" weekend means; it begins on Saturday."""
    saturday = _days_from(origin, 5 - origin.weekday())
    if count < 0 or (count == 0 and tense is not Tense.FUTURE and origin < saturday):
        saturday = _days_from(saturday, -7)
    elif count > 0:
        saturday = _days_from(saturday, 7)
    return f"{_iso_week(saturday)}-WE"


def season_year(code: str, published: dt.date, direction: Direction, tense: Tense) -> int:
    """The year of a season, quarter or half without one; a winter is of the year it begins in."""
    months = _SEASON_MONTHS.get(code)
    if months is None:
        shift = {Direction.LAST: -1, Direction.NEXT: 1}.get(direction, 0)
        return published.year + shift
    now = published.month
    first, last = months
    if direction is Direction.LAST:
        return published.year if last < now else published.year - 1
    if direction is Direction.NEXT:
        return published.year if first > now else published.year + 1
    if tense is Tense.PAST and first > now:
        return published.year - 1
    if tense is Tense.FUTURE and last < now:
        return published.year + 1
    return published.year


def shifted(origin: dt.date, unit: str, count: int) -> dt.date:
    """The day so many units from another; raises ValueError or OverflowError outside years 1 to 9999."""
    if unit in ("second", "minute", "hour"):
        hours = count if unit == "hour" else 0
        return origin + dt.timedelta(days=int(hours / 24))
    days = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(unit)
    if days is not None:
        return origin + dt.timedelta(days=days * count)
    months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    year, month = divmod(origin.year * 12 + origin.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"no such year: {year}")
    return dt.date(year, month + 1, min(origin.day, days_in_month(month + 1, year)))


def unit_value(day: dt.date, unit: str) -> str:
    """The TIMEX3 value of the unit in which a day lies."""
    if unit in ("week", "fortnight"):
        return _iso_week(day)
    if unit == "month":
        return f"{day.year:04}-{day.month:02}"
    if unit == "quarter":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit == "year":
        return f"{day.year:04}"
    if unit == "decade":
        return f"{day.year:04}"[:3]
    if unit == "century":
        return f"{day.year:04}"[:2]
    return day.isoformat()


def _iso_week(day: dt.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"
