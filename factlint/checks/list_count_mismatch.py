"""A list has more or fewer items than announced: "three countries: France, Italy, Spain and Malta".

One of the items was added or cut and the number left as it was. Checked are lists that a colon, a
dash or a bracket ties to their number, that end with "and" and one more item, and whose items are all
names or all short words; and the given names of children, brothers and sisters behind a comma ("two
children, Anna and Boris").

Left alone is every list that could be cut differently: with a second "and", with "or", "including",
quotations or semicolons, with clauses or descriptions among its items, with towns followed by their
states; and every number that is hedged ("at least three"), one of a larger number ("two of the five")
or joined with "other" or "more". Ages behind names are no items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.claims.list_counts import ListCountClaim
from factlint.rulekit.rule import Category, Confidence, Evidence, Example, Finding, Judgement, Rule, Severity

if TYPE_CHECKING:
    from factlint.rulekit.context import ArticleContext


def _check(claim: ListCountClaim, context: ArticleContext) -> Judgement:
    listed = len(claim.items)
    if claim.count.low == listed:
        return Judgement.supported()
    words = claim.count.span.of(context.article.prose)
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"{words} {claim.noun} are announced and {listed} listed",
            subject=f"{claim.noun}:{claim.count.low}:{listed}",
            evidence=(Evidence("; ".join(f"{rank}. {item}" for rank, item in enumerate(claim.items, 1))),),
        )
    )


RULE = Rule(
    code="FL703",
    name="list-count-mismatch",
    summary="A list has more or fewer items than the number that announces it.",
    doc=__doc__,
    category=Category.NUMBER,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    claim=ListCountClaim,
    check_claim=_check,
    invalid=(
        Example("The treaty binds [[three]] countries: France, Italy, Spain and Malta."),
        Example("The [[three]] Baltic states — Estonia, Latvia, Lithuania and Finland — objected."),
        Example("They offered [[four]] colours: red, green and blue."),
        Example("She has [[two]] children, Anna, Boris and Clara."),
        Example("All [[three]] brothers (Paul, 31, Mark, 29, Luke, 26, and John, 24) were aboard."),
    ),
    valid=(
        Example("The treaty binds three countries: France, Italy and Spain."),
        Example("It has two offices: Austin, Texas, and Boise, Idaho."),
        Example("Two of the five founders - Ann, Bob and Cy - have left."),
        Example("He named two firms: Marks and Spencer and Boots."),
        Example("At least three towns: Ulm, Aalen, Horb and Calw, were cut off."),
        Example("There are two ways: to leave, to stay and fight."),
    ),
)
