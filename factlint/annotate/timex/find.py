"""From prose to readings: where time expressions stand and what each means by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factlint.annotate.timex.grammar import rules_by_first_word, rules_with_needs
from factlint.annotate.timex.meaning import Meaning
from factlint.annotate.timex.rule import DIGITS
from factlint.regex import holds_one_of, regex
from factlint.text.span import Span

_WORD = regex(r"(?<![\w])(?:\d+|[A-Za-z]+)", re.ASCII)
# As wide as the gaps of the grammar, with the apostrophe of "the '90s".
_NEXT_WORD = regex(r"[ \n]{1,7}['‘]?(\d+|[A-Za-z]+)", re.ASCII)


class Found(NamedTuple):
    """Words that are a time expression, and what they mean."""

    span: Span
    meaning: Meaning


def find_readings(prose: str, block: Span) -> Iterator[Found]:
    """The time expressions of a block from left to right, the longest at each place.

    Each word is looked up once and each rule reads a bounded number of characters, so the time
    grows with the length of the block.
    """
    table = rules_by_first_word()
    impossible = _impossible_rules(block.of(prose).lower())
    reached = block.start
    for word in _WORD.finditer(prose, block.start, block.end):
        if word.start() < reached:
            continue
        rules = table.get(_key(prose, word))
        if rules is None:
            continue
        best: Found | None = None
        for rule in rules:
            if rule.name in impossible:
                continue
            match = rule.match(prose, word.start(), block.end)
            if match is None or (best is not None and match.end() <= best.span.end):
                continue
            meaning = rule.meaning(match)
            if meaning is not None:
                best = Found(Span(*match.span()), meaning)
        if best is not None:
            yield best
            reached = best.span.end


def _key(prose: str, word: re.Match[str]) -> str:
    """The key in the table of rules: see ``GrammarRule.openings``."""
    key = _plain(word.group())
    following = _NEXT_WORD.match(prose, word.end()) if key == "the" else None
    return f"the {_plain(following.group(1))}" if following else key


def _plain(word: str) -> str:
    return DIGITS if word[0].isdigit() else word.lower()


def _impossible_rules(text: str) -> frozenset[str]:
    """The names of the rules that cannot match in a text, given in lower case."""
    return frozenset(rule.name for rule in rules_with_needs() if not holds_one_of(rule.needs, text))
