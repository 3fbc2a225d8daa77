"""Time expressions and their TIMEX3 values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from factlint.dates.partial import PartialDate, days_in_month

if TYPE_CHECKING:
    from factlint.text.span import Span


class TimexType(StrEnum):
    """TIMEX3 ``type`` (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Mod(StrEnum):
    """TIMEX3 ``mod`` (TimeML 1.2.1): the values that a time expression is given here."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


class Anchor(StrEnum):
    """What gave the parts of a value that the words themselves do not say."""

    NONE = "none"
    """Nothing was missing: the words name the year, or a length of time."""
    PUBLICATION = "publication date"
    CONTEXT = "another time expression"
    UNRESOLVED = "unresolved"
    """Something is missing and nothing gave it; the value has ``X`` in its place."""


class Written(NamedTuple):
    """The parts of a calendar date that the words name, as they name them: 31 June stays 31 June.

    Attributes:
        year: the year, None where it is not written.
        month: 1 to 12 for a month written as a word; any number for one written in digits.
        day: the day of the month, any number.
        weekday: 0 (Monday) to 6.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def possible(self) -> bool:
        """Whether there is such a day; 29 February is possible where the year is not written."""
        if self.month is None:
            return True
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= days_in_month(self.month, self.year)


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression.

    Attributes:
        span: the words, without final punctuation.
        type: the TIMEX3 type.
        value: the TIMEX3 value; an impossible date keeps its parts, as ``2021-02-30``.
        mod: the TIMEX3 modifier, None where there is none.
        anchor: where what the words leave out came from.
        written: the calendar parts that the words name; empty for other expressions.
        begin, end: for a DURATION that is tied to the calendar ("the past three years") the values
            of its two ends, TIMEX3's ``beginPoint`` and ``endPoint``; else empty.
    """

    span: Span
    type: TimexType
    value: str
    mod: Mod | None = None
    anchor: Anchor = Anchor.NONE
    written: Written = field(default_factory=Written)
    begin: str = ""
    end: str = ""

    @property
    def date(self) -> PartialDate | None:
        """The value as a calendar date; None for any other value and where there is no such date."""
        try:
            return PartialDate.parse(self.value.partition("T")[0])
        except ValueError:
            return None
