"""One thing is counted differently in two articles on one event.

Twelve killed in one story and fifteen in the next, $5 million and $7 million, 42 members and 71: readers
of both, and the archive, are left with two figures. Compared are the articles of one run that speak of
the same event: numbers of the same things, of people whom the same befell, amounts in one unit and
lengths of time, in sentences that say the same. The finding stands in the article whose number fewer
others have; where no third article decides, in the later one.

Left alone are figures that grow or are revised ("has risen to", tolls and sums that are higher in a
later day's story), numbers that two different named sources give, parts of a larger number, numbers
tied to different days or places, rounded and hedged numbers within their tolerance, countdowns, and
numbers that the other article gives too, unless the sentences are nearly the same. An article that
says which one it updates takes the other's place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.rulekit.rule import Category, Confidence, Example, Finding, Rule, Severity

if TYPE_CHECKING:
    from factlint.rulekit.context import CorpusContext


def _check(context: CorpusContext) -> Iterator[Finding]:
    from factlint.checks.conflicts import report
    from factlint.crossing.judging.numbers import number_disagreements

    return report(number_disagreements(context.comparison), context.comparison)


RULE = Rule(
    code="FL902",
    name="cross-article-number",
    summary="One thing is counted differently in two articles on one event.",
    doc=__doc__,
    category=Category.CROSS_ARTICLE,
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    check_corpus=_check,
    invalid=(
        Example(
            "A ferry sank off Samos in a storm, killing [[15]] people, the coast guard said.",
            date="2021-06-16",
            others=("A ferry sank off Samos in a storm and 12 people were killed, the coast guard said.",),
        ),
        Example(
            "The council of Lower Brenning voted to raise [[$7 million]] for the dam after the flood.",
            date="2021-06-16",
            others=("The council of Lower Brenning voted to raise $5 million for the dam after the flood.",),
        ),
    ),
    valid=(
        Example(
            "The toll of the ferry that sank off Samos in a storm has risen to 15, the coast guard said.",
            date="2021-06-16",
            others=("A ferry sank off Samos in a storm and 12 people were killed, the coast guard said.",),
        ),
        Example(
            "A ferry sank off Samos in a storm, killing 15 people, the coast guard said.",
            date="2021-06-16",
            others=("A ferry sank off Samos in a storm and 12 people were killed, the mayor said.",),
        ),
        Example(
            "A ferry sank off Samos in a storm, killing about 100 people.",
            date="2021-06-16",
            others=("A ferry sank off Samos in a storm, killing 96 people.",),
        ),
    ),
)
