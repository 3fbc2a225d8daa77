"""How often copy names somebody, 0 (obscure) to 5 (daily and world-wide), from what is known of them."""

from __future__ import annotations

import re

from factlint.kbbuild.compile.draft import REGION, Draft, EntityDraft

_RECENT = "1990"
"""Offices kept by hand that began later are named often: that is why they are kept."""
_HEADS = frozenset(
    {
        "President",
        "Prime Minister",
        "Chancellor",
        "King",
        "Queen",
        "Emperor",
        "Supreme Leader",
        "Pope",
        "Taoiseach",
    }
)
_UNITED_STATES = "Q30"
_GREAT_POWERS = frozenset({_UNITED_STATES, "Q159", "Q148", "Q145", "Q183", "Q142", "Q668", "Q17"})
"""The United States, Russia, China, the United Kingdom, Germany, France, India and Japan."""
_AMERICAN_TOP = re.compile(
    r"Vice President|Secretary.*|.* Secretary|Attorney General|Speaker of the House.*|Chief Justice"
)
_NATIONAL = re.compile(
    r"Member of Parliament|Senator|Member of the European Parliament|Member of the House of Lords"
)
_MINISTER = re.compile(
    r".*Minister|Vice President|Minister.*|Secretary of State.*|.*Secretary|Opposition Leader|Speaker.*"
)


def set_prominence(draft: Draft) -> None:
    """Give every entity of the draft its prominence."""
    states = {
        key
        for key, place in draft.places.items()
        if place.country == _UNITED_STATES and draft.entities[key].kind == REGION
    }
    for entity in draft.entities.values():
        if entity.kind == "person":
            entity.prominence = _person(draft, entity, states)
        elif entity.kind == "country":
            entity.prominence = 5 if entity.key in _GREAT_POWERS else 4
        elif entity.kind in ("region", "event"):
            entity.prominence = 3
        elif entity.kind == "city":
            place = draft.places.get(entity.key)
            entity.prominence = (
                3 if place is None or place.population == 0 or place.population > 300_000 else 2
            )


def _person(draft: Draft, person: EntityDraft, states: set[str]) -> int:
    offices = [draft.offices[tenure.office] for tenure in draft.tenures.get(person.key, ())]
    weight = max((_office(office.title, office.jurisdiction, states) for office in offices), default=0)
    if person.article and weight == 1:
        weight = 2
    by_hand = [tenure for tenure in draft.tenures.get(person.key, ()) if tenure.by_hand]
    if by_hand:
        recent = any(tenure.start >= _RECENT or tenure.end in ("", "past") for tenure in by_hand)
        weight = max(weight, 3 if recent else 2)
    if person.source != "wikidata" and not offices:
        weight = min(person.backing, 3) + (1 if person.article and person.backing == 1 else 0)
    return max(weight, person.given)


def _office(title: str, jurisdiction: str, states: set[str]) -> int:
    if title in _HEADS:
        return 5 if jurisdiction in _GREAT_POWERS else 4
    if jurisdiction == _UNITED_STATES:
        if title == "Senator" or _AMERICAN_TOP.fullmatch(title):
            return 4
        if title == "Representative":
            return 3
    if title == "Governor" and jurisdiction in states:
        return 3
    if title == "Foreign Minister":
        return 4 if jurisdiction in _GREAT_POWERS else 3
    if _NATIONAL.fullmatch(title):
        return 1
    return 2 if _MINISTER.fullmatch(title) else 1
