"""The course of a refresh: which answers lead to which further questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factlint.kbbuild.compile.draft import Draft
from factlint.kbbuild.update import queries, read
from factlint.kbbuild.update.ask import Asker
from factlint.kbbuild.update.findings import Findings
from factlint.kbbuild.update.identify import identify
from factlint.kbbuild.update.plan import (
    DOCUMENTS_AT_A_TIME,
    OFFICES_AT_A_TIME,
    PEOPLE_AT_A_TIME,
    Plan,
)

MOST_GENERATIONS = 3
"""How often a position that replaced another is itself asked for its successor."""


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


def _number(item: str) -> int:
    return int(item[1:])
