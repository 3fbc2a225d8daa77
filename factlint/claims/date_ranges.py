"""Claims that something lasted from one time to another."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.timex.ranges import RangeForm, TimexRange, find_ranges
from factlint.claims.base import Claim
from factlint.regex import regex

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRangeClaim(Claim):
    """The copy names a stretch of time by its two ends.

    Attributes:
        range: the two ends and how they are joined.
        surely_time: whether it is a stretch of time and not a change of a number, a comparison, or
            a look backwards: "fell from 2016 to 1998", "the difference between 2014 and 2010".
    """

    range: TimexRange
    surely_time: bool


# "from A to B" after these may be a number that shrank, a change of date or a look back.
_MOVES_BEFORE = regex(
    r"\b(?:f[ae]ll(?:s|en|ing)?|dropp?(?:s|ed|ing)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|dipp?(?:s|ed|ing)?|"
    r"slid|slipp(?:ed|ing)|sank|shrank|shrunk|plung(?:ed|ing)|plummet(?:ed|ing)|tumbl(?:ed|ing)|cut(?:s|ting)?|"
    r"reduc(?:ed|ing|tion)|lower(?:ed|ing)|trimm(?:ed|ing)|slash(?:ed|ing)|narrow(?:ed|ing)|rang(?:es?|ed|ing)|"
    r"var(?:ies|ied|ying)|chang(?:es?|ed|ing)|revis(?:ed|ing)|mov(?:es?|ed|ing)|shift(?:ed|ing)|went|goes|going|"
    r"down|back|backwards?|redated|brought\s+forward|translated|adapted|updated|switch(?:ed|ing)|count(?:ed|ing))"
    r"(?:\s+(?:\w+ly|up|back|forward|ahead|down|out))?,?\s+$",
    re.IGNORECASE,
)
# "brought the exit from coal forward from 2038 to 2030": a date that was changed.
_RESCHEDULES = regex(
    r"\b(?:deadlines?|target(?:s|ed)?|goals?|due\s+date|accelerat\w+|advanc(?:e|es|ed|ing)|forward|earlier|"
    r"reschedul\w+|postpon\w+|phase-?out|exit)\b[^.;]*$",
    re.IGNORECASE,
)
_COMPARES_BEFORE = regex(
    r"\b(?:differences?|differs?|gap|gaps|comparisons?|compar(?:es?|ed|ing)|contrasts?|distinctions?|parallels?|"
    r"similarit(?:y|ies)|relationship|choice|choose|choosing|toggle|toggling|split|divided?|switch(?:ed|ing)?|"
    r"swings?|swung|shift(?:ed)?|matchup)"
    r"(?:\s+\w+)?\s+$",
    re.IGNORECASE,
)
_LOOKS_BACK = regex(r"\b(?:reverse|backwards?|descending|in\s+turn)\b", re.IGNORECASE)
# A number with what it counts: "from 2012 to 1980 registered voters", "to 1990 levels".
_COUNTED_AFTER = regex(r"\s(?:\w{1,15}ed\s)?(?P<word>[a-z]{3,20})\b")
_NOT_COUNTED = frozenset(
    "was has is as his this its does says plus thus always perhaps across towards besides unless less versus "
    "alongside afterwards overseas elections was nonetheless nevertheless focus process business access "
    "address congress press pass guess across series".split()
)
_MEASURES = frozenset({"people", "men", "women", "level", "gmt", "percent", "points"})


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All claims that name a stretch of time by its ends, in order."""
    prose = annotations.article.prose
    return tuple(
        DateRangeClaim(
            span=found.span,
            sentence=annotations.sentence_at(found.span.start),
            quoted=annotations.is_quoted(found.span),
            range=found,
            surely_time=_surely_time(prose, found),
        )
        for found in find_ranges(prose, annotations.timexes)
    )


def _surely_time(prose: str, found: TimexRange) -> bool:
    before = max(0, found.span.start - 40)
    if _LOOKS_BACK.search(prose, before, min(len(prose), found.span.end + 30)):
        return False
    if found.form is RangeForm.FROM and (
        _MOVES_BEFORE.search(prose, before, found.span.start)
        or _RESCHEDULES.search(prose, before, found.span.start)
    ):
        return False
    if found.form is RangeForm.BETWEEN and _COMPARES_BEFORE.search(prose, before, found.span.start):
        return False
    return not _counts_something(prose, found)


def _counts_something(prose: str, found: TimexRange) -> bool:
    """Whether the second end, if it is a bare number, seems to count the noun after it."""
    written = found.end.written
    if written.month is not None or written.year is None:
        return False
    after = _COUNTED_AFTER.match(prose, found.span.end, found.span.end + 40)
    if after is None:
        return False
    word = after["word"]
    return word in _MEASURES or (word.endswith("s") and not word.endswith("ss") and word not in _NOT_COUNTED)
