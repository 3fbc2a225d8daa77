"""Somebody is said to have won an election that another won: Hillary Clinton won the 2016 election.

Finds "Ann Roe won the 2016 presidential election", "John Doe defeated Ann Roe in the 2012 election", "Ann
Roe's defeat in the 2017 election" and "Ann Roe was elected president in 2009" against the winners that the
knowledge base has: presidents, and the leaders of the parties that won parliamentary elections. Who is
said to have lost is reported if they won. Only elections of the person's own country are judged.

Left alone: votes of a state, a city or a group of voters, the popular vote, primaries, first rounds,
annulled and disputed elections, what somebody says, thinks, denies or doubts, conditions, and people whom the
knowledge base does not know. What is quoted is a note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.wording import named
from factlint.claims.election_winners import ElectionWinnerClaim
from factlint.kb.election_calendar import election_years, winners_in, years_won
from factlint.kb.model import EntityKind
from factlint.kb.names import fold
from factlint.linking.country_context import country_in_copy
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
    from factlint.kb.model import Entity, EntityId
    from factlint.kb.store import Snapshot
    from factlint.rulekit.context import ArticleContext

ONE_TERM = 4
"""So many years around an election that somebody won, another year is a slip and not another office."""


def _check(claim: ElectionWinnerClaim, context: ArticleContext) -> Judgement:
    kb = context.kb
    countries = set(claim.person.country)
    if claim.named:
        countries &= {meant.country for meant in claim.countries}
    else:
        countries = {one for one in countries if _years_of(claim, one, kb)}
    if len(countries) != 1:
        return Judgement.unknown(Missing.CONTEXT)
    [country] = countries
    if not claim.named:
        return _of_office(claim, country, kb)
    winners = winners_in(kb, country, claim.kind, claim.year)
    if not winners:
        return Judgement.unknown(Missing.KNOWLEDGE)
    bearers = [name for name in winners if _may_be(name, claim, kb)]
    if claim.won:
        if bearers:
            return Judgement.supported()
    elif not bearers:
        return Judgement.supported()
    elif not _are_all(bearers, claim.person, kb):
        return Judgement.unknown(Missing.CONTEXT)
    name = country_in_copy(kb, country)
    fact = f"{winners[0]} won the {claim.year} {claim.kind} election of {name}"
    return Judgement.refuted(_finding(claim, country, fact, fact))


def _of_office(claim: ElectionWinnerClaim, country: EntityId, kb: Snapshot) -> Judgement:
    """Judge "was elected president in 2009" by the years in which the person won."""
    won = _years_of(claim, country, kb)
    if claim.year in won:
        return Judgement.supported()
    if election_years(kb, country, claim.kind, claim.year) is None:
        return Judgement.unknown(Missing.KNOWLEDGE)
    if not any(abs(year - claim.year) <= ONE_TERM for year in won):
        return Judgement.unknown(Missing.CONTEXT)
    years = " and ".join(str(year) for year in sorted(won))
    elections = "the election" if len(won) == 1 else "the elections"
    person = claim.person.label
    message = f"{person} won {elections} of {years}, none in {claim.year}"
    return Judgement.refuted(_finding(claim, country, message, f"{person} won {elections} of {years}"))


def _years_of(claim: ElectionWinnerClaim, country: EntityId, kb: Snapshot) -> set[int]:
    return {year for year, name in years_won(kb, country, claim.kind) if _may_be(name, claim, kb)}


def _may_be(name: str, claim: ElectionWinnerClaim, kb: Snapshot) -> bool:
    """Whether a winner's name may be that of the person the claim speaks of."""
    ids = {person.id for person in claim.people}
    if any(entity.id in ids for entity in kb.named(name, EntityKind.PERSON)):
        return True
    surnames = {fold(form).split()[-1] for person in claim.people for form in (person.label, *person.aliases)}
    return fold(name).split()[-1] in surnames


def _are_all(names: list[str], person: Entity, kb: Snapshot) -> bool:
    """Whether each of the winners' names means this person."""
    return all(
        [entity.id for entity in kb.named(name, EntityKind.PERSON)][:1] == [person.id] for name in names
    )


def _finding(claim: ElectionWinnerClaim, country: EntityId, message: str, fact: str) -> Finding:
    return Finding(
        span=claim.span,
        message=message,
        subject=f"{country}:{claim.year}:{claim.person.id}",
        evidence=(
            Evidence(fact, country, "knowledge base"),
            Evidence(f"read as {named(claim.person)}", claim.person.id),
        ),
    )


RULE = Rule(
    code="FL503",
    name="wrong-election-winner",
    summary="Somebody is said to have won an election that another won.",
    doc=__doc__,
    category=Category.ELECTION,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    claim=ElectionWinnerClaim,
    check_claim=_check,
    invalid=(
        Example("[[Hillary Clinton won the 2016 U.S. presidential election]]."),
        Example("[[Mitt Romney defeated Barack Obama in the 2012 presidential election]]."),
        Example("[[Barack Obama lost the 2008 presidential election]] to John McCain."),
        Example("[[Marine Le Pen won the 2017 French presidential election]]."),
        Example("[[Barack Obama was elected president in 2009]]."),
        Example("[[Ed Miliband won Britain's 2015 general election]]."),
    ),
    valid=(
        Example("Donald Trump won the 2016 U.S. presidential election."),
        Example("Hillary Clinton won the popular vote in the 2016 presidential election."),
        Example("Hillary Clinton won the 2016 presidential election in Virginia."),
        Example("Donald Trump says he won the 2020 presidential election."),
        Example("If Hillary Clinton had won the 2016 presidential election, much would differ."),
        Example("Barack Obama was elected president in 2008."),
        Example("Barack Obama was elected president of the Harvard Law Review in 1990."),
    ),
)
