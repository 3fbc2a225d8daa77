"""What follows from the facts of a draft: countries of people, joined terms, ends of tenures."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factlint.dates.partial import PartialDate
from factlint.kb.seats import is_legislator, is_single_seat
from factlint.kbbuild.compile.draft import PERSON, Draft, TenureDraft
from factlint.kbbuild.compile.spans import days_shared, first_day, last_day

_BETWEEN_PARLIAMENTS = dt.timedelta(days=120)
"""From a dissolution to the next parliament, and from an adjournment of Congress to its next term."""
_BETWEEN_CABINETS = dt.timedelta(days=31)
_OLDEST_HOLDER = 100
IN_DOUBT = "reportedly"
"""Role of a tenure that its source also gives to somebody else; messages say it before the office."""
_FULL_DATE = len("2021-01-26")


def derive_countries(draft: Draft) -> None:
    """Give people of whom no source says the country the one they served."""
    for entity in draft.entities.values():
        if entity.kind == PERSON and not entity.country:
            entity.country = countries_served(draft, entity.key)


def countries_served(draft: Draft, person: str) -> list[str]:
    """Keys of the countries in or for which a person held offices, in order of the tenures."""
    offices = (draft.offices[tenure.office] for tenure in draft.tenures.get(person, ()))
    return list(dict.fromkeys(office.country for office in offices if office.country))


def join_terms(draft: Draft) -> None:
    """Make one tenure of a person's adjoining terms of one office.

    Sources list a member of the 56th and of the 57th parliament, and a minister of two cabinets in a
    row, as separate; copy knows one member and one minister throughout. Where party or constituency
    change, and between the tables kept by hand and the source, the terms stay apart, but without a gap.
    """
    for person, held in draft.tenures.items():
        if len(held) > 1:
            draft.tenures[person] = _joined(draft, held)


def cap_open_tenures(draft: Draft) -> None:
    """End tenures of single-seat offices that have no known end when the next holder begins.

    Holders are compared within one office of the source and, where the table kept by hand names a
    successor, within the canonical office; acting holders end nobody's tenure.
    """
    by_office: dict[tuple[str, ...], list[TenureDraft]] = defaultdict(list)
    for held in draft.tenures.values():
        for tenure in held:
            office = draft.offices[tenure.office]
            if is_single_seat(office.title) and office.jurisdiction and not tenure.role:
                if office.key:
                    by_office[office.key,].append(tenure)
                by_office[office.title, office.jurisdiction].append(tenure)
    for group, tenures in by_office.items():
        canonical = len(group) > 1
        starts = sorted(
            (t.start, t.person) for t in tenures if len(t.start) == 10 and (t.by_hand or not canonical)
        )
        for tenure in tenures:
            if tenure.end == "" and not tenure.by_hand and tenure.start:
                later = (
                    start for start, person in starts if start > tenure.start and person != tenure.person
                )
                tenure.end = next(later, "")


def settle_lives(draft: Draft) -> None:
    """Bring dates of life and of office together.

    A death ends every office, whatever the source gives as the end of a parliament's term; and who would
    have come to office at more than a hundred was not born in the year that the source gives.
    """
    for person, held in draft.tenures.items():
        entity = draft.entities[person]
        starts = [int(tenure.start[:4]) for tenure in held if tenure.start]
        if entity.born and any(start - int(entity.born[:4]) > _OLDEST_HOLDER for start in starts):
            entity.born = ""
        for tenure in held:
            if entity.died and not (tenure.by_hand and tenure.end) and _after(entity.died, tenure):
                tenure.end = entity.died


def _after(day: str, tenure: TenureDraft) -> bool:
    """Whether a tenure begins before a day and, as far as is known, does not end before it."""
    known = PartialDate.parse(day)
    if tenure.end == "past" or first_day(tenure) > known.earliest:
        return False
    return tenure.end == "" or PartialDate.parse(tenure.end).earliest > known.latest


def doubt_shared_seats(draft: Draft) -> None:
    """Mark tenures that a source has of two people in an office that one person holds at a time.

    Where a source has two ministers of one portfolio for more than a month, it may have taken the end of
    the one's term from the cabinet's, name a shadow minister, or mean two offices by one item; which of
    them is right cannot be told. Both tenures get a role of their own, so that they count as held but not
    as evidence against others; beside a tenure of the tables kept by hand only the source's is in doubt.
    """
    by_office: dict[tuple[str, str], list[TenureDraft]] = defaultdict(list)
    for held in draft.tenures.values():
        for tenure in held:
            office = draft.offices[tenure.office]
            known = tenure.start and tenure.end not in ("", "past")
            if known and not tenure.role and office.jurisdiction and is_single_seat(office.title):
                by_office[office.title, office.jurisdiction].append(tenure)
    doubtful = [
        tenure
        for tenures in by_office.values()
        for one, other in _sharing(tenures)
        for tenure in (one, other)
        if not tenure.by_hand
    ]
    for tenure in doubtful:
        tenure.role = IN_DOUBT


def _sharing(tenures: list[TenureDraft]) -> Iterator[tuple[TenureDraft, TenureDraft]]:
    """Pairs of tenures of two people that surely overlap by more than the days between two cabinets."""
    tenures.sort(key=lambda tenure: (first_day(tenure), last_day(tenure), tenure.person))
    current: list[TenureDraft] = []
    for tenure in tenures:
        current = [earlier for earlier in current if last_day(earlier) > first_day(tenure)]
        for earlier in current:
            if earlier.person != tenure.person and days_shared(earlier, tenure) > _BETWEEN_CABINETS.days:
                yield earlier, tenure
        current.append(tenure)


def _joined(draft: Draft, held: Iterable[TenureDraft]) -> list[TenureDraft]:
    offices: dict[tuple[str, ...], list[TenureDraft]] = defaultdict(list)
    for tenure in held:
        office = draft.offices[tenure.office]
        offices[office.title, office.jurisdiction, tenure.role].append(tenure)
    result = []
    for (title, _, _), terms in offices.items():
        gap = _BETWEEN_PARLIAMENTS if is_legislator(title) else _BETWEEN_CABINETS
        ordered = sorted(terms, key=lambda term: (first_day(term), last_day(term)))
        current = ordered[0]
        for term in ordered[1:]:
            close = _close(current, term, gap)
            # Joined to a term that ended on a day not known, the earlier one would be as uncertain.
            joined = close and _agree(current, term) and current.by_hand == term.by_hand
            if joined and (term.end != "past" or term.start == current.start):
                current = _union(current, term)
            else:
                if close and len(current.end) == len(term.start) == _FULL_DATE:
                    current.end = max(current.end, term.start)
                result.append(current)
                current = term
        result.append(current)
    return result


def _close(earlier: TenureDraft, later: TenureDraft, gap: dt.timedelta) -> bool:
    """Whether a term begins before an earlier one ends or so soon after that nobody came between."""
    if not earlier.start or not later.start:
        return False
    if earlier.end in ("", "past"):
        return earlier.start == later.start
    return first_day(later) - last_day(earlier) <= gap


def _agree(one: TenureDraft, other: TenureDraft) -> bool:
    """Whether party, constituency and district are the same, as far as both terms have them."""
    pairs = ((one.party, other.party), (one.constituency, other.constituency), (one.district, other.district))
    return all(not first or not second or first == second for first, second in pairs)


def _union(one: TenureDraft, other: TenureDraft) -> TenureDraft:
    """One term from the start of the first to the end of the one that ends later."""
    last = max(one, other, key=lambda term: (last_day(term), term.as_of))
    return replace(
        last,
        start=one.start,
        party=last.party or one.party or other.party,
        constituency=last.constituency or one.constituency or other.constituency,
        district=last.district or one.district or other.district,
    )
