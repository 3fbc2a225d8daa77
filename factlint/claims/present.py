"""Whether what a sentence says of somebody holds at the time of publication."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from factlint.annotate.within import within
from factlint.dates.partial import PartialDate
from factlint.regex import regex

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.text.span import Span

_WEEK = regex(r"(\d{4})-W(\d\d)")

PAST_DAYS = 60
"""A date so long before publication puts a sentence into the past ..."""

PRESENT_DAYS = 10
"""... unless the sentence also names a day so near to publication, as news does."""


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


def _week(value: str) -> PartialDate | None:
    match = _WEEK.fullmatch(value)
    try:
        return PartialDate.of(dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)) if match else None
    except ValueError:
        return None
