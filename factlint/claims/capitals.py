"""Claims about capitals: "Kandahar, the capital of Afghanistan", "the Swiss capital"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotate.places import PlaceForm, PlaceMention
from factlint.claims.base import Claim
from factlint.kb.model import EntityKind
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.annotate.layers import Annotations
    from factlint.kb.model import Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class CapitalClaim(Claim):
    """The copy says that a city is the capital of a place.

    Attributes:
        city: the city as named.
        places: the countries or regions that may be meant.
        implied: whether the copy leaves it to the reader of which place ("Lagos, the capital,").
        provincial: whether the copy just before speaks of provinces or states, whose capital may be meant.
        years: the years that the sentence names.
    """

    city: PlaceMention
    places: tuple[Entity, ...]
    implied: bool = False
    provincial: bool = False
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CapitalEpithetClaim(Claim):
    """The copy calls a city that it does not name "the Swiss capital".

    Attributes:
        places: the countries or regions that may be meant.
        locative: whether the words place something in it, rather than measure a way to or from it.
    """

    places: tuple[Entity, ...]
    locative: bool


# Not capital as money, letters or the death penalty.
_CAPITAL = regex(
    r"\bcapital\b(?!'s|\s+(?:gains|punishment|markets?|letters?|investments?|expenditures?|spending|flows?))"
)
_PROVINCE = regex(
    r"\b(?:province|provincial|state|region(?:al)?|governorate|oblast|prefecture|district|county|department|canton)\b"
)
_BEFORE_CLAIM = 400  # code points in which a province would have been introduced
_YEAR = regex(r"\b(?:1[89]|20)\d{2}\b")
_PLACE_KINDS = (EntityKind.COUNTRY, EntityKind.REGION)
_MAX_GAP = 24

# What may stand between a place and "capital", and between "capital" and a city.
_BEFORE = regex(r"(?:'s?)?\s+(?:(?P<level>state|national|provincial)\s+)?")
_OF = regex(
    r"(?:\s+city)?(?:\s+and\s+(?:(?:the\s+)?(?:largest|biggest|main|chief|most\s+populous|second[-\s]largest)\s+)?"
    r"(?:city|town|port|metropolis))?\s+of\s+(?:the\s+)?"
)
_APPOSED = regex(r"(?:\s+city)?,?\s+(?:city\s+)?(?:of\s+)?")
_ARTICLE_BEFORE = regex(
    r"(?:,?\s+(?:(?:is|was|remains|being|as)\s+)?(?:the|its|their|a)\s+(?:national\s+|state\s+)?"
    r"|\s+(?:is|was|remains|became|is\s+called|was\s+called)\s+)"
)
_THE_BEFORE = regex(r"\b[Tt]he\s$")
_OF_CITY = regex(r"(?:\s+city)?\s+of\s+")
# No list ("the capital, Ankara and Izmir") and no place beyond it ("Springfield, Ill.").
_BARE_ENDS = regex(r"(?!\s+(?:and|or|to|is|was|are|were)\b|,\s+[A-Z][\w.]+,|['’]s\b|-)")
_CLOSED = regex(r"\.(?:\s|$)|[,;)](?!\s+[A-Z])(?!\s+(?:and|or)\s+[A-Z])")
_APPOSITION_ENDS = regex(r"\s*(?:[,;.)]|$)")

# "the former Swiss capital", "the financial capital": not the capital of today, or none at all.
_QUALIFIED = regex(
    r"\b(?:former|then|ex|old|ancient|historic|historical|onetime|one-time|future|new|proposed|planned|wartime"
    r"|self-declared|de facto|commercial|financial|cultural|administrative|second|rebel|regional)[\s-]+$"
)
_ON_THE_WAY = regex(
    r"\b(?:to|for|toward|towards|from|near|outside|around|than|via|between|and|(?:north|south|east|west)\w*\s+of"
    r"|(?:miles|kilometers|kilometres|hours?|minutes?)\s+of)\s+(?:the\s+)?$"
)


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All claims about capitals, in order."""
    places = annotations.places
    by_start = {mention.span.start: mention for mention in places}
    by_end = {mention.span.end: mention for mention in places}
    prose = annotations.article.prose
    return tuple(
        claim
        for sentence in annotations.sentences
        for match in _CAPITAL.finditer(prose, sentence.start, sentence.end)
        if (claim := _Reading(annotations, prose, match, by_start, by_end).claim()) is not None
    )


