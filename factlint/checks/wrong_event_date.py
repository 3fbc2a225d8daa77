"""A known event in another year, or on another day, than it was: the 2017 Helsinki summit.

The knowledge base knows some hundreds of summits, attacks, disasters and games by the names that copy
uses for them. A date directly before the name ("the 2018 Helsinki summit"), after it with "of", or
after a noun of action ("the fall of the Berlin Wall in 1989") is compared with theirs.

Left alone: what follows from an event (trials, films, anniversaries, survivors) and bears its name, names
that are but a place and a noun where the date is more than two years off ("the 2013 Beirut blast"),
whatever does not happen at one time (treaties, wars, laws), names that several events bear
if one of them fits, dates that belong to a verb ("they spoke of the attack in 2013"), and a day more or
less, which time zones make. What is quoted is a note.
"""

from __future__ import annotations

import datetime as dt

from factlint.claims.events import EventDateClaim
from factlint.dates.partial import PartialDate
from factlint.kb.model import Event
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

TIME_ZONES = dt.timedelta(days=1)
"""What is Sunday night here is Monday there."""

OLYMPIAD = 4
"""A city that held games held them in other years too; so near, a year is a slip."""

SLIP_YEARS = 2
"""A name that other events may bear is judged only so many years around the one that is known."""


def _check(claim: EventDateClaim, context: ArticleContext) -> Judgement:
    del context
    date = claim.timex.date
    if date is None:
        return Judgement.unknown(Missing.YEAR)
    if any(_overlaps(date, event) for event in claim.events):
        return Judgement.supported()
    if not any(_may_be_meant(date, event, claim) for event in claim.events):
        return Judgement.unknown(Missing.KNOWLEDGE)
    facts = tuple(
        Evidence(f"{event.name} was {_when(event)}", entity=event.id, source=event.source)
        for event in claim.events
    )
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message="; ".join(fact.text for fact in facts) + f", not {_preposition(date)} {date.in_words()}",
            subject=f"{claim.events[0].id}:{date}",
            evidence=facts,
        )
    )


def _may_be_meant(date: PartialDate, event: Event, claim: EventDateClaim) -> bool:
    """Whether a wrong date is near enough to be a slip and not that of another event of the name."""
    apart = abs(date.year - event.start.year)
    if event.kind == "games":
        return apart <= OLYMPIAD
    return apart <= SLIP_YEARS or not claim.common


def _overlaps(date: PartialDate, event: Event) -> bool:
    first = event.start.earliest - TIME_ZONES
    last = (event.end or event.start).latest + TIME_ZONES
    return date.earliest <= last and first <= date.latest


def _when(event: Event) -> str:
    start = event.start.in_words()
    if event.end is None or event.end == event.start:
        return f"{_preposition(event.start)} {start}"
    return f"from {start} to {event.end.in_words()}"


def _preposition(date: PartialDate) -> str:
    return "in" if date.day is None else "on"


RULE = Rule(
    code="FL406",
    name="wrong-event-date",
    summary="A known event is given another year or day than it had.",
    doc=__doc__,
    category=Category.DATE,
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    claim=EventDateClaim,
    check_claim=_check,
    invalid=(
        Example("They spoke of the [[1913 sinking of the Titanic]] for hours."),
        Example("The [[sinking of the Titanic in 1913]] shocked them."),
        Example("The [[Sydney Olympics of 1996]] are well remembered."),
        Example("It began with the [[fall of the Berlin Wall in 1991]], he said."),
    ),
    valid=(
        Example("They spoke of the 1912 sinking of the Titanic for hours."),
        Example("The sinking of the Titanic in April 1912 shocked them."),
        Example("They testified about the Kabul airport bombing in 2022."),
        Example("The Sydney Olympics of 2000 are well remembered."),
        Example("He left the Iran nuclear deal in 2018."),
        Example("The 2015 Boston Marathon bombing trial lasted four months."),
        Example("In 2015, Boston Marathon bombing survivors testified."),
        Example("The 2005 Beirut blast killed Rafik Hariri."),
    ),
)
