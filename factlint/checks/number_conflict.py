"""One thing is given two numbers: the headline's 14 dead and the text's 12; $3 million, then $3 billion.

Headlines are written last and updated first, digits change places, and a million turns into a billion at
a slip. Compared are the headline and the first two paragraphs, where they count the same things; the
number of a list in the headline and in "here are five ..."; numbers that are unlike by a slip alone (two
digits that changed places, one digit of three, million and billion) in sentences that speak of one
thing; sentences and phrases that say the same with another number, as captions and leads do; "the five
judges" where the text has named one number of judges, and not five; counts with the same modifiers in
sentences that name the same; and the numbers of flights, bills and resolutions, where one differs from all
others by a slip.

Two numbers are in conflict only if it is sure that they state one thing at one time. Left alone are
parts of a larger number, updates ("has risen to"), sentences that name other times, things that a
further word tells apart ("who dissented", "in York", "main"), numbers that the text gives or adds up to
elsewhere, rounded and hedged numbers within their tolerance, and numbers of different units. Counts from
two named sources ("police said 12, the hospital 14") are a note, and what stands within quotation marks
is at most one.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from factlint.annotate.quantities import Hedge
from factlint.annotate.quantities.numerals import trailing_zeros
from factlint.annotate.quantities.rounding import bounds, overlap, rounded_bounds
from factlint.claims.repeated_quantities import RepeatedQuantityClaim, Sameness
from factlint.regex import regex
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
    from factlint.annotate.quantities import Quantity
    from factlint.claims.quantities import QuantityClaim
    from factlint.rulekit.context import ArticleContext

ROUND_SHARE = Fraction(1, 10)
"""How far a number that ends in zeros may be off in a headline."""

MOST_ADDENDS = 30
"""Of how many numbers of an article sums are tried."""


_OTHERS = regex(r"\b(?:another|other|others|more|third|fourth|fifth|sixth|seventh|also|join(?:ed|s))\b")
_SAME_WORDS = frozenset({Sameness.SENTENCE, Sameness.PHRASE})


def _check(claim: RepeatedQuantityClaim, context: ArticleContext) -> Judgement:
    first, second = claim.first, claim.second
    if _may_be_one_number(first.quantity, second.quantity, same_words=claim.sameness in _SAME_WORDS):
        return Judgement.supported()
    if claim.sameness is Sameness.HEADLINE and _explained(claim):
        return Judgement.unknown(Missing.CONTEXT)
    if claim.sameness is Sameness.REFERENCE and (
        _given_elsewhere(claim) or _joined_by_others(claim, context)
    ):
        return Judgement.unknown(Missing.CONTEXT)
    prose = context.article.prose
    wrong, right = _suspect(claim)
    sources = claim.sameness is Sameness.SOURCES
    line = context.article.source.position(right.span.start).line
    return Judgement.refuted(
        Finding(
            span=wrong.span,
            message=f"{wrong.span.of(prose)} here, but {right.span.of(prose)} on line {line}"
            + (", from another source" if sources else ""),
            subject=f"{right.counted}:{right.event}:{float(wrong.quantity.low)}:{float(right.quantity.low)}",
            evidence=(Evidence(claim.sameness.value),),
            related=(Related(right.span, "the other number"),),
            severity=Severity.NOTE if sources else None,
        )
    )


def _may_be_one_number(first: Quantity, second: Quantity, *, same_words: bool) -> bool:
    if _is_counted(first) and _is_counted(second):
        return first.low == second.low
    ends = rounded_bounds if same_words and first.hedge is second.hedge else bounds
    return overlap(ends(first, ROUND_SHARE), ends(second, ROUND_SHARE))


def _is_counted(quantity: Quantity) -> bool:
    """Whether a number is given one by one, not rounded: "two" is not "three"."""
    return quantity.is_count and quantity.hedge is Hedge.NONE and trailing_zeros(quantity.low) == 0


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
    again = [other for other in numbers if other is not claim.second]
    if any(overlap(headline, bounds(other.quantity, ROUND_SHARE)) for other in again):
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


def _joined_by_others(claim: RepeatedQuantityClaim, context: ArticleContext) -> bool:
    """Whether the text tells between the two places of "a third minister", "another" or "two more"."""
    between = slice(claim.first.span.end, claim.second.span.start)
    more = claim.second.quantity.low > claim.first.quantity.low
    return more and _OTHERS.search(context.article.prose[between]) is not None


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
        Example(
            "The ship carried 1,204 passengers when it left. The [[1,402]] passengers were brought ashore."
        ),
        Example(
            "Flight 804 left Oslo at noon. Flight 804 was last seen at one. Flight [[840]] had a crew of six."
        ),
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
        Example("The firm has 4,500 workers in Leeds. Its rival has 5,400 workers in York."),
        Example("The fund has $3.2 million. Its rival, a bank, has $3.2 billion."),
    ),
)