class _Reading(NamedTuple):
    """One "capital" with the places around it."""

    annotations: Annotations
    prose: str
    match: re.Match[str]
    by_start: Mapping[int, PlaceMention]
    by_end: Mapping[int, PlaceMention]

    def claim(self) -> CapitalClaim | CapitalEpithetClaim | None:
        owner = self._owner_before()
        if owner is not None:
            return self._of_owner(owner)
        city = self._city_before(self.match.start())
        after = self._place_after()
        if city is not None and after is not None:
            return self._capital(city, after.of_kind(*_PLACE_KINDS))
        if after is not None:
            apposed = self._city_after(after.span.end)
            return self._capital(apposed, after.of_kind(*_PLACE_KINDS)) if apposed else None
        bare = self._bare_city()
        if bare is not None:
            return self._capital(bare, (), implied=True)
        if city is not None and _APPOSITION_ENDS.match(self.prose, self.match.end()):
            return self._capital(city, (), implied=True)
        return None

    def _of_owner(self, owner: PlaceMention) -> CapitalClaim | CapitalEpithetClaim | None:
        places = owner.of_kind(*_PLACE_KINDS)
        if _QUALIFIED.search(self.prose, max(0, owner.span.start - 20), owner.span.start):
            return None
        city = self._city_after(self.match.end()) or self._city_before(owner.span.start)
        if city is not None and city.span != owner.span:
            apart = city.span.start < owner.span.start and not _in_one_of(city, places)
            # "Geneva, the French capital and Rome" is a list, not an apposition.
            return None if apart else self._capital(city, places)
        way = _ON_THE_WAY.search(self.prose, max(0, owner.span.start - 30), owner.span.start)
        return self._epithet(owner, places, locative=way is None)

    def _owner_before(self) -> PlaceMention | None:
        start = self.match.start()
        for gap in range(1, _MAX_GAP):
            mention = self.by_end.get(start - gap)
            if mention is None:
                continue
            between = _BEFORE.fullmatch(self.prose, mention.span.end, start)
            if between is None or not mention.of_kind(*_PLACE_KINDS):
                return None
            return None if between.group("level") == "provincial" else mention
        return None

    def _place_after(self) -> PlaceMention | None:
        of = _OF.match(self.prose, self.match.end())
        mention = self.by_start.get(of.end()) if of else None
        if mention is None or mention.form is not PlaceForm.NAME or not mention.of_kind(*_PLACE_KINDS):
            return None
        return mention

    def _city_after(self, offset: int) -> PlaceMention | None:
        apposed = _APPOSED.match(self.prose, offset)
        mention = self.by_start.get(apposed.end()) if apposed else None
        if apposed is None or mention is None or not mention.of_kind(EntityKind.CITY):
            return None
        comma = "," in apposed.group()
        if comma and not _APPOSITION_ENDS.match(self.prose, mention.span.end):
            return None
        return mention

    def _bare_city(self) -> PlaceMention | None:
        """The city of "in the capital Tripoli", "the capital, Tripoli," and "the capital city of Tripoli"."""
        if not _THE_BEFORE.search(self.prose, max(0, self.match.start() - 8), self.match.start()):
            return None
        of = _OF_CITY.match(self.prose, self.match.end())
        mention = self.by_start.get(of.end()) if of else self._city_at(self.match.end())
        if mention is None or mention.form is not PlaceForm.NAME or mention.of_kind(EntityKind.COUNTRY):
            return None
        # "The capital of Lagos" may be the one of the state.
        if of is not None and mention.of_kind(EntityKind.REGION):
            return None
        if not mention.of_kind(EntityKind.CITY) or not _BARE_ENDS.match(self.prose, mention.span.end):
            return None
        return mention

    def _city_at(self, offset: int) -> PlaceMention | None:
        """The city right behind, or between commas: "the capital, Ankara, with Istanbul" but no list."""
        comma = self.prose.startswith(", ", offset)
        mention = self.by_start.get(offset + (2 if comma else 1))
        if mention is None or not comma:
            return mention
        return mention if _CLOSED.match(self.prose, mention.span.end) else None

    def _city_before(self, offset: int) -> PlaceMention | None:
        for gap in range(1, _MAX_GAP):
            mention = self.by_end.get(offset - gap)
            if mention is None:
                continue
            if mention.form is not PlaceForm.NAME or not mention.of_kind(EntityKind.CITY):
                return None
            between = _ARTICLE_BEFORE.fullmatch(self.prose, mention.span.end, offset)
            return mention if between else None
        return None

    def _capital(
        self, city: PlaceMention, places: tuple[Entity, ...], *, implied: bool = False
    ) -> CapitalClaim | None:
        if _QUALIFIED.search(self.prose, max(0, self.match.start() - 20), self.match.start()):
            return None
        sentence = self.annotations.sentence_at(self.match.start())
        return CapitalClaim(
            span=city.span,
            sentence=sentence,
            quoted=self.annotations.is_quoted(city.span),
            city=city,
            places=places,
            implied=implied,
            provincial=_PROVINCE.search(self.prose, max(0, sentence.start - _BEFORE_CLAIM), sentence.end)
            is not None,
            years=tuple(int(year) for year in _YEAR.findall(self.prose, sentence.start, sentence.end)),
        )

    def _epithet(
        self, owner: PlaceMention, places: tuple[Entity, ...], *, locative: bool
    ) -> CapitalEpithetClaim:
        span = owner.span.join(Span(*self.match.span()))
        return CapitalEpithetClaim(
            span=span,
            sentence=self.annotations.sentence_at(span.start),
            quoted=self.annotations.is_quoted(span),
            places=places,
            locative=locative,
        )


def _in_one_of(city: PlaceMention, places: tuple[Entity, ...]) -> bool:
    wanted = {place.id for place in places}
    return any(wanted & set(entity.country) for entity in city.of_kind(EntityKind.CITY))
