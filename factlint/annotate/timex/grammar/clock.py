"""Times of day and their zones."""

from __future__ import annotations

import re

from factlint.annotate.timex.guards import word_before
from factlint.annotate.timex.lexicon import NUMBER_STARTS, read_number
from factlint.annotate.timex.meaning import Clock, Meaning
from factlint.annotate.timex.rule import DIGITS, GrammarRule, grammar_rule

_ZONE = r"(?:{_}\(?(?P<zone>{zone}))"
_TIME_BEFORE = frozenset(
    "at by until till from around about after before to since between and shortly just".split()
)


def _zone(match: re.Match[str]) -> str:
    zone = match.groupdict().get("zone") or ""
    return zone.upper() if zone.isupper() else ""


def _half_day(match: re.Match[str]) -> Meaning | None:
    hour = int(match["hour"])
    if not 0 <= hour <= 12:
        return None
    afternoon = match["half"].lower().startswith("p")
    minute = int(match["minute"]) if match["minute"] else None
    return Clock(hour % 12 + (12 if afternoon else 0), minute, _zone(match))


def _full_day(match: re.Match[str]) -> Meaning | None:
    hour, minute = int(match["hour"]), int(match["minute"])
    said = match["zone"] or match["hours"]
    before = word_before(match.string, match.start()).lower()
    if hour > 24 or minute > 59 or not (said or before in _TIME_BEFORE):
        return None
    return Clock(hour % 24, minute, _zone(match))


def _military(match: re.Match[str]) -> Meaning | None:
    hour, minute = int(match["clock"][:2]), int(match["clock"][2:])
    return Clock(hour % 24, minute, _zone(match)) if hour <= 24 and minute <= 59 else None


def _named(match: re.Match[str]) -> Meaning:
    return Clock(12 if match.group().lower() == "noon" else 0, 0)


def _o_clock(match: re.Match[str]) -> Meaning | None:
    number = read_number(match["hour"])
    return Clock(int(number)) if number is not None and 1 <= number <= 12 else None


RULES: tuple[GrammarRule, ...] = (
    grammar_rule(
        "half-day",
        (DIGITS,),
        rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?{{_}}?(?P<half>[ap]\.?m\b\.?){_ZONE}?",
        _half_day,
        ("at 2 p.m.", "2021-06-16T14"),
        ("2:30 p.m. EDT", "2021-06-16T14:30"),
        ("6:00 am", "2021-06-16T06:00"),
        ("Tuesday at 2 p.m.", "2021-06-15T14"),
        needs=("am", "a.m", "pm", "p.m"),
    ),
    grammar_rule(
        "full-day",
        (DIGITS,),
        rf"(?P<hour>\d{{1,2}})[:.](?P<minute>\d{{2}})(?!\d|[:.]\d)(?:{_ZONE}|(?P<hours>{{_}}(?:hours|hrs)))?",
        _full_day,
        ("at 22:30", "2021-06-16T22:30"),
        ("15:11 GMT", "2021-06-16T15:11"),
        ("a 2:30 ratio", ""),
    ),
    grammar_rule(
        "military",
        (DIGITS,),
        rf"(?P<clock>\d{{4}})(?:{_ZONE}|{{_}}?(?:hours|hrs|h))",
        _military,
        ("at 1800 GMT", "2021-06-16T18:00"),
    ),
    grammar_rule(
        "named-time",
        ("noon", "midnight"),
        r"noon|midnight",
        _named,
        ("at noon", "2021-06-16T12:00"),
        ("at midnight", "2021-06-16T00:00"),
    ),
    grammar_rule(
        "o-clock",
        (DIGITS, *NUMBER_STARTS),
        r"(?P<hour>{number}){_}o'clock",
        _o_clock,
        ("three o'clock", "2021-06-16T03"),
        needs=("o'clock",),
    ),
)
