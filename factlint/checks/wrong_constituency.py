"""A member of Congress or a governor is given the wrong state.

Finds "Sen. Tammy Baldwin of Minnesota", "Minnesota Sen. Tammy Baldwin", "(R-Oklahoma)" after an Iowan,
", a senator from Florida," and ", D-Fla.," after a Texan, and "Gov. Chris Christie of New York". The person
is looked up by name, with the states of all offices that the knowledge base states.

Left alone: people of the same name one of whom fits, former states of those who moved, members of
state legislatures, and "of" without a title or party, which gives a home and not a seat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.congress import nearest, states_of, terms
from factlint.checks.wording import named, office_in_words, tenure_in_words
from factlint.claims.affiliations import StateClaim
from factlint.dates.partial import PartialDate
from factlint.kb.model import Fit
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


def _check(claim: StateClaim, context: ArticleContext) -> Judgement:
    kb, day = context.kb, context.published
    known = [(person, terms(person.id, kb)) for person in claim.people]
    members = [(person, served) for person, served in known if served]
    if not members:
        return Judgement.unknown(Missing.KNOWLEDGE)
    if any(claim.state.label in states_of(person.id, kb) for person in claim.people):
        return Judgement.supported()
    person, served = members[0]
    term = nearest(served, day)
    held = day is not None and term.validity.at(day) is Fit.YES
    if claim.bare and not held:
        return Judgement.unknown(Missing.CONTEXT)
    when = f" on {PartialDate.of(day).in_words()}" if day is not None and held else ""
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=(f"{named(person)} is not from {claim.state.label}: {office_in_words(term)}{when}"),
            subject=f"{person.id}:{claim.state.id}",
            evidence=(Evidence(f"{person.label}: {tenure_in_words(term)}", person.id, term.source),),
        )
    )


RULE = Rule(
    code="FL202",
    name="wrong-constituency",
    summary="A member of Congress or a governor is given the wrong state.",
    doc=__doc__,
    category=Category.OFFICE,
    severity=Severity.ERROR,
    confidence=Confidence.VERY_HIGH,
    claim=StateClaim,
    check_claim=_check,
    invalid=(
        Example("Sen. Tammy Baldwin of [[Minnesota]] backed the bill.", date="2019-05-06"),
        Example("Sen. Joni Ernst (R-[[Oklahoma]]) backed the bill.", date="2019-05-06"),
        Example("Sen. Joni Ernst, R-[[Ind.]], backed the bill.", date="2019-05-06"),
        Example("[[Oregon]] Sen. Tammy Baldwin backed the bill.", date="2019-05-06"),
        Example("Joni Ernst, a senator from [[Indiana]], backed the bill.", date="2019-05-06"),
        Example("Gov. Chris Christie of [[New York]] backed the bill.", date="2013-05-06"),
    ),
    valid=(
        Example("Sen. Tammy Baldwin of Wisconsin backed the bill.", date="2019-05-06"),
        Example("Sen. Joni Ernst (R-Iowa) and Sen. Tammy Baldwin, D-Wis., backed it.", date="2019-05-06"),
        Example("State Sen. Joni Ernst of Illinois backed the bill.", date="2019-05-06"),
        Example("On a visit to Oregon Sen. Tammy Baldwin backed the bill.", date="2019-05-06"),
    ),
)
