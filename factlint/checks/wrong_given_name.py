"""Office and surname say who it is, and the given name is another's.

Finds "Treasury Secretary Jane Yellen", "Texas Gov. Gary Abbott" and "Serbia's president, Andrej Vucic": a
name that no known person bears, with a title that somebody of the same surname held at the time.

Left alone: given names that are short forms of the right one, titles whose place the copy does not
say (a state has officers whom the knowledge base does not know), deputies, acting and future holders,
sentences that speak of another time, and full names that fit a known person.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.annotate.offices import Standing
from factlint.annotate.within import within
from factlint.checks.wording import named, office_in_words, tenure_in_words
from factlint.claims.offices import OfficeClaim
from factlint.dates.partial import PartialDate
from factlint.kb.model import EntityKind, Fit
from factlint.kb.names import SUFFIXES, tokens
from factlint.linking.nicknames import same_given_name
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

if TYPE_CHECKING:
    from factlint.kb.model import Entity, Tenure
    from factlint.rulekit.context import ArticleContext

_NATIONAL = "United States"
_OF_STATES_TOO = frozenset(
    {"Attorney General", "Secretary of State", "Treasurer", "Senator", "Representative", "Governor",
     "Speaker", "Majority Leader", "Minority Leader", "Mayor", "Chief Justice", "Lieutenant Governor"}
)  # fmt: skip
"""Offices that American states have as well as the nation."""


def _check(claim: OfficeClaim, context: ArticleContext) -> Judgement:
    day = context.published
    if claim.people:
        return Judgement.supported()
    if day is None or claim.past:
        return Judgement.unknown(Missing.PUBLICATION_DATE if day is None else Missing.YEAR)
    if claim.office.standing is not Standing.HELD or claim.office.acting or _is_misspelled(claim, context):
        return Judgement.unknown(Missing.CONTEXT)
    words = _plain_name(claim.mention.text)
    holders = [
        (person, tenure)
        for person, tenure in _holders(claim, context, day)
        if _plain_name(person.label)[-1:] == words[-1:]
    ]
    if len({person.id for person, _ in holders}) != 1 or len(words) != 2:
        return Judgement.unknown(Missing.KNOWLEDGE)
    person, tenure = holders[0]
    if any(_is_short_form(words[0], name.split()[0]) for name in (person.label, *person.aliases)):
        return Judgement.unknown(Missing.CONTEXT)
    return Judgement.refuted(
        Finding(
            span=claim.mention.span,
            message=(
                f"no {claim.mention.text} is known; {named(person)} was"
                f" {office_in_words(tenure)} on {PartialDate.of(day).in_words()}"
            ),
            subject=f"{person.id}:{claim.mention.text}",
            evidence=(Evidence(f"{person.label}: {tenure_in_words(tenure)}", person.id, tenure.source),),
        )
    )


def _plain_name(name: str) -> list[str]:
    return [token for token in tokens(name) if token not in SUFFIXES and len(token) > 1]


def _is_short_form(written: str, given: str) -> bool:
    """Whether a given name may be the other's short form: Dan for Dannel, but not Jane for Janet."""
    whole = tokens(given)[0] if tokens(given) else ""
    return same_given_name(written, whole) or (whole.startswith(written) and written[-1] not in "aeiouy")


def _is_misspelled(claim: OfficeClaim, context: ArticleContext) -> bool:
    """Whether FL101 or FL102 has the name already."""
    from factlint.linking.link import link_names

    return claim.mention.span.start in context.annotations.derived(link_names).misspellings


def _holders(claim: OfficeClaim, context: ArticleContext, day: dt.date) -> Iterator[tuple[Entity, Tenure]]:
    """Who held the office on the day for certain, in the place that the copy gives or implies."""
    office, kb = claim.office, context.kb
    places = {entity.label for entity in office.place.entities} if office.place else set()
    states = places | {
        entity.label
        for place in within(context.annotations.places, claim.sentence)
        for entity in place.of_kind(EntityKind.REGION)
    }
    for title in office.titles:
        for tenure in kb.holders(title, "", day):
            if tenure.validity.at(day) is not Fit.YES:
                continue
            if tenure.constituency:
                fits = tenure.constituency in states
            elif title in _OF_STATES_TOO or office.place is not None:
                fits = tenure.jurisdiction in (places or states)
            else:
                fits = tenure.jurisdiction == _NATIONAL
            person = kb.entity(tenure.person) if fits else None
            if person is not None:
                yield person, tenure


RULE = Rule(
    code="FL103",
    name="wrong-given-name",
    summary="Office and surname say who it is, and the given name is another's.",
    doc=__doc__,
    category=Category.NAME,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    claim=OfficeClaim,
    check_claim=_check,
    invalid=(
        Example("Treasury Secretary [[Wilma Yellen]] spoke on Friday.", date="2021-07-23"),
        Example("Texas Gov. [[Gary Abbott]] spoke on Friday.", date="2021-07-23"),
        Example("Serbia's president, [[Andrej Vucic]], spoke on Friday.", date="2021-07-23"),
    ),
    valid=(
        Example("Treasury Secretary Janet Yellen spoke on Friday.", date="2021-07-23"),
        Example("Texas Gov. Greg Abbott and state Rep. Gary Abbott spoke.", date="2021-07-23"),
        Example("In 1999 Treasury Secretary Wilma Yellen spoke first.", date="2021-07-23"),
    ),
)
