"""Which country a passage speaks of, and what says so.

Places and their adjectives, people whom the knowledge base knows, and institutions that stand for
their country ("the Kremlin", "Congress") are markers of a country. Nothing is assumed from where a
newsroom sits: a passage without a marker speaks of no country in particular.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from factlint.kb.election_calendar import UNITED_STATES
from factlint.kb.model import EntityId, EntityKind
from factlint.linking.link import link_names
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.kb.model import Entity
    from factlint.kb.store import Snapshot


class MarkerKind(StrEnum):
    """What kind of words mark a country."""

    PLACE = "place"
    PERSON = "person"
    INSTITUTION = "institution"


class CountryMarker(NamedTuple):
    """Words that speak for a country.

    Attributes:
        span: the words.
        words: the same, as the prose has them.
        countries: the countries they may speak for; several for somebody at home in two.
        kind: what they are.
        part: whether they name only a part of the country: a region or city.
    """

    span: Span
    words: str
    countries: frozenset[EntityId]
    kind: MarkerKind
    part: bool = False


# Institutions, parties and houses that copy names without their country. Wikidata items of countries.
_INSTITUTIONS: Mapping[EntityId, tuple[str, ...]] = {
    UNITED_STATES: (
        "Congress", "Senate", "House of Representatives", "White House", "Capitol Hill", "Capitol",
        "Pentagon", "Electoral College", "Oval Office", "GOP", "Republican", "Republicans", "Democrat",
        "Democrats", "Democratic", "FBI", "CIA", "Justice Department", "State Department", "Super Tuesday",
    ),
    "Q145": (
        "Downing Street", "House of Commons", "Westminster", "Whitehall", "Tory", "Tories", "Brexit",
    ),
    "Q159": ("Kremlin", "State Duma", "Duma"),
    "Q142": ("Elysee", "Élysée"),
    "Q183": ("Bundestag", "Bundesrat"),
    "Q801": ("Knesset", "Likud"),
    "Q668": ("Lok Sabha", "Rajya Sabha"),
    "Q36": ("Sejm",),
    "Q212": ("Verkhovna Rada",),
    "Q17": ("Diet",),
}  # fmt: skip

_COUNTRY_OF_INSTITUTION = {words: country for country, names in _INSTITUTIONS.items() for words in names}
_INSTITUTION = regex(
    r"\b(?:" + "|".join(sorted(map(re.escape, _COUNTRY_OF_INSTITUTION), key=len, reverse=True)) + r")\b"
)


def country_markers(annotations: Annotations) -> tuple[CountryMarker, ...]:
    """All markers of an article, in order; use as ``annotations.derived(country_markers)``."""
    # "May" is a prime minister, but not in May 8; "Nancy" is a city, but not in Nancy Pelosi.
    in_times = _offsets(timex.span for timex in annotations.timexes)
    people = [person for person in _people(annotations) if person.span.start not in in_times]
    in_names = _offsets(person.span for person in people)
    places = [place for place in _places(annotations) if place.span.start not in in_names]
    return tuple(sorted([*people, *places, *_institutions(annotations)], key=lambda marker: marker.span))


def _offsets(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(offset for span in spans for offset in range(span.start, span.end))


def markers_within(markers: Sequence[CountryMarker], span: Span) -> tuple[CountryMarker, ...]:
    """The markers that begin within a span."""
    first = bisect_left(markers, span.start, key=lambda marker: marker.span.start)
    last = bisect_left(markers, span.end, key=lambda marker: marker.span.start)
    return tuple(markers[first:last])


def country_shares(annotations: Annotations) -> Mapping[EntityId, float]:
    """How much of what marks any country marks each, from 0 to 1; use as ``annotations.derived(...)``."""
    markers = annotations.derived(country_markers)
    counts: Counter[EntityId] = Counter()
    for marker in markers:
        counts.update(marker.countries)
    return {country: count / len(markers) for country, count in counts.most_common()}


def country_ids(entity: Entity) -> frozenset[EntityId]:
    """The country a place is, or the countries that a place or person belongs to."""
    return frozenset({entity.id}) if entity.kind is EntityKind.COUNTRY else frozenset(entity.country)


_WITH_ARTICLE = regex(
    r"United\b|.*\b(?:Republic|Islands|Emirates)$|(?:Netherlands|Philippines|Maldives|Bahamas|Gambia|Vatican)$"
)


def country_in_copy(kb: Snapshot, country: EntityId) -> str:
    """The name of a country as a sentence has it: "the United States", "France"."""
    entity = kb.entity(country)
    name = entity.label if entity is not None else country
    return f"the {name}" if _WITH_ARTICLE.match(name) else name


def _places(annotations: Annotations) -> Iterator[CountryMarker]:
    for mention in annotations.places:
        place = mention.entities[0]
        countries = country_ids(place)
        if countries:
            part = place.kind is not EntityKind.COUNTRY
            yield CountryMarker(mention.span, mention.words, countries, MarkerKind.PLACE, part)


def _people(annotations: Annotations) -> Iterator[CountryMarker]:
    for person in annotations.derived(link_names).cast.people:
        if person.entity is not None and person.entity.country:
            countries = country_ids(person.entity)
            for mention in person.mentions:
                yield CountryMarker(mention.span, mention.text, countries, MarkerKind.PERSON)


def _institutions(annotations: Annotations) -> Iterator[CountryMarker]:
    prose = annotations.article.prose
    for block in annotations.article.blocks:
        for match in _INSTITUTION.finditer(prose, block.span.start, block.span.end):
            country = _COUNTRY_OF_INSTITUTION[match.group()]
            yield CountryMarker(
                Span(*match.span()), match.group(), frozenset({country}), MarkerKind.INSTITUTION
            )
