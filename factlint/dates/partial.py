"""Dates known to the day, the month or the year."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from factlint.dates.lexicon import MONTH_NAMES
from factlint.regex import regex

_ISO = regex(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precisely as it is known.

    Attributes:
        year: 1 to 9999.
        month: 1 to 12, or None where only the year is known.
        day: 1 to 31, or None where only the month or year is known.

    Raises:
        ValueError: there is no such date.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise ValueError(f"no such year: {self.year}")
        if self.month is None:
            if self.day is not None:
                raise ValueError("a day needs a month")
        elif not 1 <= self.month <= 12:
            raise ValueError(f"no such month: {self.month}")
        elif self.day is not None and not 1 <= self.day <= days_in_month(self.month, self.year):
            raise ValueError(f"no such day: {self.year}-{self.month:02}-{self.day:02}")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2021``, ``2021-01`` or ``2021-01-26``; raises ValueError on anything else."""
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError(f"not an ISO date: {text!r}")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: dt.date) -> PartialDate:
        """The same day, to the day."""
        return cls(day.year, day.month, day.day)

    @property
    def earliest(self) -> dt.date:
        """The first day it can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """The last day it can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or days_in_month(month, self.year))

    @property
    def precision(self) -> str:
        """``day``, ``month`` or ``year``."""
        return "day" if self.day else "month" if self.month else "year"

    def __str__(self) -> str:
        if self.month is None:
            return f"{self.year:04}"
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    def in_words(self) -> str:
        """As copy writes it in messages: ``26 January 2021``, ``January 2021``, ``2021``."""
        if self.month is None:
            return f"{self.year}"
        name = MONTH_NAMES[self.month - 1]
        return f"{name} {self.year}" if self.day is None else f"{self.day} {name} {self.year}"


def days_in_month(month: int, year: int | None = None) -> int:
    """The number of days of a month, 1 to 12; February has 29 where the year is not given."""
    if year is None:
        return 29 if month == 2 else calendar.monthrange(2001, month)[1]
    return calendar.monthrange(year, month)[1]
