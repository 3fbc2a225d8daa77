"""Somebody who had died acts in the news.

Finds "Colin Powell said on Tuesday" in a story of 2022 and "John McCain will visit" in one of 2019: a
name that was meant for another, an old paragraph that was left in, or a template that outlived its subject.

The name must be a prominent person's whose death is known, everybody else of that name must have been
dead too, and the copy must say the day: with its year, or as a day of the week of publication. Left
alone: the day after the death; articles that speak of the death, a funeral, an anniversary, an estate, or
of a book, film or statue beside the name; people introduced by age, home town, or a trade that was not
the known person's; sons, ships and halls of the same name; surnames alone; and the long dead, who are
spoken of in other ways.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from factlint.claims.acts import ActClaim
from factlint.dates.partial import PartialDate
from factlint.rulekit.rule import (
    Category,
    Confidence,
    Evidence,
    Example,
    Finding,
    Judgement,
    Missing,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from factlint.rulekit.context import ArticleContext

PROMINENT = 3
"""Prominence from which a full name without anything beside it means the person."""

GRACE = dt.timedelta(days=1)
"""So long after a death copy still reports what the person did the day before."""

LONG_DEAD = dt.timedelta(days=365 * 30)
"""After so long a time the name is a street's, a ship's or a great-grandchild's."""


def _check(claim: ActClaim, context: ArticleContext) -> Judgement:
    kb = context.kb
    deaths = [kb.died(person.id) for person in claim.people]
    died = deaths[0]
    if died is None:
        return Judgement.unknown(Missing.KNOWLEDGE)
    if claim.day <= died.latest + GRACE:
        return Judgement.supported()
    person = claim.people[0]
    if any(other is None or claim.day <= other.latest + GRACE for other in deaths[1:]):
        return Judgement.unknown(Missing.CONTEXT)
    if claim.mourned or claim.introduced or person.prominence < PROMINENT:
        return Judgement.unknown(Missing.CONTEXT)
    if claim.day > died.latest + LONG_DEAD:
        return Judgement.unknown(Missing.CONTEXT)
    death = f"died {'on' if died.day else 'in'} {died.in_words()}"
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=(
                f"{person.label} ({person.id}) {death} and cannot have acted"
                f" on {PartialDate.of(claim.day).in_words()}"
            ),
            subject=f"dead:{person.id}",
            evidence=(Evidence(f"{person.label} {death}", person.id),),
        )
    )


RULE = Rule(
    code="FL603",
    name="dead-at-the-time",
    summary="Somebody who had died acts in the news.",
    doc=__doc__,
    category=Category.BIOGRAPHY,
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    claim=ActClaim,
    check_claim=_check,
    invalid=(
        Example(
            "Former Secretary of State [[Colin Powell said]] on Tuesday that he agreed.", date="2022-03-10"
        ),
        Example("[[John McCain will visit]] Vilnius next week, his office said.", date="2019-04-02"),
        Example("On Wednesday, [[Kofi Annan met]] the rebels in Tripoli.", date="2019-09-12"),
    ),
    valid=(
        Example("Former Secretary of State Colin Powell said on Tuesday that he agreed.", date="2021-06-10"),
        Example("Colin Powell spoke on Feb. 5, 2003, at the United Nations.", date="2022-03-10"),
        Example("Colin Powell said Saturday he felt well. He died on Monday.", date="2021-10-18"),
        Example("A film shows what John McCain said on Tuesday, Sept. 2, 2008.", date="2019-04-02"),
        Example("John McCain, 34, a plumber from Leeds, said on Tuesday he had won.", date="2019-04-02"),
        Example("Spokesman George Harrison said on Tuesday that the school would open.", date="2019-04-02"),
        Example("The carrier USS John McCain visited Da Nang on Monday.", date="2019-04-02"),
        Example("Colin Powell Jr. said on Tuesday that the school would open.", date="2022-03-10"),
    ),
)
