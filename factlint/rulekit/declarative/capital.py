"""Rules on the capitals of places that the knowledge base lacks: cantons, counties, districts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.annotate.phrases import PhraseMention, Phrases
from factlint.annotate.within import within
from factlint.claims.appositions import (
    Named,
    described_as_capital,
    in_longer_name,
    is_qualified,
    named_beside,
)
from factlint.kb.names import fold
from factlint.rulekit.declarative.base import DeclaredCheck, Field, Kind, Terms
from factlint.rulekit.rule import Category, Finding, Judgement, Missing

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.rulekit.context import ArticleContext
    from factlint.text.span import Span


@dataclass(frozen=True)
class PlaceWithCapital:
    """A place with its capital.

    Attributes:
        phrases: how copy calls the place, adjectives included.
        capital: the names of its capital, the usual one first.
        source: where that is said.
    """

    phrases: tuple[str, ...]
    capital: tuple[str, ...]
    source: str = ""

    @cached_property
    def index(self) -> Phrases:
        """The phrases, to look for."""
        return Phrases(self.phrases, exact=True)


class CalledCapital(NamedTuple):
    """A city that the copy calls a capital.

    Attributes:
        place: whose capital.
        description: "the capital of ...", or "...'s capital".
        name: the city's name.
    """

    place: PhraseMention
    description: Span
    name: Named


def called_capital(annotations: Annotations, place: PlaceWithCapital) -> Iterator[CalledCapital]:
    """The cities that an article calls the capital of a place: not the former or "cultural" one."""
    for mention in place.index.find(annotations):
        if in_longer_name(annotations, mention.span):
            continue
        description = described_as_capital(annotations, mention.span)
        if description is not None and not is_qualified(annotations, description):
            name = named_beside(annotations, description, of=description.end > mention.span.end)
            if name is not None:
                yield CalledCapital(mention, description, name)


@dataclass(frozen=True, kw_only=True)
class CapitalCheck(DeclaredCheck):
    """Judges what the copy calls a capital.

    Attributes:
        places: with their capitals.
    """

    places: tuple[PlaceWithCapital, ...]

    def judge(self, context: ArticleContext) -> Iterator[Judgement]:
        """The verdict on each city that is called the capital of one of the places."""
        for place in self.places:
            for found in called_capital(context.annotations, place):
                yield self._verdict(found, place, context.annotations)

    def _verdict(self, found: CalledCapital, place: PlaceWithCapital, annotations: Annotations) -> Judgement:
        written, run = found.name.text, found.name.run
        if fold(written) in {fold(name) for name in place.capital}:
            return Judgement.supported()
        if run.title_case or run.shouted or within(annotations.timexes, found.name.span):
            return Judgement.unknown(Missing.CONTEXT)
        right, of = place.capital[0], found.place.phrase
        return Judgement.refuted(
            Finding(
                span=found.name.span,
                message=self.terms.said(f"{written} is not the capital of {of}; {right} is"),
                subject=f"{of}: {fold(written)}",
                evidence=(self.terms.evidence(f"capital of {of}: {right}", place.source),),
            )
        )


CAPITAL_FIELDS: Mapping[str, Field] = {
    "place": Field("How copy calls the place, adjectives included; capitals count.", required=True),
    "capital": Field("The names of its capital, the usual one first.", required=True),
}
"""The fields that say what the capital of a place is."""


def place_of(values: Mapping[str, Any]) -> PlaceWithCapital:
    """A place, from the values of ``CAPITAL_FIELDS``."""
    return PlaceWithCapital(values["place"], values["capital"], values.get("source", ""))


def _build(values: Mapping[str, Any], terms: Terms) -> CapitalCheck:
    place = PlaceWithCapital(values["place"], values["capital"])
    return CapitalCheck(terms=terms, places=(place,))


KIND = Kind(
    name="capital",
    summary="A town is called the capital of a place whose capital it is not.",
    doc="""\
Finds "Flüelen, the capital of Uri", "the capital of Uri, Flüelen, is", "Uri's capital, Flüelen," and "the
Uri capital of Flüelen", where the entry names Altdorf.

Left alone: the former, future, cultural or financial capital, headlines that capitalise their words, and
capitals that are not named.""",
    category=Category.PLACE,
    fields=CAPITAL_FIELDS,
    build=_build,
)
"""What an entry of the kind says."""
