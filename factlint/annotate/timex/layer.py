"""The layer of time expressions of an article."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factlint.annotate.timex.compose import compose
from factlint.annotate.timex.find import Found, find_readings
from factlint.annotate.timex.meaning import Base, CalendarDate, Clock, Direction, Meaning, Shift, WeekdayName
from factlint.annotate.timex.model import Timex, TimexType
from factlint.annotate.timex.normalise import Situation, normalise
from factlint.annotate.timex.tense import tense_at
from factlint.dates.partial import PartialDate
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.document.article import Article

HISTORY_WEIGHT = 6
"""An article tells a life or a history if it names so many years, few of them recent; a year with
its month weighs two, for news gives whole dates of recent days only."""

RECENT = 2
"""Years up to so many before publication are recent."""

RECENT_SHARE = 0.25
"""In a life or a history, at most this share of that weight is recent."""


def find_timexes(article: Article, sentences: Sequence[Span]) -> tuple[Timex, ...]:
    """The time expressions of an article, in order, with their values.

    Args:
        article: the article; relative expressions are read against its publication date, or stay
            unresolved where it has none.
        sentences: its sentences, in order.
    """
    prose = article.prose
    published = article.published.date if article.published else None
    found = [
        reading for block in article.blocks for reading in compose(prose, find_readings(prose, block.span))
    ]
    timeline = _Timeline(prose, sentences, published, tells_history=_tells_history(found, published))
    dated = list(timeline.read(found))
    return tuple(timeline.with_clocks(found, dated))


def _tells_history(found: Sequence[Found], published: dt.date | None) -> bool:
    if any(_is_of_the_day(reading.meaning) for reading in found):
        return False
    weights = [
        (reading.meaning.written.year, 1 if reading.meaning.written.month is None else 2)
        for reading in found
        if isinstance(reading.meaning, CalendarDate) and reading.meaning.written.year is not None
    ]
    total = sum(weight for _, weight in weights)
    if total < HISTORY_WEIGHT:
        return False
    newest = published.year if published else max(year for year, _ in weights)
    recent = sum(weight for year, weight in weights if year >= newest - RECENT)
    return recent <= RECENT_SHARE * total


def _is_of_the_day(meaning: Meaning) -> bool:
    """Whether only news speaks so: "on Tuesday", "yesterday"."""
    if isinstance(meaning, Shift):
        return meaning.unit == "day" and meaning.base is Base.PUBLICATION
    return isinstance(meaning, WeekdayName) and meaning.direction is not Direction.THAT


class _Timeline:
    """Reads the expressions of one article in order, each against what came before."""

    def __init__(
        self, prose: str, sentences: Sequence[Span], published: dt.date | None, *, tells_history: bool
    ) -> None:
        self._prose = prose
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._published = published
        self._tells_history = tells_history

    def _sentence(self, span: Span) -> Span:
        index = bisect_right(self._starts, span.start) - 1
        return self._sentences[index] if index >= 0 else span

    def read(self, found: Sequence[Found]) -> Iterator[Timex]:
        """The value of every expression; clock times get the publication date for their day."""
        context: PartialDate | None = None
        context_at: Span | None = None
        for reading in found:
            sentence = self._sentence(reading.span)
            same_sentence = context_at is not None and context_at.start >= sentence.start
            timex = self._timex(reading, sentence, context, same_sentence=same_sentence)
            yield timex
            if timex.type is TimexType.DATE and timex.date is not None:
                context, context_at = timex.date, timex.span

    def _timex(
        self, reading: Found, sentence: Span, context: PartialDate | None, *, same_sentence: bool
    ) -> Timex:
        other_year = (
            same_sentence
            and context is not None
            and self._published is not None
            and abs(context.year - self._published.year) > 1
        )
        situation = Situation(
            published=self._published,
            context=None if isinstance(reading.meaning, Clock) else context,
            tense=tense_at(self._prose, sentence, reading.span),
            prefer_context=self._tells_history or other_year,
        )
        normal = normalise(reading.meaning, situation)
        return Timex(
            span=reading.span,
            type=normal.type,
            value=normal.value,
            mod=normal.mod,
            anchor=normal.anchor,
            written=normal.written,
            begin=normal.begin,
            end=normal.end,
        )

    def with_clocks(self, found: Sequence[Found], dated: Sequence[Timex]) -> Iterator[Timex]:
        """The expressions with each clock time on the day named beside it in its sentence."""
        for index, (reading, timex) in enumerate(zip(found, dated, strict=True)):
            if isinstance(reading.meaning, Clock):
                day = self._day_beside(index, timex, dated)
                situation = Situation(self._published, day, tense_at(self._prose, timex.span, timex.span))
                normal = normalise(reading.meaning, situation)
                yield Timex(timex.span, normal.type, normal.value, normal.mod, normal.anchor)
            else:
                yield timex

    def _day_beside(self, index: int, clock: Timex, dated: Sequence[Timex]) -> PartialDate | None:
        sentence = self._sentence(clock.span)
        following = dated[index + 1 : index + 2]
        preceding = dated[max(0, index - 1) : index]
        for neighbour in (*following, *preceding):
            if neighbour.type is TimexType.DATE and neighbour.span.start in sentence:
                day = neighbour.date
                if day is not None and day.day is not None:
                    return day
        return None
