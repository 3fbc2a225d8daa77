"""Dates in digits."""

from __future__ import annotations

import re

from factlint.annotate.timex.meaning import CalendarDate, Fixed, Meaning
from factlint.annotate.timex.model import Written
from factlint.annotate.timex.rule import DIGITS, GrammarRule, grammar_rule
from factlint.regex import regex

PIVOT = 50
"""Two-digit years below this are of the 21st century, as in POSIX's ``%y`` rounded to a decade."""

_NUMBER_GOES_ON = regex(r"[\d.,/:$€£#-]$")


def _iso(match: re.Match[str]) -> Meaning | None:
    if _goes_on(match):
        return None
    return CalendarDate(Written(int(match["year"]), int(match["second"]), int(match["third"])))


def _slashed(match: re.Match[str]) -> Meaning | None:
    """Month first as in the United States, unless only the other order gives a date."""
    if _goes_on(match):
        return None
    first, second = int(match["first"]), int(match["second"])
    year = int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < PIVOT else 1900
    american = Written(year, first, second)
    british = Written(year, second, first)
    day_first = match["mark"] == "."
    preferred, other = (british, american) if day_first else (american, british)
    return CalendarDate(other if other.possible and not preferred.possible else preferred)


def _goes_on(match: re.Match[str]) -> bool:
    text = match.string
    return _NUMBER_GOES_ON.search(text, max(0, match.start() - 1), match.start()) is not None


RULES: tuple[GrammarRule, ...] = (
    grammar_rule(
        "iso",
        (DIGITS,),
        r"(?P<year>\d{4})-(?P<second>\d{2})-(?P<third>\d{2})(?!-?\d)",
        _iso,
        ("2021-06-16", "2021-06-16"),
        ("2021-02-30", "2021-02-30"),
    ),
    grammar_rule(
        "slashed",
        (DIGITS,),
        r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d{2}|(?<=/)\d{2})(?![/.]?\d)",
        _slashed,
        ("3/11/2020", "2020-03-11"),
        ("31/12/2020", "2020-12-31"),
        ("16.06.2021", "2021-06-16"),
        ("6/31/2019", "2019-06-31"),
        ("version 1.2.20", ""),
    ),
    grammar_rule(
        "nine-eleven",
        (DIGITS,),
        r"9/11(?![/.]?\d)",
        lambda match: None if _goes_on(match) else Fixed("2001-09-11"),
        ("after 9/11", "2001-09-11"),
    ),
)
