"""A city is called the capital of a place whose capital it is not.

Finds "Sydney, the capital of Australia", "the Texas capital, Houston", "the Afghan capital of Kandahar",
and "in the capital, Jeddah," in a story that speaks of Saudi Arabia, for every country and for the
states and provinces of federal countries. Capitals move: the claim is judged at the time of which the
copy speaks, so Bonn is right in a story of 1988 and Almaty wrong in one of 2020.

Left alone: capitals about which sources of rank disagree (Jerusalem), seats of government and other
official capitals beside the one (La Paz and Sucre, The Hague), former, financial, cultural and
provincial capitals, cities that the knowledge base does not know, and "the capital" without a country
unless the story names the city's country and speaks of no province or state nearby.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from factlint.claims.capitals import CapitalClaim
from factlint.dates.partial import PartialDate
from factlint.kb.model import Capital, EntityKind, Fit
from factlint.kb.names import fold
from factlint.rulekit.rule import (
    Category,
    Confidence,
    Evidence,
    Example,
    Finding,
    Judgement,
    Missing,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from factlint.kb.model import Entity
    from factlint.rulekit.context import ArticleContext


def _check(claim: CapitalClaim, context: ArticleContext) -> Judgement:
    places = claim.places
    if claim.implied:
        places = _implied_places(claim, context)
        if not places:
            return Judgement.unknown(Missing.CONTEXT)
    known = [(place, context.kb.capitals_of(place.id)) for place in places]
    if not known or any(not capitals for _, capitals in known):
        return Judgement.unknown(Missing.KNOWLEDGE)
    name = fold(claim.city.words)
    bearing = [capital for _, capitals in known for capital in capitals if _is(capital, name)]
    if any(capital.disputed for capital in bearing):
        return Judgement.unknown(Missing.KNOWLEDGE)
    day = context.published
    if bearing and day is None:
        return Judgement.unknown(Missing.PUBLICATION_DATE)
    if day is not None and any(_held(capital, day, claim.years) for capital in bearing):
        return Judgement.supported()
    place, capitals = known[0]
    return Judgement.refuted(_finding(claim, place, capitals, day))


def _is(capital: Capital, folded: str) -> bool:
    return any(fold(name) == folded for name in capital.names)


def _held(capital: Capital, day: dt.date, years: tuple[int, ...]) -> bool:
    """Whether the city may have been the capital on the day or in one of the years."""
    times = [(day, day), *((dt.date(year, 1, 1), dt.date(year, 12, 31)) for year in years)]
    return any(capital.validity.at(first, last) is not Fit.NO for first, last in times)


def _implied_places(claim: CapitalClaim, context: ArticleContext) -> tuple[Entity, ...]:
    """The country of the city, if the story names it and speaks of no smaller unit."""
    if claim.provincial:
        return ()
    cities = claim.city.of_kind(EntityKind.CITY)
    countries = {
        country for city in cities if city.prominence == cities[0].prominence for country in city.country
    }
    named = {
        entity.id for mention in context.annotations.places for entity in mention.of_kind(EntityKind.COUNTRY)
    }
    return tuple(
        entity for country in sorted(countries & named) if (entity := context.kb.entity(country)) is not None
    )


def _finding(
    claim: CapitalClaim, place: Entity, capitals: tuple[Capital, ...], day: dt.date | None
) -> Finding:
    held = [capital for capital in capitals if _may_hold(capital, day)] or capitals
    right = held[0]
    when = f" on {PartialDate.of(day).in_words()}" if day and len(capitals) > len(held) else ""
    return Finding(
        span=claim.span,
        message=f"{claim.city.words} is not the capital of {place.label}; {right.names[0]} is{when}",
        subject=f"{place.id}:{fold(claim.city.words)}",
        evidence=tuple(
            Evidence(f"capital of {place.label}: {_in_words(capital)}", capital.city, capital.source)
            for capital in held
        ),
    )


def _may_hold(capital: Capital, day: dt.date | None) -> bool:
    """Whether the city may have been the capital on the day; without one, whether it may be so by now."""
    if day is not None:
        return capital.validity.at(day) is not Fit.NO
    return capital.validity.end is None and not capital.validity.ended


def _in_words(capital: Capital) -> str:
    since = f", since {capital.validity.start.in_words()}" if capital.validity.start else ""
    role = "" if capital.role == "capital" else f" ({capital.role})"
    return f"{capital.names[0]}{role}{since}"


RULE = Rule(
    code="FL301",
    name="wrong-capital",
    summary="A city is called the capital of a country or region whose capital it is not.",
    doc=__doc__,
    category=Category.PLACE,
    severity=Severity.ERROR,
    confidence=Confidence.VERY_HIGH,
    claim=CapitalClaim,
    check_claim=_check,
    invalid=(
        Example("The delegates meet in [[Sydney]], the capital of Australia, on Monday.", date="2019-05-06"),
        Example("Crowds filled the Texas capital, [[Houston]], on Sunday.", date="2019-05-06"),
        Example("Talks resumed in the Turkish capital of [[Istanbul]].", date="2019-05-06"),
        Example("Saudi Arabia moved the trial to the capital, [[Jeddah]], on Monday.", date="2019-05-06"),
        Example("The capital of Kazakhstan, [[Almaty]], is bracing for snow.", date="2020-01-10"),
    ),
    valid=(
        Example("The delegates meet in Canberra, the capital of Australia, on Monday.", date="2019-05-06"),
        Example("The minister flew to Bonn, the capital of West Germany.", date="1988-03-02"),
        Example("Bolivia's capital, Sucre, and La Paz both claim the court.", date="2019-05-06"),
        Example("Frankfurt, Germany's financial capital, voted on Sunday.", date="2019-05-06"),
        Example("Turkey's trains link the capital, Istanbul and Izmir.", date="2019-05-06"),
        Example("Almaty, the former capital of Kazakhstan, is bracing for snow.", date="2020-01-10"),
    ),
)
