"""Findings into the draft of a snapshot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from factlint.kb.names import fold
from factlint.kbbuild.compile.derive import (
    cap_open_tenures,
    countries_served,
    doubt_shared_seats,
    settle_lives,
)
from factlint.kbbuild.compile.draft import COUNTRY, OFFICE, PERSON, REGION, Draft, EntityDraft, OfficeDraft
from factlint.kbbuild.compile.offices import gazetteer
from factlint.kbbuild.compile.prominence import set_prominence
from factlint.kbbuild.titles import canonical_title
from factlint.kbbuild.update import capitals, elections, parties
from factlint.kbbuild.update.findings import Findings, FoundFacts, FoundOffice, FoundPerson, agree
from factlint.kbbuild.update.read import MOST_ALIASES
from factlint.kbbuild.update.sources import LIVE, LIVE_LICENCE, LIVE_TITLE, is_wikidata
from factlint.kbbuild.update.tenures import TenureMerge


@dataclass(frozen=True, slots=True)
class Applied:
    """What a refresh did to the draft.

    Attributes:
        people: how many people are new.
        changed: how many people got other dates, names or tenures.
        identified: how many people got an item.
        offices: how many offices are new.
        capitals: how many statements about capitals are new or changed.
        elections: how many elections are new.
        nameless: how many holders were left out for want of a name in Latin script.
        left_out: what else was left out, and why.
    """

    people: int
    changed: int
    identified: int
    offices: int
    capitals: int
    elections: int
    nameless: int
    left_out: tuple[str, ...]


def apply(findings: Findings, draft: Draft) -> Applied:
    """Put everything that was found into a draft.

    Args:
        findings: what was found.
        draft: what the snapshot has; changed in place.

    Returns:
        Counts, and what was left out with the reason.
    """
    days = [tenure.day for tenure in findings.tenures]
    days += [person.day for person in findings.people.values()]
    days += [about.day for about in findings.facts.values()]
    days += [membership.day for membership in findings.memberships]
    days += [capital.day for capital in findings.capitals]
    days += [election.day for election in findings.elections]
    newest = max(days, default=None)
    if newest is not None:
        draft.sources[LIVE] = (LIVE_TITLE, LIVE_LICENCE, newest.isoformat())
    left_out = list(findings.left_out)
    for key, item in sorted(findings.identified.items()):
        _rename(draft, key, item)
    _add_offices(draft, findings.offices.values())
    new = {item for item, person in findings.people.items() if _add_person(draft, person, left_out)}
    touched = {item for item, about in findings.facts.items() if _add_facts(draft, item, about, left_out)}
    parties.join_parted(draft, sorted({membership.person for membership in findings.memberships}))
    merge = TenureMerge(draft, left_out)
    merge.merge(
        replace(tenure, person=findings.merged.get(tenure.person, tenure.person))
        for tenure in findings.tenures
    )
    settle_lives(draft)
    cap_open_tenures(draft)
    doubt_shared_seats(draft)
    touched |= parties.merge(
        draft,
        (
            replace(found, person=findings.merged.get(found.person, found.person))
            for found in findings.memberships
        ),
    )
    moved = capitals.merge(draft, findings.capitals, left_out)
    held = elections.merge(draft, findings.elections)
    touched |= merge.touched | new | set(findings.identified.values())
    new -= _settle(draft, touched, new)
    return Applied(
        people=len(new),
        changed=len(touched & draft.entities.keys() - new),
        identified=len(findings.identified),
        offices=len(findings.offices),
        capitals=moved,
        elections=held,
        nameless=findings.nameless,
        left_out=tuple(left_out),
    )


def _rename(draft: Draft, key: str, item: str) -> None:
    """Give an entity its item; if that is known already, the two become one."""
    entity = draft.entities.pop(key)
    known = draft.entities.get(item)
    if known is None:
        draft.entities[item] = entity
        entity.key = item
    else:
        known.add_aliases([entity.label, *entity.aliases])
        known.description = entity.description or known.description
        known.born, known.died = known.born or entity.born, known.died or entity.died
        known.given = max(known.given, entity.given)
    for tenure in draft.tenures.pop(key, []):
        tenure.person = item
        draft.tenures[item].append(tenure)


def _add_offices(draft: Draft, found: Iterable[FoundOffice]) -> None:
    """New positions under the titles and jurisdictions that copy uses."""
    ready = list(found)
    if not ready:
        return
    organisations = {office.jurisdiction for office in draft.offices} - set(draft.entities) - {""}
    places = gazetteer(draft, sorted(organisations))
    states = {key for key, entity in draft.entities.items() if entity.kind in (COUNTRY, REGION)}
    for office in ready:
        where, country = (item if item in states else "" for item in (office.jurisdiction, office.country))
        title = canonical_title(office.label, where, country, places)
        if title.jurisdiction in draft.places:
            country = places.country(title.jurisdiction)
        draft.offices.append(OfficeDraft(office.item, title.title, title.jurisdiction, country, title.role))
        draft.office_forms.add((title.title, title.title))
        draft.entities[office.item] = EntityDraft(
            office.item, OFFICE, office.label, country=[country] if country else [], source=LIVE,
            as_of=office.day.isoformat(),
        )  # fmt: skip


def _add_person(draft: Draft, person: FoundPerson, left_out: list[str]) -> bool:
    """Add a person; one who is there already, once identified, gets the names and dates instead."""
    known = draft.entities.get(person.item)
    if known is not None:
        facts = FoundFacts(person.born, person.died, [person.name, *person.aliases], person.day)
        _add_facts(draft, person.item, facts, left_out)
        return False
    draft.entities[person.item] = EntityDraft(
        person.item, PERSON, person.name, list(person.aliases), person.description,
        [country for country in person.countries if country in draft.places], person.born, person.died,
        article=person.article, backing=1, source=LIVE, as_of=person.day.isoformat(),
    )  # fmt: skip
    return True


def _add_facts(draft: Draft, item: str, about: FoundFacts, left_out: list[str]) -> bool:
    """Let a person's dates and names be completed; returns whether anything changed."""
    person = draft.entities.get(item)
    if person is None or person.kind != PERSON:
        return False
    before = (person.born, person.died, len(person.aliases))
    born, died = _better(person.born, about.born), _better(person.died, about.died)
    for what, ours, theirs in (("born", born, about.born), ("died", died, about.died)):
        if theirs and not agree(ours, theirs):
            left_out.append(f"{item}: {what} {ours} here, {theirs} there")
    if (born, died) != before[:2]:
        if _can_have_lived(draft, item, born, died):
            person.born, person.died = born, died
        else:
            left_out.append(f"{item}: born {born or '?'}, died {died or '?'}: its offices rule that out")
    known = {fold(name) for name in (person.label, *person.aliases)}
    for name in about.names:
        if fold(name) not in known and len(person.aliases) < MOST_ALIASES:
            known.add(fold(name))
            person.add_aliases([name])
    if (person.born, person.died, len(person.aliases)) == before:
        return False
    person.as_of = max(person.as_of, about.day.isoformat())
    if is_wikidata(person.source):
        person.source = LIVE
    return True


