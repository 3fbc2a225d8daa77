"""What was found at Wikidata, before it is put beside what the snapshot has."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from factlint.kbbuild.update.capitals import FoundCapital
from factlint.kbbuild.update.elections import FoundElection
from factlint.kbbuild.update.parties import Membership


@dataclass(frozen=True, slots=True)
class FoundTenure:
    """A P39 statement.

    Attributes:
        person: item of the holder.
        office: item of the position.
        start: ISO date as precise as known, empty where there is none.
        end: likewise; ``past`` where it is known to have ended, though not when.
        role: ``acting`` or empty.
        constituency: its English label.
        day: the day on which Wikidata said so.
        deprecated: whether Wikidata has the statement as wrong.
    """

    person: str
    office: str
    start: str
    end: str
    role: str = ""
    constituency: str = ""
    day: dt.date = dt.date.min
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class FoundOffice:
    """A position that replaced one of the snapshot's."""

    item: str
    label: str
    jurisdiction: str
    country: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A human, from the entity's document."""

    item: str
    name: str
    aliases: tuple[str, ...]
    description: str
    countries: tuple[str, ...]
    born: str
    died: str
    article: bool
    day: dt.date


@dataclass(slots=True)
class FoundFacts:
    """What the query service says of a person that the snapshot knows."""

    born: str = ""
    died: str = ""
    names: list[str] = field(default_factory=list)
    day: dt.date = dt.date.min


@dataclass(slots=True)
class FoundNamesake:
    """A human of a name: dates of birth, and descriptions and occupations in English."""

    born: set[str] = field(default_factory=set)
    known_for: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Findings:
    """Everything that was found.

    Attributes:
        tenures: P39 statements, deprecated ones among them.
        offices: new positions by item.
        people: documents of people whom the snapshot lacks, by item.
        facts: births, deaths and names of people whom it has, by item.
        merged: items that were merged into others.
        identified: entities without an item, and the item that they turned out to be.
        memberships: memberships of parties.
        capitals: statements about capitals.
        elections: national elections.
        nameless: how many new holders are no humans, or have no name in Latin script.
        left_out: what was not understood, with the reason.
    """

    tenures: list[FoundTenure] = field(default_factory=list)
    offices: dict[str, FoundOffice] = field(default_factory=dict)
    people: dict[str, FoundPerson] = field(default_factory=dict)
    facts: dict[str, FoundFacts] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)
    identified: dict[str, str] = field(default_factory=dict)
    memberships: list[Membership] = field(default_factory=list)
    capitals: list[FoundCapital] = field(default_factory=list)
    elections: list[FoundElection] = field(default_factory=list)
    nameless: int = 0
    left_out: list[str] = field(default_factory=list)


def agree(one: str, other: str) -> bool:
    """Whether two dates, each as precise as known, may be the same; an unknown one agrees with none."""
    return bool(one and other) and (one.startswith(other) or other.startswith(one))
