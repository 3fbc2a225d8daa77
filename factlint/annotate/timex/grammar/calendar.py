"""Dates by day, month and year, in words."""

from __future__ import annotations

import re

from factlint.annotate.timex.guards import COUNTED, is_month, is_newspaper, is_year
from factlint.annotate.timex.lexicon import DAY_PARTS, POSITION_STARTS
from factlint.annotate.timex.meaning import CalendarDate, Direction, Fixed, Meaning
from factlint.annotate.timex.model import Mod, TimexType, Written
from factlint.annotate.timex.rule import DIGITS, GrammarRule, grammar_rule
from factlint.dates.lexicon import MONTHS, WEEKDAYS, month_number, weekday_number

_POSITION_STARTS = ("early", "mid", "late", *POSITION_STARTS)

# The day is not one where a number goes on, or where it counts something: "May 30 people".
_DAY = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,:]\d|[ ]?%|{{_}}{COUNTED})"
_YEAR = rf"(?P<year>{{year}})(?!\d|[.,:]\d|{{_}}{COUNTED})"
_YEAR_AFTER_DAY = rf"(?:(?:,{{_}}?|{{_}}){_YEAR})?"
_WEEKDAY = r"(?P<weekday>{weekday})(?:{_}(?P<part>{day_part}))?(?:,?{_}|{_}?\()(?:the{_})?"
_POSITION = r"(?P<position>{position})(?:{_}|-)"
_STREET = r"(?!{_}(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Lane|Drive|Court|Place|Square|Terrace))"


def written(match: re.Match[str]) -> Written:
    """The calendar parts among a match's groups."""
    groups = match.groupdict()
    month, weekday = groups.get("month"), groups.get("weekday")
    return Written(
        year=int(groups["year"]) if groups.get("year") else None,
        month=month_number(month) if month else None,
        day=int(groups["day"]) if groups.get("day") else None,
        weekday=weekday_number(weekday) if weekday else None,
    )


def position_mod(words: str | None) -> Mod | None:
    """The modifier of "early", "mid", "the end of"."""
    if not words:
        return None
    plain = words.lower()
    if plain.startswith("early") or any(word in plain for word in ("start", "begin", "first")):
        return Mod.START
    return Mod.MID if "mid" in plain else Mod.END


def read_direction(words: str | None) -> Direction:
    """What "last", "this coming", "the following" say of the word they stand before."""
    if not words:
        return Direction.NEAREST
    plain = words.lower()
    if "past" in plain or "last" in plain or "previous" in plain:
        return Direction.LAST
    if "coming" in plain or "next" in plain or "following" in plain:
        return Direction.NEXT
    return Direction.THAT if "that" in plain or "same" in plain else Direction.THIS


def _day(match: re.Match[str]) -> Meaning | None:
    parts = written(match)
    # "May 35" is a number after a name or verb; only a year makes a slip of it.
    if not parts.day or (parts.day > 31 and parts.year is None):
        return None
    groups = match.groupdict()
    if groups.get("weekday") and is_newspaper(match.string, *match.span("weekday")):
        return None
    part = DAY_PARTS[groups["part"].lower()] if groups.get("part") else ""
    return CalendarDate(parts, direction=read_direction(groups.get("direction")), day_part=part)


def _month(match: re.Match[str]) -> Meaning | None:
    direction = read_direction(match.groupdict().get("direction"))
    position = match.groupdict().get("position")
    if direction is Direction.NEAREST and not position and not is_month(match.string, *match.span("month")):
        return None
    return CalendarDate(written(match), mod=position_mod(position), direction=direction)


def _month_of_year(match: re.Match[str]) -> Meaning | None:
    if not is_year(match.string, *match.span("year")):
        return None
    return CalendarDate(written(match), mod=position_mod(match.groupdict().get("position")))


def _year(match: re.Match[str]) -> Meaning | None:
    if not is_year(match.string, *match.span("year")):
        return None
    return CalendarDate(written(match), mod=position_mod(match.groupdict().get("position")))


