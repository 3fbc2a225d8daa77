"""Lengths of time, and times that come back."""

from __future__ import annotations

import re

from factlint.annotate.timex.guards import word_before
from factlint.annotate.timex.lexicon import (
    CLOCK_UNITS,
    NUMBER_STARTS,
    UNITS,
    read_approximation,
    read_number,
    read_unit,
)
from factlint.annotate.timex.meaning import Fixed, Meaning, Stretch
from factlint.annotate.timex.model import TimexType
from factlint.annotate.timex.rule import DIGITS, GrammarRule, grammar_rule
from factlint.dates.lexicon import WEEKDAYS, weekday_number

_APPROXIMATE = r"(?:(?P<approximate>{approximate}){_})?"
_NOT_AN_AGE = r"(?![ -](?:old|olds)\b|{_}of{_}age)"
_LENGTH_BEFORE = frozenset(
    "for within in than over about almost nearly after half under lasted lasts last took takes take during "
    "only spent least roughly around another whole entire once every".split()
)
_RATE_BEFORE = frozenset({"once", "twice", "times", "day", "hours", "days"})


def length_value(unit: str, number: float | None) -> str:
    """The TIMEX3 duration: ``P3M``, ``PT24H``, ``PXY``."""
    letter = UNITS[unit]
    if unit == "fortnight" and number is not None:
        number *= 2
    amount = "X" if number is None else f"{number:g}"
    return f"PT{amount}{letter}" if unit in CLOCK_UNITS else f"P{amount}{letter}"


def _length(match: re.Match[str]) -> Meaning | None:
    unit = read_unit(match["unit"])
    count = match["count"]
    if count.lower() in ("a", "an") and not match["approximate"]:
        return _indefinite(match, unit)
    number = read_number(count)
    if number is None:
        return None
    if match["half"]:
        number += 0.5
    return Fixed(length_value(unit, number), TimexType.DURATION, read_approximation(match["approximate"]))


def _indefinite(match: re.Match[str], unit: str) -> Meaning | None:
    """A length after a word that calls for one: "for a year"; a rate in "twice a year"."""
    before = word_before(match.string, match.start()).lower()
    number = 1.5 if match["half"] else 1.0
    if before in _RATE_BEFORE:
        return Fixed(length_value(unit, number), TimexType.SET)
    if before in _LENGTH_BEFORE or match["half"] or unit in ("decade", "century"):
        return Fixed(length_value(unit, number), TimexType.DURATION)
    return None


def _vague(match: re.Match[str]) -> Meaning:
    return Fixed(
        length_value(read_unit(match["unit"]), None),
        TimexType.DURATION,
        read_approximation(match["approximate"]),
    )


def _half(match: re.Match[str]) -> Meaning:
    return Fixed(length_value(read_unit(match["unit"]), 0.5), TimexType.DURATION)


def _years_and_months(match: re.Match[str]) -> Meaning | None:
    years, months = read_number(match["first"]), read_number(match["second"])
    if years is None or months is None:
        return None
    return Fixed(f"P{years:g}Y{months:g}M", TimexType.DURATION)


def _bare_plural(match: re.Match[str]) -> Meaning | None:
    if word_before(match.string, match.start()).lower() not in (
        "for",
        "in",
        "over",
        "after",
        "lasted",
        "took",
    ):
        return None
    return Fixed(length_value(read_unit(match.group()), None), TimexType.DURATION)


def _stretch(match: re.Match[str]) -> Meaning | None:
    words = match["count"]
    plural = match["unit"].lower().endswith("s")
    if words is None and not plural and not match["the"]:
        return None
    number = (None if plural else 1.0) if words is None else read_number(words)
    forward = match["way"].lower() in ("next", "coming", "following")
    return Stretch(read_unit(match["unit"]), None if number is None else int(number), forward)


def _recent(match: re.Match[str]) -> Meaning:
    return Stretch(read_unit(match["unit"]), None, match["way"].lower() == "coming")


def _every(match: re.Match[str]) -> Meaning:
    number = read_number(match["count"]) if match["count"] else 1.0
    return Fixed(length_value(read_unit(match["unit"]), 2.0 if match["other"] else number), TimexType.SET)


_ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q",
    "annually": "P1Y", "yearly": "P1Y", "annual": "P1Y", "biannual": "P6M", "biennial": "P2Y",
}  # fmt: skip

_PLURAL_UNITS = "minutes hours days weeks months years decades centuries".split()

RULES: tuple[GrammarRule, ...] = (
    grammar_rule(
        "length",
        (DIGITS, *NUMBER_STARTS),
        rf"{_APPROXIMATE}(?P<count>{{number}}|an?)(?:{{_}}|-|{{_}}-{{_}})(?:full{{_}}|more{{_}}|whole{{_}})?(?P<unit>{{unit}})"
        rf"(?P<half>{{_}}and{{_}}a{{_}}half)?{_NOT_AN_AGE}",
        _length,
        ("for three months", "P3M"),
        ("a two-year deal", "P2Y"),
        ("more than 24 hours", "PT24H"),
        ("a decade in office", "P1DE"),
        ("twice a week", "P1W"),
        ("a year and a half", "P1.5Y"),
        ("a 12-year-old boy", ""),
        ("had a day in court", ""),
    ),
    grammar_rule(
        "years-and-months",
        (DIGITS, *NUMBER_STARTS),
        rf"(?P<first>{{number}}|a){{_}}years?(?:,|{{_}}and)?{{_}}(?P<second>{{number}}|a){{_}}months?{_NOT_AN_AGE}",
        _years_and_months,
        ("nine years and 10 months", "P9Y10M"),
        needs=("month",),
    ),
    grammar_rule(
        "vague-length",
        (DIGITS, *NUMBER_STARTS),
        rf"{_APPROXIMATE}(?:{{vague}})(?:{{_}}more)?{{_}}(?P<unit>{{unit}})",
        _vague,
        ("several weeks", "PXW"),
        ("a few days", "PXD"),
    ),
    grammar_rule(
        "half-length",
        ("half", "a"),
        r"(?:half{_}an?{_}|(?:a{_})?half-)(?P<unit>{unit})",
        _half,
        ("half a century", "P0.5CE"),
        ("half-hour", "PT0.5H"),
        needs=("half",),
    ),
    grammar_rule(
        "bare-plural",
        _PLURAL_UNITS,
        "|".join(_PLURAL_UNITS),
        _bare_plural,
        ("for years", "PXY"),
        ("the years went by", ""),
    ),
    grammar_rule(
        "stretch",
        ("the", "past", "last", "next", "coming", "this", "the following", "the previous"),
        r"(?P<the>the{_})?(?P<way>past|last|next|coming|following|previous){_}"
        r"(?:(?P<count>{number}|{vague}){_})?(?P<unit>{unit})",
        _stretch,
        ("the past three years", "P3Y"),
        ("over the last year", "P1Y"),
        ("the next two weeks", "P2W"),
        ("the past few days", "PXD"),
    ),
    grammar_rule(
        "recent",
        ("recent", "coming"),
        r"(?P<way>recent|coming){_}(?P<unit>days|weeks|months|years|decades)",
        _recent,
        ("in recent years", "PXY"),
    ),
    grammar_rule(
        "every",
        ("every", "each", "per"),
        r"(?:every|each|per){_}(?:(?P<other>other){_})?(?:(?P<count>{number}){_})?(?P<unit>{unit})",
        _every,
        ("every day", "P1D"),
        ("every four years", "P4Y"),
        ("every other week", "P2W"),
    ),
    grammar_rule(
        "every-weekday",
        ("every", "each", *(f"{word}s" for word in WEEKDAYS if word.endswith("day"))),
        r"(?:every|each){_}(?P<weekday>{weekday_name})|(?P<weekdays>{weekday_name})s",
        lambda match: Fixed(
            f"XXXX-WXX-{weekday_number(match['weekday'] or match['weekdays']) + 1}", TimexType.SET
        ),
        ("every Tuesday", "XXXX-WXX-2"),
        ("on Sundays", "XXXX-WXX-7"),
    ),
    grammar_rule(
        "adverb",
        _ADVERBS,
        "|".join(_ADVERBS),
        lambda match: Fixed(_ADVERBS[match.group().lower()], TimexType.SET),
        ("meets weekly", "P1W"),
    ),
)
