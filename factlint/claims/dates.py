"""Claims about days: a date, and a date with the weekday it fell on."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.timex.model import Anchor, Timex, Written
from factlint.claims.base import Claim
from factlint.dates.lexicon import WEEKDAY_PATTERN, weekday_number
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotate.layers import Annotations


@dataclass(frozen=True, slots=True, kw_only=True)
class DateClaim(Claim):
    """The copy names a day of a month.

    Attributes:
        timex: the date.
        denied: whether the copy says that there is no such day.
    """

    timex: Timex
    denied: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayClaim(Claim):
    """The copy says on which weekday a date falls.

    Attributes:
        timex: the date.
        weekday: 0 (Monday) to 6.
        weekday_words: the weekday as written.
        other_years: years that the copy names around the date, of which it may be, if it is
            written without one.
        looks_back: whether the sentence looks back to a day of the past: a memory, an anniversary, an
            old photograph.
    """

    timex: Timex
    weekday: int
    weekday_words: str
    other_years: tuple[int, ...] = ()
    looks_back: bool = False


# "There is no Feb. 30", "the nonexistent June 31".
_DENIED = regex(
    r"\b(?:no|not an?|never an?|without an?|non-?existent|fictitious|fictional|imaginary|impossible)"
    r"\s+(?:such\s+(?:date|day|thing)\s+as\s+)?$",
    re.IGNORECASE,
)
# "Yesterday, Tuesday," and "Tuesday (yesterday)": a weekday beside a day counted from publication.
_DEICTIC = regex(r"(?:yesterday|today|tomorrow)$", re.IGNORECASE)
_WEEKDAY_BESIDE = regex(
    rf"(?:,[ ]|[ ]\((?:on[ ])?)(?P<weekday>{WEEKDAY_PATTERN})(?=\)|[,.;:]|$|[ ]\()"
    rf"(?!,?[ ](?:and[ ])?{WEEKDAY_PATTERN})"
)
_BESIDE_WEEKDAY = regex(rf"\b(?P<weekday>{WEEKDAY_PATTERN})[ ]\($")
_LOOKS_BACK = regex(
    r"\b(?:recall\w*|remember\w*|anniversar\w*|memor(?:y|ies)|memorial(?![ ]Day)|commemorat\w*|archiv\w*|"
    r"(?:photo(?:graph)?|picture)s?[ ](?:shows?|showed|from)|"
    r"years?[ ]ago|back[ ]then|history|that[ ](?:day|morning|night|fateful)|the[ ]morning[ ]of)\b",
    re.IGNORECASE,
)
_REACH = 120
# The weekday behind the date: "June 16 (a Wednesday)", "June 16, 2021, was a Wednesday".
_WEEKDAY_AFTER = regex(
    rf"\s?\((?:an?\s+)?(?P<bracketed>{WEEKDAY_PATTERN})\)"
    r"|,?\s(?:which\s)?(?:(?:was|is|falls|fell|will\sfall|will\sbe)\s(?:on\s)?)?a\s"
    rf"(?P<apposed>{WEEKDAY_PATTERN})(?!\s(?:when|that|in|of|night|morning))"
)


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All claims about days, in order."""
    years = _years_by_block(annotations)
    return tuple(claim for timex in annotations.timexes for claim in _claims(annotations, timex, years))


def _claims(annotations: Annotations, timex: Timex, years: Sequence[tuple[int, ...]]) -> Iterator[Claim]:
    written = timex.written
    if timex.anchor is Anchor.PUBLICATION and timex.date is not None and not any(_parts(written)):
        yield from _deictic(annotations, timex)
    if written.month is None or written.day is None:
        return
    prose = annotations.article.prose
    sentence = annotations.sentence_at(timex.span.start)
    before = max(0, timex.span.start - 40)
    yield DateClaim(
        span=timex.span,
        sentence=sentence,
        quoted=annotations.is_quoted(timex.span),
        timex=timex,
        denied=_DENIED.search(prose, before, timex.span.start) is not None,
    )
    said = _weekday(prose, timex)
    if said is not None:
        weekday, words, span = said
        yield WeekdayClaim(
            span=span,
            sentence=sentence,
            quoted=annotations.is_quoted(span),
            timex=timex,
            weekday=weekday,
            weekday_words=words,
            other_years=() if written.year is not None else _years_around(annotations, timex, years),
            looks_back=_looks_back(prose, sentence, timex.span),
        )


def _looks_back(prose: str, sentence: Span, span: Span) -> bool:
    left, right = max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH)
    return _LOOKS_BACK.search(prose, left, right) is not None


def _parts(written: Written) -> tuple[int | None, ...]:
    return written.year, written.month, written.day, written.weekday


def _deictic(annotations: Annotations, timex: Timex) -> Iterator[WeekdayClaim]:
    """The weekday that the copy gives to yesterday, today or tomorrow."""
    prose = annotations.article.prose
    if _DEICTIC.fullmatch(prose, timex.span.start, timex.span.end) is None:
        return
    before = _BESIDE_WEEKDAY.search(prose, max(0, timex.span.start - 14), timex.span.start)
    bracketed = before is not None and prose[timex.span.end : timex.span.end + 1] == ")"
    match = before if bracketed else _WEEKDAY_BESIDE.match(prose, timex.span.end)
    if match is None:
        return
    span = timex.span.join(Span(*match.span("weekday")))
    if "(" in span.of(prose) and prose[span.end : span.end + 1] == ")":
        span = Span(span.start, span.end + 1)
    yield WeekdayClaim(
        span=span,
        sentence=annotations.sentence_at(timex.span.start),
        quoted=annotations.is_quoted(span),
        timex=timex,
        weekday=weekday_number(match["weekday"]),
        weekday_words=match["weekday"],
    )


def _weekday(prose: str, timex: Timex) -> tuple[int, str, Span] | None:
    """The weekday said of a date, its words, and the span of both."""
    if timex.written.weekday is not None:
        words = re.search(WEEKDAY_PATTERN, timex.span.of(prose), re.IGNORECASE)
        return (timex.written.weekday, words.group() if words else "", timex.span)
    after = _WEEKDAY_AFTER.match(prose, timex.span.end)
    if after is None:
        return None
    words_after = after["bracketed"] or after["apposed"]
    return weekday_number(words_after), words_after, Span(timex.span.start, after.end())


def _years_by_block(annotations: Annotations) -> tuple[tuple[int, ...], ...]:
    """The years written in each block."""
    found: list[dict[int, None]] = [{} for _ in annotations.article.blocks]
    for timex in annotations.timexes:
        if timex.written.year is not None:
            found[_block(annotations, timex)][timex.written.year] = None
    return tuple(tuple(years) for years in found)


def _years_around(
    annotations: Annotations, timex: Timex, years: Sequence[tuple[int, ...]]
) -> tuple[int, ...]:
    """The years written in the block of a date and in the block before it."""
    index = _block(annotations, timex)
    before = years[index - 1] if index else ()
    return (*before, *(year for year in years[index] if year not in before))


def _block(annotations: Annotations, timex: Timex) -> int:
    """Which block a time expression stands in."""
    return bisect_left(annotations.article.blocks, timex.span.end, key=lambda block: block.span.end)
