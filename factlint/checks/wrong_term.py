"""The number of somebody's term is not the one they were in.

Finds "second-term Sen. Joni Ernst" in her first, "freshman Rep. Nancy Pelosi", "Barack Obama, a one-term
president," and "the three-term governor" of one who was in his second. The term is reckoned from the
beginning of the tenures that the knowledge base states and the length of the office's terms.

Left alone: who came to the office by appointment, succession or a special election, left it early or came
back to it, moved to another seat, or was elected to the next term within two months; governors of states
with terms of two years; offices outside the United States; sentences about another time; and terms by
which copy may count those served or the one begun ("a two-term senator" in the third).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.checks.term_count import terms_of
from factlint.checks.wording import named, office_in_words, tenure_in_words
from factlint.claims.terms import TermClaim
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
    from factlint.checks.term_count import Terms
    from factlint.rulekit.context import ArticleContext

_ORDINALS = (
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)


def _check(claim: TermClaim, context: ArticleContext) -> Judgement:
    day, kb = context.published, context.kb
    if day is None:
        return Judgement.unknown(Missing.PUBLICATION_DATE)
    if claim.past:
        return Judgement.unknown(Missing.YEAR)
    known = [
        (person, terms)
        for person in claim.people
        if (terms := terms_of(kb.tenures(person.id), claim.office, day, kb)) is not None
    ]
    # A namesake whose terms are not sure may be meant.
    others = [one for one in claim.people if any(t.office == claim.office for t in kb.tenures(one.id))]
    if not known or len(others) > len(known):
        return Judgement.unknown(Missing.KNOWLEDGE)
    if claim.former and any(terms.held for _, terms in known):
        return Judgement.unknown(Missing.CONTEXT)
    if any(_fits(claim, terms) for _, terms in known):
        return Judgement.supported()
    person, terms = known[0]
    number = f"{_ORDINALS[terms.number]} term" if terms.number < len(_ORDINALS) else f"{terms.number}th term"
    tenure = terms.tenure
    when = f"was on {PartialDate.of(day).in_words()} in" if terms.held else "left at the end of"
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"{named(person)} {when} the {number} as {office_in_words(tenure)}",
            subject=f"term:{person.id}:{claim.office}",
            evidence=(Evidence(f"{person.label}: {tenure_in_words(tenure)}", person.id, tenure.source),),
        )
    )


def _fits(claim: TermClaim, terms: Terms) -> bool:
    """Whether the number may be that of the term, as copy counts."""
    right = {terms.number}
    if terms.held and claim.counted:
        right.add(terms.number - 1)
    if terms.next_is_near:
        right.add(terms.number + 1)
    return claim.number in right


RULE = Rule(
    code="FL204",
    name="wrong-term",
    summary="The number of somebody's term is not the one they were in.",
    doc=__doc__,
    category=Category.OFFICE,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    claim=TermClaim,
    check_claim=_check,
    invalid=(
        Example("[[Second-term Sen]]. Joni Ernst of Iowa backed the bill.", date="2019-05-06"),
        Example("Barack Obama, a [[one-term president]], spoke first.", date="2018-05-07"),
        Example("Sen. Ted Cruz backed the bill. The [[third-term senator]] spoke first.", date="2019-05-06"),
        Example("Scott Walker, a [[third-term Republican governor]], spoke first.", date="2016-05-09"),
    ),
    valid=(
        Example("First-term Sen. Joni Ernst of Iowa backed the bill.", date="2019-05-06"),
        Example("Second-term Sen. Joni Ernst of Iowa backed the bill.", date="2020-11-30"),
        Example("Barack Obama, a two-term president, spoke first.", date="2018-05-07"),
        Example("Sen. Kirsten Gillibrand, a second-term senator, spoke first.", date="2019-05-06"),
        Example("In 2013 first-term Sen. Ted Cruz spoke for 21 hours.", date="2021-05-06"),
        Example("First-term state Sen. Joni Ernst of Iowa backed the bill.", date="2012-05-06"),
    ),
)
