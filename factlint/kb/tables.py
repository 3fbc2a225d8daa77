"""The tables of a snapshot, joined: the queries behind what :class:`factlint.kb.store.Snapshot` answers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.kb.database import open_database, reading
from factlint.kb.model import Fit
from factlint.kb.rows import (
    CAPITAL_COLUMNS,
    ENTITY_COLUMNS,
    TENURE_COLUMNS,
    Row,
    capital_of,
    entity_of,
    tenure_of,
)

if TYPE_CHECKING:
    import datetime as dt

    from factlint.kb.model import Capital, Entity, EntityId, Tenure
    from factlint.kb.names import NameKey

_KEPT_NAMES = 16_384
"""How many answers about names are kept: those of some hundred articles, a few megabytes."""

_KEPT_OFFICES = 32
"""Of how many offices all holders are kept: the senators of two centuries take some megabytes."""

_KEPT_DAYS = 1_024
"""Of how many offices on one day the holders are kept: those of some dozen articles."""

_MOST_VALUES = 500
"""So many values at most are bound to one query; SQLite builds before 3.32 take 999."""


class Tables:
    """One open snapshot file.

    Every method raises SnapshotError where the file turns out to be damaged.
    """

    def __init__(self, path: Path) -> None:
        """Open a snapshot; raises SnapshotError where it is missing, broken or of another schema."""
        self.path = path
        self.connection = open_database(path)
        # Copy has the same names again and again, and tries at each place several that nobody has.
        self.with_name = lru_cache(_KEPT_NAMES)(self._with_name)
        self.tenures_of = lru_cache(_KEPT_NAMES)(
            partial(self.tenures, "person.key = ? ORDER BY tenure.number")
        )
        self.has_token_like = lru_cache(_KEPT_NAMES)(self._has_token_like)
        self.holders = lru_cache(_KEPT_OFFICES)(self._holders)
        self.holders_at = lru_cache(_KEPT_DAYS)(self._holders_at)

    def rows(self, sql: str, *values: str | int | None) -> list[Row]:
        """All rows that a query gives."""
        with reading(self.path):
            return self.connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: str | int | None) -> Row | None:
        """The first row that a query gives, None where it gives none."""
        with reading(self.path):
            row: Row | None = self.connection.execute(sql, values).fetchone()
        return row

    def entities_by_number(self, numbers: list[int]) -> Iterable[tuple[int, Entity]]:
        """Row number and entity of the rows with these numbers, in no order that means anything."""
        for start in range(0, len(numbers), _MOST_VALUES):
            part = numbers[start : start + _MOST_VALUES]
            for row in self.rows(
                f"SELECT {ENTITY_COLUMNS}, entity.id FROM entity WHERE id IN ({','.join('?' * len(part))})",
                *part,
            ):
                yield row[-1], entity_of(row[:-1])

    def bearers(self, head: str, rest: str, limit: int) -> tuple[Entity, ...]:
        """People whose name has the head of a name's key and, unless it is empty, ends in its rest."""
        rows = self.rows(
            f"SELECT {ENTITY_COLUMNS} FROM entity WHERE kind = 'person' AND id IN ("
            "  SELECT entity FROM token JOIN name ON name.head = token.id WHERE token.text = ?1"
            "    AND (?2 = '' OR rest = ?2 OR rest LIKE '% ' || ?2)"
            "  UNION SELECT entity FROM token JOIN called ON called.token = token.id"
            "    WHERE token.text = ?1 AND ?2 = '')"
            " ORDER BY prominence DESC, id LIMIT ?3",
            head,
            rest,
            limit,
        )
        return tuple(entity_of(row) for row in rows)

    def tenures(self, condition: str, *values: str) -> tuple[Tenure, ...]:
        """Tenures under a condition on ``tenure``, ``office`` and ``person``, with an order."""
        rows = self.rows(
            f"SELECT {TENURE_COLUMNS} FROM tenure JOIN office ON office.id = tenure.office"
            " JOIN entity AS person ON person.id = tenure.person"
            " LEFT JOIN entity AS office_entity ON office_entity.id = office.entity"
            " LEFT JOIN entity AS jurisdiction_place ON jurisdiction_place.id = office.place"
            f" WHERE {condition}",
            *values,
        )
        return tuple(tenure_of(row) for row in rows)

    def capitals(self, condition: str, *values: str) -> tuple[Capital, ...]:
        """Capitals under a condition on ``capital``, ``place`` and ``city``, with an order."""
        rows = self.rows(
            f"SELECT {CAPITAL_COLUMNS} FROM capital JOIN entity AS place ON place.id = capital.place"
            f" JOIN entity AS city ON city.id = capital.city WHERE {condition}",
            *values,
        )
        return tuple(capital_of(row) for row in rows)

    def country_and_region(self, place: EntityId) -> tuple[EntityId | None, EntityId | None]:
        """In which country and region a place lies, each None where there is none or not known."""
        row = self.row(
            "SELECT place.country, place.region FROM place JOIN entity ON entity.id = place.entity"
            " WHERE key = ?",
            place,
        )
        return (row[0] or None, row[1] or None) if row else (None, None)

    def _holders(self, folded: str, jurisdiction: str) -> tuple[Tenure, ...]:
        """Tenures of an office by its folded title, in one jurisdiction or, where it is empty, in all."""
        return self.tenures(
            "office.folded = ? AND (? = '' OR office.jurisdiction = ?) ORDER BY tenure.start, tenure.person",
            folded,
            jurisdiction,
            jurisdiction,
        )

    def _holders_at(self, folded: str, jurisdiction: str, day: dt.date) -> tuple[Tenure, ...]:
        """Those of the holders whose validity on a day does not say NO."""
        held = self.holders(folded, jurisdiction)
        return tuple(tenure for tenure in held if tenure.validity.at(day) is not Fit.NO)

    def _has_token_like(self, pattern: str) -> bool:
        """Whether a token of some name is LIKE a pattern; reads them all to find that none is."""
        return self.row("SELECT 1 FROM token WHERE text LIKE ? LIMIT 1", pattern) is not None

    def _with_name(self, key: NameKey) -> tuple[Entity, ...]:
        """Entities that bear exactly the name of a key, the most prominent first."""
        rows = self.rows(
            f"SELECT {ENTITY_COLUMNS} FROM token JOIN name ON name.head = token.id"
            " JOIN entity ON entity.id = name.entity WHERE token.text = ? AND name.rest = ?"
            " ORDER BY entity.prominence DESC, entity.id",
            key.head,
            key.rest,
        )
        return tuple(entity_of(row) for row in rows)
