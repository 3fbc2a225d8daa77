"""Counts, amounts, shares and lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING

from factlint.annotate.quantities import Hedge
from factlint.annotate.quantities.rounding import bounds
from factlint.annotate.timex.model import TimexType
from factlint.annotate.within import within
from factlint.claims.quantities import QuantityClaim, quantity_claims
from factlint.crossing.records import NumberRecord
from factlint.crossing.words import stems
from factlint.kb.names import fold
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.annotate.timex import Timex
    from factlint.crossing.reading.sentences import SentenceTable

ROUND_SHARE = Fraction(1, 10)
"""How far a number that ends in zeros may be off."""

ROUNDED_FROM = 100
"""Smaller numbers, and percentages, are not rounded to tens without a word that says so."""

WINDOW = 90
"""So many characters on either side of a number make up what stands directly around it."""

GOVERNOR_REACH = 30
"""So many characters before a number the word may stand that governs it."""

_LENGTH = regex(r"PT?(?P<number>\d{1,4}(?:\.\d)?)(?P<unit>[YMWDH])")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}
_HEDGED_LENGTH = regex(
    r"\b(?:about|around|roughly|nearly|almost|more than|over|less than|fewer than|at least|up to|some"
    r"|approximately) (?:the |a |an )?$"
)
_AGE = regex(r"\b(?:at|aged?|age of)[ \n]$")
_IN = regex(
    r"\b(?:in|across|throughout|around|near|outside)[ \n](?:the[ \n])?(?:[a-z]+[ \n]of[ \n](?:the[ \n])?)?"
    r"(?P<where>[A-Z][\w'-]*)"
)
_WISHED = regex(
    r"\b(?:needs?|needed|seeks?|sought|ask(?:s|ed|ing)? for|wants?|wanted|request(?:s|ed)?|require(?:s|d)?"
    r"|demand(?:s|ed)?|aims?|aimed|hopes?|hoped|plans?|planned|expect(?:s|ed)?|would|could|goal|target)\b",
    re.IGNORECASE,
)
_AFTER = regex(r"(?:[ \n-]+[A-Za-z][\w'-]{0,20}){1,6}")


def read_numbers(annotations: Annotations, sentences: SentenceTable) -> tuple[NumberRecord, ...]:
    """The numbers of an article that another article may give too, in order."""
    prose = annotations.article.prose
    found = [
        *(
            _of_claim(claim, annotations, sentences)
            for claim in quantity_claims(annotations)
            if claim.quantity.unit or not _AGE.search(prose, max(0, claim.span.start - 12), claim.span.start)
        ),
        *_lengths(annotations, sentences),
    ]
    return tuple(sorted(found, key=lambda record: record.place))


def _of_claim(claim: QuantityClaim, annotations: Annotations, sentences: SentenceTable) -> NumberRecord:
    quantity = claim.quantity
    exact = quantity.is_percentage or quantity.low < ROUNDED_FROM
    least, most = bounds(quantity, Fraction(0) if exact else ROUND_SHARE)
    prose = annotations.article.prose
    around = _around(prose, claim.sentence, quantity.extent)
    after = _AFTER.match(prose, quantity.extent.end, claim.sentence.end)
    following = after.group().replace("-", " ").split() if after else []
    counted = claim.counted or _man(following)
    shown = following[: len(claim.modifiers) + 1] if counted else []
    return NumberRecord(
        place=sentences.place(claim.span),
        words=" ".join((*quantity.extent.of(prose).split(), *shown)),
        sentence=sentences.index(claim.sentence),
        low=float(quantity.low),
        high=float(quantity.high),
        least=float(least) if isfinite(least) else None,
        most=float(most) if isfinite(most) else None,
        unit=quantity.unit.name if quantity.unit else "",
        per=quantity.rate,
        counted=counted,
        befell=claim.event,
        modifiers=claim.modifiers,
        near=_near(prose, around, quantity.extent),
        governor=_governor(prose, around, quantity.extent),
        scope=_scope(prose, around, quantity.extent),
        sites=_sites(annotations, around),
        wished=_WISHED.search(prose, around.start, quantity.extent.start) is not None,
        partial=claim.is_part,
        hedged=quantity.hedge is not Hedge.NONE or quantity.is_range,
        quoted=claim.quoted,
    )


def _lengths(annotations: Annotations, sentences: SentenceTable) -> Iterator[NumberRecord]:
    """Lengths of time: "for six years", "a two-week strike"."""
    for timex in annotations.timexes:
        match = _LENGTH.fullmatch(timex.value) if timex.type is TimexType.DURATION else None
        if match is not None:
            yield _of_length(timex, match, annotations, sentences)


def _of_length(
    timex: Timex, match: re.Match[str], annotations: Annotations, sentences: SentenceTable
) -> NumberRecord:
    prose = annotations.article.prose
    sentence = annotations.sentence_at(timex.span.start)
    value = float(match["number"])
    unit = _UNITS[match["unit"]] if "T" not in match.group() or match["unit"] == "H" else "minute"
    around = _around(prose, sentence, timex.span)
    hedged = timex.mod is not None or _HEDGED_LENGTH.search(
        prose, max(sentence.start, timex.span.start - 25), timex.span.start
    )
    return NumberRecord(
        place=sentences.place(timex.span),
        words=" ".join(timex.span.of(prose).split()),
        sentence=sentences.index(sentence),
        low=value,
        high=value,
        least=value - 0.5,
        most=value + 0.5,
        unit=unit,
        near=_near(prose, around, timex.span),
        governor=_governor(prose, around, timex.span),
        scope=_scope(prose, around, timex.span),
        sites=_sites(annotations, around),
        wished=_WISHED.search(prose, around.start, timex.span.start) is not None,
        hedged=bool(hedged),
        quoted=annotations.is_quoted(timex.span),
    )


def _around(prose: str, sentence: Span, words: Span) -> Span:
    """The window around some words, cut to whole words."""
    start, end = max(sentence.start, words.start - WINDOW), min(sentence.end, words.end + WINDOW)
    first = prose.find(" ", start, words.start) + 1 if start > sentence.start else start
    last = prose.rfind(" ", words.end, end) if end < sentence.end else end
    return Span(min(max(first, start), words.start), max(last, words.end))


def _near(prose: str, around: Span, words: Span) -> tuple[str, ...]:
    found = stems(prose[around.start : words.start]) + stems(prose[words.end : around.end])
    return tuple(dict.fromkeys(found))


def _governor(prose: str, around: Span, words: Span) -> str:
    before = stems(prose[max(around.start, words.start - GOVERNOR_REACH) : words.start].partition(" ")[2])
    return before[-1] if before else ""


def _scope(prose: str, around: Span, words: Span) -> str:
    match = _IN.search(prose, words.end, around.end)
    return fold(match["where"]) if match else ""


def _sites(annotations: Annotations, around: Span) -> tuple[str, ...]:
    return tuple(sorted({mention.entities[0].id for mention in within(annotations.places, around)}))


def _man(following: Sequence[str]) -> str:
    """The noun directly behind a number whose plural has no "s": "89 freshmen"."""
    word = following[0] if following else ""
    return f"{word[:-3]}man" if word.endswith("men") and len(word) > len("women") else ""
