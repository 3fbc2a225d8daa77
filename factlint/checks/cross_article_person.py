"""Two articles on one event give one person two ages, parties, offices or relatives.

A suspect is 34 in one story and 43 in the other, a senator (D-S.C.) and (R-S.C.), a foreign minister the
finance minister next door, a candidate's wife Stacy and Stacey. The finding stands in the article that
fewer others bear out; where no third article decides, in the later one.

Left alone are ages that a birthday between two publications explains, offices that one person may hold
side by side, former and coming ones, nicknames, and whatever one of the articles says in both ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.rulekit.rule import Category, Confidence, Example, Finding, Rule, Severity

if TYPE_CHECKING:
    from factlint.checks.conflicts import Settled
    from factlint.rulekit.context import CorpusContext


def _check(context: CorpusContext) -> Iterator[Finding]:
    from factlint.checks.conflicts import report
    from factlint.crossing.judging.persons import person_disagreements

    return report(person_disagreements(context.comparison), context.comparison, _say)


def _say(settled: Settled, there: str) -> str:
    fact = settled.subject.rpartition(":")[2]
    return f"{settled.context}'s {fact} is {settled.odd.words} here, {settled.other.words} in {there}"


RULE = Rule(
    code="FL905",
    name="cross-article-person",
    summary="Two articles give one person two ages, parties, offices or relatives.",
    doc=__doc__,
    category=Category.CROSS_ARTICLE,
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    check_corpus=_check,
    invalid=(
        Example(
            "Jonas Brandtstetter, [[43]], a baker from Linz, was rescued from the flood in Linz.",
            date="2021-06-16",
            others=("Jonas Brandtstetter, 34, a baker from Linz, was rescued from the flood in Linz.",),
        ),
    ),
    valid=(
        Example(
            "Jonas Brandtstetter, 35, a baker from Linz, was rescued from the flood in Linz.",
            date="2021-06-16",
            others=("Jonas Brandtstetter, a 35-year-old baker, was rescued from the flood in Linz.",),
        ),
    ),
)