def _era_year(match: re.Match[str]) -> Meaning:
    number = int(match["number"])
    before_christ = match["era"].upper().startswith("B")
    return Fixed(f"BC{number:04}" if before_christ else f"{number:04}", TimexType.DATE)


RULES: tuple[GrammarRule, ...] = (
    grammar_rule(
        "month-day",
        (*MONTHS, *WEEKDAYS, "last", "this", "next"),
        rf"(?:(?P<direction>last|this|next){{_}})?(?:{_WEEKDAY})?(?P<month>{{month}}){{_}}(?:the{{_}})?{_DAY}{_YEAR_AFTER_DAY}",
        _day,
        ("June 16, 2021", "2021-06-16"),
        ("Wed., Nov. 3", "2021-11-03"),
        ("Tues., Nov. 3", "2020-11-03"),
        ("June 16th", "2021-06-16"),
        ("Wednesday, June 16 2021", "2021-06-16"),
        ("Tuesday night, Nov. 3, 2020", "2020-11-03TNI"),
        ("Feb. 30, 2021", "2021-02-30"),
        ("Sunday (June 13)", "2021-06-13"),
        ("last September 11", "2020-09-11"),
        ("in this Friday, Dec. 30, 2019, photo", "2019-12-30"),
        ("The Edmonton Sun, August 16, 2008", "2008-08-16"),
        ("May 35 people", ""),
        ("June 30 people", ""),
    ),
    grammar_rule(
        "day-month",
        (DIGITS, "the", *WEEKDAYS),
        rf"(?:{_WEEKDAY})?(?:the{{_}})?{_DAY}{{_}}(?:of{{_}})?(?P<month>{{month}}){_STREET}{_YEAR_AFTER_DAY}",
        _day,
        ("16 June, 2021", "2021-06-16"),
        ("the 16th of June", "2021-06-16"),
        ("Wednesday 16 June 2021", "2021-06-16"),
        ("31 June", "2021-06-31"),
        ("12 April Road", ""),
    ),
    grammar_rule(
        "month-year",
        (*MONTHS, *_POSITION_STARTS),
        rf"(?:{_POSITION})?(?P<month>{{month}})(?:,?{{_}}(?:of{{_}})?){_YEAR}",
        _month_of_year,
        ("June 2019", "2019-06"),
        ("May, 1750", "1750-05"),
        ("March of 2016", "2016-03"),
        ("mid-June 2019", "2019-06"),
        ("the end of June 2019", "2019-06"),
    ),
    grammar_rule(
        "month",
        (*MONTHS, *_POSITION_STARTS),
        rf"(?:{_POSITION})?(?P<month>{{month_name}})",
        _month,
        ("in April", "2021-04"),
        ("in May", "2021-05"),
        ("late September", "2021-09"),
        ("began in July", "2020-07"),
        ("will begin in July", "2021-07"),
        ("Theresa May said", ""),
        ("in the March for Life", ""),
        ("April Ryan asked", ""),
    ),
    grammar_rule(
        "this-month",
        ("last", "this", "next", "that"),
        r"(?P<direction>last|this(?:{_}(?:past|coming))?|next|that){_}(?P<month>{month_name})",
        _month,
        ("last April", "2021-04"),
        ("last August", "2020-08"),
        ("next March", "2022-03"),
        ("this June", "2021-06"),
    ),
    grammar_rule(
        "year",
        (DIGITS, *_POSITION_STARTS),
        rf"(?:{_POSITION})?{_YEAR}",
        _year,
        ("in 2016", "2016"),
        ("early 2019", "2019"),
        ("the end of 2019", "2019"),
        ("Flight 1907 left", ""),
        ("1500 troops", ""),
        ("$2016", ""),
    ),
    grammar_rule(
        "year-of-era",
        (DIGITS,),
        r"(?P<number>\d{1,4}){_}(?P<era>B\.?C\.?(?:E\.?)?|A\.?D\.?|C\.?E\.?)",
        _era_year,
        ("44 B.C.", "BC0044"),
        ("347 AD", "0347"),
    ),
)
