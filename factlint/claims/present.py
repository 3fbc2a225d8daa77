"""Whether what a sentence says of somebody holds at the time of publication."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from factlint.annotate.within import within
from factlint.claims.deeds import ACTED, DID, DOES, MOURNED, day_of
from factlint.dates.partial import PartialDate
from factlint.document.article import BlockKind
from factlint.regex import regex

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.text.span import Span

_WEEK = regex(r"(\d{4})-W(\d\d)")

PAST_DAYS = 60
"""A date so long before publication puts a sentence into the past ..."""

PRESENT_DAYS = 10
"""... unless the sentence also names a day so near to publication, as news does."""

_REACH = 24
_IS_SUBJECT = regex(r"(?:[,:;“\"—-]\s?|\b(?:and|but|as|while|that|where|because|the)\s+)$")
LOOKS_BACK = regex(
    r"\b(?:then|former|formerly|ex|when|under|during|since|era|administration|years?[ ](?:ago|before|earlier)"
    r"|at[ ]the[ ]time|previous|predecessor|ousted|deposed|impeached|exiled|convicted|jailed|fugitive)\b"
)
"""Words of a sentence that may speak of an office as it was."""


def times_named(annotations: Annotations, words: Span, sentence: Span) -> tuple[PartialDate, ...]:
    """The calendar times that a sentence names, in order; weeks by their first day.

    What the sentence only quotes does not date what the copy itself says.

    Args:
        annotations: the article's layers.
        words: the words in question, within the sentence.
        sentence: the sentence.
    """
    quoted = annotations.is_quoted(words)
    return tuple(
        date
        for timex in within(annotations.timexes, sentence)
        if (quoted or not annotations.is_quoted(timex.span))
        and (date := timex.date or _week(timex.value)) is not None
    )


def speaks_of_the_past(annotations: Annotations, words: Span, sentence: Span) -> bool:
    """Whether a sentence names a time well before publication and none near it.

    Without a publication date every sentence may speak of the past. Arguments as in ``times_named``.
    """
    published = annotations.article.published
    if published is None:
        return True
    ages = [(published.date - date.latest).days for date in times_named(annotations, words, sentence)]
    if any(abs(age) <= PRESENT_DAYS for age in ages):
        return False
    return any(age > PAST_DAYS for age in ages)


def speaks_of_the_present(annotations: Annotations, words: Span, sentence: Span) -> bool:
    """Whether a sentence says that somebody acts on a day near publication, or now, or opens the story.

    Only where they are the subject of the clause and nothing in it looks back is that sure.

    Args:
        annotations: the article's layers.
        words: the name with its title.
        sentence: the sentence they stand in.
    """
    prose, published = annotations.article.prose, annotations.article.published
    if published is None or MOURNED.search(prose, sentence.start, sentence.end):
        return False
    before = max(sentence.start, words.start - _REACH)
    if before < words.start and not _IS_SUBJECT.search(prose, before, words.start):
        return False
    if LOOKS_BACK.search(prose, sentence.start, sentence.end):
        return False
    if speaks_of_the_past(annotations, words, sentence):
        return False
    if DOES.match(prose, words.end, sentence.end):
        return True
    if _opens_the_story(annotations, sentence) and ACTED.match(prose, words.end, sentence.end):
        return True
    did = DID.match(prose, words.end, sentence.end)
    day = day_of(annotations, words, did, sentence) if did else None
    return day is not None and abs((published.date - day).days) <= PRESENT_DAYS


def _opens_the_story(annotations: Annotations, sentence: Span) -> bool:
    """Whether it is the first sentence of the first paragraph, which gives the news."""
    blocks = annotations.article.blocks
    first = next((block for block in blocks if block.kind is BlockKind.PARAGRAPH), None)
    return first is not None and annotations.sentence_at(first.span.start) == sentence


def _week(value: str) -> PartialDate | None:
    match = _WEEK.fullmatch(value)
    try:
        return PartialDate.of(dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)) if match else None
    except ValueError:
        return None
