"""Claims that a place is called so: every place the copy names, and every word that is nearly one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.tokens import Token, TokenKind
from factlint.claims.base import Claim
from factlint.kb.model import EntityKind
from factlint.kb.names import fold
from factlint.kb.store import NameMatch
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotate.layers import Annotations
    from factlint.kb.store import Snapshot

MINIMUM_LETTERS = 5
"""Shorter words are one edit from too many names to say what was meant."""

MINIMUM_LETTERS_OF_ADJECTIVES = 8
"""Short adjectives have endings that are right in other uses: "Afghani", "Iraqis"."""

_KINDS = (EntityKind.COUNTRY, EntityKind.REGION, EntityKind.CITY)
_POSSESSIVE = re.compile(r"'[sS]?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceNameClaim(Claim):
    """The copy names a place.

    Attributes:
        words: the name as written, without a possessive ending.
        nearest: known places with a name an edit away; empty where the name itself is known.
        enclosing: ids of the country or region that the copy names right after it ("…, Virginia").
        partly_known: whether its first word is part of some other known name.
        known_before: whether a known word of a name stands right before it, as a given name would.
        occurrences: how often the article has this word.
    """

    words: str
    nearest: tuple[NameMatch, ...] = ()
    enclosing: tuple[str, ...] = ()
    partly_known: bool = False
    known_before: bool = False
    occurrences: int = 1


def extract(annotations: Annotations) -> tuple[PlaceNameClaim, ...]:
    """All claims about the names of places: the known ones first, then the nearly known ones."""
    known = tuple(
        PlaceNameClaim(
            span=mention.span,
            sentence=annotations.sentence_at(mention.span.start),
            words=mention.words,
        )
        for mention in annotations.places
    )
    return known + tuple(_nearly_known(annotations))


def _nearly_known(annotations: Annotations) -> Iterator[PlaceNameClaim]:
    tokens, kb = annotations.tokens, annotations.kb
    taken = {mention.span.start for mention in annotations.places}
    counts: dict[str, int] = {}
    for token in tokens:
        counts[_bare(token)] = counts.get(_bare(token), 0) + 1
    for index, token in enumerate(tokens):
        word = _bare(token)
        if not token.capitalised or token.span.start in taken or len(word) < MINIMUM_LETTERS:
            continue
        span = Span(token.span.start, token.span.start + len(word))
        known = not _is_unknown(word, kb)
        words, nearest = _nearest(tokens, index, span, annotations)
        if nearest and not (known and words == word):
            yield PlaceNameClaim(
                span=Span(span.start, span.start + len(words)),
                sentence=annotations.sentence_at(span.start),
                words=words,
                nearest=nearest,
                enclosing=_enclosing(annotations, span.start + len(words)),
                partly_known=known,
                known_before=_known_before(tokens, index, annotations),
                occurrences=counts[word],
            )


def _bare(token: Token) -> str:
    return _POSSESSIVE.sub("", token.text)


def _is_unknown(word: str, kb: Snapshot) -> bool:
    if "." in word or "'" in word:
        return False
    singular = word.removesuffix("s")
    return not any(
        kb.knows_token(form) or kb.is_word(form) or kb.country_by_adjective(form) for form in {word, singular}
    )


def _nearest(
    tokens: Sequence[Token], index: int, span: Span, annotations: Annotations
) -> tuple[str, tuple[NameMatch, ...]]:
    """The longest name beginning with the token that is nearly a known place's."""
    prose, kb = annotations.article.prose, annotations.kb
    for used in (3, 2):
        last = tokens[index + used - 1 : index + used]
        if last and last[0].capitalised and last[0].kind is TokenKind.WORD:
            words = prose[span.start : last[0].span.start + len(_bare(last[0]))]
            if fold(words).count(" ") == used - 1 and "," not in words:
                matches = kb.near(words, *_KINDS)
                if matches:
                    return words, matches
    word = span.of(prose)
    return word, kb.near(word, *_KINDS) + _near_adjectives(word, kb)


def _near_adjectives(word: str, kb: Snapshot) -> tuple[NameMatch, ...]:
    """Countries and regions whose adjective or demonym is an edit from the word."""
    from rapidfuzz.distance import OSA

    if len(word) < MINIMUM_LETTERS_OF_ADJECTIVES:
        return ()
    return tuple(
        NameMatch(entity, adjective, 1)
        for adjective, key in kb.adjectives()
        if adjective[:1] == word[:1] and OSA.distance(adjective, word, score_cutoff=1) == 1
        for entity in (kb.entity(key),)
        if entity is not None
    )


def _enclosing(annotations: Annotations, end: int) -> tuple[str, ...]:
    prose = annotations.article.prose
    for mention in annotations.places:
        if mention.span.start == end + 2 and prose[end : end + 2] == ", ":
            return tuple(entity.id for entity in mention.entities)
    return ()


def _known_before(tokens: Sequence[Token], index: int, annotations: Annotations) -> bool:
    if index == 0:
        return False
    before, token = tokens[index - 1], tokens[index]
    adjoining = annotations.article.prose[before.span.end : token.span.start] == " "
    return adjoining and before.capitalised and not annotations.kb.is_word(_bare(before))
