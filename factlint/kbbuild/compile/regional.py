"""Offices of regions that their source only places in a country.

A source may say no more of the treasurer of Queensland than "Treasurer, Australia". Taken at its word
it would make dozens of people finance minister of a country at one time, so such offices are found by
who held them: members of a regional legislature who did not sit in the national one at that time, or
people who would have held the office beside those whom the tables kept by hand name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from factlint.kb.seats import is_legislator, is_single_seat
from factlint.kbbuild.compile.draft import Draft, TenureDraft
from factlint.kbbuild.compile.spans import days_shared, overlap
from factlint.kbbuild.legislators import DELEGATE, MP, REPRESENTATIVE, SENATOR

_NATIONAL = frozenset({MP, SENATOR, REPRESENTATIVE, DELEGATE, "Member of the House of Lords"})
_EMBASSY = "Ambassador "
_UNKNOWN = ""
_FEW_DAYS = 60
"""Two holders may overlap by this much because of a source's rounding, or of an acting holder."""


def settle_regional_offices(draft: Draft, stated: Collection[str]) -> None:
    """Move offices to the region whose legislators held them.

    Args:
        draft: the draft, its offices under canonical titles.
        stated: keys of offices of which the source states the jurisdiction (P1001).
    """
    seats = {person: _seats(draft, held) for person, held in draft.tenures.items()}
    legislatures: dict[int, dict[str, set[str | None]]] = defaultdict(lambda: defaultdict(set))
    for person, held in draft.tenures.items():
        for tenure in held:
            legislatures[tenure.office][person].update(
                where for seat, where in seats[person] if overlap(tenure, seat)
            )
    for number, people in legislatures.items():
        office = draft.offices[number]
        national = office.jurisdiction == office.country
        settled = office.key in stated or is_legislator(office.title) or office.title.startswith(_EMBASSY)
        if settled or not national:
            continue
        regional = [regions for regions in people.values() if regions and None not in regions]
        sat_nationally = sum(None in regions for regions in people.values())
        if len(regional) >= max(1, 3 * sat_nationally) and 3 * len(regional) >= len(people):
            commonest = Counter(region for places in regional for region in places if region).most_common(1)
            office.jurisdiction = commonest[0][0] if commonest else _UNKNOWN


def settle_conflicts(draft: Draft) -> None:
    """Take the jurisdiction from offices whose holders the tables by hand rule out.

    An office of the source that has the title and country of one in the tables, but was mostly held by
    others at the same time, is a different office.
    """
    by_hand: dict[tuple[str, str], list[TenureDraft]] = defaultdict(list)
    by_source: dict[int, list[TenureDraft]] = defaultdict(list)
    for held in draft.tenures.values():
        for tenure in held:
            office = draft.offices[tenure.office]
            if tenure.by_hand:
                by_hand[office.title, office.jurisdiction].append(tenure)
            elif is_single_seat(office.title):
                by_source[tenure.office].append(tenure)
    other = {}
    for number, tenures in by_source.items():
        office = draft.offices[number]
        known = by_hand.get((office.title, office.jurisdiction), ())
        conflicts = sum(_ruled_out(tenure, known) for tenure in tenures)
        if conflicts and 2 * conflicts >= len(tenures):
            other[number] = len(draft.offices)
            draft.offices.append(
                type(office)(office.key, office.title, _UNKNOWN, office.country, office.role)
            )
            for tenure in tenures:
                tenure.office = other[number]


def _seats(draft: Draft, held: Iterable[TenureDraft]) -> list[tuple[TenureDraft, str | None]]:
    """Somebody's seats with their regions, "" for one not known, None for the national legislature."""
    found: list[tuple[TenureDraft, str | None]] = []
    for tenure in held:
        office = draft.offices[tenure.office]
        if is_legislator(office.title) and office.country:
            if office.jurisdiction != office.country:
                found.append((tenure, office.jurisdiction))
            else:
                found.append((tenure, None if office.title in _NATIONAL else _UNKNOWN))
    return found


def _ruled_out(tenure: TenureDraft, known: Iterable[TenureDraft]) -> bool:
    """Whether somebody else is known to have held the office for more than a few days of this tenure."""
    if any(other.person == tenure.person for other in known):
        return False
    return any(not other.role and days_shared(tenure, other) > _FEW_DAYS for other in known)
