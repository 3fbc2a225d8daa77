"""One event on two days, or a dateline that does not fit the publication date.

A story gives the day of its event more than once, and a slip in one of them (a day or a month off) shows
against the other: "the referendum is on Sept. 18 … the Sept. 19 referendum". So does a weekday: "the
referendum is on 18 September 2014, … the Monday referendum", for that was a Thursday. A story is filed
on the day it is published, or a day or two before: a dateline from another week, or from a day after
publication, was carried over from another story, or one of the two dates is wrong.

Left alone: events of which the story has several (other places, other words before them, "another",
"second", "postponed"), three or more dates for one word, days of years that are not certain, datelines
up to seven days before publication, which features and weeklies have, and publication dates that were
read from the dateline itself. What is quoted is a note.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from factlint.annotate.timex.model import Anchor
from factlint.claims.datelines import DatelineClaim
from factlint.claims.event_days import EventDayClaim
from factlint.dates.lexicon import WEEKDAY_NAMES
from factlint.dates.partial import PartialDate
from factlint.document.article import DateSource
from factlint.rulekit.rule import (
    Category,
    Confidence,
    Evidence,
    Example,
    Finding,
    Judgement,
    Missing,
    Profile,
    Related,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.rulekit.context import ArticleContext

FILED_BEFORE = dt.timedelta(days=7)
"""Features and weeklies are filed up to so long before they are published."""

FILED_AFTER = dt.timedelta(days=1)
"""East of the newsroom it is tomorrow already."""

NEAR = 600
"""A weekday and a date are of one event where they stand at most so many code points apart."""

LASTING = frozenset({"trial", "election", "primary"})
"""Events that may go on for days, so that the next day is no slip."""


def _check(context: ArticleContext) -> Iterator[Judgement]:
    for claim in context.claims(DatelineClaim):
        yield _check_dateline(claim, context)
    by_noun: defaultdict[str, list[EventDayClaim]] = defaultdict(list)
    for event in context.claims(EventDayClaim):
        by_noun[event.noun].append(event)
    for events in by_noun.values():
        if len(events) > 1:
            yield _check_event(events)


def _check_event(events: Sequence[EventDayClaim]) -> Judgement:
    """Compare the days given for what the story calls by one word."""
    if not _is_one(events):
        return Judgement.unknown(Missing.CONTEXT)
    dated = [(event, day) for event in events if (day := _day(event)) is not None]
    days = list(dict.fromkeys(day for _, day in dated))
    if len(days) == 2:
        first = dated[0]
        second = next(one for one in dated if one[1] != first[1])
        if not _is_slip(first[1], second[1], events[0].noun):
            return Judgement.unknown(Missing.CONTEXT)
        return Judgement.refuted(_two_days(first, second))
    if len(days) != 1:
        return Judgement.unknown(Missing.YEAR)
    for event in events:
        weekday = event.timex.written.weekday
        near = next((one for one, _ in dated if 0 < event.span.start - one.span.start <= NEAR), None)
        if weekday is not None and event.timex.written.day is None and near and days[0].weekday() != weekday:
            return Judgement.refuted(_two_weekdays(near, event, days[0]))
    return Judgement.supported()


def _is_one(events: Sequence[EventDayClaim]) -> bool:
    """Whether all of them surely are one event."""
    if any(event.one_of_several for event in events):
        return False
    places = {event.place for event in events if event.place}
    qualifiers = {event.qualifiers for event in events if event.qualifiers}
    return len(places) <= 1 and len(qualifiers) <= 1


def _day(event: EventDayClaim) -> dt.date | None:
    date, timex = event.timex.date, event.timex
    if date is None or timex.written.day is None or timex.anchor is Anchor.UNRESOLVED:
        return None
    return date.earliest


def _is_slip(one: dt.date, other: dt.date, noun: str) -> bool:
    """Whether two days differ as by a slip: by a day, or by a month or a year with the same day."""
    if one.day == other.day:
        months = abs((one.year - other.year) * 12 + one.month - other.month)
        return months in (1, 12)
    return noun not in LASTING and abs((one - other).days) == 1 and one.month == other.month


def _two_days(first: tuple[EventDayClaim, dt.date], second: tuple[EventDayClaim, dt.date]) -> Finding:
    noun = first[0].noun
    days = [PartialDate.of(day).in_words() for _, day in (first, second)]
    fact = f"the {noun} is on {days[0]} elsewhere in the story, not on {days[1]}"
    return Finding(
        span=second[0].span,
        message=fact,
        subject=f"{noun}:{first[1]}:{second[1]}",
        evidence=(Evidence(fact),),
        related=(Related(first[0].span, f"the {noun} on {days[0]}"),),
    )


def _two_weekdays(dated: EventDayClaim, other: EventDayClaim, day: dt.date) -> Finding:
    words, name = PartialDate.of(day).in_words(), WEEKDAY_NAMES[day.weekday()]
    fact = f"the {other.noun} is on {words}, a {name}"
    return Finding(
        span=other.span,
        message=fact,
        subject=f"{other.noun}:{day}:{other.timex.written.weekday}",
        evidence=(Evidence(fact),),
        related=(Related(dated.span, f"the {other.noun} on {words}"),),
    )


def _check_dateline(claim: DatelineClaim, context: ArticleContext) -> Judgement:
    published = context.article.published
    if published is None or published.source is DateSource.DATELINE:
        return Judgement.unknown(Missing.PUBLICATION_DATE)
    date = claim.timex.date
    if date is None or date.day is None:
        return Judgement.unknown(Missing.YEAR)
    filed = date.earliest
    if published.date - FILED_BEFORE <= filed <= published.date + FILED_AFTER:
        return Judgement.supported()
    day, other = PartialDate.of(filed).in_words(), PartialDate.of(published.date).in_words()
    fact = f"the dateline says {day}, the {published.source} {other}"
    related = (Related(published.span, f"published on {other}"),) if published.span is not None else ()
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=fact,
            subject=f"dateline:{filed}",
            evidence=(Evidence(fact),),
            related=related,
        )
    )


RULE = Rule(
    code="FL407",
    name="date-conflict",
    summary="One event is on two days, or the dateline does not fit the publication date.",
    doc=__doc__,
    category=Category.DATE,
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    profile=Profile.PEDANTIC,
    check_article=_check,
    invalid=(
        Example("GENEVA, [[June 6]] (Reuters) — The two leaders met for the first time.", date="2021-06-16"),
        Example("OSLO, [[June 16, 2020]] (AP) — The prize went to a chemist.", date="2021-06-16"),
        Example(
            "The referendum will be held on Sept. 18. The [[Sept. 19 referendum]] will be close.",
            date="2014-09-01",
        ),
        Example(
            "The trial begins on March 4, 2019. Her lawyers await the [[April 4, 2019, trial]].",
            date="2019-02-01",
        ),
        Example(
            "The referendum is on 18 September 2014. The [[Monday referendum]] will be close.",
            date="2014-09-01",
        ),
    ),
    valid=(
        Example("GENEVA, June 16 (Reuters) — The two leaders met for the first time.", date="2021-06-16"),
        Example("GENEVA, June 13 (Reuters) — The two leaders met for the first time.", date="2021-06-16"),
        Example(
            "The June 17 shooting in Ardal left nine dead. It recalled the June 16 shooting in Borg.",
            date="2015-07-01",
        ),
        Example(
            "The referendum will be held on Sept. 18. The second, the Sept. 19 referendum, is local.",
            date="2014-09-01",
        ),
        Example("GENEVA (Reuters) — On June 6 the two leaders met for the first time.", date="2021-06-16"),
    ),
)
