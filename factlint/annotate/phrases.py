"""Words and phrases that a newsroom names, found in an article."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factlint.annotate.tokens import TokenKind
from factlint.annotate.within import within
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations

_WORD = regex(r"\w+")
# Prose has spaces where the file has markup, so more than one may stand between two words.
_GAP = r"\s{1,8}"
_MARKS = 20
"""So many marks more than words make of what stands between two stretches no clause."""


class PhraseMention(NamedTuple):
    """A phrase in the copy.

    Attributes:
        span: where it stands.
        words: its words as the copy has them, with single spaces.
        phrase: the phrase as the newsroom names it.
    """

    span: Span
    words: str
    phrase: str


@dataclass(frozen=True)
class Phrases:
    """Words and phrases to look for.

    Attributes:
        phrases: each begins with a letter or digit.
        exact: whether capitals count.
    """

    phrases: tuple[str, ...]
    exact: bool = False

    def find(self, annotations: Annotations) -> tuple[PhraseMention, ...]:
        """Where they stand as whole words, in order and without overlaps: the longest where several begin.

        Nothing that is found crosses the end of a block.
        """
        starts = annotations.derived(_word_starts)
        prose = annotations.article.prose
        found = sorted(
            (
                PhraseMention(Span(*match.span()), " ".join(match.group().split()), phrase)
                for phrase, first, pattern in self._patterns
                for stretch in starts.get(first, ())
                if (match := pattern.match(prose, stretch.start, stretch.end)) is not None
            ),
            key=lambda mention: (mention.span.start, -mention.span.end),
        )
        return tuple(_without_overlaps(found))

    @cached_property
    def _patterns(self) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
        return tuple(
            (phrase, first.group().casefold(), _pattern(phrase, exact=self.exact))
            for phrase in self.phrases
            if (first := _WORD.match(phrase)) is not None
        )


def beside(mentions: Sequence[PhraseMention], words: Span, sentence: Span) -> Iterator[PhraseMention]:
    """The nearest mention before some words of a sentence and the nearest behind them.

    Args:
        mentions: in order, without overlaps.
        words: where the words stand; mentions that overlap them are passed over.
        sentence: the sentence.
    """
    before = bisect_right(mentions, words.start, key=lambda mention: mention.span.end) - 1
    if before >= 0 and mentions[before].span.start >= sentence.start:
        yield mentions[before]
    behind = bisect_left(mentions, words.end, key=lambda mention: mention.span.start)
    if behind < len(mentions) and mentions[behind].span.end <= sentence.end:
        yield mentions[behind]


def within_words(annotations: Annotations, one: Span, other: Span, most: int) -> bool:
    """Whether at most so many words and numbers stand between two stretches of one sentence."""
    first, second = sorted((one, other))
    if first.end >= second.start:
        return True
    between = within(annotations.tokens, Span(first.end, second.start))
    count = sum(token.kind is not TokenKind.PUNCTUATION for token in between[: 2 * most + _MARKS])
    return count <= most and len(between) <= 2 * most + _MARKS


def _pattern(phrase: str, *, exact: bool) -> re.Pattern[str]:
    spelt = _GAP.join(re.escape(word) for word in phrase.split())
    return re.compile(rf"(?<!\w){spelt}(?!\w)", re.NOFLAG if exact else re.IGNORECASE)


def _without_overlaps(found: Sequence[PhraseMention]) -> Iterator[PhraseMention]:
    done = 0
    for mention in found:
        if mention.span.start >= done:
            yield mention
            done = mention.span.end


def _word_starts(annotations: Annotations) -> Mapping[str, Sequence[Span]]:
    """The places of every word, in small letters, each as the stretch from it to the end of its block.

    Made once for an article, so that a phrase costs no more than the places of its first word.
    """
    starts: dict[str, list[Span]] = defaultdict(list)
    for block in annotations.article.blocks:
        for word in _WORD.finditer(annotations.article.prose, block.span.start, block.span.end):
            starts[word.group().casefold()].append(Span(word.start(), block.span.end))
    return starts
