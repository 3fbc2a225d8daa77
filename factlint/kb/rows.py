"""From the rows of a snapshot file to the model."""

from __future__ import annotations

import datetime as dt
from typing import Any

from factlint.dates.partial import PartialDate
from factlint.kb.model import Capital, Election, Entity, EntityKind, Event, Tenure, Validity
from factlint.kb.schema import LIST_SEPARATOR

Row = tuple[Any, ...]

ENTITY_COLUMNS = (
    "entity.key, entity.kind, entity.label, entity.aliases, entity.description, entity.country,"
    " entity.prominence"
)
TENURE_COLUMNS = (
    "person.key, office.title, office_entity.key, office.jurisdiction, tenure.start, tenure.end,"
    " tenure.ended, tenure.as_of, tenure.role, tenure.party, tenure.constituency,"
    " tenure.source, tenure.district, jurisdiction_place.key"
)
CAPITAL_COLUMNS = (
    "place.key, city.key, capital.names, capital.role, capital.start, capital.end, capital.ended,"
    " capital.as_of, capital.disputed, capital.source"
)


def split_list(text: str) -> tuple[str, ...]:
    """The items of a list column."""
    return tuple(text.split(LIST_SEPARATOR)) if text else ()


def date_or_none(text: str) -> PartialDate | None:
    """A date column; None where it is empty."""
    return PartialDate.parse(text) if text else None


def validity(start: str, end: str, ended: int, as_of: str) -> Validity:
    """The four columns that say when a row holds."""
    return Validity(date_or_none(start), date_or_none(end), dt.date.fromisoformat(as_of), bool(ended))


def entity_of(row: Row) -> Entity:
    """A row of ENTITY_COLUMNS."""
    key, kind, label, aliases, description, country, prominence = row
    return Entity(
        key, EntityKind(kind), label, split_list(aliases), description, split_list(country), prominence
    )


def tenure_of(row: Row) -> Tenure:
    """A row of TENURE_COLUMNS."""
    person, office, office_id, jurisdiction, start, end, ended, as_of, *details, jurisdiction_id = row
    held = validity(start, end, ended, as_of)
    role, party, constituency, source, district = details
    return Tenure(
        person,
        office,
        office_id,
        jurisdiction,
        held,
        role,
        party,
        constituency,
        source,
        district,
        jurisdiction_id,
    )


def capital_of(row: Row) -> Capital:
    """A row of CAPITAL_COLUMNS."""
    place, city, names, role, start, end, ended, as_of, disputed, source = row
    held = validity(start, end, ended, as_of)
    return Capital(place, city, split_list(names), role, held, bool(disputed), source)


def election_of(row: Row) -> Election:
    """A row of country key, kind, start, end, round, winner and source."""
    country, kind, start, end, number, winner, source = row
    return Election(country, kind, PartialDate.parse(start), date_or_none(end), number, winner, source)


def event_of(row: Row) -> Event:
    """A row of entity key, label, aliases, kind, place, country, start, end and source."""
    key, label, aliases, kind, place, country, start, end, source = row
    return Event(
        key,
        label,
        split_list(aliases),
        kind,
        place,
        split_list(country),
        PartialDate.parse(start),
        date_or_none(end),
        source,
    )
