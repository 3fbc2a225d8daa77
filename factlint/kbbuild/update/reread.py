"""A snapshot back into the draft it was written from.

The text form is not part of an installed factlint, so a refresh starts from the snapshot itself. Written
again without a change, the draft gives the same content; what only the compiler knew (how many sources back
a person) is in the prominence.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from pathlib import Path

from factlint.kb.database import open_database
from factlint.kb.embedded import LEXICONS
from factlint.kb.names import fold
from factlint.kb.schema import LIST_SEPARATOR
from factlint.kbbuild.compile.draft import (
    CapitalDraft,
    Draft,
    ElectionDraft,
    EntityDraft,
    EventDraft,
    OfficeDraft,
    PlaceDraft,
    TenureDraft,
)
from factlint.kbbuild.compile.fromtext import read_lexicons
from factlint.kbbuild.compile.nicknames import Nicknames
from factlint.kbbuild.update.sources import is_by_hand


def read_snapshot(path: Path) -> Draft:
    """The draft of a snapshot.

    Raises:
        SnapshotError: it cannot be opened.
    """
    connection = open_database(path)
    try:
        draft = Draft()
        rows = connection.execute
        draft.sources = {
            key: tuple(rest) for key, *rest in rows("SELECT key, title, licence, as_of FROM source")
        }
        keys = _entities(connection, draft)
        _offices(connection, draft, keys)
        for text, number in rows("SELECT text, entity FROM adjective"):
            draft.adjectives.add((text, keys[number]))
        draft.office_forms = set(rows("SELECT form, title FROM office_form"))
        _tenures(connection, draft, keys)
        _dates(connection, draft, keys)
        draft.words = [word for (word,) in rows("SELECT text FROM word")]
        draft.spellings = _spellings(connection)
        draft.nicknames = _nicknames()
        return draft
    finally:
        connection.close()


def _entities(connection: sqlite3.Connection, draft: Draft) -> dict[int, str]:
    """Add all entities and places; returns key by row number."""
    keys = {}
    for (
        number,
        key,
        kind,
        label,
        aliases,
        description,
        country,
        prominence,
        born,
        died,
        source,
        as_of,
    ) in connection.execute(
        "SELECT id, key, kind, label, aliases, description, country, prominence, born, died, source, as_of"
        " FROM entity"
    ):
        keys[number] = key
        draft.entities[key] = EntityDraft(
            key, kind, label, _list(aliases), description, _list(country), born, died,
            given=prominence, prominence=prominence, source=source, as_of=as_of,
        )  # fmt: skip
    for number, country, region, population in connection.execute(
        "SELECT entity, country, region, population FROM place"
    ):
        draft.places[keys[number]] = PlaceDraft(country, region, population)
    return keys


def _offices(connection: sqlite3.Connection, draft: Draft, keys: dict[int, str]) -> None:
    for entity, title, jurisdiction, place in connection.execute(
        "SELECT entity, title, jurisdiction, place FROM office ORDER BY id"
    ):
        key, where = keys.get(entity, ""), keys.get(place, jurisdiction)
        country = next(iter(draft.entities[key].country), "") if key else ""
        if not country and where in draft.places:
            country = draft.places[where].country or where
        draft.offices.append(OfficeDraft(key, title, where, country))


def _tenures(connection: sqlite3.Connection, draft: Draft, keys: dict[int, str]) -> None:
    for (
        person,
        office,
        start,
        end,
        ended,
        role,
        party,
        constituency,
        district,
        source,
        as_of,
    ) in connection.execute(
        "SELECT person, office, start, end, ended, role, party, constituency, district, source, as_of"
        " FROM tenure ORDER BY person, number"
    ):
        draft.tenures[keys[person]].append(
            TenureDraft(
                keys[person], office, start, "past" if ended and not end else end, as_of, source, role, party,
                constituency, district, by_hand=is_by_hand(source),
            )
        )  # fmt: skip


def _dates(connection: sqlite3.Connection, draft: Draft, keys: dict[int, str]) -> None:
    for place, city, names, role, start, end, ended, disputed, source, as_of in connection.execute(
        "SELECT place, city, names, role, start, end, ended, disputed, source, as_of FROM capital ORDER BY id"
    ):
        draft.capitals.append(
            CapitalDraft(
                keys[place], keys[city], _list(names), role, start, "past" if ended and not end else end,
                bool(disputed), source, as_of,
            )
        )  # fmt: skip
    for country, kind, start, end, number, winner, source in connection.execute(
        "SELECT country, kind, start, end, round, winner, source FROM election"
    ):
        draft.elections.add(ElectionDraft(keys[country], kind, start, end, str(number or ""), winner, source))
    for country, kind, first, last in connection.execute(
        "SELECT country, kind, first, last FROM election_complete"
    ):
        draft.complete[keys[country], kind] = (first, last)
    for entity, kind, place, start, end in connection.execute(
        "SELECT entity, kind, place, start, end FROM event"
    ):
        draft.events.append(EventDraft(keys[entity], kind, place, start, end))


def _spellings(connection: sqlite3.Connection) -> list[list[str]]:
    """Spellings by class; an empty class stays, so that the others keep their number."""
    found: dict[int, list[str]] = defaultdict(list)
    for token, number in connection.execute("SELECT token, class FROM spelling ORDER BY token"):
        found[number].append(fold(token))
    return [found[number] for number in range(max(found, default=-1) + 1)]


def _nicknames() -> Nicknames:
    """Those of this factlint: a snapshot has only the names that they led to."""
    lexicons = Draft()
    read_lexicons(LEXICONS, lexicons)
    return lexicons.nicknames


def _list(text: str) -> list[str]:
    return text.split(LIST_SEPARATOR) if text else []
