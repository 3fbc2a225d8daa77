"""Claims on which day the event of a story is: "the Sept. 18 referendum", "the trial begins on March 4"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.timex.lexicon import expand
from factlint.annotate.timex.model import Timex, TimexType
from factlint.claims.base import Claim
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDayClaim(Claim):
    """The copy gives the day, or the weekday, of an event that it calls by one word.

    Attributes:
        timex: the day or weekday.
        noun: what the event is called, in lower case.
        qualifiers: the words directly before the noun, in lower case.
        place: the name after "in" or "at" behind it, "" where there is none.
        one_of_several: whether the sentence speaks of another, an earlier or a changed one.
    """

    timex: Timex
    noun: str
    qualifiers: frozenset[str]
    place: str
    one_of_several: bool


# What a story has one of, and what is over within the day.
_NOUN = (
    r"(?P<noun>referendum|plebiscite|election|run-?off|primary|shooting|massacre|bombing|crash|earthquake|funeral|"
    r"inauguration|wedding|execution|explosion|derailment|assassination|trial)\b(?!['’]|-| night| day)"
)
_WORDS = r"(?P<words>(?:[\w'’-]{1,20}{_}){0,2}?)"
_BEHIND = regex(expand(rf",?{{_}}{_WORDS}{_NOUN}"), re.IGNORECASE)
_POSSESSIVE = regex(expand(rf"['’]s{{_}}{_WORDS}{_NOUN}"), re.IGNORECASE)
_DEFINITE = regex(expand(r"\b[Tt]he{_}$"))
_BEFORE = regex(
    expand(
        rf"\b[Tt]he{{_}}{_WORDS}{_NOUN}(?:{{_}}in{{_}}(?P<place>[A-Z]\w{{1,20}}))?{{_}}(?:(?:is|was|will{{_}}be|is{{_}}to{{_}}be)"
        r"(?:{_}(?:held|scheduled|set|due|planned|expected)(?:{_}to{_}(?:begin|start|open))?)?|"
        r"(?:will{_})?(?:begins?|opens?|starts?|takes{_}place)|began|opened|started|took{_}place|occurred|happened)"
        r"{_}(?:on|for){_}$"
    )
)
_PLACE = regex(expand(r"{_}(?:in|at|near|outside){_}(?:the{_})?(?P<place>[A-Z]\w{1,20})"))
_SEVERAL = regex(
    r"\b(?:an?other|second|first|third|next|previous|earlier|prior|later|last|original\w*|again|instead|separate|"
    r"postpon\w+|moved?|reschedul\w+|delay\w*|put[ ]off|push\w*|following|day[ ]after|new|"
    r"rerun|re-run|two|three|annul\w+|cancel\w+|anniversary|year[ ]before|extend\w*|changed?|"
    r"brought[ ]forward|adjourn\w*)\b",
    re.IGNORECASE,
)
_REACH = 90


def extract(annotations: Annotations) -> tuple[EventDayClaim, ...]:
    """All claims on which day an event is, in order."""
    return tuple(claim for timex in annotations.timexes for claim in _claims(annotations, timex))


def _claims(annotations: Annotations, timex: Timex) -> Iterator[EventDayClaim]:
    if timex.type is not TimexType.DATE or (timex.written.day is None and timex.written.weekday is None):
        return
    prose = annotations.article.prose
    sentence = annotations.sentence_at(timex.span.start)
    left = max(sentence.start, timex.span.start - _REACH)
    right = min(sentence.end, timex.span.end + _REACH)
    match = None
    if _DEFINITE.search(prose, left, timex.span.start):
        match = _BEHIND.match(prose, timex.span.end, right)
    match = match or _POSSESSIVE.match(prose, timex.span.end, right)
    behind = match is not None
    match = match or _BEFORE.search(prose, left, timex.span.start)
    if match is None:
        return
    after = _PLACE.match(prose, match.end() if behind else timex.span.end, right)
    place = match.groupdict().get("place") or (after["place"] if after else "")
    span = Span(timex.span.start, match.end()) if behind else timex.span
    yield EventDayClaim(
        span=span,
        sentence=sentence,
        quoted=annotations.is_quoted(span),
        timex=timex,
        noun=match["noun"].lower().replace("-", ""),
        qualifiers=frozenset(match["words"].lower().split()),
        place=place,
        one_of_several=_SEVERAL.search(prose, sentence.start, sentence.end) is not None,
    )
