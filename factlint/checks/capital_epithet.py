"""A story set in another city of the country speaks of "the Swiss capital".

Finds the epithet that a writer reaches for to avoid naming the city again, when that city is not
the capital: "the Swiss capital" in a story filed from Geneva. The story must be set in one city of
the country (its dateline, its location, or the city of that country that it names most), and must
hardly ever name the real capital.

Left alone: epithets that measure a way ("50 miles from the French capital"), stories that name the
capital as often as the other city, countries with more than one capital or a disputed one, and
stories set in no single city.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

from factlint.claims.capitals import CapitalEpithetClaim
from factlint.kb.model import EntityKind, Fit
from factlint.kb.names import fold
from factlint.rulekit.rule import (
    Category,
    Confidence,
    Evidence,
    Example,
    Finding,
    Judgement,
    Missing,
    Related,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotate.places import PlaceMention
    from factlint.kb.model import Entity
    from factlint.rulekit.context import ArticleContext

MINIMUM_MENTIONS = 2
"""How often a story must name a city to be set there, where neither dateline nor location says so."""

NEARBY = 400
"""Code points from the epithet within which the only city named needs to be named but once."""

DOMINANCE = 4
"""How many times as often as the real capital a story must name its city to be set there all the same."""


def _check(claim: CapitalEpithetClaim, context: ArticleContext) -> Judgement:
    place = _the_one(claim.places)
    if place is None or not claim.locative:
        return Judgement.unknown(Missing.CONTEXT)
    day = context.published or dt.date.max
    valid = [
        capital for capital in context.kb.capitals_of(place.id) if capital.validity.at(day) is not Fit.NO
    ]
    if len({capital.city for capital in valid}) != 1 or valid[0].disputed:
        return Judgement.unknown(Missing.KNOWLEDGE)
    capital = valid[0]
    names = {fold(name) for name in capital.names}
    named = sum(fold(mention.words) in names for mention in context.annotations.places)
    others = [mention for mention in _cities_of(place, context) if fold(mention.words) not in names]
    if named and len(others) < DOMINANCE * named:
        return Judgement.supported()
    setting = _setting(others, claim, context)
    if setting is None:
        return Judgement.unknown(Missing.CONTEXT)
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=(
                f"the story is set in {setting.words}, which is not the capital of {place.label}; "
                f"{capital.names[0]} is"
            ),
            subject=f"{place.id}:{fold(setting.words)}",
            evidence=(
                Evidence(f"capital of {place.label}: {capital.names[0]}", capital.city, capital.source),
            ),
            related=(Related(setting.span, f"the story is set in {setting.words}"),),
        )
    )


def _the_one(places: tuple[Entity, ...]) -> Entity | None:
    """The place meant: the only one, or the one that is clearly better known than the rest."""
    if len(places) == 1 or (places and places[0].prominence > places[1].prominence):
        return places[0]
    return None


def _setting(
    mentions: Sequence[PlaceMention], claim: CapitalEpithetClaim, context: ArticleContext
) -> PlaceMention | None:
    """The one city of those mentioned in which the story is set, as first named; None if unclear."""
    if not mentions:
        return None
    dateline = context.article.dateline
    if dateline is not None:
        filed = [mention for mention in mentions if mention.span.overlaps(dateline.place_span)]
        if filed:
            return filed[0]
    counts = Counter(fold(mention.words) for mention in mentions)
    located = fold(context.article.metadata.location)
    (first, most), *others = counts.most_common(2)
    near = abs(mentions[0].span.start - claim.span.start) <= NEARBY
    clear = not others or (most >= MINIMUM_MENTIONS and most > others[0][1])
    if located not in counts and not (clear and (near or most >= MINIMUM_MENTIONS)):
        return None
    wanted = located if located in counts else first
    return next(mention for mention in mentions if fold(mention.words) == wanted)


def _cities_of(place: Entity, context: ArticleContext) -> Iterator[PlaceMention]:
    """Mentions of what is best known as a city of the place; other bearers of the name do not count."""
    for mention in context.annotations.places:
        best = max(entity.prominence for entity in mention.entities)
        known = [entity for entity in mention.entities if entity.prominence == best]
        if mention.of_kind(EntityKind.CITY) and any(_lies_in(entity, place, context) for entity in known):
            yield mention


def _lies_in(city: Entity, place: Entity, context: ArticleContext) -> bool:
    return place.id in city.country or context.kb.region_of(city.id) == place.id


RULE = Rule(
    code="FL302",
    name="capital-epithet",
    summary='The story is set in another city than the "capital" it speaks of.',
    doc=__doc__,
    category=Category.PLACE,
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    claim=CapitalEpithetClaim,
    check_claim=_check,
    invalid=(
        Example(
            "ZURICH (AP) — Bankers met in the [[Swiss capital]] on Monday.",
            date="2019-05-06",
        ),
        Example(
            "Police in Istanbul shut two bridges. Istanbul's governor said the [[Turkish capital]] is calm.",
            date="2019-05-06",
        ),
    ),
    valid=(
        Example("BERN (AP) — Bankers met in the Swiss capital on Monday.", date="2019-05-06"),
        Example("LYON, France (AP) — Trains to the French capital were late.", date="2019-05-06"),
        Example(
            "ZURICH (AP) — The party met in Bern. In the Swiss capital it was raining.", date="2019-05-06"
        ),
        Example("ZURICH (AP) — The show moves on to the French capital next week.", date="2019-05-06"),
    ),
)
