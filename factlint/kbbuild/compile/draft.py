"""A snapshot in the making: everything that goes into the file, before it has row numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from factlint.kb.names import fold
from factlint.kbbuild.compile.nicknames import Nicknames

PERSON, OFFICE, COUNTRY, REGION, CITY, EVENT = "person", "office", "country", "region", "city", "event"


@dataclass(slots=True)
class EntityDraft:
    """An entity; ``given`` is the prominence that a table kept by hand states, 0 for none."""

    key: str
    kind: str
    label: str
    aliases: list[str] = field(default_factory=list)
    description: str = ""
    country: list[str] = field(default_factory=list)
    born: str = ""
    died: str = ""
    article: bool = False
    backing: int = 0
    given: int = 0
    prominence: int = 0
    source: str = ""
    as_of: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The label and all aliases."""
        return (self.label, *self.aliases)

    def add_aliases(self, names: list[str]) -> None:
        """Add names that are not yet among the label and aliases."""
        for name in names:
            if name and name != self.label and name not in self.aliases:
                self.aliases.append(name)


@dataclass(slots=True)
class OfficeDraft:
    """An office: its entity's key (empty for none), canonical title, jurisdiction and that one's country.

    ``jurisdiction`` is a name; ``country`` is a key, empty for what is no part of a country.
    """

    key: str
    title: str
    jurisdiction: str
    country: str = ""
    role: str = ""


@dataclass(slots=True)
class TenureDraft:
    """A holding of an office; ``office`` indexes ``Draft.offices``, ``end`` may be ``past``."""

    person: str
    office: int
    start: str
    end: str
    as_of: str
    source: str
    role: str = ""
    party: str = ""
    constituency: str = ""
    district: str = ""
    by_hand: bool = False


@dataclass(slots=True)
class PlaceDraft:
    """Where a place lies: keys of its country and region."""

    country: str = ""
    region: str = ""
    population: int = 0


@dataclass(slots=True)
class CapitalDraft:
    """A capital: keys of the place and the city."""

    place: str
    city: str
    names: list[str]
    role: str
    start: str
    end: str
    disputed: bool
    source: str
    as_of: str


@dataclass(frozen=True, slots=True, order=True)
class ElectionDraft:
    """An election; ``country`` is a key, ``round`` empty for none."""

    country: str
    kind: str
    start: str
    end: str
    round: str
    winner: str
    source: str


@dataclass(frozen=True, slots=True)
class EventDraft:
    """What an event has beside its entity."""

    key: str
    kind: str
    place: str
    start: str
    end: str


@dataclass(slots=True)
class Draft:
    """Everything in a snapshot."""

    sources: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    entities: dict[str, EntityDraft] = field(default_factory=dict)
    offices: list[OfficeDraft] = field(default_factory=list)
    office_forms: set[tuple[str, str]] = field(default_factory=set)
    tenures: dict[str, list[TenureDraft]] = field(default_factory=lambda: defaultdict(list))
    places: dict[str, PlaceDraft] = field(default_factory=dict)
    adjectives: set[tuple[str, str]] = field(default_factory=set)
    capitals: list[CapitalDraft] = field(default_factory=list)
    elections: set[ElectionDraft] = field(default_factory=set)
    complete: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    events: list[EventDraft] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    spellings: list[list[str]] = field(default_factory=list)
    nicknames: Nicknames = field(default_factory=lambda: Nicknames(()))

    def local_key(self, name: str) -> str:
        """A key for an entity without a Wikidata item, which no other entity has."""
        slug = fold(name).replace(" ", "-")
        key, number = f"local:{slug}", 1
        while key in self.entities:
            number += 1
            key = f"local:{slug}-{number}"
        return key


@dataclass(slots=True)
class NameTable:
    """Entities by folded name, for matching rows that have no identifier."""

    keys: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, entity: EntityDraft) -> None:
        """Add an entity under its label and aliases."""
        self.add_names(entity.key, (entity.label, *entity.aliases))

    def add_names(self, key: str, names: Iterable[str]) -> None:
        """Add an entity under these names."""
        for name in names:
            known = self.keys[fold(name)]
            if key not in known:
                known.append(key)

    def find(self, name: str) -> list[str]:
        """Keys of the entities that bear a name."""
        return self.keys.get(fold(name), [])
