"""Times named from where the writer stands: yesterday, last Tuesday, three months ago, two days later."""

from __future__ import annotations

import re

from factlint.annotate.timex.grammar.calendar import position_mod, read_direction
from factlint.annotate.timex.guards import is_weekday, word_before
from factlint.annotate.timex.lexicon import (
    CENTURY_PARTS,
    DAY_PARTS,
    NUMBER_STARTS,
    POSITION_STARTS,
    read_approximation,
    read_number,
    read_unit,
)
from factlint.annotate.timex.meaning import Base, Direction, Fixed, Meaning, Shift, WeekdayName
from factlint.annotate.timex.model import Mod
from factlint.annotate.timex.rule import DIGITS, GrammarRule, grammar_rule
from factlint.dates.lexicon import WEEKDAY_NAMES, WEEKDAYS, weekday_number

_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_PART = r"(?P<part>{day_part})"
_WHEN = r"(?:(?P<when>earlier|later|early|late){_})?"
_APPROXIMATE = r"(?:(?P<approximate>{approximate}){_})?"


def _part(match: re.Match[str]) -> str:
    words = match.groupdict().get("part")
    return DAY_PARTS[words.lower()] if words else ""


def _when_mod(match: re.Match[str]) -> Mod | None:
    """TIMEX3 knows no "earlier" within a period; its beginning is the nearest it can say."""
    when = (match.groupdict().get("when") or "").lower()
    return {"early": Mod.START, "late": Mod.END, "earlier": Mod.START, "later": Mod.END}.get(when)


def _named_day(match: re.Match[str]) -> Meaning:
    return Shift("day", _DAYS[match["day"].lower()], mod=_when_mod(match), day_part=_part(match))


def _day_beyond(match: re.Match[str]) -> Meaning:
    return Shift("day", -2 if match["yesterday"] else 2)


def _this_part(match: re.Match[str]) -> Meaning:
    return Shift(
        "day", -1 if match["which"].lower() == "last" else 0, day_part=_part(match), mod=_when_mod(match)
    )


def _weekday(match: re.Match[str]) -> Meaning | None:
    name = match["weekday"]
    direction = read_direction(match.groupdict().get("direction"))
    short = name.rstrip(".").title() not in WEEKDAY_NAMES
    if short and direction is Direction.NEAREST and word_before(match.string, match.start()).lower() != "on":
        return None
    if not is_weekday(match.string, *match.span("weekday")):
        return None
    return WeekdayName(weekday_number(name), direction, _part(match))


def _this_unit(match: re.Match[str]) -> Meaning | None:
    which, unit = match["which"].lower(), read_unit(match["unit"])
    words = which.split()
    if words[0] == "the" and words[-1] in ("last", "past", "coming"):
        # "the last year" is the twelve months up to now, "last year" the calendar's.
        return None
    mod = _when_mod(match) or position_mod(match.groupdict().get("position"))
    if words[-1] in ("last", "past", "previous", "preceding"):
        count = -1
    elif words[-1] in ("next", "coming", "following", "subsequent"):
        count = 1
    else:
        count = 0
    relative = words[0] in ("the", "that") and words[-1] not in ("current", "present")
    if unit == "day" and not relative:
        return None
    return Shift(unit, count, Base.CONTEXT if relative else Base.PUBLICATION, mod)


def _bare_unit(match: re.Match[str]) -> Meaning:
    return Shift(read_unit(match["unit"]), 0, mod=position_mod(match["position"]))


_BACKWARD = frozenset({"ago", "back", "earlier", "before", "prior", "previously"})


