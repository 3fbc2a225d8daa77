"""One way of writing a time expression."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from factlint.annotate.timex.lexicon import expand
from factlint.annotate.timex.meaning import Meaning

DIGITS = "0"
"""The key of every first word that is a number in digits."""

Reading = Callable[[re.Match[str]], Meaning | None]
"""What a match means; None where the words only look like a time."""


class GrammarRule(NamedTuple):
    """A pattern and what it means.

    Attributes:
        name: unique; names the rule in test failures.
        starts: the first words (lower case; ``DIGITS`` for a number) at which it is tried. "the" alone
            stands for "the" before any of the other words, "the end" for these two words.
        expression: matched at the beginning of a word, case ignored; names lists of the lexicon.
            Groups whose name begins with ``month`` or ``weekday`` must be capitalised, for "march"
            and "sat" are words.
        needs: words in lower case; where a text holds none of them, even as part of a longer one, the rule
            cannot match there and is not tried.
        meaning: from a match to its meaning.
        examples: copy and the value it has in a story of Wednesday 16 June 2021; run as tests.
    """

    name: str
    starts: frozenset[str]
    expression: str
    meaning: Reading
    examples: tuple[tuple[str, str], ...]
    needs: tuple[str, ...] = ()

    def openings(self) -> Iterator[str]:
        """The first word at which the rule is tried, or the first two where the first is "the"."""
        for start in self.starts - {"the"}:
            yield start
            if "the" in self.starts and not start.startswith("the "):
                yield f"the {start}"

    def match(self, prose: str, start: int, end: int) -> re.Match[str] | None:
        """The rule's words at an offset; compiled at first use, for most copy needs few of the rules."""
        match = _compiled(self.expression).match(prose, start, end)
        return match if match is not None and _capitalised(match) else None


def grammar_rule(
    name: str,
    starts: Iterable[str],
    expression: str,
    meaning: Reading,
    *examples: tuple[str, str],
    needs: Iterable[str] = (),
) -> GrammarRule:
    """A rule with its first words and needs given in any form of iterable."""
    return GrammarRule(name, frozenset(starts), expression, meaning, examples, tuple(needs))


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(rf"{expand(expression)}(?!\w)", re.IGNORECASE | re.ASCII)


def _capitalised(match: re.Match[str]) -> bool:
    """Whether every month and weekday of a match begins with a capital."""
    return not any(
        words and name.startswith(("month", "weekday")) and not words[0].isupper()
        for name, words in match.groupdict().items()
    )
