"""Claims that a place is called so: every place the copy names, and every word that is nearly one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from factlint.annotate.tokens import Token
from factlint.claims.base import Claim
from factlint.kb.model import EntityKind, NameMatch
from factlint.kb.names import fold
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

    from factlint.annotate.layers import Annotations
    from factlint.kb.store import Snapshot

MINIMUM_LETTERS = 5
"""Shorter words are one edit from too many names to say what was meant."""

MINIMUM_LETTERS_OF_WORDS = 4
"""Shorter words of a longer name are not read: "Las Vegs"."""

MINIMUM_LETTERS_OF_ADJECTIVES = 5
"""Shorter adjectives are one edit from too many words and names."""

LONG_ADJECTIVE = 8
"""Shorter adjectives have endings that are right in other uses: "Afghani", "Iraqis", "Italiano"."""

_KINDS = (EntityKind.COUNTRY, EntityKind.REGION, EntityKind.CITY)
_CREDIT = regex(
    r"(?:\b(?:image|photo|photograph|picture|credit|illustration|graphic|source|file|video)s?(?:\s+(?:by|credit|courtesy(?:\s+of)?))?"
    r"\s?[:/]|\b(?:photo|photograph|image|picture|courtesy)\s+(?:by|of))\s?$",
    re.IGNORECASE,
)
_ESTABLISHMENTS = frozenset(
    {"Hotel", "Hospital", "Mosque", "Palace", "Restaurant", "Cafe", "Café", "Inn", "Street", "Road", "Avenue",
     "Square", "Stadium", "Club", "Tower", "Towers", "Mall", "Foundation", "Group", "Records", "Mill", "Farm",
     "House", "Hall", "Bank", "Ltd", "Inc", "Corp", "Company", "Co", "Brothers"}
)  # fmt: skip
"""What bears names of its own, which may be near the name of a place by chance."""
_POSSESSIVE = regex(r"'[sS]?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceNameClaim(Claim):
    """The copy names a place.

    Attributes:
        words: the name as written, without a possessive ending.
        nearest: known places with a name an edit away; empty where the name itself is known.
        enclosing: ids of the country or region that the copy names right after it ("…, Virginia").
        partly_known: whether its first word is part of some other known name.
        composed: whether it is several words of which all but one are those of the nearest place's name.
        known_before: whether a known word of a name stands right before it, as a given name would.
        in_name: whether it is a word of some longer name: a known surname or the like stands right behind
            it, or it is the name of somebody credited.
        occurrences: how often the article has this word.
    """

    words: str
    nearest: tuple[NameMatch, ...] = ()
    enclosing: tuple[str, ...] = ()
    partly_known: bool = False
    composed: bool = False
    known_before: bool = False
    in_name: bool = False
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
    return known + tuple(_Search(annotations).nearly_known())


class _Search:
    """The words of one article that are nearly the name of a place."""

    def __init__(self, annotations: Annotations) -> None:
        self._annotations = annotations
        self._kb = annotations.kb
        self._prose = annotations.article.prose
        self._places = {mention.span.start: mention for mention in annotations.places}
        self._near: dict[str, tuple[NameMatch, ...]] = {}

    def nearly_known(self) -> Iterator[PlaceNameClaim]:
        """The claims, in order."""
        tokens = self._annotations.tokens
        counts = Counter(_bare(token) for token in tokens if token.capitalised)
        unknown = {
            word for word in counts if len(word) >= MINIMUM_LETTERS_OF_WORDS and _is_unknown(word, self._kb)
        }
        for index, token in enumerate(tokens):
            word = _bare(token)
            if not token.capitalised or token.span.start in self._places:
                continue
            claim = self._of_several_words(tokens, index, unknown)
            if claim is None and word in unknown and len(word) >= MINIMUM_LETTERS:
                claim = self._claim(Span(token.span.start, token.span.start + len(word)))
            if claim is not None:
                yield replace(
                    claim,
                    known_before=self._known_before(tokens, index),
                    in_name=self._in_name(tokens, index, claim.span),
                    occurrences=counts[word],
                )

    def _of_several_words(
        self, tokens: Sequence[Token], index: int, unknown: Set[str]
    ) -> PlaceNameClaim | None:
        """Two or three words that are nearly a place's name.

        Either their state or country stands behind them, or one of them is unknown and the others are right.
        """
        start, word = tokens[index].span.start, _bare(tokens[index])
        for end in (index + 3, index + 2):
            words = [_bare(token) for token in tokens[index:end]]
            last = tokens[min(end, len(tokens)) - 1]
            span = Span(start, last.span.start + len(words[-1]))
            if len(words) < 2 or not last.capitalised or span.of(self._prose) != " ".join(words):
                continue
            composed = sum(one in unknown for one in words) == 1
            if composed or self._enclosing(span.end):
                claim = self._claim(span)
                if claim is not None and composed:
                    claim = replace(
                        claim, nearest=tuple(one for one in claim.nearest if _is_composed(one, words))
                    )
                if claim is not None and claim.nearest:
                    return replace(claim, partly_known=word not in unknown, composed=composed)
        return None

    def _claim(self, span: Span) -> PlaceNameClaim | None:
        words = span.of(self._prose)
        if words not in self._near:
            self._near[words] = self._kb.near(words, *_KINDS) + _near_adjectives(words, self._kb)
        if not self._near[words]:
            return None
        return PlaceNameClaim(
            span=span,
            sentence=self._annotations.sentence_at(span.start),
            words=words,
            nearest=self._near[words],
            enclosing=self._enclosing(span.end),
        )

    def _enclosing(self, end: int) -> tuple[str, ...]:
        mention = self._places.get(end + 2) if self._prose[end : end + 2] == ", " else None
        return tuple(entity.id for entity in mention.entities) if mention else ()

    def _known_before(self, tokens: Sequence[Token], index: int) -> bool:
        if index == 0:
            return False
        before, token = tokens[index - 1], tokens[index]
        adjoining = self._prose[before.span.end : token.span.start] == " "
        return adjoining and before.capitalised and not self._kb.is_word(_bare(before))

    def _in_name(self, tokens: Sequence[Token], index: int, span: Span) -> bool:
        if _CREDIT.search(self._prose, max(0, span.start - 30), span.start):
            return True
        behind = next((token for token in tokens[index + 1 :] if token.span.start >= span.end), None)
        if behind is None or not behind.capitalised or self._prose[span.end : behind.span.start] != " ":
            return False
        if behind.text in _ESTABLISHMENTS:
            return True
        word = _bare(behind)
        return (
            behind.span.start not in self._places
            and not self._kb.is_word(word)
            and self._kb.knows_token(word)
        )


def _is_composed(match: NameMatch, words: Sequence[str]) -> bool:
    """Whether a known name has all of the words but one."""
    known = fold(match.name).split()
    same = sum(fold(one) == other for one, other in zip(words, known, strict=False))
    return len(known) == len(words) and same == len(words) - 1


def _bare(token: Token) -> str:
    return _POSSESSIVE.sub("", token.text)


def _is_unknown(word: str, kb: Snapshot) -> bool:
    if "." in word or "'" in word:
        return False
    singular = word.removesuffix("s")
    return not any(
        kb.knows_token(form) or kb.is_word(form) or kb.country_by_adjective(form) for form in {word, singular}
    )


@lru_cache(maxsize=4)
def _adjectives_by_initial(kb: Snapshot) -> Mapping[str, Sequence[tuple[str, str]]]:
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for adjective, key in kb.adjectives():
        found[adjective[:1]].append((adjective, key))
    return found


def _near_adjectives(word: str, kb: Snapshot) -> tuple[NameMatch, ...]:
    """Countries whose adjective or demonym is an edit from the word."""
    from rapidfuzz.distance import OSA

    if len(word) < MINIMUM_LETTERS_OF_ADJECTIVES:
        return ()
    singular = word.removesuffix("s")
    if singular != word and (found := _near_adjectives(singular, kb)):
        return tuple(NameMatch(match.entity, match.name + "s", match.edits) for match in found)
    return tuple(
        NameMatch(entity, adjective, 1)
        for adjective, key in _adjectives_by_initial(kb).get(word[0], ())
        if len(word) >= LONG_ADJECTIVE or _same_ending(adjective, word)
        if OSA.distance(adjective, word, score_cutoff=1) == 1
        for entity in (kb.entity(key),)
        if entity is not None and entity.kind is EntityKind.COUNTRY
    )


def _same_ending(adjective: str, word: str) -> bool:
    """Whether a word slipped from a short adjective before its ending, or swaps its letters."""
    return adjective[-2:] == word[-2:] or sorted(adjective) == sorted(word)
