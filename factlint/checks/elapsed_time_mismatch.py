"""Years that do not fit: opened in 1990, 40 years ago, in a story of 2020.

Copy that gives both a year and how long ago it was can be checked by subtraction: "30 years ago, in
1990", "35 years since the 1986 disaster", "the 20th anniversary of the 2001 attacks", "ten years later, in
2000", "for 12 years, from 1990 to 2002", "six years older: she was born in 1956, he in 1950". Readers do
the sum.

A year more or less is never reported, for copy counts begun years, unless the day of an anniversary
lies within ten days of publication. Round numbers and "about", "nearly" and "more than" are given more
room. Left alone: a part of the time between two years ("two years between 2001 and 2009"), and
anniversaries in a sentence that names another year which fits. What is quoted is a note.
"""

from __future__ import annotations

import datetime as dt

from factlint.annotate.timex.model import Mod
from factlint.claims.elapsed import ElapsedClaim, ElapsedForm, years_between
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

NEAR_THE_DAY = 10
"""Copy within so many days of an anniversary's day means this one, not last or next year's."""


def _check(claim: ElapsedClaim, context: ArticleContext) -> Judgement:
    published = context.published
    from_today = claim.form in (ElapsedForm.AGO, ElapsedForm.ANNIVERSARY)
    if from_today and published is None:
        return Judgement.unknown(Missing.PUBLICATION_DATE)
    fewest, most = _elapsed(claim, published or dt.date.max)
    if _fits(claim, fewest, most):
        return Judgement.supported()
    if any(claim.years == year - claim.since.year for year in claim.until):
        return Judgement.supported()
    fact = _fact(claim, published, fewest, most)
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"{fact}, not {claim.years}",
            subject=f"{claim.form}:{claim.since}:{claim.years}",
            evidence=(Evidence(fact),),
        )
    )


def _fact(claim: ElapsedClaim, published: dt.date | None, fewest: int, most: int) -> str:
    since = claim.since.in_words()
    if claim.form is ElapsedForm.ANNIVERSARY and published is not None:
        return f"in {published.year} it is {published.year - claim.since.year} years since {since}"
    years = f"{fewest}" if fewest == most else f"{fewest} or {most}"
    if claim.form is ElapsedForm.AGO and published is not None:
        return f"on {PartialDate.of(published).in_words()} it is {years} years since {since}"
    return f"from {since} to {claim.until[0]} it is {years} years"


def _elapsed(claim: ElapsedClaim, published: dt.date) -> tuple[int, int]:
    if claim.form is ElapsedForm.AGO:
        return years_between(claim.since, published)
    if claim.form is ElapsedForm.ANNIVERSARY:
        return _anniversaries(claim, published)
    years = claim.until[0] - claim.since.year
    return years, years


def _anniversaries(claim: ElapsedClaim, published: dt.date) -> tuple[int, int]:
    """The anniversaries that may be spoken of: this year's, and unless its day is near, its neighbours."""
    since = claim.since
    years = published.year - since.year
    if since.day is not None and since.month is not None:
        for year in (published.year - 1, published.year, published.year + 1):
            day = dt.date(year, since.month, min(since.day, 28))
            if abs((day - published).days) <= NEAR_THE_DAY:
                return year - since.year, year - since.year
    return years - 1, years + 1


def _fits(claim: ElapsedClaim, fewest: int, most: int) -> bool:
    below, above = _room(claim)
    if claim.within and claim.years <= most:
        return True
    return fewest - below <= claim.years <= most + above


def _room(claim: ElapsedClaim) -> tuple[float, float]:
    """How many years the number may lie below and above what is true."""
    if claim.form is ElapsedForm.ANNIVERSARY:
        return 0, 0
    years = claim.years
    room = 1.0
    if years >= 20 and years % 5 == 0:
        room = 2.0
    if years >= 50 and years % 10 == 0:
        room = 10.0 if years % 50 == 0 else 5.0
    if claim.mod is None:
        return room, room
    wide = max(room, 2, years / 4)
    if claim.mod in (Mod.MORE_THAN, Mod.EQUAL_OR_MORE):
        return wide, room
    return (room, wide) if claim.mod is Mod.LESS_THAN else (wide, wide)


RULE = Rule(
    code="FL404",
    name="elapsed-time-mismatch",
    summary="The number of years does not fit the years the copy gives.",
    doc=__doc__,
    category=Category.DATE,
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    claim=ElapsedClaim,
    check_claim=_check,
    invalid=(
        Example("The bridge was opened in [[1990, 40 years ago]].", date="2020-05-04"),
        Example("The mill burned down [[12 years ago, in 2001]].", date="2020-05-04"),
        Example("They marked the [[30th anniversary of the 1969]] moon landing.", date="2019-07-20"),
        Example(
            "On Friday they marked the [[19th anniversary of the Sept. 11, 2001]], attacks.",
            date="2021-09-11",
        ),
        Example("He left in 1990 and came back [[five years later, in 1999]]."),
        Example("She led the party for [[12 years, from 1990 to 1995]]."),
        Example("The [[12-year war (1990-1995)]] is over."),
        Example("It has been [[45 years since the 1986]] disaster.", date="2016-04-26"),
        Example("He is [[nine years older]]: she was born in 1956, he in 1950."),
    ),
    valid=(
        Example("The bridge was opened in 1990, 30 years ago.", date="2020-05-04"),
        Example("The mill burned down about 20 years ago, in 2001.", date="2020-05-04"),
        Example("The factory closed in 1972, nearly 50 years ago.", date="2020-05-04"),
        Example("They marked the 50th anniversary of the 1969 moon landing.", date="2019-07-20"),
        Example("In 1999 they marked the 30th anniversary of the 1969 moon landing.", date="2019-07-20"),
        Example("A museum opens for the 20th anniversary of the Sept. 11, 2001, attacks.", date="2021-05-03"),
        Example("He left in 1990 and came back five years later, in 1995."),
        Example("She led the party for 12 years, from 1990 to 2002."),
        Example("He spent two years in jail between 2001 and 2009."),
        Example("He served two terms of four years, from 2001 to 2009."),
    ),
)
