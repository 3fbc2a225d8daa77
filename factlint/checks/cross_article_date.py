"""One event falls on two days in two articles.

One story has the council vote on Tuesday, the next on Thursday. Compared are the articles of one run
that speak of the same event: days on which the same is said to have been done, by the same verb, the
same noun ("Tuesday's hearing"), the same people and words around. Weekdays and words such as
"yesterday" are reckoned from each article's own publication date. The finding stands in the article
whose day fewer others have; where no third article decides, in the later one.

Left alone are days that both sentences name, days that each article knows beside the other's, unless the
sentences are nearly the same, days that were still to come in one of the two, and articles published
more than two days apart, which tell of later things.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.rulekit.rule import Category, Confidence, Example, Finding, Rule, Severity

if TYPE_CHECKING:
    from factlint.checks.conflicts import Settled
    from factlint.crossing.judging.model import Statement
    from factlint.rulekit.context import CorpusContext


def _check(context: CorpusContext) -> Iterator[Finding]:
    from factlint.checks.conflicts import report
    from factlint.crossing.judging.days import day_disagreements

    return report(day_disagreements(context.comparison), context.comparison, _say)


def _say(settled: Settled, there: str) -> str:
    return f"{_day(settled.odd)} here, {_day(settled.other)} in {there}"


def _day(statement: Statement) -> str:
    """The words and the day they mean: "Tuesday (8 June 2021)"."""
    from factlint.dates.partial import PartialDate

    return f"{' '.join(statement.words.split())} ({PartialDate.parse(statement.value).in_words()})"


RULE = Rule(
    code="FL903",
    name="cross-article-date",
    summary="One event falls on two days in two articles.",
    doc=__doc__,
    category=Category.CROSS_ARTICLE,
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    check_corpus=_check,
    invalid=(
        Example(
            "The council of Lower Brenning voted on [[Monday]] to raise the dam above the old mill.",
            date="2021-06-16",
            others=("The council of Lower Brenning voted on Tuesday to raise the dam above the old mill.",),
        ),
    ),
    valid=(
        Example(
            "The council of Lower Brenning voted on Tuesday to raise the dam above the old mill.",
            date="2021-06-16",
            others=("The council of Lower Brenning voted yesterday to raise the dam above the old mill.",),
        ),
        Example(
            "The council of Lower Brenning votes on Friday on the dam above the old mill.",
            date="2021-06-16",
            others=("The council of Lower Brenning debated the dam above the old mill on Tuesday.",),
        ),
    ),
)
