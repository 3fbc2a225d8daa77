"""What a snapshot answers."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from factlint.dates.partial import PartialDate
from factlint.errors import SnapshotError
from factlint.kb.database import reading
from factlint.kb.holders import OfficeHolder, who_held
from factlint.kb.model import (
    Capital,
    Election,
    Entity,
    EntityId,
    EntityKind,
    Event,
    NameMatch,
    SnapshotInfo,
    Source,
    Statement,
    Tenure,
)
from factlint.kb.names import fold, name_key
from factlint.kb.near import NearIndex, NearName
from factlint.kb.rows import ENTITY_COLUMNS, date_or_none, election_of, entity_of, event_of
from factlint.kb.statements import statements_of
from factlint.kb.tables import Tables


class Snapshot:
    """A read-only knowledge base in one SQLite file.

    Every method raises SnapshotError where the file turns out to be damaged.

    Use as a context manager, or call ``close``. Look-ups fold names: case, accents, hyphens, points
    and apostrophes do not count (see ``factlint.kb.names.fold``).
    """

    def __init__(self, path: Path) -> None:
        """Open a snapshot; raises SnapshotError where it is missing, broken or of another schema."""
        self.path = path
        self._tables = Tables(path)

    def __repr__(self) -> str:
        return f"<Snapshot {self.path}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the snapshot answers nothing after that."""
        self._tables.connection.close()

    @cached_property
    def info(self) -> SnapshotInfo:
        """Which snapshot this is and how much it holds."""
        meta: dict[str, str] = dict(self._tables.rows("SELECT key, value FROM meta"))
        if missing := {"id", "schema", "created", "checksum"} - meta.keys():
            raise SnapshotError(
                f"{self.path}: the snapshot does not say its {', '.join(sorted(missing))}", "build it again"
            )
        counts = tuple(
            (key.removeprefix("count:"), int(value))
            for key, value in meta.items()
            if key.startswith("count:")
        )
        return SnapshotInfo(meta["id"], int(meta["schema"]), meta["created"], meta["checksum"], counts)

    def sources(self) -> tuple[Source, ...]:
        """All sources of statements, by key."""
        rows = self._tables.rows("SELECT key, title, licence, as_of FROM source ORDER BY key")
        return tuple(Source(*row) for row in rows)

    # --- entities and names
    def entity(self, entity_id: EntityId) -> Entity | None:
        """The entity with this id, None where it is not known."""
        row = self._tables.row(f"SELECT {ENTITY_COLUMNS} FROM entity WHERE key = ?", entity_id)
        return entity_of(row) if row else None

    def named(self, name: str, *kinds: EntityKind) -> tuple[Entity, ...]:
        """Entities that bear exactly this name (folded), the most prominent first.

        The names of people include short forms that copy uses: without middle names, and with a usual
        nickname ("Bob Menendez" for Robert Menendez).
        """
        key = name_key(name)
        found = self._tables.with_name(key) if key else ()
        return tuple(entity for entity in found if entity.kind in kinds) if kinds else found

    def near(
        self, name: str, *kinds: EntityKind, limit: int = 20, thorough: bool = False
    ) -> tuple[NameMatch, ...]:
        """Entities with a name one or two edits from this one, token by token: the best first.

        Another romanisation of a transliterated name has no edits; ``NameMatch.name`` is the
        knowledge base's.

        Args:
            name: as the copy has it.
            kinds: what the entities may be; anything where none is given.
            limit: give at most so many.
            thorough: find all names within two edits, for looking somebody up. Without it, two edits in
                one token count only if it is long: short ones are mostly other names (Moore and Mohr).
        """
        best: dict[int, NearName] = {}
        with reading(self.path):
            near = self._near.near(name, thorough=thorough)
        for found in near:
            known = best.get(found.entity)
            if known is None or found.rank < known.rank:
                best[found.entity] = found
        matches = []
        for number, entity in self._tables.entities_by_number(list(best)):
            found = best[number]
            if not kinds or entity.kind in kinds:
                matches.append((found.edits, -entity.prominence, found.entity, found.text, entity))
        matches.sort(key=lambda match: match[:3])
        return tuple(
            NameMatch(entity, text or entity.label, edits) for edits, _, _, text, entity in matches[:limit]
        )

    def surname_bearers(self, surname: str, limit: int = 20) -> tuple[Entity, ...]:
        """People who are called by this surname alone (folded), the most prominent first.

        The surname may have its particles or not ("van Hollen", "Hollen"), and is the first token for
        people of countries where that is the family name ("Xi").
        """
        key = name_key(surname)
        return self._tables.bearers(key.head, key.rest, limit) if key else ()

    def surname_near(self, surname: str, limit: int = 20) -> tuple[NameMatch, ...]:
        """People whose surname is one or two edits from this one, the nearest and most prominent first."""
        key = name_key(surname)
        if key is None:
            return ()
        with reading(self.path):
            near = self._near.similar_tokens(key.head)
        matches = [
            NameMatch(entity, _as_spelled(text, entity), edits)
            for _, text, edits in near
            for entity in self._tables.bearers(text, key.rest, limit)
        ]
        matches.sort(key=lambda match: (match.edits, -match.entity.prominence))
        return tuple(matches[:limit])

    def knows_token(self, token: str) -> bool:
        """Whether the token (folded) is part of any known name."""
        return self._tables.row("SELECT 1 FROM token WHERE text = ?", fold(token)) is not None

    def given_bearers(self, token: str) -> int:
        """How many known names begin with this token (folded), as a given name does."""
        row = self._tables.row(
            "SELECT count(*) FROM name WHERE rest = ?1 OR rest LIKE ?1 || ' %'", fold(token)
        )
        return int(row[0]) if row is not None else 0

    def writes(self, letters: str) -> bool:
        """Whether some known name has these folded letters in a row; ``^`` and ``$`` are its ends."""
        pattern = (
            ("" if letters[0] == "^" else "%") + letters.strip("^$") + ("" if letters[-1] == "$" else "%")
        )
        return self._tables.has_token_like(pattern)

    def is_word(self, token: str) -> bool:
        """Whether the token is an ordinary English word in some inflected form."""
        return self._tables.row("SELECT 1 FROM word WHERE text = ?", token.lower()) is not None

    def country_by_adjective(self, adjective: str) -> tuple[Entity, ...]:
        """Countries and regions whose adjective or demonym this is: "Swiss", "French", "Texan"."""
        if fold(adjective) not in self._folded_adjectives:  # asked of every capitalised word
            return ()
        rows = self._tables.rows(
            f"SELECT DISTINCT {ENTITY_COLUMNS} FROM adjective JOIN entity ON entity.id = adjective.entity"
            " WHERE adjective.folded = ? ORDER BY entity.prominence DESC, entity.id",
            fold(adjective),
        )
        return tuple(entity_of(row) for row in rows)

    def adjectives(self) -> tuple[tuple[str, EntityId], ...]:
        """All adjectives and demonyms with their country or region, for building lexicons."""
        rows = self._tables.rows(
            "SELECT adjective.text, entity.key FROM adjective JOIN entity ON entity.id = adjective.entity"
            " ORDER BY adjective.text, entity.id"
        )
        return tuple((text, key) for text, key in rows)

    # --- statements
    def statements(self, subject: EntityId, property: str | None = None) -> tuple[Statement, ...]:  # noqa: A002
        """Everything stated about an entity, or only what one Wikidata property states."""
        with reading(self.path):
            found = tuple(statements_of(self, self._tables.connection, subject))
        return tuple(statement for statement in found if property in (None, statement.property))

    def born(self, person: EntityId) -> PartialDate | None:
        """A person's date of birth, None where not known."""
        row = self._tables.row("SELECT born FROM entity WHERE key = ?", person)
        return date_or_none(row[0]) if row else None

    def died(self, person: EntityId) -> PartialDate | None:
        """A person's date of death; None where not known, which does not mean alive."""
        row = self._tables.row("SELECT died FROM entity WHERE key = ?", person)
        return date_or_none(row[0]) if row else None

    # --- offices
    def tenures(self, person: EntityId) -> tuple[Tenure, ...]:
        """All offices a person held, by start."""
        return self._tables.tenures_of(person)

    def holders(self, office: str, jurisdiction: str = "", at: dt.date | None = None) -> tuple[Tenure, ...]:
        """Holders of an office by its canonical title; with ``at`` those whose validity does not say NO."""
        if at is None:
            return self._tables.holders(fold(office), jurisdiction)
        return self._tables.holders_at(fold(office), jurisdiction, at)

    def who_held(
        self, office: str, of: str = "", on: dt.date | str | None = None
    ) -> tuple[OfficeHolder, ...]:
        """Who held an office, with names: :func:`factlint.kb.holders.who_held`."""
        return who_held(self, office, of, on)

    def office_titles(self) -> tuple[tuple[str, str], ...]:
        """(title as copy writes it, canonical title), for building the office lexicon."""
        return tuple(
            (form, title) for form, title in self._tables.rows("SELECT form, title FROM office_form")
        )

    # --- places
    def capitals_of(self, place: EntityId) -> tuple[Capital, ...]:
        """The capitals that a country or region has or had, by start."""
        return self._tables.capitals("place.key = ? ORDER BY capital.id", place)

    def places_with_capital(self, city_name: str) -> tuple[Capital, ...]:
        """Capital statements whose city bears this name (folded)."""
        key = name_key(city_name)
        if key is None:
            return ()
        return self._tables.capitals(
            "capital.city IN (SELECT name.entity FROM token JOIN name ON name.head = token.id"
            " WHERE token.text = ? AND name.rest = ?) ORDER BY capital.id",
            key.head,
            key.rest,
        )

    def country_of(self, place: EntityId) -> EntityId | None:
        """The country in which a region or city lies; None for a country or where not known."""
        return self._tables.country_and_region(place)[0]

    def region_of(self, place: EntityId) -> EntityId | None:
        """The state or province in which a city lies, None where not known."""
        return self._tables.country_and_region(place)[1]

    # --- elections and events
    def elections(self, country: EntityId, kind: str | None = None) -> tuple[Election, ...]:
        """Elections of a country, by date."""
        rows = self._tables.rows(
            "SELECT entity.key, election.kind, start, end, round, winner, election.source"
            " FROM election JOIN entity ON entity.id = election.country"
            " WHERE entity.key = ? AND (? IS NULL OR election.kind = ?) ORDER BY start, election.kind, round",
            country,
            kind,
            kind,
        )
        return tuple(election_of(row) for row in rows)

    def elections_complete(self, country: EntityId, kind: str) -> tuple[int, int] | None:
        """First and last year between which no election of the kind is missing, None if unknown."""
        row = self._tables.row(
            "SELECT first, last FROM election_complete JOIN entity ON entity.id = election_complete.country"
            " WHERE key = ? AND election_complete.kind = ?",
            country,
            kind,
        )
        return (row[0], row[1]) if row else None

    def events(self) -> tuple[Event, ...]:
        """All dated events, by start."""
        rows = self._tables.rows(
            "SELECT key, label, aliases, event.kind, place, country, start, end, event.source"
            " FROM event JOIN entity ON entity.id = event.entity ORDER BY start, key"
        )
        return tuple(event_of(row) for row in rows)

    @cached_property
    def _folded_adjectives(self) -> frozenset[str]:
        return frozenset(folded for (folded,) in self._tables.rows("SELECT DISTINCT folded FROM adjective"))

    @cached_property
    def _near(self) -> NearIndex:
        return NearIndex(self._tables.connection)


def _as_spelled(token: str, entity: Entity) -> str:
    """The word of an entity's names that folds to a token."""
    for name in (entity.label, *entity.aliases):
        for word in name.split():
            if token in (fold(word), fold(word).rpartition(" ")[2]):
                return word
    return token
