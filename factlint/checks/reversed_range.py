"""A stretch of time that ends before it begins: from 2015 to 2012.

Two years that changed places, or one with a digit wrong. Ranges are read with "from … to", "from …
until", "between … and", "through" and with a dash, between years, decades, months and days.

Left alone: a number that falls ("fell from 2016 to 1998", "from 2012 to 1980 voters"), comparisons
("the difference between 2014 and 2010"), dates that were moved ("brought forward from 2038 to 2030"), looks
back ("in reverse order"), years before Christ, and ends
whose year is not written, unless both are days of one month. Inside quotation marks a reversed range
is a slip of whoever wrote it down, and a warning.
"""

from __future__ import annotations

from factlint.annotate.timex.bounds import bounds
from factlint.annotate.timex.model import Anchor, Timex
from factlint.annotate.timex.ranges import TimexRange
from factlint.claims.date_ranges import DateRangeClaim
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


def _check(claim: DateRangeClaim, context: ArticleContext) -> Judgement:
    found = claim.range
    reversed_ends = _is_reversed(found)
    if reversed_ends is None:
        return Judgement.unknown(Missing.YEAR)
    if not reversed_ends:
        return Judgement.supported()
    if not claim.surely_time:
        return Judgement.unknown(Missing.CONTEXT)
    first, second = (context.article.words(end.span) for end in (found.begin, found.end))
    fact = f"{first} comes after {second}"
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"the range runs backwards: {fact}",
            subject=f"{found.begin.value}/{found.end.value}",
            evidence=(Evidence(fact),),
            severity=Severity.WARNING if claim.quoted else None,
        )
    )


def _is_reversed(found: TimexRange) -> bool | None:
    """Whether the second end lies wholly before the first; None where that is not certain."""
    begin, end = found.begin, found.end
    if not (begin.written.possible and end.written.possible):
        return None
    if _lacks_year(begin) and _lacks_year(end):
        return _reversed_in_month(begin, end)
    if _lacks_year(begin) or _lacks_year(end):
        return None
    first, second = bounds(begin), bounds(end)
    if first is None or second is None:
        return None
    return first[0] > second[1]


def _lacks_year(timex: Timex) -> bool:
    """Whether neither the words of a date nor those of the other end give its year."""
    return timex.anchor in (Anchor.PUBLICATION, Anchor.UNRESOLVED) or (
        timex.anchor is Anchor.CONTEXT and timex.written.year is None and timex.written.month is None
    )


def _reversed_in_month(begin: Timex, end: Timex) -> bool | None:
    first, second = begin.written, end.written
    if first.month is None or first.month != second.month or first.day is None or second.day is None:
        return None
    return first.day > second.day


RULE = Rule(
    code="FL403",
    name="reversed-range",
    summary="A stretch of time ends before it begins.",
    doc=__doc__,
    category=Category.DATE,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    claim=DateRangeClaim,
    check_claim=_check,
    slip_of_form=True,
    invalid=(
        Example("She was mayor [[from 2015 to 2012]]."),
        Example("In every race [[from 2012 until 1980]] the state backed the winner."),
        Example("Prices doubled [[between 2014 and 2010]]."),
        Example("He served [[from June 2015 to May 2014]]."),
        Example("The band (formed as a trio, [[1995-1989]]) never toured."),
        Example("The fair runs [[June 16-12]] in the park."),
        Example("Unemployment rose [[from 2014 to 2010]]."),
    ),
    valid=(
        Example("She was mayor from 2012 to 2015."),
        Example("The office is closed from Dec. 20 to Jan. 3."),
        Example("He played in the 2019-20 season."),
        Example("Attendance fell from 2016 to 1998."),
        Example("They see no difference between 2014 and 2010."),
        Example("The government brought the exit from coal forward from 2038 to 2030."),
        Example("The army shrank from 2,000 to 1,500 men."),
        Example("The temple stood from 500 BC to 300 BC."),
        Example("Trains stop from 1800 GMT to 0600 GMT."),
        Example("From 2016 votes her tally fell to 1998."),
        Example("Call 555-2015-2012 to register."),
    ),
)
