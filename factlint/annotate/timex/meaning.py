"""What a time expression means before it is known what it is said relative to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from factlint.annotate.timex.model import Mod, TimexType, Written


class Base(StrEnum):
    """What an expression counts from."""

    PUBLICATION = "publication"
    """"yesterday", "three months ago"."""
    CONTEXT = "context"
    """"two days later", "that Friday"."""


class Direction(StrEnum):
    """Which occurrence of a weekday, month or season is meant."""

    NEAREST = "nearest"
    """No word says it: the sentence's tense decides."""
    LAST = "last"
    THIS = "this"
    NEXT = "next"
    THAT = "that"


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A day, month or year named by its parts, whole or partial.

    ``day_part`` is the TIMEX3 code of a part of the day; ``year`` is a year that the words beside
    it lend, as the 2020 of "June 9-10, 2020" to the ninth.
    """

    written: Written
    mod: Mod | None = None
    direction: Direction = Direction.NEAREST
    day_part: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class WeekdayName:
    """A weekday without a date."""

    weekday: int
    direction: Direction = Direction.NEAREST
    day_part: str = ""


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """A season, quarter or half: ``code`` is TIMEX3's (``SU``, ``Q1``, ``H2``)."""

    code: str
    year: int | None = None
    direction: Direction = Direction.NEAREST
    mod: Mod | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after the base; zero is the unit the base lies in.

    ``count`` None stands for a number the words leave vague ("a few days ago").
    """

    unit: str
    count: int | None
    base: Base = Base.PUBLICATION
    mod: Mod | None = None
    day_part: str = ""
    forward: bool = False


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs nothing else: decades, centuries, lengths of time, repeated times."""

    value: str
    type: TimexType = TimexType.DATE
    mod: Mod | None = None
    written: Written = field(default_factory=Written)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length of time that ends or begins now: "the past three years", "the next two weeks"."""

    unit: str
    count: int | None
    forward: bool
    mod: Mod | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""

    hour: int
    minute: int | None = None
    zone: str = ""
    mod: Mod | None = None


Meaning = CalendarDate | WeekdayName | PartOfYear | Shift | Fixed | Stretch | Clock
