"""A day that no calendar has: June 31, Nov. 31, Feb. 29 of a year that is no leap year.

A day of the month that the month does not have is a slip of the pen or of the keyboard, and readers
find it at once. Dates are read in American and British order, with or without a year, in words and
in digits; 29 February is judged only where the year is written, or is certain from the publication
date.

Left alone: dates that the copy itself says do not exist ("there is no Feb. 30"), 30 February 1712,
which Sweden had, and numbers that only stand beside a word like "May". Inside quotation marks such a
day is a slip of whoever wrote it down, and a warning.
"""

from __future__ import annotations

from factlint.annotate.timex.arithmetic import CLEARLY_NEAR
from factlint.annotate.timex.model import Anchor, Timex
from factlint.claims.dates import DateClaim
from factlint.dates.lexicon import MONTH_NAMES
from factlint.dates.partial import PartialDate, days_in_month
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

SWEDISH_LEAP_DAY = (1712, 2, 30)
"""Sweden gave February a thirtieth day in 1712 to return to the Julian calendar."""


def _check(claim: DateClaim, context: ArticleContext) -> Judgement:
    written = claim.timex.written
    if claim.denied:
        return Judgement.unknown(Missing.CONTEXT)
    if (written.year, written.month, written.day) == SWEDISH_LEAP_DAY:
        return Judgement.supported()
    year = written.year
    if written.possible:
        if (written.month, written.day) != (2, 29) or year is not None:
            return Judgement.supported()
        year = _certain_year(claim.timex, context)
        if year is None:
            return Judgement.unknown(Missing.YEAR)
        if days_in_month(2, year) == 29:
            return Judgement.supported()
    reason = _reason(written.month or 0, year)
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"there is no such day as {context.article.words(claim.span)}: {reason}",
            subject=claim.timex.value,
            evidence=(Evidence(reason),),
            severity=Severity.WARNING if claim.quoted else None,
        )
    )


def _certain_year(timex: Timex, context: ArticleContext) -> int | None:
    """The year of a 29 February written without one, where it lies close to publication."""
    published = context.published
    if published is None or timex.anchor is not Anchor.PUBLICATION:
        return None
    year = int(timex.value[:4])
    near = abs(PartialDate(year, 2, 28).earliest - published) <= CLEARLY_NEAR
    return year if near else None


def _reason(month: int, year: int | None) -> str:
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    if month == 2 and year is not None:
        leap = "a leap year" if days_in_month(2, year) == 29 else "no leap year"
        return f"February {year} has {days_in_month(2, year)} days, {year} being {leap}"
    return f"{MONTH_NAMES[month - 1]} has {days_in_month(month)} days"


RULE = Rule(
    code="FL401",
    name="impossible-date",
    summary="The copy names a day that its month does not have.",
    doc=__doc__,
    category=Category.DATE,
    severity=Severity.ERROR,
    confidence=Confidence.VERY_HIGH,
    claim=DateClaim,
    check_claim=_check,
    slip_of_form=True,
    invalid=(
        Example("The committee meets again on [[June 31]]."),
        Example("The bridge was opened on [[Wednesday, Nov. 31, 2018]], by the governor."),
        Example("The treaty was signed on [[31 April 1998]] in Belfast."),
        Example("She arrived on Sept. 15 and left on [[Sept. 31]], records show."),
        Example("The deadline was [[Feb. 29, 2021]]."),
        Example("The deadline is [[Feb. 29]].", date="2021-02-16"),
        Example("The file is dated [[2021-02-30]]."),
    ),
    valid=(
        Example("The committee meets again on June 30."),
        Example("He was born on Feb. 29, 1960."),
        Example("The deadline is Feb. 29.", date="2020-02-16"),
        Example("Leap-day babies have a birthday on Feb. 29.", date="2021-09-16"),
        Example("There is no Feb. 30 in any calendar on sale."),
        Example("Sweden had a 30 February 1712."),
        Example("In May 35 people were hurt; in June 31 percent fewer."),
        Example("She lives at 31 June Street."),
    ),
)
