"""Rules on the day of an event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from factlint.annotate.phrases import PhraseMention, Phrases
from factlint.annotate.within import within
from factlint.claims.event_mentions import days_given
from factlint.dates.lexicon import WEEKDAY_NAMES
from factlint.dates.partial import PartialDate
from factlint.dates.yearly import FORMS, YearlyDay
from factlint.rulekit.declarative.base import CASE, DeclaredCheck, Field, FieldError, FieldType, Kind, Terms
from factlint.rulekit.rule import Category, Finding, Judgement, Missing

if TYPE_CHECKING:
    from factlint.annotate.timex.model import Timex
    from factlint.rulekit.context import ArticleContext

NEAR = 14
"""A weekday alone means a day at most so many days from publication."""


@dataclass(frozen=True, kw_only=True)
class FixedDateEventCheck(DeclaredCheck):
    """Judges the day that the copy gives an event.

    Attributes:
        phrases: what the event is called.
        exact: whether capitals count.
        when: its date, or the day on which it comes back every year.
        written: the same as the entry writes it.
        unless: phrases in whose sentence no date is judged.
    """

    phrases: tuple[str, ...]
    exact: bool
    when: PartialDate | YearlyDay
    written: str
    unless: tuple[str, ...] = ()

    @cached_property
    def _index(self) -> Phrases:
        return Phrases(self.phrases, self.exact)

    def judge(self, context: ArticleContext) -> Iterator[Judgement]:
        """The verdict on each date that the event is given."""
        annotations = context.annotations
        mentions = self._index.find(annotations)
        exceptions = Phrases(self.unless, self.exact).find(annotations) if mentions else ()
        for mention in mentions:
            if within(exceptions, annotations.sentence_at(mention.span.start)):
                continue
            for timex in days_given(annotations, mention.span):
                yield self._verdict(mention, timex, context.published)

    def _verdict(self, mention: PhraseMention, timex: Timex, published: dt.date | None) -> Judgement:
        day = self.when if isinstance(self.when, PartialDate) else _occurrence(self.when, timex, published)
        if day is None:
            return Judgement.unknown(Missing.PUBLICATION_DATE if published is None else Missing.YEAR)
        agrees = _agrees(day, timex, published, every_year=isinstance(self.when, YearlyDay))
        if agrees is None:
            return Judgement.unknown(Missing.CONTEXT)
        if agrees:
            return Judgement.supported()
        weekday = (
            f"{WEEKDAY_NAMES[day.earliest.weekday()]}, "
            if timex.written.weekday is not None and day.day
            else ""
        )
        return Judgement.refuted(
            Finding(
                span=timex.span,
                message=self.terms.said(f"{mention.words} is on {weekday}{day.in_words()}"),
                subject=f"{mention.phrase}: {day}",
                evidence=(self.terms.evidence(f"{self.phrases[0]}: {self.written}"),),
            )
        )


def _occurrence(when: YearlyDay, timex: Timex, published: dt.date | None) -> PartialDate | None:
    """The day in the year of which the copy speaks."""
    written, date = timex.written, timex.date
    if written.year is not None or (written.month is None and date is not None):
        year = date.year if date else None
    elif when.day is not None and not when.offset:
        # The same day every year, so any year will do to compare month and day.
        year = published.year if published else 2000
    else:
        year = date.year if date else None
    day = when.in_year(year) if year is not None and dt.MINYEAR < year < dt.MAXYEAR else None
    return PartialDate.of(day) if day else None


def _agrees(day: PartialDate, timex: Timex, published: dt.date | None, *, every_year: bool) -> bool | None:
    """Whether a date of the copy may be the event's; None where that cannot be said."""
    written, date = timex.written, timex.date
    if written.month is not None or written.year is not None:
        if every_year and written.month is None:
            return None
        pairs = [(written.year, day.year), (written.month, day.month), (written.day, day.day)]
        return all(one == other for one, other in pairs if one is not None and other is not None)
    if date is None or date.day is None or day.day is None or published is None:
        return None
    if abs((date.earliest - published).days) > NEAR or abs((day.earliest - published).days) > NEAR:
        return None
    if written.weekday is not None:
        return day.earliest.weekday() == written.weekday
    return day.earliest == date.earliest


def _build(values: Mapping[str, Any], terms: Terms) -> FixedDateEventCheck:
    text = values["date"]
    when: PartialDate | YearlyDay
    try:
        when = YearlyDay.parse(text)
    except ValueError as unlike:
        try:
            when = PartialDate.parse(text)
        except ValueError:
            raise FieldError("date", str(unlike), f"write a date such as 2016-06-23, or {FORMS}") from None
    return FixedDateEventCheck(
        terms=terms,
        phrases=values["event"],
        exact=values.get("case", "exact") == "exact",
        when=when,
        written=text,
        unless=values.get("unless", ()),
    )


KIND = Kind(
    name="fixed-date-event",
    summary="An event is given another day than its own.",
    doc="""\
Finds "Bastille Day, July 15", "on July 15, Bastille Day," and "Bastille Day falls on Tuesday" where it is a
Wednesday. The date is that of one day, or of a day that comes back every year. What the copy leaves out is
not compared: the year, or all but the weekday, which counts only within two weeks of publication.

Left alone: days before and after the event, its eve and its week, and sentences that speak of its being
moved or observed on another day.""",
    category=Category.DATE,
    fields={
        "event": Field("What the event is called.", required=True),
        "date": Field(
            f"Its date, as 2016-06-23, or the day of every year: {FORMS}.", FieldType.TEXT, required=True
        ),
        "unless": Field("Phrases in whose sentence no date is judged."),
        "case": Field("Whether capitals count: exact (the default) or any.", CASE.type, choices=CASE.choices),
    },
    build=_build,
)
"""What an entry of the kind says."""
