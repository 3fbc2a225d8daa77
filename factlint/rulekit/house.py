"""The newsroom's own list of spellings, and finding in prose what it avoids."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from factlint.regex import regex
from factlint.text.span import Span

_WORD = regex(r"\w+")
# Prose has spaces where the file has markup, so more than one may stand between two words.
_GAP = r"\s{1,8}"
_MOST_GAPS = 64


class Case(StrEnum):
    """Whether capitals count where an avoided spelling is looked for."""

    ANY = "any"
    EXACT = "exact"


class PreferredSpelling(NamedTuple):
    """One entry of a house list.

    Attributes:
        avoid: spellings that the newsroom does not want; each begins with a letter or digit.
        use: what it wants instead; of several the editor chooses.
        unless: phrases in which an avoided spelling is right: "chicken Kiev".
        case: whether capitals count.
        note: why, for the editor.
        source: the file and line of the entry.
    """

    avoid: tuple[str, ...]
    use: tuple[str, ...]
    unless: tuple[str, ...] = ()
    case: Case = Case.ANY
    note: str = ""
    source: str = ""


class Avoided(NamedTuple):
    """An avoided spelling in the copy: where it stands, the words, and the entry that avoids it."""

    span: Span
    words: str
    entry: PreferredSpelling


@dataclass(frozen=True)
class HouseStyle:
    """A newsroom's house list.

    Attributes:
        spellings: its entries, in order; of two that avoid the same words the first counts.
    """

    spellings: tuple[PreferredSpelling, ...] = ()

    def avoided(self, prose: str, spans: Iterable[Span]) -> Iterator[Avoided]:
        """What the list avoids, in order of place and without overlaps: the longest where several begin.

        Args:
            prose: an article's prose.
            spans: where to look, for example its blocks; nothing found crosses the end of one.
        """
        for span in spans:
            done = span.start
            for word in _WORD.finditer(prose, span.start, span.end):
                phrases = self._by_first_word.get(word.group().casefold())
                if phrases and word.start() >= done:
                    found = max(
                        (one for phrase in phrases if (one := phrase.at(prose, word.start(), span))),
                        key=lambda one: one.span.end,
                        default=None,
                    )
                    if found is not None:
                        yield found
                        done = found.span.end

    @cached_property
    def _by_first_word(self) -> Mapping[str, Sequence[_Phrase]]:
        index: dict[str, list[_Phrase]] = defaultdict(list)
        for entry in self.spellings:
            for words in entry.avoid:
                first = _WORD.match(words)
                if first is not None:
                    index[first.group().casefold()].append(_Phrase(entry, words))
        return index


@dataclass(frozen=True)
class _Phrase:
    """One avoided spelling; its patterns are compiled when the copy first has its first word.

    Attributes:
        entry: its entry.
        words: the spelling.
    """

    entry: PreferredSpelling
    words: str

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _pattern(self.words, self.entry.case)

    @cached_property
    def _unless(self) -> tuple[re.Pattern[str], ...]:
        return tuple(_pattern(words, self.entry.case) for words in self.entry.unless)

    def at(self, prose: str, start: int, within: Span) -> Avoided | None:
        """The avoided words that begin at ``start``, None where others stand there or they are right."""
        match = self._pattern.match(prose, start, within.end)
        if match is None or match.group() in self.entry.use or self._is_right(prose, match, within):
            return None
        return Avoided(Span(*match.span()), match.group(), self.entry)

    def _is_right(self, prose: str, match: re.Match[str], within: Span) -> bool:
        reach = max((len(phrase) for phrase in self.entry.unless), default=0) + _MOST_GAPS
        left, right = max(within.start, match.start() - reach), min(within.end, match.end() + reach)
        return any(
            around.start() <= match.start() and match.end() <= around.end()
            for pattern in self._unless
            for around in pattern.finditer(prose, left, right)
        )


def _pattern(words: str, case: Case) -> re.Pattern[str]:
    """Matches whole words, whatever white space stands between them."""
    spelled = _GAP.join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){spelled}(?!\w)", re.NOFLAG if case is Case.EXACT else re.IGNORECASE)
