"""Entities and statements, with the time for which they hold."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from factlint.dates.partial import PartialDate

EntityId = str
"""A Wikidata item (``Q937``), or ``local:slug`` for an entity of our own tables without one."""


class EntityKind(StrEnum):
    """What an entity is, as far as factlint tells them apart."""

    PERSON = "person"
    OFFICE = "office"
    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    ORGANISATION = "organisation"
    EVENT = "event"


class Fit(StrEnum):
    """Whether something held at a time."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Validity(NamedTuple):
    """The time for which a statement holds.

    Attributes:
        start: when it began; None means it is not known.
        end: when it ended; None means no end is known up to ``as_of``, never "still".
        ended: whether it is known to have ended though not when (Wikidata's "unknown value").
        as_of: the day up to which the source is complete.
    """

    start: PartialDate | None
    end: PartialDate | None
    as_of: dt.date
    ended: bool = False

    def __repr__(self) -> str:
        return f"<Validity {self}>"

    def __str__(self) -> str:
        """In words: ``2013-01-03 – 2019-01-03``, ``2021 – (no end known by 2022-08-03)``."""
        start = str(self.start) if self.start else "?"
        if self.end:
            return f"{start} – {self.end}"
        return f"{start} – " + ("ended, not known when" if self.ended else f"(no end known by {self.as_of})")

    def at(self, first: dt.date, last: dt.date | None = None) -> Fit:
        """Whether the statement held on some day of ``first`` .. ``last`` (default: that one day).

        Imprecise bounds are read generously: a start in 2015 might be any day of it, so a day in
        2015 gives UNKNOWN, not NO. A day after ``as_of`` without a known end gives UNKNOWN.
        """
        last = last or first
        if self.start is not None and last < self.start.earliest:
            return Fit.NO
        if self.end is not None and first > self.end.latest:
            return Fit.NO
        begun = self.start is not None and last >= self.start.latest
        if self.end is not None:
            going_on = first <= self.end.earliest
        else:
            going_on = not self.ended and first <= self.as_of
        return Fit.YES if begun and going_on else Fit.UNKNOWN


class Source(NamedTuple):
    """Where a statement comes from: a key of the sources table, its title, its licence and its date."""

    key: str
    title: str
    licence: str
    as_of: str = ""


class Entity(NamedTuple):
    """Something the knowledge base knows.

    Attributes:
        id: its Wikidata item or local identifier.
        kind: what it is.
        label: its usual English name.
        aliases: other right names and spellings, short forms included.
        description: the words that stand beside the name in copy, for example "Fox News host".
        country: the entity ids of the countries it belongs to, where known.
        prominence: 0 (obscure) to 5 (named daily and world-wide).
    """

    id: EntityId
    kind: EntityKind
    label: str
    aliases: tuple[str, ...] = ()
    description: str = ""
    country: tuple[EntityId, ...] = ()
    prominence: int = 0

    def __repr__(self) -> str:
        return f"<Entity {self.id} {self.label} ({self.kind})>"


class NameMatch(NamedTuple):
    """An entity met by one of its names.

    Attributes:
        entity: the entity.
        name: the label or alias that was met, as the knowledge base spells it.
        edits: optimal-string-alignment distance between the folded names, 0 for an exact match.
    """

    entity: Entity
    name: str
    edits: int

    def __repr__(self) -> str:
        return f"<NameMatch {self.entity.id} {self.name}, {self.edits} edit{'s' * (self.edits != 1)}>"


class Statement(NamedTuple):
    """One statement about an entity.

    Attributes:
        subject: the entity it is about.
        property: the Wikidata property, for example ``P39`` (position held) or ``P36`` (capital).
        value: the label of the value entity, or the text or ISO date itself.
        value_id: the value's entity id, None for text and dates.
        validity: when it holds.
        rank: ``preferred`` or ``normal``; deprecated statements are not kept.
        qualifiers: further property-value pairs, for example ``("P768", "Wisconsin")``.
        source: key of its source.
    """

    subject: EntityId
    property: str
    value: str
    value_id: EntityId | None
    validity: Validity
    rank: str = "normal"
    qualifiers: tuple[tuple[str, str], ...] = ()
    source: str = ""

    def __repr__(self) -> str:
        dated = f": {self.validity}" if self.validity.start or self.validity.end else ""
        return f"<Statement {self.subject} {self.property} {self.value}{dated}>"


