"""What changed from one snapshot to another."""

from __future__ import annotations

import sqlite3
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from factlint.kb.database import open_database
from factlint.kb.schema import LIST_SEPARATOR


@dataclass(frozen=True, slots=True, order=True)
class PersonChange:
    """What changed of a person: the fields with their values before and after, and the names.

    Attributes:
        id: item or local identifier.
        label: the name in the newer snapshot.
        fields: (field, before, after) of label, birth, death and description.
        names_added: aliases that are new.
        names_removed: aliases that are gone.
    """

    id: str
    label: str
    fields: tuple[tuple[str, str, str], ...]
    names_added: tuple[str, ...]
    names_removed: tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class HeldOffice:
    """A tenure, as far as snapshots are compared; ``end`` may be ``past``."""

    person: str
    label: str
    office: str
    jurisdiction: str
    start: str
    end: str
    role: str
    party: str
    constituency: str


@dataclass(frozen=True, slots=True)
class SnapshotDiff:
    """What changed from one snapshot to another.

    Attributes:
        old: id of the older snapshot.
        new: id of the newer.
        people_added: (id, label).
        people_removed: (id, label).
        people_identified: (local identifier in the older, item in the newer, label).
        people_changed: dates, descriptions and names of people who are in both.
        tenures_added: new tenures.
        tenures_removed: tenures that are gone.
        tenures_ended: tenures whose end has become known, as they are now.
        tenures_changed: tenures whose dates, role, party or constituency changed, before and after.
        tables: rows of the other tables of facts, before and after, where the numbers differ.
    """

    old: str
    new: str
    people_added: tuple[tuple[str, str], ...]
    people_removed: tuple[tuple[str, str], ...]
    people_identified: tuple[tuple[str, str, str], ...]
    people_changed: tuple[PersonChange, ...]
    tenures_added: tuple[HeldOffice, ...]
    tenures_removed: tuple[HeldOffice, ...]
    tenures_ended: tuple[HeldOffice, ...]
    tenures_changed: tuple[tuple[HeldOffice, HeldOffice], ...]
    tables: tuple[tuple[str, int, int], ...]

    @property
    def empty(self) -> bool:
        """Whether the two have the same facts, as far as they are compared."""
        return not any(getattr(self, name) for name in self.__slots__ if name not in ("old", "new"))

    def data(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "old": self.old,
            "new": self.new,
            "people": {
                "added": [{"id": key, "label": label} for key, label in self.people_added],
                "removed": [{"id": key, "label": label} for key, label in self.people_removed],
                "identified": [
                    {"old": old, "new": new, "label": label} for old, new, label in self.people_identified
                ],
                "changed": [
                    {
                        "id": change.id,
                        "label": change.label,
                        "fields": {name: {"old": old, "new": new} for name, old, new in change.fields},
                        "names_added": list(change.names_added),
                        "names_removed": list(change.names_removed),
                    }
                    for change in self.people_changed
                ],
            },
            "tenures": {
                "added": [asdict(tenure) for tenure in self.tenures_added],
                "removed": [asdict(tenure) for tenure in self.tenures_removed],
                "ended": [asdict(tenure) for tenure in self.tenures_ended],
                "changed": [{"old": asdict(old), "new": asdict(new)} for old, new in self.tenures_changed],
            },
            "tables": {name: {"old": old, "new": new} for name, old, new in self.tables},
        }


def compare(old: Path, new: Path) -> SnapshotDiff:
    """Compare two snapshots.

    Raises:
        SnapshotError: one of them cannot be opened.
    """
    before, after = open_database(old), open_database(new)
    try:
        people_before, people_after = _people(before), _people(after)
        identified = _identified(people_before, people_after)
        people_before = {identified.get(key, key): person for key, person in people_before.items()}
        tenures = _compare_tenures(_tenures(before, identified), _tenures(after, {}))
        shared = sorted(people_before.keys() & people_after.keys())
        changes = (_changes(key, people_before[key], people_after[key]) for key in shared)
        counts = ((table, _count(before, table), _count(after, table)) for table in _OTHER_TABLES)
        return SnapshotDiff(
            _id(before),
            _id(after),
            _labels(people_after, people_after.keys() - people_before.keys()),
            _labels(people_before, people_before.keys() - people_after.keys()),
            tuple((one, other, people_after[other][0]) for one, other in sorted(identified.items())),
            tuple(change for change in changes if change is not None),
            *tenures,
            tuple((name, one, other) for name, one, other in counts if one != other),
        )
    finally:
        before.close()
        after.close()


