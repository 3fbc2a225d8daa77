"""What a refresh asks for."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from factlint.kb.names import fold
from factlint.kbbuild.compile.draft import COUNTRY, PERSON, REGION, Draft
from factlint.kbbuild.update.elections import first_day
from factlint.kbbuild.update.queries import is_item

OFFICES_AT_A_TIME, PEOPLE_AT_A_TIME, NAMES_AT_A_TIME, DOCUMENTS_AT_A_TIME = 40, 100, 40, 50
PLACES_AT_A_TIME, COUNTRIES_AT_A_TIME = 100, 10
"""Sizes of batches; 50 documents is what ``wbgetentities`` allows without a bot flag."""

PROMINENT = 2
"""People below are asked about only as holders of an office."""

_VERSION = 2
"""Of the questions; answers to those of another version are not gone on with."""


class Select(StrEnum):
    """What is refreshed."""

    OFFICES = "offices"
    PEOPLE = "people"
    PLACES = "places"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Target:
    """Where and what to ask.

    Attributes:
        endpoint: address of a SPARQL endpoint.
        entity_endpoint: address under which entity documents stand as ``Q42.json``, or one that ends
            in ``/api.php`` of a MediaWiki API with ``wbgetentities``.
        select: what to refresh.
        since: only people whose items changed on this day or later; None for all.
    """

    endpoint: str
    entity_endpoint: str
    select: Select = Select.ALL
    since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a refresh of a snapshot asks for first; answers lead to more.

    Attributes:
        target: where and what to ask.
        offices: items of positions whose holders are wanted.
        people: items of people whose births, deaths and names are wanted.
        unidentified: name -> keys of the people of that name who have no item yet.
        places: items of countries and regions whose capitals are wanted.
        countries: items of countries whose elections are wanted.
        elections_since: the day from which on they are.
    """

    target: Target
    offices: tuple[str, ...]
    people: tuple[str, ...]
    unidentified: dict[str, tuple[str, ...]]
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    elections_since: dt.date = dt.date.min

    def fingerprint(self, base: str) -> str:
        """What tells the refresh of one snapshot from others, for going on with it.

        Args:
            base: checksum of the snapshot that is refreshed.
        """
        target = self.target
        what = [_VERSION, base, target.endpoint, target.entity_endpoint, target.select, str(target.since)]
        return hashlib.sha256(json.dumps(what).encode()).hexdigest()[:16]


def make_plan(draft: Draft, target: Target) -> Plan:
    """The questions that a snapshot raises.

    Positions are those with an item whose title and jurisdiction are known: these are the ones that copy
    can name. People are the prominent ones; those without an item are looked for by their name, if a
    birth is known by which to tell namesakes apart. Places are all countries and regions with an item.
    """
    offices: list[str] = []
    people: list[str] = []
    unidentified: dict[str, list[str]] = {}
    countries: list[str] = []
    regions: list[str] = []
    if target.select in (Select.PLACES, Select.ALL):
        items = [entity for entity in draft.entities.values() if is_item(entity.key)]
        countries = [entity.key for entity in items if entity.kind == COUNTRY]
        regions = [entity.key for entity in items if entity.kind == REGION]
    if target.select in (Select.OFFICES, Select.ALL):
        offices = sorted({o.key for o in draft.offices if o.jurisdiction and is_item(o.key)}, key=_number)
    if target.select in (Select.PEOPLE, Select.ALL):
        for entity in draft.entities.values():
            if entity.kind != PERSON:
                continue
            if is_item(entity.key):
                if entity.prominence >= PROMINENT:
                    people.append(entity.key)
            elif entity.born and fold(entity.label):
                unidentified.setdefault(entity.label, []).append(entity.key)
    return Plan(
        target,
        tuple(offices),
        tuple(sorted(people, key=_number)),
        {name: tuple(unidentified[name]) for name in sorted(unidentified)},
        tuple(sorted((*countries, *regions), key=_number)),
        tuple(sorted(countries, key=_number)),
        first_day(draft),
    )


def _number(item: str) -> int:
    return int(item[1:])
