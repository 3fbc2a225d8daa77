"""A year is put into a century that it does not belong to.

Finds "1905, early in the 19th century".

Left alone: years that end a century, about which people differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk_rules.centuries import CenturyClaim
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


def _check(claim: CenturyClaim, _context: ArticleContext) -> Judgement:
    if claim.year % 100 == 0:
        return Judgement.unknown(Missing.CONTEXT)
    century = claim.year // 100 + 1
    if century == claim.century:
        return Judgement.supported()
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"{claim.year} is in century {century}, not {claim.century}",
            subject=f"century:{claim.year}",
            evidence=(Evidence(f"century {century}: {century - 1}01 to {century}00"),),
        )
    )


RULE = Rule(
    code="DR401",
    name="wrong-century",
    summary="A year is put into the wrong century.",
    doc=__doc__,
    category=Category.DATE,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    claim=CenturyClaim,
    check_claim=_check,
    invalid=(Example("The hall was built in [[1905, early in the 19th century]]."),),
    valid=(
        Example("The hall was built in 1905, early in the 20th century."),
        Example("The hall was built in 1900, late in the 19th century."),
    ),
)
