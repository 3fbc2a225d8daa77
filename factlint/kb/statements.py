"""All statements about one entity, gathered from the typed tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.kb.model import EntityId, Statement, Validity

if TYPE_CHECKING:
    import sqlite3

    from factlint.kb.store import Snapshot

POSITION_HELD, BORN, DIED, CAPITAL = "P39", "P569", "P570", "P36"
COUNTRY_OF_CITIZENSHIP, COUNTRY = "P27", "P17"
PARTY, CONSTITUENCY, JURISDICTION = "P102", "P768", "P1001"


def statements_of(kb: Snapshot, connection: sqlite3.Connection, subject: EntityId) -> Iterator[Statement]:
    """Statements about an entity: life dates and country first, then offices and capitals by start."""
    row = connection.execute(
        "SELECT kind, born, died, country, source, as_of FROM entity WHERE key = ?", (subject,)
    ).fetchone()
    if row is None:
        return
    kind, born, died, countries, source, as_of = row
    always = Validity(None, None, dt.date.fromisoformat(as_of))
    for property_id, date in ((BORN, born), (DIED, died)):
        if date:
            yield Statement(subject, property_id, date, None, always, source=source)
    for country in filter(None, countries.split("|")):
        entity = kb.entity(country)
        property_id = COUNTRY_OF_CITIZENSHIP if kind == "person" else COUNTRY
        label = entity.label if entity else country
        yield Statement(subject, property_id, label, entity.id if entity else None, always, source=source)
    for tenure in kb.tenures(subject):
        qualifiers = (
            (JURISDICTION, tenure.jurisdiction),
            (PARTY, tenure.party),
            (CONSTITUENCY, tenure.constituency),
        )
        given = tuple((name, value) for name, value in qualifiers if value)
        yield Statement(
            subject,
            POSITION_HELD,
            tenure.office,
            tenure.office_id,
            tenure.validity,
            "normal",
            given,
            tenure.source,
        )
    for capital in kb.capitals_of(subject):
        yield Statement(
            subject, CAPITAL, capital.names[0], capital.city, capital.validity, "normal", (), capital.source
        )
