"""From meanings to TIMEX3 values, given what they are said relative to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import singledispatch
from typing import NamedTuple

from factlint.annotate.timex.arithmetic import (
    nearest_year,
    season_year,
    shifted,
    unit_value,
    weekday_near,
    weekend_value,
)
from factlint.annotate.timex.lexicon import CLOCK_UNITS, UNITS
from factlint.annotate.timex.meaning import (
    Base,
    CalendarDate,
    Clock,
    Direction,
    Fixed,
    Meaning,
    PartOfYear,
    Shift,
    Stretch,
    WeekdayName,
)
from factlint.annotate.timex.model import Anchor, Mod, TimexType, Written
from factlint.annotate.timex.tense import Tense
from factlint.dates.partial import PartialDate


class Situation(NamedTuple):
    """What a time expression is read against.

    Attributes:
        published: the publication date, None where there is none.
        context: the date last spoken of, None where there is none.
        tense: of the clause.
        prefer_context: whether years that are left out are those of the context: so in
            biographies and histories, and after a date of another year in the same sentence.
    """

    published: dt.date | None
    context: PartialDate | None
    tense: Tense
    prefer_context: bool = False


@dataclass(frozen=True, slots=True)
class Normalised:
    """A TIMEX3 type, value and modifier, and what gave the value."""

    type: TimexType
    value: str
    mod: Mod | None = None
    anchor: Anchor = Anchor.NONE
    written: Written = field(default_factory=Written)
    begin: str = ""
    end: str = ""


@singledispatch
def normalise(meaning: Meaning, situation: Situation) -> Normalised:
    """The TIMEX3 value of a meaning in a situation."""
    raise TypeError(f"no value for {meaning!r} in {situation!r}")


@normalise.register
def _(meaning: Fixed, situation: Situation) -> Normalised:
    del situation
    return Normalised(meaning.type, meaning.value, meaning.mod, Anchor.NONE, meaning.written)


@normalise.register
def _(meaning: CalendarDate, situation: Situation) -> Normalised:
    year, anchor = _year_of(meaning, situation)
    written = meaning.written
    value = "XXXX" if year is None else f"{year:04}"
    if written.month is not None:
        value += f"-{written.month:02}"
        if written.day is not None:
            value += f"-{written.day:02}"
    kind = TimexType.DATE
    if meaning.day_part:
        kind, value = TimexType.TIME, f"{value}T{meaning.day_part}"
    return Normalised(kind, value, meaning.mod, anchor, written)


def _year_of(meaning: CalendarDate, situation: Situation) -> tuple[int | None, Anchor]:
    written, context, published = meaning.written, situation.context, situation.published
    if written.year is not None:
        return written.year, Anchor.NONE
    if meaning.year is not None:
        return meaning.year, Anchor.CONTEXT
    from_context = situation.prefer_context or published is None or meaning.direction is Direction.THAT
    if context is not None and from_context:
        return context.year, Anchor.CONTEXT
    if published is None:
        return None, Anchor.UNRESOLVED
    if written.month is None:
        return published.year, Anchor.PUBLICATION
    return nearest_year(written, published, situation.tense, meaning.direction), Anchor.PUBLICATION


@normalise.register
def _(meaning: WeekdayName, situation: Situation) -> Normalised:
    published, context = situation.published, situation.context
    kind = TimexType.TIME if meaning.day_part else TimexType.DATE
    part = f"T{meaning.day_part}" if meaning.day_part else ""
    written = Written(weekday=meaning.weekday)
    if meaning.direction is Direction.THAT and context is not None and context.day is not None:
        after = weekday_near(meaning.weekday, context.earliest, Direction.NEXT, Tense.FUTURE)
        return Normalised(kind, f"{after}{part}", None, Anchor.CONTEXT, written)
    if published is None:
        return Normalised(kind, f"XXXX-WXX-{meaning.weekday + 1}{part}", None, Anchor.UNRESOLVED, written)
    day = weekday_near(meaning.weekday, published, meaning.direction, situation.tense)
    return Normalised(kind, f"{day}{part}", None, Anchor.PUBLICATION, written)


@normalise.register
def _(meaning: PartOfYear, situation: Situation) -> Normalised:
    if meaning.year is not None:
        return Normalised(TimexType.DATE, f"{meaning.year}-{meaning.code}", meaning.mod)
    if situation.prefer_context and situation.context is not None:
        return Normalised(
            TimexType.DATE, f"{situation.context.year}-{meaning.code}", meaning.mod, Anchor.CONTEXT
        )
    if situation.published is None:
        return Normalised(TimexType.DATE, f"XXXX-{meaning.code}", meaning.mod, Anchor.UNRESOLVED)
    year = season_year(meaning.code, situation.published, meaning.direction, situation.tense)
    return Normalised(TimexType.DATE, f"{year}-{meaning.code}", meaning.mod, Anchor.PUBLICATION)


@normalise.register
def _(meaning: Shift, situation: Situation) -> Normalised:
    kind = TimexType.TIME if meaning.day_part else TimexType.DATE
    part = f"T{meaning.day_part}" if meaning.day_part else ""
    if meaning.count is None:
        return Normalised(TimexType.DATE, "FUTURE_REF" if meaning.forward else "PAST_REF", meaning.mod)
    base, anchor = _base(meaning, situation)
    if base is None:
        return Normalised(kind, f"{_unknown(meaning.unit)}{part}", meaning.mod, Anchor.UNRESOLVED)
    if meaning.unit == "weekend":
        return Normalised(kind, weekend_value(base, meaning.count, situation.tense), meaning.mod, anchor)
    try:
        day = shifted(base, meaning.unit, meaning.count)
    except (OverflowError, ValueError):
        return Normalised(kind, _unknown(meaning.unit), meaning.mod, Anchor.UNRESOLVED)
    return Normalised(kind, f"{unit_value(day, meaning.unit)}{part}", meaning.mod, anchor)


def _base(meaning: Shift, situation: Situation) -> tuple[dt.date | None, Anchor]:
    if meaning.base is Base.PUBLICATION:
        return situation.published, Anchor.PUBLICATION
    context = situation.context
    if context is None or not _precise_enough(context, meaning.unit):
        return None, Anchor.UNRESOLVED
    return context.earliest, Anchor.CONTEXT


def _precise_enough(context: PartialDate, unit: str) -> bool:
    if unit in ("year", "decade", "century"):
        return True
    return context.month is not None if unit in ("month", "quarter") else context.day is not None


def _unknown(unit: str) -> str:
    if unit in ("year", "decade", "century"):
        return "XXXX"
    if unit in ("week", "fortnight", "weekend"):
        return "XXXX-WXX"
    return "XXXX-XX" if unit in ("month", "quarter") else "XXXX-XX-XX"


@normalise.register
def _(meaning: Stretch, situation: Situation) -> Normalised:
    letter = UNITS[meaning.unit]
    amount = "X" if meaning.count is None else str(meaning.count * (2 if meaning.unit == "fortnight" else 1))
    value = f"PT{amount}{letter}" if meaning.unit in CLOCK_UNITS else f"P{amount}{letter}"
    published = situation.published
    if published is None or meaning.count is None:
        return Normalised(TimexType.DURATION, value, meaning.mod)
    try:
        far = shifted(published, meaning.unit, meaning.count if meaning.forward else -meaning.count)
    except (OverflowError, ValueError):
        return Normalised(TimexType.DURATION, value, meaning.mod)
    ends = (unit_value(far, meaning.unit), str(published))
    begin, end = reversed(ends) if meaning.forward else ends
    return Normalised(TimexType.DURATION, value, meaning.mod, Anchor.PUBLICATION, begin=begin, end=end)


@normalise.register
def _(meaning: Clock, situation: Situation) -> Normalised:
    clock = f"T{meaning.hour:02}" + ("" if meaning.minute is None else f":{meaning.minute:02}")
    context = situation.context
    if context is not None and context.day is not None:
        return Normalised(TimexType.TIME, f"{context}{clock}", meaning.mod, Anchor.CONTEXT)
    if situation.published is None:
        return Normalised(TimexType.TIME, f"XXXX-XX-XX{clock}", meaning.mod, Anchor.UNRESOLVED)
    return Normalised(TimexType.TIME, f"{situation.published}{clock}", meaning.mod, Anchor.PUBLICATION)
