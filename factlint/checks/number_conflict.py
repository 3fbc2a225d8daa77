"""One thing is given two numbers: the headline's 14 dead and the text's 12; $3 million, then $3 billion.

Headlines are written last and updated first, and a million turns into a billion at a slip. Compared are
the headline and the first two paragraphs, where they count the same things; numbers with the same
digits but another scale ("$3.2 million", "$3.2 billion") for the same thing; sentences that say the
same with another number, as captions and leads do; and "the five judges" where the text has named one
number of judges, and not five.

Two numbers are in conflict only if it is sure that they state one thing at one time. Left alone are
parts of a larger number, updates ("has risen to"), numbers that the text gives or adds up to elsewhere,
rounded and hedged numbers within their tolerance, and numbers of different units. What stands within
quotation marks is at most a note.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from factlint.annotate.quantities.rounding import bounds, close_bounds, overlap
from factlint.claims.repeated_quantities import RepeatedQuantityClaim, Sameness
from factlint.rulekit.rule import (
    Category,
    Confidence,
    Evidence,
    Example,
    Finding,
    Judgement,
    Missing,
    Related,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from factlint.claims.quantities import QuantityClaim
    from factlint.rulekit.context import ArticleContext

ROUND_SHARE = Fraction(1, 10)
"""How far a number that ends in zeros may be off in a headline."""

MOST_ADDENDS = 30
"""Of how many numbers of an article sums are tried."""


def _check(claim: RepeatedQuantityClaim, context: ArticleContext) -> Judgement:
    first, second = claim.first, claim.second
    same_hedge = first.quantity.hedge is second.quantity.hedge
    ends = close_bounds if same_hedge and claim.sameness is Sameness.SENTENCE else bounds
    if overlap(ends(first.quantity, ROUND_SHARE), ends(second.quantity, ROUND_SHARE)):
        return Judgement.supported()
    if claim.sameness is Sameness.HEADLINE and _explained(claim):
        return Judgement.unknown(Missing.CONTEXT)
    if claim.sameness is Sameness.REFERENCE and _given_elsewhere(claim):
        return Judgement.unknown(Missing.CONTEXT)
    prose = context.article.prose
    place = "the headline" if claim.sameness is Sameness.HEADLINE else "another place"
    wrong, right = _suspect(claim)
    return Judgement.refuted(
        Finding(
            span=wrong.span,
            message=f"{wrong.span.of(prose)} here, but {right.span.of(prose)} "
            f"in "
            f"{place if wrong is second else 'the text' if claim.sameness is Sameness.HEADLINE else place}",
            subject=f"{right.counted}:{right.event}:{float(wrong.quantity.low)}:{float(right.quantity.low)}",
            evidence=(Evidence(claim.sameness.value),),
            related=(Related(right.span, "the other number"),),
        )
    )


def _suspect(claim: RepeatedQuantityClaim) -> tuple[QuantityClaim, QuantityClaim]:
    """The claim to point at, which is the one that stands alone, and the other; in doubt the second."""
    first, second = claim.first, claim.second
    firsts = sum(other.quantity.low == first.quantity.low for other in claim.peers)
    seconds = sum(other.quantity.low == second.quantity.low for other in claim.peers)
    return (first, second) if seconds > firsts else (second, first)


def _explained(claim: RepeatedQuantityClaim) -> bool:
    """Whether the text gives the headline's number elsewhere, or numbers that add up to it."""
    headline = bounds(claim.first.quantity, ROUND_SHARE)
    numbers = [other for other in claim.peers if other is not claim.first]
    if any(overlap(headline, bounds(other.quantity, ROUND_SHARE)) for other in numbers):
        return True
    distinct = sorted({other.quantity.low for other in numbers})[:MOST_ADDENDS]
    return any(
        headline[0] <= total <= headline[1]
        for one, other in combinations(distinct, 2)
        for total in (one + other, other - one)
    )


def _given_elsewhere(claim: RepeatedQuantityClaim) -> bool:
    """Whether the number of "the five judges" stands elsewhere, or is the sum of two numbers in a row."""
    number = claim.second.quantity.low
    others = [other.quantity.low for other in claim.peers if other is not claim.second]
    return number in others or any(one + other == number for one, other in pairwise(others))


RULE = Rule(
    code="FL704",
    name="number-conflict",
    summary="The copy gives two numbers for one thing.",
    doc=__doc__,
    category=Category.NUMBER,
    severity=Severity.ERROR,
    confidence=Confidence.MEDIUM,
    claim=RepeatedQuantityClaim,
    check_claim=_check,
    invalid=(
        Example("# Ferry sinks, 14 dead\n\nA ferry sank off Samos on Monday and [[12]] people were killed."),
        Example(
            "The city signed a $3.2 million contract for the bridge. Work began in May.\n\n"
            "Critics say that the [[$3.2 billion]] contract for the bridge is too dear."
        ),
        Example(
            "# Acme to cut 5,000 jobs in Leeds\n\nAcme said on Monday it would cut [[500]] jobs in Leeds."
        ),
        Example(
            "The airline cancelled 120 flights to Oslo over the strike of pilots.\n\n"
            "(Photo: the airline cancelled [[210]] flights to Oslo over the strike of pilots.)"
        ),
        Example("Nine federal judges heard the case in May. The [[seven]] federal judges ruled on Friday."),
    ),
    valid=(
        Example("# Ferry sinks, 12 dead\n\nA ferry sank off Samos on Monday and 12 people were killed."),
        Example("# Ferry toll rises to 14\n\nA ferry sank off Samos on Monday and 12 people were killed."),
        Example(
            "# Ferry sinks, 14 dead\n\nA ferry sank off Samos on Monday and 12 people were killed.\n\n"
            "Two more died in hospital."
        ),
        Example("# Acme to cut 5,000 jobs\n\nAcme said on Monday it would cut 4,960 jobs."),
        Example("Nine judges heard the case. The five judges who dissented were old."),
        Example("Four judges agreed, three did not. The seven judges had met in May."),
        Example("The fund has $3.2 million. Its rival, a bank, has $3.2 billion."),
    ),
)
