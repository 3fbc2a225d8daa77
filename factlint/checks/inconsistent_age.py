"""Two ages are given for one person within one article.

Finds "Jane Roe, 34, ..." and, further down, "Roe, 43,", and "Jane Roe, 34, is ten years older than her
husband, John Roe, 30". Which of the two is right is for the desk to find out. People whose date of birth is
known are judged by it (FL601).

Left alone: ages in sentences that speak of another time, ages within quotations, and short names that
may be several people's, and differences that a birthday explains.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.claims.age_differences import AgeDifferenceClaim
from factlint.claims.ages import AgeClaim
from factlint.claims.present import PAST_DAYS
from factlint.rulekit.rule import Category, Confidence, Example, Finding, Judgement, Related, Rule, Severity

if TYPE_CHECKING:
    from factlint.rulekit.context import ArticleContext


def _check(context: ArticleContext) -> Iterator[Judgement]:
    first: dict[tuple[str, bool], AgeClaim] = {}
    for claim in context.claims(AgeClaim):
        if not claim.person or claim.quoted or _may_be_of_another_time(claim, context):
            continue
        if any(context.kb.born(person.id) is not None for person in claim.people):
            continue
        earlier = first.setdefault((claim.person, claim.at_death), claim)
        if earlier.age == claim.age:
            continue
        line = context.article.source.position(earlier.span.start).line
        yield Judgement.refuted(
            Finding(
                span=claim.span,
                message=f"{claim.mention.text} is {claim.age} here and {earlier.age} on line {line}",
                subject=f"{claim.person}:{earlier.age}:{claim.age}",
                related=(Related(earlier.span, f"here {earlier.age}"),),
            )
        )
    for difference in context.claims(AgeDifferenceClaim):
        yield _judge_difference(difference)


def _judge_difference(claim: AgeDifferenceClaim) -> Judgement:
    first, second = claim.first, claim.second
    apart = first.age - second.age
    # Birthdays fall on different days, so that the ages in full years may be one more or less apart.
    if abs(apart - claim.years) <= 1:
        return Judgement.supported()
    said = "older" if apart > 0 else "younger"
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"{first.mention.text} is {first.age} and {second.mention.text} {second.age}, "
            + (f"which is {abs(apart)} years {said}" if apart else "which is the same age"),
            subject=f"{first.person}:{second.person}:{claim.years}",
            related=(Related(first.span, "the one age"), Related(second.span, "the other age")),
        )
    )


def _may_be_of_another_time(claim: AgeClaim, context: ArticleContext) -> bool:
    day = context.published
    return any(day is None or abs((day - time.latest).days) > PAST_DAYS for time in claim.times)


RULE = Rule(
    code="FL602",
    name="inconsistent-age",
    summary="Two ages are given for one person within one article.",
    doc=__doc__,
    category=Category.BIOGRAPHY,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    check_article=_check,
    invalid=(
        Example("Brian Wolfhardt, 34, was first in the queue. Wolfhardt, [[43]], had come at dawn."),
        Example(
            "A 34-year-old baker, Brian Wolfhardt, 34, was first. \n\n Brian Wolfhardt ([[35]]) came at dawn."
        ),
        Example("Brian Wolfhardt, 34, is [[ten years older]] than his wife, Greta Wolfhardt, 29."),
    ),
    valid=(
        Example("Brian Wolfhardt, 34, is four years older than his wife, Greta Wolfhardt, 29."),
        Example("Brian Wolfhardt, 34, was first in the queue. Wolfhardt, 34, had come at dawn."),
        Example("Brian Wolfhardt, 34, came with his son, Max Wolfhardt, 4."),
        Example("Brian Wolfhardt, 34, came first. In 2009, Wolfhardt, 24, had won it.", date="2019-08-10"),
    ),
)
