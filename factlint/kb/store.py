"""Reading a snapshot."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from factlint.dates.partial import PartialDate
from factlint.kb.model import (
    Capital,
    Election,
    Entity,
    EntityId,
    EntityKind,
    SnapshotInfo,
    Statement,
    Tenure,
)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """An entity met by one of its names.

    Attributes:
        entity: the entity.
        name: the label or alias that was met, as the knowledge base spells it.
        edits: optimal-string-alignment distance between the folded names, 0 for an exact match.
    """

    entity: Entity
    name: str
    edits: int


class Snapshot:
    """A read-only knowledge base in one SQLite file.

    Use as a context manager, or call ``close``. Look-ups fold names: case, accents, hyphens, points
    and apostrophes do not count (see ``factlint.kb.names.fold``).
    """

    def __init__(self, path: Path) -> None:
        """Open a snapshot; raises SnapshotError where it is missing, broken or of another schema."""
        raise NotImplementedError

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
    def close(self) -> None: ...

    @property
    def info(self) -> SnapshotInfo: ...

    # --- entities and names
    def entity(self, entity_id: EntityId) -> Entity | None: ...
    def named(self, name: str, *kinds: EntityKind) -> tuple[Entity, ...]:
        """Entities that bear exactly this name (folded), the most prominent first."""

    def near(self, name: str, *kinds: EntityKind, limit: int = 20) -> tuple[NameMatch, ...]:
        """Entities with a name one or two edits from this one, token by token: the best first."""

    def surname_bearers(self, surname: str, limit: int = 20) -> tuple[Entity, ...]:
        """People whose last name token (folded) is this one, the most prominent first."""

    def knows_token(self, token: str) -> bool:
        """Whether the token (folded) is part of any known name."""

    def country_by_adjective(self, adjective: str) -> tuple[Entity, ...]:
        """Countries and regions whose adjective or demonym this is: "Swiss", "French", "Texan"."""

    def adjectives(self) -> tuple[tuple[str, EntityId], ...]:
        """All adjectives and demonyms with their country or region, for building lexicons."""

    # --- statements
    def statements(self, subject: EntityId, property: str | None = None) -> tuple[Statement, ...]: ...
    def born(self, person: EntityId) -> PartialDate | None: ...
    def died(self, person: EntityId) -> PartialDate | None: ...

    # --- offices
    def tenures(self, person: EntityId) -> tuple[Tenure, ...]:
        """All offices a person held, by start."""

    def holders(self, office: str, jurisdiction: str = "", at: dt.date | None = None) -> tuple[Tenure, ...]:
        """Holders of an office by its canonical title; with ``at`` those whose validity does not say NO."""

    def office_titles(self) -> tuple[tuple[str, str], ...]:
        """(title as copy writes it, canonical title), for building the office lexicon."""

    # --- places
    def capitals_of(self, place: EntityId) -> tuple[Capital, ...]: ...
    def places_with_capital(self, city_name: str) -> tuple[Capital, ...]:
        """Capital statements whose city bears this name (folded)."""

    def country_of(self, place: EntityId) -> EntityId | None:
        """The country in which a region or city lies; None for a country or where not known."""

    def region_of(self, place: EntityId) -> EntityId | None: ...

    # --- elections
    def elections(self, country: EntityId, kind: str | None = None) -> tuple[Election, ...]: ...
    def elections_complete(self, country: EntityId, kind: str) -> tuple[int, int] | None:
        """First and last year between which no election of the kind is missing, None if unknown."""
