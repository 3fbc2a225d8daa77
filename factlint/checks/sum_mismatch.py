"""Parts do not add up to their whole: 12 dead, five men and eight women.

A part was updated and the total left as it was, or the other way about. Checked are totals with their
parts behind a colon, a dash or in brackets, and "a total of 12, five in one place and eight in
another", which must add up; parts that may leave some out ("12 people, five men and eight women", "12
people, including 15 children", "seven of the five", "five men, six of them soldiers"), which must not
be more than the whole; percentages of one whole, such as the answers to a question, the shares of the
vote or the parts of a budget, which must not be more than 100; and votes in the Supreme Court, the Senate
and the House of the United States, which must not be more than these have.

Numbers that are counted one by one must fit exactly, rounded ones within their rounding. Left alone are
hedged numbers, parts that may overlap, sentences that speak of several groups, times or questions, and
lists with anything in them that is no part. Votes are left alone in copy that may speak of another
country's or a state's court or chamber.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotate.quantities.rounding import in_words
from factlint.claims.sums import SumClaim
from factlint.claims.vote_tallies import VoteTallyClaim
from factlint.rulekit.rule import (
    Category,
    Confidence,
    Evidence,
    Example,
    Finding,
    Judgement,
    Related,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.rulekit.context import ArticleContext


def _check(context: ArticleContext) -> Iterator[Judgement]:
    for claim in context.claims(SumClaim):
        yield _judge_sum(claim)
    for tally in context.claims(VoteTallyClaim):
        yield _judge_tally(tally)


def _judge_tally(claim: VoteTallyClaim) -> Judgement:
    cast = sum(claim.votes)
    if cast <= claim.seats:
        return Judgement.supported()
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"these are {cast} votes, but the {claim.body} has {claim.seats}",
            subject=f"tally:{claim.body}:{claim.votes[0]}-{claim.votes[1]}",
            evidence=(Evidence(f"{claim.votes[0]} + {claim.votes[1]} = {cast}"),),
        )
    )


def _judge_sum(claim: SumClaim) -> Judgement:
    excess = claim.sum - claim.whole
    if excess <= claim.slack and (not claim.complete or -excess <= claim.slack):
        return Judgement.supported()
    unit = "%" if claim.total is None else ""
    terms = [in_words(part.low, part.step) for part in claim.parts] + ["1"] * claim.more
    written = " + ".join(terms)
    whole, together = in_words(claim.whole), in_words(claim.sum, min(part.step for part in claim.parts))
    if claim.total is None:
        message = f"these percentages of one whole add up to {together}%"
    elif len(terms) == 1:
        message = f"{terms[0]} cannot be a part of {whole}"
    else:
        message = f"the parts add up to {together}, not {whole}"
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=message,
            subject=f"sum:{whole}:{written}",
            evidence=(Evidence(f"{written} = {together}{unit}"),) if len(terms) > 1 else (),
            related=tuple(Related(part.span, "a part") for part in claim.parts)
            if claim.total is not None
            else (),
        )
    )


RULE = Rule(
    code="FL701",
    name="sum-mismatch",
    summary="Parts do not add up to the whole that the copy gives.",
    doc=__doc__,
    category=Category.NUMBER,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    check_article=_check,
    invalid=(
        Example("The blast left [[12]] dead: five men and eight women."),
        Example("A total of [[12]] people died, five in Lyon and eight in Nice."),
        Example("The club has [[seven]] trophies (three cups and five shields)."),
        Example("The crash killed [[12]] people, including 15 children."),
        Example("Seven of the [[five]] judges voted against."),
        Example("In the poll, [[45% said yes, 40% said no and 25%]] were undecided."),
        Example("Ms Berg won [[52% of the vote to 51%]] for Mr Dahl."),
        Example("The U.S. Senate voted [[54-49]] on Thursday to confirm the judge."),
        Example("It spends [[45% of its budget on schools, 40% on roads and 25%]] on parks."),
    ),
    valid=(
        Example("The blast left 13 dead: five men and eight women."),
        Example("The crash killed 12 people, three in Lyon and eight in Nice."),
        Example("At least 12 people died: five men and eight women."),
        Example("The club has seven trophies: three cups, two of them silver, and five shields."),
        Example("The crash killed 12 people and hurt 30, including 15 children."),
        Example("In the poll, 45% said yes among men and 60% said no among women."),
        Example("In the poll, 60% trusted the court, 55% the army and 40% the press."),
        Example("Four of the five judges voted against."),
        Example("The state Senate voted 64-49 on Thursday to confirm the judge."),
    ),
)
