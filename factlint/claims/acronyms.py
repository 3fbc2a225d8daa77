"""Claims that an acronym stands for the words before it: "International Monetary Fund (IMF)"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotate.tokens import TokenKind
from factlint.claims.base import Claim
from factlint.kb.acronyms import SMALL_WORDS
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.annotate.tokens import Token

MOST_WORDS = 12
"""No name that has an acronym is longer, small words included."""

_ACRONYM = r"(?P<acronym>[A-Z][A-Z&]{1,6}(?:-[A-Z]{2,4})?|(?:[A-Z]\.){2,6})"
# What a dash follows is the agency in a dateline: "DUBAI, United Arab Emirates (AP) —".
_IN_BRACKETS = regex(rf"\({_ACRONYM}(?:'?s)?\)(?!\s{{0,2}}[—–-])")
_BEFORE_BRACKETS = regex(rf"\b{_ACRONYM} \((?P<words>[A-Z][A-Za-z',.& -]{{6,90}})\)")
_LONGEST = 12
"""No longer acronym is read."""
_WITHIN_NAMES = frozenset(",&-.'")


@dataclass(frozen=True, slots=True, kw_only=True)
class AcronymClaim(Claim):
    """Words and, in parentheses, their acronym; or an acronym and, in parentheses, its words.

    Attributes:
        acronym: its letters, without points and a plural's s.
        acronym_span: where it stands.
        words: the words beside it, the nearest ones that may belong to it.
    """

    acronym: str
    acronym_span: Span
    words: tuple[Token, ...]


def extract(annotations: Annotations) -> tuple[AcronymClaim, ...]:
    """All acronyms that the copy explains, in order."""
    return tuple(claim for sentence in annotations.sentences for claim in _in_sentence(annotations, sentence))


def _in_sentence(annotations: Annotations, sentence: Span) -> Iterator[AcronymClaim]:
    prose = annotations.article.prose
    for match in _IN_BRACKETS.finditer(prose, sentence.start, sentence.end):
        yield from _claim(annotations, match, Span(sentence.start, match.start()), sentence)
    for match in _BEFORE_BRACKETS.finditer(prose, sentence.start, sentence.end):
        yield from _claim(annotations, match, Span(*match.span("words")), sentence)


def _claim(
    annotations: Annotations, match: re.Match[str], where: Span, sentence: Span
) -> Iterator[AcronymClaim]:
    words = _nearest_words(_tokens_in(annotations.tokens, where))
    if words:
        span = Span(*match.span("acronym"))
        yield AcronymClaim(
            span=words[0].span.join(span) if words[0].span < span else span.join(words[-1].span),
            sentence=sentence,
            quoted=annotations.is_quoted(span),
            acronym=re.sub(r"[.&-]", "", match["acronym"]),
            acronym_span=span,
            words=words,
        )


def _tokens_in(tokens: Sequence[Token], where: Span) -> Sequence[Token]:
    first = bisect_left(tokens, where.start, key=lambda token: token.span.start)
    last = bisect_left(tokens, where.end, key=lambda token: token.span.start)
    return tokens[max(first, last - 3 * MOST_WORDS) : last]


def _nearest_words(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The last words of a stretch that no mark but a comma, hyphen or "&" parts."""
    words: list[Token] = []
    for token in reversed(tokens):
        if token.kind is TokenKind.WORD:
            words.append(token)
        elif token.text not in _WITHIN_NAMES:
            break
        if len(words) == MOST_WORDS:
            break
    while words and words[-1].text.lower() in SMALL_WORDS:
        words.pop()
    return tuple(reversed(words))


class AcronymsUsed(NamedTuple):
    """The words in capitals of an article.

    Attributes:
        last_places: where each last stands.
        by_rest: what is left of each without one of its letters, with the place of the letter.
    """

    last_places: Mapping[str, int]
    by_rest: Mapping[tuple[int, str], Sequence[str]]

    def near(self, acronym: str) -> list[str]:
        """Those a slip from an acronym, in order of the alphabet."""
        swapped = (
            acronym[:i] + acronym[i + 1] + acronym[i] + acronym[i + 2 :] for i in range(len(acronym) - 1)
        )
        near = {other for other in swapped if other in self.last_places}
        for rest in _rests(acronym):
            near.update(self.by_rest.get(rest, ()))
        return sorted(other for other in near if one_slip(acronym, other))


def acronyms_used(annotations: Annotations) -> AcronymsUsed:
    """The words in capitals of an article; use as ``annotations.derived(acronyms_used)``."""
    last_places = {
        token.text: token.span.start
        for token in annotations.tokens
        if token.kind is TokenKind.WORD and token.text.isupper() and len(token.text) <= _LONGEST
    }
    by_rest: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for acronym in last_places:
        for rest in _rests(acronym):
            by_rest[rest].append(acronym)
    return AcronymsUsed(last_places, by_rest)


def _rests(acronym: str) -> Iterator[tuple[int, str]]:
    return ((place, acronym[:place] + acronym[place + 1 :]) for place in range(len(acronym)))


def one_slip(one: str, other: str) -> bool:
    """Whether acronyms of three letters or more differ by one letter or by the order of two."""
    if len(one) != len(other) or len(one) < 3:
        return False
    places = [place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(places) == 2 and places[1] == places[0] + 1:
        return one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]
    return len(places) == 1