def _can_have_lived(draft: Draft, item: str, born: str, died: str) -> bool:
    """Whether somebody with these dates can have begun every office that the snapshot has of them."""
    if born and died and died < born[: len(died)]:
        return False
    starts = [tenure.start for tenure in draft.tenures.get(item, ()) if tenure.start]
    return all(
        (not born or start[: len(born)] >= born[: len(start)])
        and (not died or start[: len(died)] <= died[: len(start)])
        for start in starts
    )


def _better(old: str, new: str) -> str:
    """Of two dates the one to keep: Wikidata's where there was none, or where it is more precise."""
    return new if not old or (agree(old, new) and len(new) > len(old)) else old


def _settle(draft: Draft, touched: set[str], new: set[str]) -> set[str]:
    """What follows from the facts, for the people whose facts changed; others stay as they are.

    Returns:
        The new people who were taken out again, as no office of theirs was understood.
    """
    idle = {person for person in new if not draft.tenures.get(person)}
    for person in idle:
        del draft.entities[person]
    for person in new - idle:
        if not draft.entities[person].country:
            draft.entities[person].country = countries_served(draft, person)
    before = {entity.key: entity.prominence for entity in draft.entities.values()}
    set_prominence(draft)
    for key, entity in draft.entities.items():
        if key not in touched:
            entity.prominence = before[key]
    return idle
