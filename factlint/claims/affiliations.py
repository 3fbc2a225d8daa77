"""Claims about a politician's party and state: "Sen. Tim Scott (R-S.C.)", "Rep. Ann Wagner of Missouri"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotate.places import PlaceForm
from factlint.annotate.within import within
from factlint.claims.affiliation_words import (
    APPOSED_PARTY,
    APPOSED_PARTY_OF,
    APPOSED_PARTY_OFFICE,
    APPOSED_SEAT,
    COMMA_LABEL,
    GOES_ON,
    LABEL,
    NOT_AN_ATTRIBUTE,
    OF,
    PARTIES,
    PARTY_BEFORE_NAME,
    PARTY_BEFORE_TITLE,
    PARTY_FOLLOWS,
    SEAT_BEFORE_NAME,
    STATE_LEVEL,
    TITLES,
)
from factlint.claims.base import Claim
from factlint.claims.reported import is_reported
from factlint.kb.model import EntityKind
from factlint.kb.names import fold
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.annotate.places import PlaceMention
    from factlint.kb.model import Entity
    from factlint.linking.link import ArticleNames
    from factlint.linking.model import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyClaim(Claim):
    """The copy gives a politician's party.

    Attributes:
        mention: the name.
        people: whom it may name, the most prominent first.
        party: ``Democratic``, ``Republican`` or ``Independent``.
        state: the US state given with it, "" where none is.
        bare: whether the copy has the party's name alone, without an office, before the person's.
    """

    mention: Mention
    people: tuple[Entity, ...]
    party: str
    state: str = ""
    bare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StateClaim(Claim):
    """The copy gives the US state of a member of Congress or a governor.

    Attributes:
        mention: the name.
        people: whom it may name, the most prominent first.
        state: the state.
        title: the title before the name in lower case, "" where there is none.
        bare: whether only the state's name before the title says so, as copy does of its own legislature too.
    """

    mention: Mention
    people: tuple[Entity, ...]
    state: Entity
    title: str = ""
    bare: bool = False


_REACH = 48
"""A party and a state before a name, with the title, take no more code points."""

UNITED_STATES = "Q30"


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """The claims about parties and states, in order of the names."""
    from factlint.linking.link import link_names

    names = annotations.derived(link_names)
    return tuple(
        claim
        for mention in names.mentions
        if (people := people_of(mention, names))
        for claim in _Reading(annotations, mention, people).claims()
    )


def people_of(mention: Mention, names: ArticleNames) -> tuple[Entity, ...]:
    """Whom a mention may name: the bearers of a full name, the one person in the article for a surname.

    A surname whose full name is a stranger's, a namesake of somebody known, names nobody known.
    """
    if mention.full:
        return mention.people
    bearers = names.cast.with_surname(fold(mention.surname))
    if len(bearers) == 1 and bearers[0].entity is not None:
        full = next((one for one in bearers[0].mentions if one.full and one.people), None)
        if full is None:
            return (bearers[0].entity,)
        return full.people if names.entity_of(full) is not None else ()
    return ()


class _Reading(NamedTuple):
    annotations: Annotations
    mention: Mention
    people: tuple[Entity, ...]

    @property
    def _prose(self) -> str:
        return self.annotations.article.prose

    def claims(self) -> Iterator[Claim]:
        """What is said of the person directly before and after the name."""
        start, end, prose = self.mention.span.start, self.mention.span.end, self._prose
        if STATE_LEVEL.search(prose, max(0, start - 30), start):
            return
        yield from self._before()
        limit = self.mention.run.sentence.end
        label = LABEL.match(prose, end, limit) or COMMA_LABEL.match(prose, end, limit)
        if label is not None:
            yield from self._labelled(label)
            end = label.end()
        else:
            yield from self._apposed(end, limit)
        if of := OF.match(prose, end, limit):
            yield from self._of_state(of.end(), titled=label is not None or self.mention.title in TITLES)

    def _before(self) -> Iterator[Claim]:
        """The party and the state before the name, with a title or without one."""
        start, prose = self.mention.span.start, self._prose
        first = max(self.mention.run.sentence.start, start - _REACH)
        if party := PARTY_BEFORE_TITLE.search(prose, first, start):
            yield self._party(party)
        elif self.mention.full and (party := PARTY_BEFORE_NAME.search(prose, first, start)):
            yield self._party(party, bare=True)
            yield from self._state_before(party.start())
        if self.mention.full and (seat := SEAT_BEFORE_NAME.search(prose, first, start)):
            yield from self._state_before(seat.start())

    def _state_before(self, end: int) -> Iterator[StateClaim]:
        """The state that ends before an offset, where it says whose senator or Democrat somebody is."""
        sentence = self.mention.run.sentence
        stretch = Span(max(sentence.start, end - _REACH), end)
        for place in within(self.annotations.places, stretch):
            if self._prose[place.span.end : end].strip() or place.form is not PlaceForm.NAME:
                continue
            elsewhere = NOT_AN_ATTRIBUTE.search(
                self._prose, max(0, place.span.start - _REACH), place.span.start
            )
            if not elsewhere and (state := _us_state(place)) is not None:
                yield self._of(state, place.span, bare=True)

    def _apposed(self, end: int, limit: int) -> Iterator[Claim]:
        """What an apposition behind the name says."""
        if apposed := APPOSED_PARTY.match(self._prose, end, limit):
            yield self._party(apposed)
            if apposed["place"]:
                yield from self._of_state(apposed.start("place"), titled=True)
            if of := OF.match(self._prose, apposed.end(), limit):
                yield from self._of_state(of.end(), titled=True)
            return
        if apposed := APPOSED_PARTY_OF.match(self._prose, end, limit):
            yield self._party(apposed)
            yield from self._of_state(apposed.end(), titled=True)
            return
        if apposed := APPOSED_PARTY_OFFICE.match(self._prose, end, limit):
            yield self._party(apposed)
        if apposed := APPOSED_SEAT.match(self._prose, end, limit):
            yield from self._of_state(apposed.end(), titled=True)

    def _labelled(self, label: re.Match[str]) -> Iterator[Claim]:
        group = "place" if label["place"] else "home"
        place = label.groupdict().get(group)
        state, words = self._state(place) if place else (None, "")
        if place and state is None:
            return
        yield self._party(label, state.label if state else "")
        if state is not None:
            offset = label.start(group)
            yield self._of(state, Span(offset, offset + len(words)))

    def _state(self, words: str) -> tuple[Entity | None, str]:
        """The US state that the words begin with, and those words."""
        first, _, _ = words.partition(" ")
        for candidate in dict.fromkeys((words, first, first.rstrip("."))):
            for entity in self.annotations.kb.named(candidate, EntityKind.REGION):
                if UNITED_STATES in entity.country:
                    return entity, candidate
        return None, ""

    def _of_state(self, offset: int, *, titled: bool) -> Iterator[StateClaim]:
        """The state that begins at an offset; without a title or label it is a home and not a seat."""
        if not titled:
            return
        for place in within(self.annotations.places, Span(offset, self.mention.run.sentence.end)):
            goes_on = GOES_ON.match(self._prose, place.span.end)
            party_follows = PARTY_FOLLOWS.match(self._prose, place.span.end)
            if place.span.start == offset and (not goes_on or party_follows):
                state = _us_state(place)
                if state is not None:
                    yield self._of(state, place.span)

    def _party(self, match: re.Match[str], state: str = "", *, bare: bool = False) -> PartyClaim:
        span = Span(*match.span("party"))
        return PartyClaim(
            span=span,
            sentence=self.mention.run.sentence,
            quoted=self.annotations.is_quoted(span),
            reported=is_reported(self.annotations, span, self.mention.run.sentence),
            mention=self.mention,
            people=self.people,
            party=PARTIES[match["party"].lower()],
            state=state,
            bare=bare,
        )

    def _of(self, state: Entity, span: Span, *, bare: bool = False) -> StateClaim:
        return StateClaim(
            span=span,
            sentence=self.mention.run.sentence,
            quoted=self.annotations.is_quoted(span),
            reported=is_reported(self.annotations, span, self.mention.run.sentence),
            mention=self.mention,
            people=self.people,
            state=state,
            title=self.mention.title,
            bare=bare,
        )


def _us_state(place: PlaceMention) -> Entity | None:
    """The US state that a place may be, None where it is none."""
    states = (one for one in place.of_kind(EntityKind.REGION) if UNITED_STATES in one.country)
    return next(states, None)
