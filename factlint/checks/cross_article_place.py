"""One event is put at two places in two articles.

One story has the train derail in Lyon, the next in Lille. Compared are the articles of one run that
speak of the same event: sentences that say the same with the same verb and put it in one city, region or
country each. The finding stands in the article whose place fewer others have; where no third article
decides, in the later one.

Left alone are places of which one lies in the other, places that the other article names too, unless the
sentences are nearly the same, and datelines, which say where a reporter sat.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.rulekit.rule import Category, Confidence, Example, Finding, Rule, Severity

if TYPE_CHECKING:
    from factlint.rulekit.context import CorpusContext


def _check(context: CorpusContext) -> Iterator[Finding]:
    from factlint.checks.conflicts import report
    from factlint.crossing.judging.places import place_disagreements

    return report(place_disagreements(context.comparison), context.comparison)


RULE = Rule(
    code="FL904",
    name="cross-article-place",
    summary="One event is put at two places in two articles.",
    doc=__doc__,
    category=Category.CROSS_ARTICLE,
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    check_corpus=_check,
    invalid=(
        Example(
            "A freight train with forty wagons of grain derailed in [[Lille]] before dawn.",
            date="2021-06-16",
            others=("A freight train with forty wagons of grain derailed in Lyon before dawn.",),
        ),
    ),
    valid=(
        Example(
            "A freight train with forty wagons of grain derailed in Lyon before dawn.",
            date="2021-06-16",
            others=("A freight train with forty wagons of grain derailed in France before dawn.",),
        ),
        Example(
            "A freight train with forty wagons of grain derailed in Lyon before dawn.",
            date="2021-06-16",
            others=("The grain was to be sold in Lille, the miller said.",),
        ),
    ),
)
