"""A date that did not fall on the weekday the copy gives: Monday, 5 May 2020, a Tuesday.

One of the two is wrong, and which one readers cannot tell. Captions and court stories are full of
such pairs. The weekday may stand before the date ("Monday, May 5, 2020") or after it ("May 5, 2020,
a Monday"), or beside "yesterday", "today" or "tomorrow", which are counted from publication.

A date without a year is judged only if it lies within 60 days of publication, and not if the weekday
would be right in another year that the paragraph, or the one before it, names, nor where the sentence
looks back to a day of the past (a memory, an anniversary, an old photograph). Dates that the Julian
calendar had on that weekday, up to 1923 when the last states of Europe gave it up, are left alone.
A date inside quotation marks is a note.
"""

from __future__ import annotations

import datetime as dt

from factlint.annotate.timex.arithmetic import CLEARLY_NEAR
from factlint.annotate.timex.model import Anchor
from factlint.claims.dates import WeekdayClaim
from factlint.dates.lexicon import WEEKDAY_NAMES
from factlint.dates.partial import PartialDate
from factlint.rulekit.context import ArticleContext
from factlint.rulekit.rule import (
    Category,
    Confidence,
    Evidence,
    Example,
    Finding,
    Judgement,
    Missing,
    Rule,
    Severity,
)

LAST_JULIAN_YEAR = 1923
"""Greece was the last state of Europe to leave the Julian calendar, in 1923."""

_JULIAN_LAG = {15: 10, 16: 10, 17: 11, 18: 12, 19: 13}
"""First two digits of a year -> days by which the Julian calendar lagged, from 1 March of its first year."""


def _check(claim: WeekdayClaim, context: ArticleContext) -> Judgement:
    timex = claim.timex
    if not timex.written.possible:
        return Judgement.unknown(Missing.CONTEXT)
    if timex.anchor is Anchor.UNRESOLVED:
        return Judgement.unknown(Missing.PUBLICATION_DATE)
    day = _day(claim)
    if day is None:
        return Judgement.unknown(Missing.YEAR)
    if day.weekday() == claim.weekday:
        return Judgement.supported()
    if timex.written.year is None:
        if not _year_is_certain(claim, day, context):
            return Judgement.unknown(Missing.YEAR)
    elif _agrees_in_julian_calendar(day, claim.weekday):
        return Judgement.unknown(Missing.CONTEXT)
    fact = _fact(day, context.published)
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"{fact}, not a {WEEKDAY_NAMES[claim.weekday]}",
            subject=f"{day}:{claim.weekday}",
            evidence=(Evidence(fact),),
        )
    )


def _day(claim: WeekdayClaim) -> dt.date | None:
    date = claim.timex.date
    return date.earliest if date is not None and date.day is not None else None


def _year_is_certain(claim: WeekdayClaim, day: dt.date, context: ArticleContext) -> bool:
    published = context.published
    if published is None or claim.timex.anchor is not Anchor.PUBLICATION:
        return False
    if abs(day - published) > CLEARLY_NEAR or claim.looks_back:
        return False
    return not any(_falls_on(day, year, claim.weekday) for year in claim.other_years)


def _falls_on(day: dt.date, year: int, weekday: int) -> bool:
    """Whether the same day of another year falls on a weekday."""
    try:
        return day.replace(year=year).weekday() == weekday
    except ValueError:
        return False


def _agrees_in_julian_calendar(day: dt.date, weekday: int) -> bool:
    if day.year > LAST_JULIAN_YEAR:
        return False
    lag = _JULIAN_LAG.get((day.year - (1 if (day.month, day.day) < (3, 1) else 0)) // 100)
    return lag is None or (day + dt.timedelta(days=lag)).weekday() == weekday


def _fact(day: dt.date, published: dt.date | None) -> str:
    verb = "is" if published is not None and day >= published else "was"
    return f"{PartialDate.of(day).in_words()} {verb} a {WEEKDAY_NAMES[day.weekday()]}"


RULE = Rule(
    code="FL402",
    name="weekday-mismatch",
    summary="A date did not fall on the weekday that the copy gives.",
    doc=__doc__,
    category=Category.DATE,
    severity=Severity.ERROR,
    confidence=Confidence.VERY_HIGH,
    claim=WeekdayClaim,
    check_claim=_check,
    invalid=(
        Example("The court sat on [[Monday, May 5, 2020]]."),
        Example("Lawmakers vote in the Capitol in Washington, [[Tuesday, Feb. 5, 2020]]."),
        Example("The ship left port on [[Friday 16 June 2021]]."),
        Example("The hearing is on [[Tuesday, June 17]], the clerk said.", date="2021-06-16"),
        Example("The wall fell on [[Nov. 9, 1989, a Friday]]."),
        Example("Polls close on [[June 20 (Monday)]].", date="2021-06-16"),
        Example("The minister resigned [[yesterday, Monday]], her office said.", date="2021-06-16"),
    ),
    valid=(
        Example("The court sat on Tuesday, May 5, 2020."),
        Example("The ship left port on Wed. 16 June 2021."),
        Example("The hearing is on Thursday, June 17, the clerk said.", date="2021-06-16"),
        Example("The wall fell on Nov. 9, 1989, a Thursday."),
        Example("The hearing was on Tuesday, June 17.", date="2021-12-01"),
        Example("The minister resigned yesterday, Tuesday, her office said.", date="2021-06-16"),
        Example("They met on Monday; yesterday, Monday's offer was withdrawn.", date="2021-06-16"),
        Example("He recalled the sky over New York on Tuesday, Sept. 11.", date="2016-09-09"),
        Example("In 2014 she won. On Tuesday, June 17, her party met.", date="2021-06-16"),
        Example("On Sunday, January 9, 1905, troops fired on the crowd in St. Petersburg."),
    ),
)