def _ago(match: re.Match[str]) -> Meaning | None:
    way = " ".join(match["way"].lower().split())
    number = read_number(match["count"]) if match["count"] else None
    unit = read_unit(match["unit"])
    if match["half"] and number is not None:
        number += 0.5
    if (
        number is None
        and not match["count"]
        and not match["vague"]
        and not match["unit"].lower().endswith("s")
    ):
        return None
    count: int | None = None
    if number is not None:
        unit, count = _counted_in(unit, number)
    backward = way in _BACKWARD
    base = Base.PUBLICATION if way in ("ago", "back", "from now", "hence") else Base.CONTEXT
    signed = -count if backward and count is not None else count
    return Shift(unit, signed, base, read_approximation(match["approximate"]), forward=not backward)


def _counted_in(unit: str, number: float) -> tuple[str, int]:
    """The unit to count in: a decade ago is a year, a year and a half ago a month."""
    if unit in ("decade", "century"):
        return "year", int(number * (10 if unit == "decade" else 100))
    if unit == "year" and number != int(number):
        return "month", int(number * 12)
    return unit, int(number)


def _part_of_century(match: re.Match[str]) -> Meaning:
    way = match["way"].lower()
    years = CENTURY_PARTS[match["part"].lower()]
    base = Base.PUBLICATION if way == "ago" else Base.CONTEXT
    return Shift(
        "year", -years if way in _BACKWARD else years, base, Mod.APPROX, forward=way not in _BACKWARD
    )


def _neighbour(match: re.Match[str]) -> Meaning:
    count = -1 if match["way"].lower() in ("before", "earlier") else 1
    return Shift(read_unit(match["unit"]), count, Base.CONTEXT)


def _reference(match: re.Match[str]) -> Meaning:
    words = match.group().lower()
    if words in ("recently", "lately"):
        return Fixed("PAST_REF")
    return Fixed("FUTURE_REF" if "future" in words else "PRESENT_REF")


_RELATIVE = "following|next|subsequent|previous|preceding|same|current|present"
_NEIGHBOURS = "day|night|week|month|year"
_CALENDAR_UNIT = "(?P<unit>week|weekend|month|quarter|year|decade|century|day)"

