"""The name of a country, state or city is misspelt.

Finds "Albequerque, New Mexico", "Afganistan" and "Pennsylvannia": a capitalised word that is no
English word, no part of any known name, and one slip of the typist away from the name of a place.
Countries and states are judged anywhere; a city, of which there are so many, only where the copy
says in which state or country it lies and a city of the right name lies there, where it also
has the right spelling, or where the city is among the largest and the copy speaks of its country, it
is a capital, or the letters are such as no name has. Of a name of several words, one may be wrong:
"New Zealahd", "Las Vegs".

Left alone: words that follow a given name or stand before a surname (they are names of people), names of
hotels, streets and companies, photo credits, words as near to the name of some other place, words that
the article uses again and again without ever using the right form, and short words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.claims.placenames import MINIMUM_LETTERS, PlaceNameClaim
from factlint.kb.model import EntityKind
from factlint.kb.names import fold
from factlint.linking.similarity import Slip, slip
from factlint.linking.spelling import unheard_of
from factlint.rulekit.rule import (
    Category,
    Confidence,
    Evidence,
    Example,
    Finding,
    Fix,
    Judgement,
    Missing,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from factlint.kb.model import Entity, NameMatch
    from factlint.rulekit.context import ArticleContext

LARGE_CITY = 3
"""Prominence from which a city (a capital, or above 300,000) needs no state beside it."""

UNMISTAKABLE = 10
"""Letters from which a name an edit away can hardly be meant for another: "Pennsylvannia"."""


LONG_ADJECTIVE = 7
"""Letters from which a country or adjective is read even before a surname."""

LONG_NAME = 8
"""Letters from which even another first letter, if it sounds the same, is a slip: "Kalifornia"."""

_OF_TYPISTS = frozenset({Slip.TRANSPOSED, Slip.DOUBLED})
"""Slips that hardly ever turn one name into another."""


def _check(claim: PlaceNameClaim, context: ArticleContext) -> Judgement:
    if not claim.nearest:
        return Judgement.supported()
    if claim.known_before and not claim.composed:
        return Judgement.unknown(Missing.CONTEXT)
    meant = [
        match for match in claim.nearest if _is_meant(match, claim, context) and not _is_persons(claim, match)
    ]
    if len({fold(match.name) for match in meant}) != 1:
        return Judgement.unknown(Missing.CONTEXT)
    match = meant[0]
    if not _is_named(match, context) and any(_is_rival(other, match, context) for other in claim.nearest):
        return Judgement.unknown(Missing.CONTEXT)
    described = _described(match, context)
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"no place called {claim.words} is known; {described} is spelt {match.name}",
            subject=f"{match.entity.id}:{fold(claim.words)}",
            evidence=(Evidence(f"{match.name}: {described}", match.entity.id),),
            fix=Fix(claim.span, match.name),
        )
    )


def _is_persons(claim: PlaceNameClaim, match: NameMatch) -> bool:
    """Whether the word is one of a longer name, and not a country before it: "Italyan Ana Rossi"."""
    if not claim.in_name or claim.enclosing:
        return False
    return match.entity.kind is EntityKind.CITY or len(match.name) < LONG_ADJECTIVE


def _is_meant(match: NameMatch, claim: PlaceNameClaim, context: ArticleContext) -> bool:
    place = match.entity
    if match.edits != 1 or len(match.name) < MINIMUM_LETTERS:
        return False
    kind = slip(fold(claim.words), fold(match.name))
    if match.name[:1] != claim.words[:1] and not (kind is Slip.SOUND and len(match.name) >= LONG_NAME):
        return False
    if claim.composed:
        return place.kind is not EntityKind.CITY or place.prominence >= LARGE_CITY
    if claim.partly_known or (claim.enclosing and place.kind is EntityKind.CITY):
        return place.kind is EntityKind.CITY and bool(set(claim.enclosing) & set(_around(place, context)))
    if place.kind is EntityKind.CITY and len(match.name) <= MINIMUM_LETTERS:
        return False
    named = _is_named(match, context)
    if place.kind is EntityKind.CITY and place.prominence < LARGE_CITY:
        return named and claim.occurrences == 1
    if named or place.kind is EntityKind.COUNTRY or len(match.name) >= UNMISTAKABLE:
        return True
    if len(match.name) > MINIMUM_LETTERS and (
        kind in _OF_TYPISTS or unheard_of(fold(claim.words), context.kb)
    ):
        return True
    if kind is not Slip.REPLACED and _is_capital(match, context):
        return True
    return bool(_spoken_of(context) & set(place.country))


def _is_capital(match: NameMatch, context: ArticleContext) -> bool:
    """Whether a place is a country's capital, met by its usual name."""
    if len(match.name) <= MINIMUM_LETTERS or match.name != match.entity.label:
        return False
    capitals = context.kb.places_with_capital(match.name)
    return any(one.city == match.entity.id and one.place in match.entity.country for one in capitals)


def _spoken_of(context: ArticleContext) -> frozenset[str]:
    """The places that the article names, with their countries."""
    entities = (entity for mention in context.annotations.places for entity in mention.entities)
    return frozenset(key for entity in entities for key in (entity.id, *entity.country))


def _is_named(match: NameMatch, context: ArticleContext) -> bool:
    """Whether the article has the place under its right name or another one."""
    places = (entity.id for mention in context.annotations.places for entity in mention.entities)
    return match.entity.id in places


def _is_rival(other: NameMatch, match: NameMatch, context: ArticleContext) -> bool:
    """Whether the word is as near to the name of another well-known place, however short."""
    if fold(other.name) == fold(match.name) or other.edits > match.edits:
        return False
    if other.entity.kind is not EntityKind.CITY:
        return True
    if match.entity.kind is EntityKind.COUNTRY and not _spoken_of(context) & set(other.entity.country):
        return False
    return other.entity.prominence >= LARGE_CITY


def _around(place: Entity, context: ArticleContext) -> tuple[str, ...]:
    region = context.kb.region_of(place.id)
    return (*place.country, region) if region else place.country


def _described(match: NameMatch, context: ArticleContext) -> str:
    place = match.entity
    if fold(match.name) not in map(fold, (place.label, *place.aliases)):
        return f"the adjective of {place.label}"
    if place.kind is not EntityKind.CITY:
        return f"the {place.kind.value}"
    around = [entity.label for name in _around(place, context) if (entity := context.kb.entity(name))]
    return f"the city in {around[-1]}" if around else "the city"


RULE = Rule(
    code="FL104",
    name="misspelled-place",
    summary="The name of a country, state or city is misspelt.",
    doc=__doc__,
    category=Category.NAME,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    claim=PlaceNameClaim,
    check_claim=_check,
    invalid=(
        Example("The fire started near [[Albequerque]], New Mexico, on Monday."),
        Example("Troops left [[Afganistan]] in August."),
        Example("Voters in [[Pennsylvannia]] go to the polls."),
        Example("The team left for [[New Zealahd]] on Friday, by way of [[Las Vegs]]."),
        Example("The [[Brazillians]] won, and [[Mascow]] was silent."),
    ),
    valid=(
        Example("The fire started near Albuquerque, New Mexico, on Monday."),
        Example("Wayne Arisona, a plumber, voted early."),
        Example("Corinthians beat Samsung, and Titane won in New Yorkers' hearts."),
        Example("Kolkata, once called Calcutta, is in India."),
    ),
)
