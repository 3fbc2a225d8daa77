"""Places named in the copy: countries, regions and cities, by name or by adjective."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotate.tokens import Token, TokenKind
from factlint.kb.model import EntityKind
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.kb.model import Entity
    from factlint.kb.store import Snapshot

PLACE_KINDS = (EntityKind.COUNTRY, EntityKind.REGION, EntityKind.CITY)

MAX_WORDS = 5
"""No place that copy names by a known name is longer: "Saint Vincent and the Grenadines"."""

SHORT = 3
"""Names of so few letters are abbreviations: "US", "Fla."; "In", "La" and "Or" are words."""

# Where a postal abbreviation stands for its state: "Albany, NY", "(R-MO)", "in CA". Alone, most are other
# abbreviations: MP, PR, MS, PA.
_BEFORE_POSTAL = regex(r"(?:[,(/\[-]\s?|\b(?:in|of|from|across|near)\s+)$")
_POSTAL_LETTERS = 2

# Words that may stand in lower case inside a place's name.
_LINKS = frozenset({"and", "of", "the", "de", "del", "la", "do", "am", "upon", "on", "d'"})


class PlaceForm(StrEnum):
    """How the copy names a place."""

    NAME = "name"
    ADJECTIVE = "adjective"


class PlaceMention(NamedTuple):
    """A place in the copy.

    Attributes:
        span: its words, without a possessive ending.
        words: the words as the prose has them.
        form: by name ("Switzerland") or by adjective or demonym ("Swiss").
        entities: every place it may be, the most prominent first.
    """

    span: Span
    words: str
    form: PlaceForm
    entities: tuple[Entity, ...]

    def of_kind(self, *kinds: EntityKind) -> tuple[Entity, ...]:
        """Those of its entities that are of one of the kinds."""
        return tuple(entity for entity in self.entities if entity.kind in kinds)


def find_places(tokens: Sequence[Token], prose: str, kb: Snapshot) -> tuple[PlaceMention, ...]:
    """The places named in an article, in order, not overlapping; the longest name wins.

    Args:
        tokens: the article's tokens.
        prose: the prose they were cut from.
        kb: the snapshot that knows the places.
    """
    mentions: list[PlaceMention] = []
    index = 0
    while index < len(tokens):
        found = _at(tokens, index, prose, kb) if tokens[index].capitalised else None
        if found is None:
            index += 1
        else:
            mention, used = found
            mentions.append(mention)
            index += used
    return tuple(mentions)


def _at(tokens: Sequence[Token], index: int, prose: str, kb: Snapshot) -> tuple[PlaceMention, int] | None:
    for used in range(_reach(tokens, index, prose), 0, -1):
        span = Span(tokens[index].span.start, _without_possessive(tokens[index + used - 1]))
        words = span.of(prose)
        if len(words) <= SHORT and not (words.isupper() or prose[span.end : span.end + 1] == "."):
            continue
        entities = _read_as_postal(kb.named(words, *PLACE_KINDS), span, prose)
        if entities:
            return PlaceMention(span, words, PlaceForm.NAME, entities), used
        if used <= 2:
            entities = kb.country_by_adjective(words) or kb.country_by_adjective(words.removesuffix("s"))
            if entities:
                return PlaceMention(span, words, PlaceForm.ADJECTIVE, entities), used
    return None


def _read_as_postal(entities: tuple[Entity, ...], span: Span, prose: str) -> tuple[Entity, ...]:
    """The entities without the states for which two capitals stand only in an address or a label."""
    if len(span) != _POSTAL_LETTERS or _BEFORE_POSTAL.search(prose, max(0, span.start - 10), span.start):
        return entities
    return tuple(entity for entity in entities if entity.kind is not EntityKind.REGION)


def _reach(tokens: Sequence[Token], index: int, prose: str) -> int:
    """How many tokens from ``index`` on may make up one name."""
    reach = 1
    for used, following in enumerate(tokens[index + 1 : index + MAX_WORDS], 2):
        previous = tokens[index + used - 2]
        gap = prose[previous.span.end : following.span.start]
        if gap not in ("", " ", ". ") or previous.text.endswith("'s") or following.kind is not TokenKind.WORD:
            if following.text == "." and gap == "" and len(previous.text) <= 3:
                continue
            break
        if following.capitalised:
            reach = used
        elif following.text not in _LINKS:
            break
    return reach


def _without_possessive(token: Token) -> int:
    return token.span.end - 2 if token.text.lower().endswith("'s") else token.span.end
