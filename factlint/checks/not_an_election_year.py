"""An election in a year without one: the 2018 US presidential election, "this year's" in 2021.

Federal elections of the United States are held in years that the law fixes: presidential ones in years
that four divides, midterms between them. Elections of other countries are judged where the knowledge
base has all of them. Whose election is meant is read from the copy: a country beside the phrase, else
what marks a country in the sentence, the article and shortly before (places, people, institutions).
Where several countries may be meant, the year must be wrong for each of them.

Left alone: elections that the copy does not place anywhere, parliaments whose country is not named beside
them (regions have theirs), the European Parliament, "general" elections in the United States
(states hold theirs in odd years), special elections, and somebody's campaign in the year before, which is
when it begins ("she began her 2007 presidential campaign"), unless the election is over by the time of
publication and the copy does not tell of the beginning. Votes to come that may have been brought forward or
postponed since are not judged, unless they are fixed by law. Debates, rallies and announcements happen in any
year. What is quoted is a note.
"""

from __future__ import annotations

import datetime as dt

from factlint.claims.elections import ElectionClaim, Head
from factlint.dates.partial import PartialDate
from factlint.kb.election_calendar import (
    FIXED_TERMS,
    UNITED_STATES,
    ElectionKind,
    election_days,
    election_years,
)
from factlint.kb.model import EntityId
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

MOVED_BY = 2
"""Votes are brought forward and postponed by up to so many years."""

MARGIN = dt.timedelta(days=7)
"""Last week's vote may be counted from the day it was written, and the month from the campaign's end."""


def _check(claim: ElectionClaim, context: ArticleContext) -> Judgement:
    if not claim.countries:
        return Judgement.unknown(Missing.CONTEXT)
    facts: list[Evidence] = []
    readings: list[Evidence] = []
    for meant in claim.countries:
        held = election_years(context.kb, meant.country, claim.kind, claim.years[0])
        if held is None:
            return Judgement.unknown(Missing.KNOWLEDGE)
        if any(year in held for year in claim.years) and _falls_in_period(claim, meant.country, context):
            return Judgement.supported()
        if _may_have_moved(claim, meant.country, held, context):
            return Judgement.unknown(Missing.KNOWLEDGE)
        if claim.years[-1] + 1 in held and _may_be_the_year_before(claim, context):
            return Judgement.unknown(Missing.CONTEXT)
        if held:
            name = country_in_copy(context.kb, meant.country)
            facts.append(_nearest(claim, meant.country, name, held, context))
            readings.append(Evidence(f"read as an election of {name}: {meant.reason}", meant.country))
    if not facts:
        return Judgement.unknown(Missing.KNOWLEDGE)
    year = claim.years[0]
    time = f"between {_in_words(claim.period)}" if claim.period else f"in {year}"
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"no {claim.kind} election {time}: " + "; ".join(fact.text for fact in facts),
            subject=f"{facts[0].entity}:{claim.kind}:{year}",
            evidence=(*facts, *readings),
        )
    )


def _may_be_the_year_before(claim: ElectionClaim, context: ArticleContext) -> bool:
    """Whether the copy may mean when somebody's campaign began, and not the election it was for.

    Copy of later years calls a campaign by the year of the vote, unless it tells how it began.
    """
    if not claim.owned or claim.head is Head.ELECTION:
        return False
    over = context.published is not None and context.published.year > claim.years[-1] + 1
    return claim.begins or not over


def _falls_in_period(claim: ElectionClaim, country: EntityId, context: ArticleContext) -> bool:
    """Whether an election may be in the week or month that the copy names, if it names one."""
    if claim.period is None:
        return True
    days = election_days(context.kb, country, claim.kind, claim.years[0])
    first, last = claim.period[0] - MARGIN, claim.period[1] + MARGIN
    return days is None or any(start <= last and first <= end for start, end in days)


def _may_have_moved(
    claim: ElectionClaim, country: EntityId, held: tuple[int, ...], context: ArticleContext
) -> bool:
    """Whether a vote that was to come may have been held earlier or later than then foreseen."""
    published, year = context.published, claim.years[-1]
    if published is None or year < published.year:
        return False
    if claim.period is not None and claim.period[1] < published:
        return False
    if country == UNITED_STATES or (country in FIXED_TERMS and claim.kind is ElectionKind.PRESIDENTIAL):
        return False
    return any(abs(one - year) <= MOVED_BY and one >= published.year for one in held)


def _in_words(days: tuple[dt.date, dt.date]) -> str:
    return " and ".join(PartialDate.of(day).in_words() for day in days)


def _nearest(
    claim: ElectionClaim, country: EntityId, name: str, held: tuple[int, ...], context: ArticleContext
) -> Evidence:
    """When the country voted next before and after, or in the year where the copy names a part of it."""
    year = claim.years[0]
    source = "by law" if country == UNITED_STATES else "knowledge base"
    if year in held:
        days = election_days(context.kb, country, claim.kind, year) or ()
        dates = " and ".join(PartialDate.of(first).in_words() for first, _ in days)
        return Evidence(f"the one of {name} is that of {dates}", country, source)
    before = max((one for one in held if one < year), default=None)
    after = min((one for one in held if one > year), default=None)
    nearest = " and ".join(str(one) for one in (before, after) if one is not None)
    return Evidence(f"the nearest of {name} are those of {nearest}", country, source)


RULE = Rule(
    code="FL501",
    name="not-an-election-year",
    summary="The copy speaks of an election in a year without one.",
    doc=__doc__,
    category=Category.ELECTION,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    claim=ElectionClaim,
    check_claim=_check,
    invalid=(
        Example("Turnout was low in the [[2018 U.S. presidential election]]."),
        Example("Republicans and Democrats in Ohio still argue about the [[2013 presidential race]]."),
        Example(
            "Voters in Iowa want calm before [[this year's presidential election]], say Democrats.",
            date="2021-06-16",
        ),
        Example(
            "Republicans in Ohio are ready for [[next month's presidential election]].", date="2018-10-10"
        ),
        Example("Democrats in Congress lost seats in the [[2013 midterms]], as the White House had feared."),
    ),
    valid=(
        Example("Turnout was low in the 2016 U.S. presidential election."),
        Example("Voters in Iowa want calm before this year's presidential election.", date="2020-06-16"),
        Example("Republicans in Ohio are ready for next month's presidential election.", date="2016-10-10"),
        Example("Congo prepares for its 2016 presidential election.", date="2015-06-01"),
        Example("Virginia's 2017 general election went to the Democrats."),
        Example("Clinton began her 2007 presidential campaign in January, as Democrats in Iowa recall."),
        Example("The 2015 presidential debate in Ohio drew 24 million Republicans and Democrats."),
        Example("Scotland's 2016 parliamentary election kept Nicola Sturgeon in office."),
        Example("France turned out for the 2019 European parliamentary elections."),
        Example("Rivals accepted the outcome of the 2013 presidential election."),
        Example("The 2015 presidential election of FIFA shook Republicans in the Senate."),
    ),
)
