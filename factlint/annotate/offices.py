"""Titles of offices in the copy, with the words that say whose, and whether it is held now."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotate.office_titles import OfficeLexicon, plain, title_key
from factlint.annotate.tokens import Token, TokenKind
from factlint.kb.model import EntityKind
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.places import PlaceMention


class Standing(StrEnum):
    """How the copy says that somebody has an office."""

    HELD = "held"
    FORMER = "former"
    THEN = "then"
    ELECT = "elect"
    FUTURE = "future"
    DEPUTY = "deputy"
    CARETAKER = "caretaker"


class OfficeMention(NamedTuple):
    """An office's title in the copy.

    Attributes:
        span: the words of the title itself.
        words: those words.
        titles: the canonical titles it may stand for.
        standing: held, or what the words around it make of it ("former", "-elect", "deputy").
        acting: whether the copy says acting or interim.
        place: the country or region whose office it is, None where the title stands alone.
        start: where the phrase begins, with place and modifiers before the title.
        end: where it ends, with a place after the title.
        possessive: whether ``'s`` follows, so that what comes next is somebody else.
        plural: whether several holders follow.
        organisation: the body whose head it is, where the title names it: "NATO" of "NATO chief".
    """

    span: Span
    words: str
    titles: tuple[str, ...]
    standing: Standing = Standing.HELD
    acting: bool = False
    place: PlaceMention | None = None
    start: int = 0
    end: int = 0
    possessive: bool = False
    plural: bool = False
    organisation: str = ""

    def may_be(self, title: str) -> bool:
        """Whether a canonical title is, in some way of writing it, the one of the copy."""
        key = title_key(title)
        return any(title_key(own) == key for own in self.titles)


_PLURALS = frozenset({"sens", "senators", "reps", "representatives", "govs", "governors"})

_STANDINGS = {
    "former": Standing.FORMER, "ex": Standing.FORMER, "onetime": Standing.FORMER, "late": Standing.FORMER,
    "caretaker": Standing.CARETAKER,
    "retired": Standing.FORMER, "past": Standing.FORMER, "previous": Standing.FORMER,
    "erstwhile": Standing.FORMER,
    "then": Standing.THEN, "incoming": Standing.FUTURE, "future": Standing.FUTURE, "next": Standing.FUTURE,
    "prospective": Standing.FUTURE, "aspiring": Standing.FUTURE, "potential": Standing.FUTURE,
    "deputy": Standing.DEPUTY, "assistant": Standing.DEPUTY, "associate": Standing.DEPUTY,
    "under": Standing.DEPUTY, "shadow": Standing.DEPUTY, "vice": Standing.DEPUTY,
    "lieutenant": Standing.DEPUTY,
    "lt": Standing.DEPUTY, "junior": Standing.DEPUTY, "undersecretary": Standing.DEPUTY,
}  # fmt: skip
_ACTING = frozenset({"acting", "interim"})
_TRANSPARENT = frozenset(
    {"current", "sitting", "incumbent", "new", "newly", "elected", "democratic", "republican",
     "gop", "embattled", "outgoing", "conservative", "liberal", "federal", "populist", "longtime"}
)  # fmt: skip
_AFTER = {
    "elect": Standing.ELECT, "designate": Standing.FUTURE, "nominee": Standing.FUTURE,
    "candidate": Standing.FUTURE, "hopeful": Standing.FUTURE, "contender": Standing.FUTURE,
    "pick": Standing.FUTURE, "nomination": Standing.FUTURE, "emeritus": Standing.FORMER,
}  # fmt: skip
_OWN = frozenset({"british", "uk", "britain", "german", "germany", "the", "irish"})
_REACH = 5


class _Word(NamedTuple):
    text: str
    token: int


def find_offices(
    tokens: Sequence[Token],
    prose: str,
    sentences: Sequence[Span],
    places: Iterable[PlaceMention],
    lexicon: OfficeLexicon,
) -> tuple[OfficeMention, ...]:
    """The office titles of an article, in order, not overlapping; the longest title wins.

    Args:
        tokens: the article's tokens.
        prose: the prose they were cut from.
        sentences: its sentences; what belongs to a title never crosses one.
        places: its places, for "Russian" and "of Russia".
        lexicon: the titles to look for.
    """
    owners = [place for place in places if place.of_kind(EntityKind.COUNTRY, EntityKind.REGION)]
    by_end, by_start = {one.span.end: one for one in owners}, {one.span.start: one for one in owners}
    starts = [sentence.start for sentence in sentences]
    number = [bisect_right(starts, token.span.start) for token in tokens]
    return tuple(_Finder(tokens, prose, number, by_end, by_start).find(lexicon))


class _Finder:
    def __init__(
        self,
        tokens: Sequence[Token],
        prose: str,
        number: Sequence[int],
        by_end: Mapping[int, PlaceMention],
        by_start: Mapping[int, PlaceMention],
    ) -> None:
        self._tokens = tokens
        self._prose = prose
        self._number = number
        self._by_end = by_end
        self._by_start = by_start
        self._words = [
            _Word(text, index)
            for index, token in enumerate(tokens)
            for text in (_plain_words(token) if token.kind is TokenKind.WORD else (token.text,))
            if not (token.text == "." and index and len(tokens[index - 1].text) <= 4)
        ]

    def find(self, lexicon: OfficeLexicon) -> Iterable[OfficeMention]:
        texts = [word.text for word in self._words]
        index = 0
        while index < len(texts):
            length, titles = lexicon.at(texts, index)
            if not length or not self._adjacent(index, index + length - 1):
                index += 1
                continue
            body = lexicon.body(texts[index : index + length])
            if body and not self._names_body(index):
                index += 1
                continue
            yield self._mention(index, length, titles, body)
            index += length

    def _names_body(self, index: int) -> bool:
        """Whether a title begins with the body itself.

        "The conservative leader" leads no party of that name, and "the Scottish Labour leader" and "New
        London Mayor" are of others.
        """
        if not self._tokens[self._words[index].token].capitalised:
            return False
        if index == 0 or not self._adjacent(index - 1, index):
            return True
        before = self._words[index - 1].text
        known = before in _STANDINGS or before in _ACTING or before in _TRANSPARENT or before in _OWN
        return known or not self._tokens[self._words[index - 1].token].capitalised

    def _mention(self, index: int, length: int, titles: tuple[str, ...], body: str) -> OfficeMention:
        first, last = (
            self._tokens[self._words[index].token],
            self._tokens[self._words[index + length - 1].token],
        )
        possessive = last.text.endswith(("'s", "'S"))
        span = Span(first.span.start, last.span.end - 2 * possessive)
        standing, acting, place, start = self._before(index, span.start)
        following = self._word_after(index + length - 1)
        if following in _AFTER and standing is Standing.HELD:
            standing = _AFTER[following]
        end = span.end
        if place is None and not possessive:
            place, end = self._after(index + length - 1, end)
        return OfficeMention(
            span, span.of(self._prose), titles, standing, acting, place, start, end, possessive,
            self._words[index].text in _PLURALS, body,
        )  # fmt: skip

    def _before(self, index: int, start: int) -> tuple[Standing, bool, PlaceMention | None, int]:
        standing, acting, place = Standing.HELD, False, None
        for step in range(1, _REACH + 1):
            before = index - step
            if before < 0 or not self._adjacent(before, before + 1):
                break
            token = self._tokens[self._words[before].token]
            owner = self._by_end.get(token.span.end) or self._by_end.get(token.span.end - 2)
            text = self._words[before].text
            if text in _STANDINGS:
                found = _STANDINGS[text]
                if standing is Standing.HELD or found is Standing.DEPUTY:
                    standing = found
            elif text in _ACTING:
                acting = True
            elif owner is not None and place is None:
                place = owner
            elif text not in _TRANSPARENT and not (place and place.span.start <= token.span.start):
                break
            start = min(start, token.span.start)
        return standing, acting, place, start

    def _after(self, last: int, end: int) -> tuple[PlaceMention | None, int]:
        following = [word.text for word in self._words[last + 1 : last + 3]]
        if not following or following[0] not in ("of", "for") or not self._adjacent(last, last + 1):
            return None, end
        offset = last + 2 + (len(following) > 1 and following[1] == "the")
        if offset >= len(self._words):
            return None, end
        place = self._by_start.get(self._tokens[self._words[offset].token].span.start)
        return place, place.span.end if place else end

    def _word_after(self, last: int) -> str:
        if last + 1 < len(self._words) and self._adjacent(last, last + 1):
            return self._words[last + 1].text
        return ""

    def _adjacent(self, first: int, last: int) -> bool:
        """Whether only white space and points of abbreviations stand between these words."""
        for left, right in zip(range(first, last), range(first + 1, last + 1), strict=True):
            one, other = self._words[left].token, self._words[right].token
            if one == other:
                continue
            if self._number[one] != self._number[other] or self._tokens[other].kind is not TokenKind.WORD:
                return False
            gap = self._prose[self._tokens[one].span.end : self._tokens[other].span.start]
            if gap.strip(" .\n-"):
                return False
        return True


def _plain_words(token: Token) -> tuple[str, ...]:
    text = token.text
    return tuple(plain(text[:-2] if text.endswith(("'s", "'S")) else text).split()) or (text,)
