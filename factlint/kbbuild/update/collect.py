"""The course of a refresh: which answers lead to which further questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factlint.kbbuild.compile.draft import Draft
from factlint.kbbuild.update import capitals, elections, parties, queries, read
from factlint.kbbuild.update.ask import Asker
from factlint.kbbuild.update.findings import Findings
from factlint.kbbuild.update.identify import identify
from factlint.kbbuild.update.plan import (
    COUNTRIES_AT_A_TIME,
    DOCUMENTS_AT_A_TIME,
    OFFICES_AT_A_TIME,
    PEOPLE_AT_A_TIME,
    PLACES_AT_A_TIME,
    Plan,
)
from factlint.kbbuild.update.values import PAST

MOST_GENERATIONS = 3
"""How often a position that replaced another is itself asked for its successor."""

RECENT_YEARS = 10
"""The parties of people are asked for who held an office in this many years."""


def collect(plan: Plan, draft: Draft, asker: Asker) -> Findings:
    """Ask everything that a plan asks for, and what the answers lead to.

    Args:
        plan: what to ask first.
        draft: the snapshot that is refreshed.
        asker: asks, and keeps the answers.

    Raises:
        UpdateError: an endpoint refuses or stays out of reach.
    """
    findings = Findings()
    offices = [*plan.offices, *_successors(plan, draft, asker, findings)]
    _holders(plan, asker, offices, findings)
    _documents(draft, asker, findings)
    identify(plan, draft, asker, findings)
    holders = {tenure.person for tenure in findings.tenures if tenure.person in draft.entities}
    people = {*plan.people, *holders, *findings.identified.values()}
    _facts(plan, asker, sorted(people, key=_number), findings)
    _parties(plan, asker, _recent_holders(findings), findings)
    _capitals(plan, asker, findings)
    _elections(plan, asker, findings)
    findings.left_out.extend(asker.unanswered)
    return findings


def _successors(plan: Plan, draft: Draft, asker: Asker, findings: Findings) -> list[str]:
    """Positions that replaced those of the plan, theirs, and so on."""
    asked = list(plan.offices)
    for _ in range(MOST_GENERATIONS):
        new = {}
        for rows, day in asker.select(
            "successors of offices", asked, OFFICES_AT_A_TIME, queries.successors, queries.SUCCESSORS
        ):
            new.update(read.offices(rows, day))
        asked = sorted((item for item in new if item not in draft.entities | findings.offices), key=_number)
        findings.offices.update((item, new[item]) for item in asked)
        if not asked:
            break
    return sorted(findings.offices, key=_number)


def _holders(plan: Plan, asker: Asker, offices: Sequence[str], findings: Findings) -> None:
    def query(batch: Iterable[str]) -> str:
        return queries.holders(batch, plan.target.since)

    for rows, day in asker.select("holders of offices", offices, OFFICES_AT_A_TIME, query, queries.HOLDERS):
        findings.tenures.extend(read.tenures(rows, day))


def _documents(draft: Draft, asker: Asker, findings: Findings) -> None:
    """Documents of holders whom the snapshot lacks; some turn out to be others under an old identifier."""
    lacking = {t.person for t in findings.tenures if not t.deprecated and t.person not in draft.entities}
    new = sorted(lacking, key=_number)
    for item, document, day in asker.documents("new people", new, DOCUMENTS_AT_A_TIME):
        if document is None:
            findings.left_out.append(f"{item}: no longer there")
            continue
        try:
            person = read.person(document, day)
        except read.MALFORMED as error:
            findings.left_out.append(f"{item}: its document is malformed ({type(error).__name__})")
            continue
        if person is None:
            findings.nameless += 1
            continue
        if person.item != item:
            redirect = document.get("redirects")
            if not isinstance(redirect, dict) or redirect.get("from") != item:
                findings.left_out.append(f"{item}: the document that came is that of {person.item}")
                continue
            findings.merged[item] = person.item
        if person.item not in draft.entities:
            findings.people[person.item] = person


def _facts(plan: Plan, asker: Asker, people: Sequence[str], findings: Findings) -> None:
    def query(batch: Iterable[str]) -> str:
        return queries.facts(batch, plan.target.since)

    for rows, day in asker.select(
        "lives and names of people", people, PEOPLE_AT_A_TIME, query, queries.FACTS
    ):
        findings.facts.update(read.facts(rows, day))


def _recent_holders(findings: Findings) -> list[str]:
    """Who held an office of late: whoever left long ago has left the party to history too."""
    recent = {
        tenure.person
        for tenure in findings.tenures
        if tenure.end == "" or (tenure.end != PAST and int(tenure.end[:4]) >= tenure.day.year - RECENT_YEARS)
    }
    return sorted(recent, key=_number)


def _parties(plan: Plan, asker: Asker, holders: Sequence[str], findings: Findings) -> None:
    def query(batch: Iterable[str]) -> str:
        return parties.query(batch, plan.target.since)

    for rows, day in asker.select("parties of holders", holders, PEOPLE_AT_A_TIME, query, parties.COLUMNS):
        findings.memberships.extend(parties.read(rows, day))


def _capitals(plan: Plan, asker: Asker, findings: Findings) -> None:
    def query(batch: Iterable[str]) -> str:
        return capitals.query(batch, plan.target.since)

    for rows, day in asker.select("capitals", plan.places, PLACES_AT_A_TIME, query, capitals.COLUMNS):
        findings.capitals.extend(capitals.read(rows, day))


def _elections(plan: Plan, asker: Asker, findings: Findings) -> None:
    def query(batch: Iterable[str]) -> str:
        return elections.query(batch, plan.elections_since)

    found = []
    for rows, day in asker.select("elections", plan.countries, COUNTRIES_AT_A_TIME, query, elections.COLUMNS):
        found += elections.read(rows, day)
    classes = sorted({of_class for election in found for of_class in election.classes}, key=_number)
    kinds: list[tuple[str, str]] = []
    for rows, _ in asker.select(
        "kinds of elections", classes, PLACES_AT_A_TIME, elections.kinds_query, elections.KIND_COLUMNS
    ):
        kinds += elections.read_kinds(rows)
    findings.elections.extend(elections.of_kinds(found, kinds))


def _number(item: str) -> int:
    return int(item[1:])
