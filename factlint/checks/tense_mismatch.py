"""A day that has passed and is spoken of as to come, or the other way round.

"Will meet on June 3" in a story of June 16 was left over from an earlier version, or the day is wrong; so
was "died on June 30". Only a verb and a day in one clause are judged, and only where the day lies more
than two days on the wrong side of publication, for copy is filed ahead and updated.

Left alone: dates without a year more than 60 days from publication, reported speech that looks back on
a plan ("would meet"), and everything where the publication date is not known. What is quoted is a note.
"""

from __future__ import annotations

import datetime as dt

from factlint.annotate.timex.arithmetic import CLEARLY_NEAR
from factlint.annotate.timex.model import Anchor
from factlint.claims.clause_tense import ClauseTenseClaim
from factlint.dates.partial import PartialDate
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
    Rule,
    Severity,
)

GRACE = dt.timedelta(days=2)
"""Copy filed ahead of an event, or updated after it, is off by a day or two."""


def _check(claim: ClauseTenseClaim, context: ArticleContext) -> Judgement:
    published = context.published
    if published is None:
        return Judgement.unknown(Missing.PUBLICATION_DATE)
    date = claim.timex.date
    if date is None or date.day is None:
        return Judgement.unknown(Missing.YEAR)
    day = date.earliest
    written = claim.timex.written.year is not None
    near = claim.timex.anchor is Anchor.PUBLICATION and abs(day - published) <= CLEARLY_NEAR
    if not (written or near):
        return Judgement.unknown(Missing.YEAR)
    passed = day < published - GRACE
    to_come = day > published + GRACE
    if not (passed if claim.future else to_come):
        return Judgement.supported()
    side = "had passed" if passed else "was still to come"
    fact = f"{PartialDate.of(day).in_words()} {side} on {PartialDate.of(published).in_words()}"
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"“{claim.verb}” does not fit: {fact}",
            subject=f"{day}:{claim.future}",
            evidence=(Evidence(fact),),
        )
    )


RULE = Rule(
    code="FL405",
    name="tense-mismatch",
    summary="A day that has passed is spoken of as to come, or the other way round.",
    doc=__doc__,
    category=Category.DATE,
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    profile=Profile.PEDANTIC,
    claim=ClauseTenseClaim,
    check_claim=_check,
    invalid=(
        Example("The leaders [[will meet on June 3]] in Geneva.", date="2021-06-16"),
        Example("The museum [[is scheduled to open on May 30, 2019]], its director said.", date="2021-06-16"),
        Example("The old king [[died on June 30]] in his palace.", date="2021-06-16"),
    ),
    valid=(
        Example("The leaders will meet on June 30 in Geneva.", date="2021-06-16"),
        Example("The leaders met on June 3 in Geneva.", date="2021-06-16"),
        Example("They said they would meet on June 3 in Geneva.", date="2021-06-16"),
        Example("She will speak of what happened on June 3, 2020.", date="2021-06-16"),
        Example("He will be remembered as the man who on June 3, 2020, said no.", date="2021-06-16"),
        Example("The leaders will meet on June 15 in Geneva.", date="2021-06-16"),
    ),
)
