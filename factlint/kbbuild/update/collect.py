"""The course of a refresh: which answers lead to which further questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from factlint.kb.names import fold
from factlint.kbbuild.compile.draft import PERSON, Draft
from factlint.kbbuild.update import queries, read
from factlint.kbbuild.update.ask import Asker
from factlint.kbbuild.update.findings import Findings
from factlint.kbbuild.update.plan import (
    DOCUMENTS_AT_A_TIME,
    NAMES_AT_A_TIME,
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
    _identify(plan, draft, asker, findings)
    holders = {tenure.person for tenure in findings.tenures if tenure.person in draft.entities}
    people = {*plan.people, *holders, *findings.identified.values()}
    _facts(plan, asker, sorted(people, key=_number), findings)
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
        except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
            findings.left_out.append(f"{item}: its document is malformed ({type(error).__name__})")
            continue
        if person is None:
            findings.left_out.append(f"{item}: no human with a name in Latin script")
            continue
        if person.item != item:
            redirect = document.get("redirects")
            if not isinstance(redirect, dict) or redirect.get("from") != item:
                findings.left_out.append(f"{item}: the document that came is that of {person.item}")
                continue
            findings.merged[item] = person.item
        if person.item not in draft.entities:
            findings.people[person.item] = person


def _identify(plan: Plan, draft: Draft, asker: Asker, findings: Findings) -> None:
    """Find the items of people who have none, by name and birth.

    Somebody is identified where exactly one human of that name was born on the day, or in the year, that
    the snapshot has, and no two people of the snapshot share both.
    """
    names = list(plan.unidentified)
    for rows, _ in asker.select(
        "people without an item", names, NAMES_AT_A_TIME, queries.namesakes, queries.NAMESAKES
    ):
        for name, candidates in read.births(rows).items():
            for key in plan.unidentified.get(name, ()):
                born = draft.entities[key].born
                fitting = [item for item, dates in candidates.items() if any(agree(born, d) for d in dates)]
                if len(fitting) == 1:
                    findings.identified[key] = fitting[0]
    for key in namesake_keys(findings.identified):
        del findings.identified[key]
    _identify_holders(draft, findings)


def _identify_holders(draft: Draft, findings: Findings) -> None:
    """Find the items of office holders who have none: a new holder of the name, office and time."""
    held = {
        (fold(name), draft.offices[tenure.office].key, tenure.start[:4]): key
        for key, entity in draft.entities.items()
        if entity.kind == PERSON and not queries.is_item(key) and key not in findings.identified
        for tenure in draft.tenures.get(key, ())
        if tenure.start
        for name in (entity.label, *entity.aliases)
    }
    found = {}
    for tenure in findings.tenures:
        person = findings.people.get(findings.merged.get(tenure.person, tenure.person))
        if person is not None and not tenure.deprecated and tenure.start:
            key = held.get((fold(person.name), tenure.office, tenure.start[:4]))
            if key and (not draft.entities[key].born or agree(draft.entities[key].born, person.born)):
                found[key] = person.item
    for key in namesake_keys(found):
        del found[key]
    findings.identified.update(found)


def _facts(plan: Plan, asker: Asker, people: Sequence[str], findings: Findings) -> None:
    def query(batch: Iterable[str]) -> str:
        return queries.facts(batch, plan.target.since)

    for rows, day in asker.select(
        "lives and names of people", people, PEOPLE_AT_A_TIME, query, queries.FACTS
    ):
        findings.facts.update(read.facts(rows, day))


def agree(one: str, other: str) -> bool:
    """Whether two dates, each as precise as known, may be the same; an unknown one agrees with none."""
    return bool(one and other) and (one.startswith(other) or other.startswith(one))


def namesake_keys(identified: dict[str, str]) -> list[str]:
    """Keys that were given the same item, of which at most one can be right."""
    given = Counter(identified.values())
    return [key for key, item in identified.items() if given[item] > 1]


def _number(item: str) -> int:
    return int(item[1:])