_OTHER_TABLES = ("office", "place", "capital", "election", "event", "source")
_FIELDS = ("name", "born", "died", "description")
_Person = tuple[str, ...]


def _people(connection: sqlite3.Connection) -> dict[str, _Person]:
    """Key -> label, birth, death, description and aliases."""
    return {
        key: tuple(values)
        for key, *values in connection.execute(
            "SELECT key, label, born, died, description, aliases FROM entity WHERE kind = 'person'"
        )
    }


def _identified(old: dict[str, _Person], new: dict[str, _Person]) -> dict[str, str]:
    """Local identifiers that have given way to items: one of a name went and one of that name came."""
    gone: dict[str, list[str]] = {}
    for key in old.keys() - new.keys():
        if key.startswith("local:"):
            gone.setdefault(old[key][0], []).append(key)
    came: dict[str, list[str]] = {}
    for key in new.keys() - old.keys():
        if not key.startswith("local:") and new[key][0] in gone:
            came.setdefault(new[key][0], []).append(key)
    return {gone[name][0]: keys[0] for name, keys in came.items() if len(keys) == 1 and len(gone[name]) == 1}


def _changes(key: str, old: _Person, new: _Person) -> PersonChange | None:
    if old == new:
        return None
    fields = tuple((name, a, b) for name, a, b in zip(_FIELDS, old, new, strict=False) if a != b)
    before, after = (tuple(filter(None, person[-1].split(LIST_SEPARATOR))) for person in (old, new))
    added = tuple(name for name in after if name not in before)
    removed = tuple(name for name in before if name not in after)
    return PersonChange(key, new[0], fields, added, removed) if fields or added or removed else None


def _labels(people: dict[str, _Person], keys: set[str]) -> tuple[tuple[str, str], ...]:
    return tuple((key, people[key][0]) for key in sorted(keys, key=lambda key: (people[key][0], key)))


def _tenures(connection: sqlite3.Connection, identified: dict[str, str]) -> set[HeldOffice]:
    """All tenures, those of people who were identified under their items."""
    rows = connection.execute(
        "SELECT key, label, title, jurisdiction, start,"
        " CASE WHEN ended AND end = '' THEN 'past' ELSE end END, role, party, constituency"
        " FROM tenure JOIN entity ON entity.id = tenure.person JOIN office ON office.id = tenure.office"
    )
    return {HeldOffice(identified.get(person, person), *rest) for person, *rest in rows}


def _compare_tenures(
    old: set[HeldOffice], new: set[HeldOffice]
) -> tuple[
    tuple[HeldOffice, ...],
    tuple[HeldOffice, ...],
    tuple[HeldOffice, ...],
    tuple[tuple[HeldOffice, HeldOffice], ...],
]:
    """Tenures added, removed, ended and changed; the spells of a person in an office are paired by start."""
    gone: dict[tuple[str, str, str], list[HeldOffice]] = {}
    for tenure in sorted(old - new):
        gone.setdefault((tenure.person, tenure.office, tenure.jurisdiction), []).append(tenure)
    added, ended, changed = [], [], []
    for tenure in sorted(new - old):
        candidates = gone.get((tenure.person, tenure.office, tenure.jurisdiction), [])
        before = min(candidates, key=lambda other: other.start[:4] != tenure.start[:4], default=None)
        if before is None:
            added.append(tenure)
            continue
        candidates.remove(before)
        if before.start == tenure.start and not before.end and tenure.end:
            ended.append(tenure)
        elif _facts(before) != _facts(tenure):
            changed.append((before, tenure))
    removed = sorted(tenure for rest in gone.values() for tenure in rest)
    return tuple(added), tuple(removed), tuple(ended), tuple(changed)


def _facts(tenure: HeldOffice) -> tuple[str, ...]:
    """What counts as a change; the person's own name is told elsewhere."""
    return tenure.start, tenure.end, tenure.role, tenure.party, tenure.constituency


def _id(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT value FROM meta WHERE key = 'id'").fetchone()
    return str(row[0]) if row else ""


def _count(connection: sqlite3.Connection, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - a name of ours
    return int(row[0])
