"""When federal elections of the United States are held: their law fixes it for all years.

Sources: Constitution, Art. I sec. 2 and Art. II sec. 1; for the day 3 U.S.C. sec. 1 (of 1845) and
2 U.S.C. sec. 7 (of 1872).
"""

from __future__ import annotations

import datetime as dt

FIRST_PRESIDENTIAL = (1788, 1789)
"""The first presidential election began in one year and ended in the next."""

FIRST_UNIFORM_DAY = 1848
"""The first presidential election on the uniform day that Congress set in 1845."""


def is_presidential_year(year: int) -> bool:
    """Whether a presidential election is held in a year: every fourth, since 1788."""
    return year in FIRST_PRESIDENTIAL or (year >= 1792 and year % 4 == 0)


def is_midterm_year(year: int) -> bool:
    """Whether midterm elections are held in a year: the even years between presidential ones."""
    return year >= 1790 and year % 4 == 2


def is_congressional_year(year: int) -> bool:
    """Whether a new House of Representatives is elected: in even years, since 1788."""
    return year in FIRST_PRESIDENTIAL or (year >= 1790 and year % 2 == 0)


def election_day(year: int) -> dt.date | None:
    """Election Day of a year: the Tuesday after the first Monday in November; None before it was uniform.

    States hold their own elections on it in odd years.
    """
    if year < FIRST_UNIFORM_DAY:
        return None
    first = dt.date(year, 11, 1)
    first_monday = first + dt.timedelta(days=-first.weekday() % 7)
    return first_monday + dt.timedelta(days=1)
