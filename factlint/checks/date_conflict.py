"""A dateline that does not fit the publication date: filed on 6 June, published on 16 June.

A story is filed on the day it is published, or a day or two before. A dateline from another week, or
from a day after publication, was carried over from another story, or one of the two dates is wrong.

Left alone: datelines up to seven days before publication, which features and weeklies have, and stories
whose publication date was read from the dateline itself.
"""

from __future__ import annotations

import datetime as dt

from factlint.claims.datelines import DatelineClaim
from factlint.dates.partial import PartialDate
from factlint.document.article import DateSource
from factlint.rulekit.context import ArticleContext
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

FILED_BEFORE = dt.timedelta(days=7)
"""Features and weeklies are filed up to so long before they are published."""

FILED_AFTER = dt.timedelta(days=1)
"""East of the newsroom it is tomorrow already."""


def _check(claim: DatelineClaim, context: ArticleContext) -> Judgement:
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
    summary="The dateline does not fit the publication date.",
    doc=__doc__,
    category=Category.DATE,
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    profile=Profile.PEDANTIC,
    claim=DatelineClaim,
    check_claim=_check,
    invalid=(
        Example("GENEVA, [[June 6]] (Reuters) — The two leaders met for the first time.", date="2021-06-16"),
        Example("OSLO, [[June 16, 2020]] (AP) — The prize went to a chemist.", date="2021-06-16"),
    ),
    valid=(
        Example("GENEVA, June 16 (Reuters) — The two leaders met for the first time.", date="2021-06-16"),
        Example("GENEVA, June 13 (Reuters) — The two leaders met for the first time.", date="2021-06-16"),
        Example("GENEVA (Reuters) — On June 6 the two leaders met for the first time.", date="2021-06-16"),
    ),
)