class Tenure(NamedTuple):
    """A person's holding of an office (P39), as a typed view of its statement.

    Attributes:
        person: the holder.
        office: the office's canonical title without its jurisdiction: "Secretary of State".
        office_id: the office's entity, None where only its title is known.
        jurisdiction: name of the country, state or organisation: "United States", "Wisconsin", "NATO".
        validity: when the person held it.
        role: "" or "acting" or "interim", or "reportedly" where its source gives the office to two at a time.
        party: the holder's party in that time, "" where not known.
        constituency: the state (US Congress) or constituency represented, "" where not known.
        source: key of its source.
        district: number of the district within a US state, "" where there is none or it is not known.
        jurisdiction_id: the country's or region's entity, None for organisations and where not known;
            tells the two Georgias apart.
    """

    person: EntityId
    office: str
    office_id: EntityId | None
    jurisdiction: str
    validity: Validity
    role: str = ""
    party: str = ""
    constituency: str = ""
    source: str = ""
    district: str = ""
    jurisdiction_id: EntityId | None = None

    def __repr__(self) -> str:
        where = f", {self.jurisdiction}" if self.jurisdiction else ""
        return f"<Tenure {self.person} {self.office}{where}: {self.validity}>"

    def __str__(self) -> str:
        """In words: ``Senator, United States (Democratic, Wisconsin): 2013-01-03 – 2025-01-03``."""
        where = f", {self.jurisdiction}" if self.jurisdiction else ""
        details = ", ".join(filter(None, (self.role, self.party, self.constituency)))
        return f"{self.office}{where}{f' ({details})' if details else ''}: {self.validity}"


class Capital(NamedTuple):
    """A city's being the capital of a place for a time.

    Attributes:
        place: the country or region.
        city: the capital.
        names: every right name of the city, its label first.
        role: "capital", "seat of government", "legislative", "judicial", "de facto", "former" …
        disputed: whether sources of rank disagree, so that no rule may call another answer wrong.
    """

    place: EntityId
    city: EntityId
    names: tuple[str, ...]
    role: str
    validity: Validity
    disputed: bool = False
    source: str = ""

    def __repr__(self) -> str:
        return f"<Capital {self.names[0]} of {self.place} ({self.role}): {self.validity}>"


class Election(NamedTuple):
    """One election day (or days) of a country; ``kind`` as in ``rules/facts/README.md``."""

    country: EntityId
    kind: str
    start: PartialDate
    end: PartialDate | None
    round: int | None = None
    winner: str = ""
    source: str = ""

    def __repr__(self) -> str:
        winner = f", won by {self.winner.partition('|')[0]}" if self.winner else ""
        return f"<Election {self.country} {self.kind} {self.start}{winner}>"


class Event(NamedTuple):
    """A dated event that copy cites; ``kind`` as in ``rules/facts/README.md``.

    Attributes:
        id: its Wikidata item or local identifier.
        name: its usual name.
        aliases: other names used for it.
        kind: for example ``summit`` or ``treaty``.
        place: where it took place, "" where it has no one place.
        country: the countries concerned, by name.
        start: its day, or the first of its days.
        end: the last of its days, None for a single day.
        source: key of its source.
    """

    id: EntityId
    name: str
    aliases: tuple[str, ...]
    kind: str
    place: str
    country: tuple[str, ...]
    start: PartialDate
    end: PartialDate | None
    source: str = ""

    def __repr__(self) -> str:
        return f"<Event {self.id} {self.name}, {self.start}>"


class SnapshotInfo(NamedTuple):
    """Which snapshot answers: every machine-readable report carries ``id``.

    Attributes:
        id: for example ``wikidata-2026-06-15+3f9a12c4``: source, newest as-of date, content checksum.
        schema: version of the tables.
        created: the newest as-of date of any source.
        checksum: hex digest of the content.
        counts: number of entities by kind and of statements.
    """

    id: str
    schema: int
    created: str
    checksum: str
    counts: tuple[tuple[str, int], ...]