RULES: tuple[GrammarRule, ...] = (
    grammar_rule(
        "named-day",
        (*_DAYS, "earlier", "later", "early", "late"),
        rf"{_WHEN}(?P<day>yesterday|today|tomorrow)(?:{{_}}{_PART})?",
        _named_day,
        ("yesterday", "2021-06-15"),
        ("earlier today", "2021-06-16"),
        ("tomorrow night", "2021-06-17TNI"),
        needs=_DAYS,
    ),
    grammar_rule(
        "day-beyond",
        ("the day",),
        r"the{_}day{_}(?:before{_}(?P<yesterday>yesterday)|after{_}tomorrow)",
        _day_beyond,
        ("the day before yesterday", "2021-06-14"),
        ("the day after tomorrow", "2021-06-18"),
    ),
    grammar_rule(
        "this-part-of-day",
        ("this", "last", "early", "late", "earlier", "later"),
        rf"{_WHEN}(?P<which>this|last(?={{_}}(?:night|evening))){{_}}{_PART}",
        _this_part,
        ("this morning", "2021-06-16TMO"),
        ("last night", "2021-06-15TNI"),
        needs=DAY_PARTS,
    ),
    grammar_rule(
        "tonight",
        ("tonight",),
        r"tonight",
        lambda _: Shift("day", 0, day_part="NI"),
        ("tonight", "2021-06-16TNI"),
    ),
    grammar_rule(
        "weekday",
        ("last", "this", "next", "that", "the following", "the previous", *WEEKDAYS),
        rf"(?:(?P<direction>last|this(?:{{_}}(?:past|coming))?|next|that|the{{_}}(?:following|previous)){{_}})?"
        rf"(?P<weekday>{{weekday}})(?:{{_}}{_PART})?",
        _weekday,
        ("met on Tuesday", "2021-06-15"),
        ("will meet on Tuesday", "2021-06-22"),
        ("said Wednesday", "2021-06-16"),
        ("last Tuesday", "2021-06-15"),
        ("next Friday", "2021-06-18"),
        ("Friday night", "2021-06-11TNI"),
        ("Black Friday sales", ""),
        ("the Sunday Times", ""),
        ("they sat", ""),
    ),
    grammar_rule(
        "this-unit",
        (
            *("last", "this", "next", "that", "earlier", "later", "early", "late", "end"),
            *(f"the {word}" for word in _RELATIVE.split("|")),
            *POSITION_STARTS,
        ),
        rf"{_WHEN}(?:(?P<position>{{position}}){{_}})?(?P<which>last|this(?:{{_}}(?:past|coming))?|next|"
        rf"that(?:{{_}}same)?|the{{_}}(?:{_RELATIVE})){{_}}{_CALENDAR_UNIT}",
        _this_unit,
        ("last year", "2020"),
        ("earlier this week", "2021-W24"),
        ("next month", "2021-07"),
        ("the end of this month", "2021-06"),
        ("In 2010 he won. The following year he lost", "2011"),
        ("On June 3 they met; the next day they left", "2021-06-04"),
        ("In 1910 he left, and that year she died", "1910"),
    ),
    grammar_rule(
        "position-in-unit",
        POSITION_STARTS,
        r"(?P<position>{position}){_}the{_}(?P<unit>week|month|quarter|year|decade|century)",
        _bare_unit,
        ("by the end of the year", "2021"),
    ),
    grammar_rule(
        "weekend",
        ("the weekend",),
        r"the{_}weekend",
        lambda _: Shift("weekend", 0),
        ("over the weekend", "2021-W23-WE"),
    ),
    grammar_rule(
        "ago",
        (
            DIGITS,
            *NUMBER_STARTS,
            "seconds",
            "minutes",
            "hours",
            "days",
            "weeks",
            "months",
            "years",
            "decades",
            "centuries",
        ),
        rf"{_APPROXIMATE}(?:(?:(?P<count>{{number}}|an?)|(?P<vague>{{vague}}))(?:{{_}}|-))?(?P<unit>{{unit}})"
        r"(?P<half>{_}and{_}a{_}half)?{_}(?P<way>ago|back|earlier|later|before|after|afterwards?|prior|"
        r"previously|from{_}now|hence|since)(?!{_}(?:to|in)\b)",
        _ago,
        ("three months ago", "2021-03"),
        ("two weeks ago", "2021-W22"),
        ("about 20 years ago", "2001"),
        ("a decade ago", "2011"),
        ("a year and a half ago", "2019-12"),
        ("five years from now", "2026"),
        ("several years ago", "PAST_REF"),
        ("On June 3 they met. Two days later", "2021-06-05"),
        ("In 1910 he left. Two years earlier", "1908"),
    ),
    grammar_rule(
        "part-of-century",
        ("half", "quarter", "a"),
        r"(?:a{_})?(?P<part>half|quarter)(?:{_}of)?(?:{_}a{_}|-|{_})century{_}"
        r"(?P<way>ago|earlier|later|before|after)",
        _part_of_century,
        ("half a century ago", "1971"),
        ("a half-century ago", "1971"),
        ("a quarter of a century ago", "1996"),
    ),
    grammar_rule(
        "neighbour",
        ("a", "one", *(f"the {unit}" for unit in _NEIGHBOURS.split("|"))),
        rf"(?:the|a|one){{_}}(?P<unit>{_NEIGHBOURS}){{_}}(?P<way>before|after|earlier|later)",
        _neighbour,
        ("On June 3 they met. The day before", "2021-06-02"),
        needs=("before", "after", "earlier", "later"),
    ),
    grammar_rule(
        "reference",
        ("recently", "lately", "currently", "nowadays", "at", "the near", "the future"),
        r"recently|lately|currently|nowadays|at{_}present|the{_}(?:near{_})?future",
        _reference,
        ("currently", "PRESENT_REF"),
        ("recently", "PAST_REF"),
    ),
)
