"""An election on another day than it was or will be held: Election Day, Nov. 4, 2020.

In the United States the law sets the day: the Tuesday after the first Monday in November. Of other
countries the knowledge base knows the days of elections, both rounds included, and they are judged where
it has all of a kind. Whose election is meant is read from the copy as in not-an-election-year; where
several countries may be meant, nothing is reported.

Left alone: special, primary, local and early elections, runoffs, and in the United States any month
but November. A day without a year is judged in the year of publication. What is quoted is a note.
"""

from __future__ import annotations

import datetime as dt

from factlint.annotate.timex.model import Anchor
from factlint.claims.election_dates import ElectionDateClaim
from factlint.dates.partial import PartialDate
from factlint.kb.election_calendar import UNITED_STATES, ElectionKind, election_days
from factlint.linking.country_context import country_in_copy
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


def _check(claim: ElectionDateClaim, context: ArticleContext) -> Judgement:
    if len(claim.countries) != 1:
        return Judgement.unknown(Missing.CONTEXT)
    day = _day(claim, context.published)
    if day is None:
        return Judgement.unknown(Missing.YEAR)
    country = claim.countries[0].country
    if country == UNITED_STATES and day.month != 11:
        return Judgement.unknown(Missing.CONTEXT)
    if claim.kind is None and country != UNITED_STATES:
        return Judgement.unknown(Missing.CONTEXT)
    kind = claim.kind or ElectionKind.CONGRESSIONAL
    held = election_days(context.kb, country, kind, day.year)
    if not held:
        return Judgement.unknown(Missing.KNOWLEDGE)
    if any(first <= day <= last for first, last in held):
        return Judgement.supported()
    name = country_in_copy(context.kb, country)
    days = " and ".join(PartialDate.of(first).in_words() for first, _ in held)
    fact = f"{name} voted on {days}" if held[0][0] < (context.published or day) else f"{name} votes on {days}"
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"no such election on {PartialDate.of(day).in_words()}: {fact}",
            subject=f"{country}:{day}",
            evidence=(
                Evidence(fact, country),
                Evidence(f"read as {name}: {claim.countries[0].reason}", country),
            ),
        )
    )


def _day(claim: ElectionDateClaim, published: dt.date | None) -> dt.date | None:
    """The day, where its year is written or is that of publication."""
    date = claim.timex.date
    if date is None or date.day is None:
        return None
    if claim.timex.written.year is not None:
        return date.earliest
    if published is None or claim.timex.anchor is not Anchor.PUBLICATION or date.year != published.year:
        return None
    return date.earliest


RULE = Rule(
    code="FL502",
    name="wrong-election-date",
    summary="The copy gives a wrong day for an election.",
    doc=__doc__,
    category=Category.ELECTION,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    claim=ElectionDateClaim,
    check_claim=_check,
    invalid=(
        Example("Democrats in Ohio expect long lines on [[Election Day, Nov. 4, 2020]]."),
        Example("Republicans lost Virginia in the [[Nov. 9, 2016, presidential election]]."),
        Example("Voters in Ohio are ready for the [[Nov. 5 midterm elections]].", date="2018-08-20"),
        Example("The French [[presidential election on May 8, 2017]], was won by Emmanuel Macron."),
    ),
    valid=(
        Example("Democrats in Ohio expect long lines on Election Day, Nov. 3, 2020."),
        Example("Republicans won Ohio in the Nov. 8, 2016, presidential election."),
        Example("Voters in Ohio are ready for the Nov. 6 midterm elections.", date="2018-08-20"),
        Example("Republicans in Georgia won the Nov. 4, 2020, special election."),
        Example("The French presidential election on May 7, 2017, was won by Emmanuel Macron."),
        Example("Democrats in Ohio vote on March 17, 2020, in a primary election."),
    ),
)
