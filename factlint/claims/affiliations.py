"""Claims about a politician's party and state: "Sen. Tim Scott (R-S.C.)", "Rep. Ann Wagner of Missouri"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.within import within
from factlint.claims.base import Claim
from factlint.kb.model import EntityKind
from factlint.kb.names import fold
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
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
    """

    mention: Mention
    people: tuple[Entity, ...]
    party: str
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateClaim(Claim):
    """The copy gives the US state of a member of Congress or a governor.

    Attributes:
        mention: the name.
        people: whom it may name, the most prominent first.
        state: the state.
        title: the title before the name in lower case, "" where there is none.
    """

    mention: Mention
    people: tuple[Entity, ...]
    state: Entity
    title: str = ""


PARTIES = {
    "d": "Democratic", "dem": "Democratic", "democrat": "Democratic", "democratic": "Democratic",
    "r": "Republican", "rep": "Republican", "republican": "Republican", "gop": "Republican",
    "i": "Independent", "ind": "Independent", "independent": "Independent",
}  # fmt: skip
"""How copy writes the parties, in lower case."""

TITLES = frozenset(
    {"sen", "senator", "sens", "senators", "rep", "representative", "reps", "representatives", "congressman",
     "congresswoman", "gov", "governor", "govs", "governors", "speaker", "leader", "whip"}
)  # fmt: skip
"""Titles after which "of Texas" gives a state represented and not a home."""

# "(R-Okla.)", "(D) of Nevada", "(R of N.H.)", "(R., Texas)", ", R-Ariz.," after the name. AP style
# abbreviates the state, wires write the postal code, others the name.
_NAME_OF_PLACE = r"[A-Z][A-Za-z.]*(?: [A-Z][A-Za-z]*)?"
_LABEL = regex(
    r"\s?[(\[]\s?(?P<party>[DRI])\.?"
    rf"(?:\s?[-,/–—]\s?(?P<place>{_NAME_OF_PLACE})|\s+(?:of|from)\s+(?P<home>{_NAME_OF_PLACE}))?"
    r"(?:[-,/–—\s][^()\[\]]{0,20})?[)\]]"
)
_COMMA_LABEL = regex(rf",\s(?P<party>[DRI])[-–—](?P<place>{_NAME_OF_PLACE})")
_OF = regex(r"\s+(?:of|from)\s+")
_APPOSED_PARTY = regex(r",\s+an?\s+(?P<party>Democrat|Republican|independent)\b(?!\s+(?:who|and)\b)")
_PARTY_BEFORE = regex(
    r"\b(?P<party>Democratic|Republican|GOP)\s+(?:U\.?S\.?\s+)?(?:Sen|Rep|Gov|Senator|Representative|Congressman"
    r"|Congresswoman|Governor)\.?\s+$"
)
_STATE_LEVEL = regex(r"\b(?:[Ss]tate|[Cc]ity|[Tt]hen)\s+(?:\w+\.?\s+)?$")
_GOES_ON = regex(r"(?:'s)?\s+[A-Z]|-")


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


@dataclass(frozen=True, slots=True)
class _Reading:
    annotations: Annotations
    mention: Mention
    people: tuple[Entity, ...]

    @property
    def _prose(self) -> str:
        return self.annotations.article.prose

    def claims(self) -> Iterator[Claim]:
        """What is said of the person directly before and after the name."""
        start, end, prose = self.mention.span.start, self.mention.span.end, self._prose
        limit = self.mention.run.sentence.end
        if _STATE_LEVEL.search(prose, max(0, start - 30), start):
            return
        label = _LABEL.match(prose, end, limit) or _COMMA_LABEL.match(prose, end, limit)
        if label is not None:
            yield from self._labelled(label)
            end = label.end()
        elif apposed := _APPOSED_PARTY.match(prose, end, limit):
            yield self._party(apposed)
        if before := _PARTY_BEFORE.search(prose, max(self.mention.run.sentence.start, start - 40), start):
            yield self._party(before)
        if of := _OF.match(prose, end, limit):
            yield from self._of_state(of.end(), labelled=label is not None)

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
                if "Q30" in entity.country:
                    return entity, candidate
        return None, ""

    def _of_state(self, offset: int, *, labelled: bool) -> Iterator[Claim]:
        if not labelled and self.mention.title not in TITLES:
            return
        for place in within(self.annotations.places, Span(offset, self.mention.run.sentence.end)):
            if place.span.start == offset and not _GOES_ON.match(self._prose, place.span.end):
                states = [one for one in place.of_kind(EntityKind.REGION) if "Q30" in one.country]
                if states:
                    yield self._of(states[0], place.span)

    def _party(self, match: re.Match[str], state: str = "") -> PartyClaim:
        span = Span(*match.span("party"))
        return PartyClaim(
            span=span,
            sentence=self.mention.run.sentence,
            quoted=self.annotations.is_quoted(span),
            mention=self.mention,
            people=self.people,
            party=PARTIES[match["party"].lower()],
            state=state,
        )

    def _of(self, state: Entity, span: Span) -> StateClaim:
        return StateClaim(
            span=span,
            sentence=self.mention.run.sentence,
            quoted=self.annotations.is_quoted(span),
            mention=self.mention,
            people=self.people,
            state=state,
            title=self.mention.title,
        )
