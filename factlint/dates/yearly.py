"""Days that come back every year: "14 July", "the fourth Thursday of November", "two days before Easter"."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from factlint.dates.lexicon import MONTHS, WEEKDAYS
from factlint.dates.partial import days_in_month
from factlint.regex import regex

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_MONTH_DAY = regex(r"(?P<month>\d\d)-(?P<day>\d\d)")
_NTH = regex(
    r"(?:(?P<after>[a-z]+) after the )?(?P<ordinal>[a-z]+) (?P<weekday>[a-z]+) (?:of|in) (?P<month>[a-z]+)"
)
_EASTER = regex(r"easter(?: sunday)?|(?P<count>\d{1,3}) days? (?P<side>before|after) easter")

FORMS = "07-14, fourth Thursday of November, Tuesday after the first Monday of November, 2 days before Easter"
"""The ways in which such a day may be written."""


@dataclass(frozen=True, slots=True)
class YearlyDay:
    """A day of every year.

    Attributes:
        month: 1 to 12; 0 where the day hangs on Easter.
        day: of the month, for one with a fixed number.
        weekday: 0 (Monday) to 6, for one that is counted.
        ordinal: which of these weekdays, from 1; -1 for the last.
        offset: days to add to what the other fields say.
    """

    month: int = 0
    day: int | None = None
    weekday: int | None = None
    ordinal: int = 1
    offset: int = 0

    @classmethod
    def parse(cls, text: str) -> YearlyDay:
        """Read one of ``FORMS``; raises ValueError on anything else."""
        words = " ".join(text.lower().removeprefix("the ").split())
        if match := _MONTH_DAY.fullmatch(words):
            month, day = int(match["month"]), int(match["day"])
            if not (1 <= month <= 12 and 1 <= day <= days_in_month(month)):
                raise ValueError(f"there is no such day: {text!r}")
            return cls(month, day)
        if match := _EASTER.fullmatch(words):
            count = int(match["count"] or 0)
            return cls(offset=-count if match["side"] == "before" else count)
        if match := _NTH.fullmatch(words):
            try:
                weekday, after = WEEKDAYS[match["weekday"]], match["after"]
                return cls(
                    MONTHS[match["month"]],
                    weekday=weekday,
                    ordinal=_ORDINALS[match["ordinal"]],
                    offset=(WEEKDAYS[after] - weekday - 1) % 7 + 1 if after else 0,
                )
            except KeyError as error:
                raise ValueError(f"{error.args[0]!r} is no number, weekday or month") from None
        raise ValueError(f"not a day of the year: {text!r}")

    def in_year(self, year: int) -> dt.date | None:
        """The day in a year, 1583 to 9998; None where that year has none, as of 29 February."""
        found = self._counted(year)
        return found + dt.timedelta(days=self.offset) if found else None

    def _counted(self, year: int) -> dt.date | None:
        if not self.month:
            return easter(year)
        last = days_in_month(self.month, year)
        if self.weekday is None:
            return dt.date(year, self.month, self.day) if self.day and self.day <= last else None
        first = (self.weekday - calendar.weekday(year, self.month, 1)) % 7 + 1
        days = range(first, last + 1, 7)
        index = self.ordinal - 1 if self.ordinal > 0 else len(days) - 1
        return dt.date(year, self.month, days[index]) if index < len(days) else None


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar.

    The computus of an anonymous correspondent, Nature 13 (1876), p. 487, as in Meeus, Astronomical
    Algorithms (2nd ed.), chapter 8.
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    moon = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * moon) // 451
    month, day = divmod(h + moon - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)
