"""Whether a snapshot is whole and consistent."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint.dates.partial import PartialDate
from factlint.kb.checksum import content_checksum
from factlint.kb.database import open_database
from factlint.kb.schema import ALIAS, LABEL
from factlint.kb.seats import is_inherited, is_single_seat
from factlint.regex import regex

if TYPE_CHECKING:
    import sqlite3

_FEW_DAYS = 31
"""Terms may overlap by this much: sources round, and cabinets hand over."""
_YOUNGEST, _OLDEST = 16, 100
"""Ages at which people come to office; children may inherit one."""
_MOST_BEARERS = 6
"""People whom one alias may stand for; with more it tells nothing."""

_ID = regex(r"Q[1-9]\d*|local:[\w-]+")


class Problem(NamedTuple):
    """Something wrong in a snapshot: the kind of problem, the entity it is about, and what is wrong."""

    kind: str
    subject: str
    text: str


class _Holder(NamedTuple):
    """Days on which somebody surely held an office."""

    start: dt.date
    end: dt.date
    key: str
    label: str


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
        yield from _aliases(connection)
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
        if begun and born and not is_inherited(title):
            age = begun.year - PartialDate.parse(born).year
            if not _YOUNGEST <= age <= _OLDEST:
                yield Problem("age in office", key, f"{what}; born {born}")


def _two_holders(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Two people who surely held an office of one holder at the same time for more than a month.

    Tenures with a role (acting, or in doubt as a source has two holders) do not count, so what is left
    are errors of the tables kept by hand.
    """
    rows = connection.execute(
        "SELECT title, jurisdiction, ifnull(place, 0), key, label, start, end FROM tenure"
        " JOIN entity ON entity.id = tenure.person JOIN office ON office.id = tenure.office"
        " WHERE jurisdiction <> '' AND role = '' AND start <> '' AND end <> ''"
    )
    by_office: dict[tuple[str, str, int], list[_Holder]] = defaultdict(list)
    for title, jurisdiction, place, key, label, start, end in rows:
        if is_single_seat(title):
            sure = _Holder(PartialDate.parse(start).latest, PartialDate.parse(end).earliest, key, label)
            by_office[title, jurisdiction, place].append(sure)
    for (title, jurisdiction, _), holders in sorted(by_office.items()):
        for one, other in _overlapping(sorted(holders)):
            what = f"{one.label} and {other.label} were both {title} of {jurisdiction}"
            yield Problem("two holders", other.key, f"{what} from {other.start} to {min(one.end, other.end)}")


def _overlapping(holders: list[_Holder]) -> Iterator[tuple[_Holder, _Holder]]:
    """Pairs of different people, the earlier first; ``holders`` are in order."""
    current: list[_Holder] = []
    for holder in holders:
        current = [earlier for earlier in current if (earlier.end - holder.start).days > _FEW_DAYS]
        for earlier in current:
            both = (min(earlier.end, holder.end) - holder.start).days
            if earlier.key != holder.key and both > _FEW_DAYS:
                yield earlier, holder
        current.append(holder)


def _aliases(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Aliases of people that say too little: ordinary words, and names that too many bear.

    An alias that a few people bear is ambiguous, and ``Snapshot.named`` gives all of them.
    """
    for key, label, alias in connection.execute(
        "SELECT key, label, name.text FROM name JOIN token ON token.id = name.head"
        " JOIN entity ON entity.id = name.entity JOIN word ON word.text = token.text"
        " WHERE name.rest = '' AND name.kind = ? AND entity.kind = 'person' ORDER BY key",
        (ALIAS,),
    ):
        yield Problem("common word", key, f"{label} is also called {alias!r}")
    for alias, bearers in connection.execute(
        "SELECT max(name.text), count(*) FROM name JOIN entity ON entity.id = name.entity"
        " WHERE name.kind IN (?, ?) AND entity.kind = 'person' GROUP BY head, rest"
        " HAVING max(name.kind) = ? AND count(*) > ?",
        (LABEL, ALIAS, ALIAS, _MOST_BEARERS),
    ):
        yield Problem("crowded alias", alias, f"{bearers} people are called {alias!r}")


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
