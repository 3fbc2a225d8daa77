"""Whether a snapshot is whole and consistent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint.dates.partial import PartialDate
from factlint.kb.checksum import content_checksum
from factlint.kb.database import open_database
from factlint.regex import regex

if TYPE_CHECKING:
    import sqlite3

_ONE_HOLDER = ("President", "Prime Minister", "Chancellor", "King", "Queen", "Emperor", "Pope", "Taoiseach")
_SHARED = frozenset({("President", "Cuba")})
"""Offices that two people held at a time: Raúl Castro acted for his brother from 2006 to 2008."""
_FEW_DAYS = 31
_BULK_SOURCES = ("wikidata", "wikidata-live")
"""Their tenures may overlap: cabinets formed twice, or contested, stand side by side in them."""

_ID = regex(r"Q[1-9]\d*|local:[\w-]+")


class Problem(NamedTuple):
    """Something wrong in a snapshot: the kind of problem, the entity it is about, and what is wrong."""

    kind: str
    subject: str
    text: str


def verify_snapshot(path: Path) -> Iterator[Problem]:
    """Everything that is wrong with a snapshot.

    Raises:
        SnapshotError: it cannot be opened at all.
    """
    connection = open_database(path)
    try:
        yield from _whole(connection)
        yield from _identifiers(connection)
        yield from _lives(connection)
        yield from _tenures(connection)
        yield from _two_holders(connection)
        yield from _capitals(connection)
    finally:
        connection.close()


def _whole(connection: sqlite3.Connection) -> Iterator[Problem]:
    for (what,) in connection.execute("PRAGMA integrity_check"):
        if what != "ok":
            yield Problem("broken file", "snapshot", what)
    stated = connection.execute("SELECT value FROM meta WHERE key = 'checksum'").fetchone()
    if stated is None or stated[0] != content_checksum(connection):
        yield Problem("checksum", "snapshot", "the content is not what it was when the snapshot was compiled")


def _identifiers(connection: sqlite3.Connection) -> Iterator[Problem]:
    for key, label in connection.execute("SELECT key, label FROM entity ORDER BY id"):
        if not _ID.fullmatch(key):
            yield Problem("identifier", key, f"{label}: not a Wikidata item or a local identifier")
    known = {key for (key,) in connection.execute("SELECT key FROM source")}
    for table in ("entity", "tenure", "capital", "election", "event"):
        for (source,) in connection.execute(f"SELECT DISTINCT source FROM {table}"):
            if source not in known:
                yield Problem("source", table, f"{source!r} is not among the sources")


def _lives(connection: sqlite3.Connection) -> Iterator[Problem]:
    for key, label, born, died in connection.execute(
        "SELECT key, label, born, died FROM entity WHERE born <> '' AND died <> '' ORDER BY id"
    ):
        if PartialDate.parse(died).latest < PartialDate.parse(born).earliest:
            yield Problem("death before birth", key, f"{label}: born {born}, died {died}")


def _tenures(connection: sqlite3.Connection) -> Iterator[Problem]:
    rows = connection.execute(
        "SELECT key, label, born, died, title, jurisdiction, start, end FROM tenure"
        " JOIN entity ON entity.id = tenure.person JOIN office ON office.id = tenure.office"
        " ORDER BY person, number"
    )
    for key, label, born, died, title, jurisdiction, start, end in rows:
        what = f"{label}, {title} of {jurisdiction}, {start or '?'} – {end or '?'}"
        begun = PartialDate.parse(start) if start else None
        ended = PartialDate.parse(end) if end else None
        if begun and ended and ended.latest < begun.earliest:
            yield Problem("end before start", key, what)
        if begun and born and begun.latest < PartialDate.parse(born).earliest:
            yield Problem("office before birth", key, f"{what}; born {born}")
        if begun and died and begun.earliest > PartialDate.parse(died).latest:
            yield Problem("office after death", key, f"{what}; died {died}")


def _two_holders(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Heads of state and government kept by hand whose terms overlap by more than a month."""
    rows = connection.execute(
        "SELECT title, jurisdiction, key, label, start, end FROM tenure"
        " JOIN entity ON entity.id = tenure.person JOIN office ON office.id = tenure.office"
        f" WHERE title IN ({','.join('?' * len(_ONE_HOLDER))}) AND tenure.source NOT IN (?, ?) AND role = ''"
        " AND length(start) = 10 AND length(end) = 10 ORDER BY title, jurisdiction, start, end",
        (*_ONE_HOLDER, *_BULK_SOURCES),
    ).fetchall()
    for earlier, later in pairwise(rows):
        if earlier[:2] == later[:2] and earlier[2] != later[2] and earlier[:2] not in _SHARED:
            first, last = max(earlier[4], later[4]), min(earlier[5], later[5])
            days = (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days
            if days > _FEW_DAYS:
                what = (
                    f"{earlier[3]} and {later[3]} were both {later[0]} of {later[1]} from {first} to {last}"
                )
                yield Problem("two holders", later[2], what)


def _capitals(connection: sqlite3.Connection) -> Iterator[Problem]:
    rows = connection.execute(
        "SELECT place.key, place.label, city.label, at.country, within.country FROM capital"
        " JOIN entity AS place ON place.id = capital.place JOIN entity AS city ON city.id = capital.city"
        " LEFT JOIN place AS at ON at.entity = capital.city"
        " LEFT JOIN place AS within ON within.entity = capital.place"
        " WHERE capital.end = '' AND capital.ended = 0 ORDER BY capital.id"
    )
    for key, label, city, city_country, place_country in rows:
        country = place_country or key
        if city_country and city_country not in (country, key):
            yield Problem("capital abroad", key, f"{city}, the capital of {label}, lies in {city_country}")
