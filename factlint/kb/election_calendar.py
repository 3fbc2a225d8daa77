"""When a country votes: by law where the law fixes it for all years, else by the snapshot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum

from factlint.dates.us_elections import (
    election_day,
    is_congressional_year,
    is_midterm_year,
    is_presidential_year,
)
from factlint.kb.model import Election, EntityId
from factlint.kb.store import Snapshot

UNITED_STATES: EntityId = "Q30"

AROUND = 10
"""How many years before and after a year its neighbouring elections are looked for."""


FIXED_TERMS: frozenset[EntityId] = frozenset(
    {UNITED_STATES, "Q142", "Q96", "Q155", "Q739", "Q800", "Q928", "Q252", "Q33", "Q117", "Q45", "Q27",
     "Q865", "Q77", "Q804", "Q298"}
)  # fmt: skip
"""Countries whose presidents have been elected in the years that their constitutions foresee, without an
early or postponed vote, as far as the knowledge base goes back: France (since its term is of five years),
Mexico, Brazil, Colombia, Costa Rica, the Philippines, Indonesia, Finland, Ghana, Portugal, Ireland, Taiwan,
Uruguay, Panama, Chile. Wikidata items."""


class ElectionKind(StrEnum):
    """What is elected, in the words of copy."""

    PRESIDENTIAL = "presidential"
    PARLIAMENTARY = "parliamentary"
    GENERAL = "general"
    CONGRESSIONAL = "congressional"
    MIDTERM = "midterm"
    NATIONAL = "national"
    """Any election of the whole country: "the 2019 federal election", "the 2015 US election"."""


_LEGISLATURE = frozenset({"parliamentary", "lower house"})

_US_LAW: Mapping[ElectionKind, Callable[[int], bool]] = {
    ElectionKind.PRESIDENTIAL: is_presidential_year,
    ElectionKind.MIDTERM: is_midterm_year,
    ElectionKind.CONGRESSIONAL: is_congressional_year,
    ElectionKind.NATIONAL: is_congressional_year,
}

_SNAPSHOT_KINDS: Mapping[ElectionKind, tuple[str, ...]] = {
    ElectionKind.PRESIDENTIAL: ("presidential",),
    ElectionKind.PARLIAMENTARY: ("parliamentary", "lower house"),
    ElectionKind.GENERAL: ("presidential", "parliamentary", "lower house"),
    ElectionKind.CONGRESSIONAL: ("parliamentary", "lower house", "upper house", "midterm"),
    ElectionKind.MIDTERM: ("midterm",),
    ElectionKind.NATIONAL: ("presidential", "parliamentary", "lower house", "upper house", "midterm"),
}
"""What the snapshot calls the elections that copy may mean."""


def election_years(kb: Snapshot, country: EntityId, kind: ElectionKind, year: int) -> tuple[int, ...] | None:
    """The years around ``year`` in which a country holds elections of a kind, in order.

    None where not all of them are known; empty where the country is known to hold none.
    """
    if country == UNITED_STATES:
        law = _US_LAW.get(kind)
        if law is None:
            return None
        return tuple(near for near in range(year - AROUND, year + AROUND + 1) if law(near))
    elections = _elections(kb, country, kind, year)
    if elections is None:
        return None
    years = {near for election in elections for near in (election.start.year, _end(election).year)}
    return tuple(sorted(near for near in years if abs(near - year) <= AROUND))


def election_days(
    kb: Snapshot, country: EntityId, kind: ElectionKind, year: int
) -> tuple[tuple[dt.date, dt.date], ...] | None:
    """First and last day of each election of a kind in a year; None where they are not known to the day."""
    if country == UNITED_STATES:
        law, day = _US_LAW.get(kind, is_congressional_year), election_day(year)
        return None if day is None else ((day, day),) if law(year) else ()
    elections = _elections(kb, country, kind, year)
    if elections is None or any(election.start.day is None for election in elections):
        return None
    return tuple(
        (election.start.earliest, _end(election))
        for election in elections
        if year in (election.start.year, _end(election).year)
    )


def winners_in(kb: Snapshot, country: EntityId, kind: ElectionKind, year: int) -> tuple[str, ...]:
    """Whom copy may call the winner of a country's election of a year, the usual name first.

    Empty where that is not known of every election of the kind in that year, or where one was annulled.
    """
    held = [
        election
        for election in kb.elections(country)
        if election.kind in _SNAPSHOT_KINDS[kind] and election.round != 1 and election.start.year == year
    ]
    if len({election.kind for election in held}) != 1 or any(not election.winner for election in held):
        return ()
    return tuple(dict.fromkeys(name for election in held for name in _names(election)))


def years_won(kb: Snapshot, country: EntityId, kind: ElectionKind) -> tuple[tuple[int, str], ...]:
    """The years of a country's elections of a kind, each with those whom copy may call the winner."""
    return tuple(
        (year, name)
        for election in kb.elections(country)
        if election.kind in _SNAPSHOT_KINDS[kind]
        for year in {election.start.year, _end(election).year}
        for name in _names(election)
    )


def _names(election: Election) -> tuple[str, ...]:
    return tuple(name for name in election.winner.split("|") if name)


def _elections(kb: Snapshot, country: EntityId, kind: ElectionKind, year: int) -> tuple[Election, ...] | None:
    """All elections of a kind; None unless the snapshot has all those of the year."""
    kinds = _SNAPSHOT_KINDS[kind]
    complete = {name: span for name in kinds if (span := kb.elections_complete(country, name)) is not None}
    elections = kb.elections(country)
    of_kind = tuple(election for election in elections if election.kind in kinds)
    if not of_kind:
        return () if elections else None
    if not complete or (not _LEGISLATURE.isdisjoint(kinds) and _LEGISLATURE.isdisjoint(complete)):
        return None
    presidents = any(election.kind == "presidential" for election in of_kind)
    if kind is ElectionKind.NATIONAL and presidents and "presidential" not in complete:
        return None
    return of_kind if all(first <= year <= last for first, last in complete.values()) else None


def _end(election: Election) -> dt.date:
    return (election.end or election.start).latest
