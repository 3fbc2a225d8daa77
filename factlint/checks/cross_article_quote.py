"""One quotation has two wordings or two speakers in two articles on one event.

"We shall rebuild the bridge" in one story and "We shall replace the bridge" in the other cannot both be
what the mayor said, and nobody else can have said it. Compared are quotations that have most of their
words in the same order. A word of meaning or a number must differ between words that agree; for two
speakers the quotations must be nearly the same and both speakers named beside them.

Left alone are words that were left out or put in brackets, inflections, spellings, small words and
contractions, in which transcripts differ, and numbers that FL902 reports.
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
    from factlint.crossing.judging.numbers import number_disagreements
    from factlint.crossing.judging.quotations import speaker_disagreements, wording_disagreements

    comparison = context.comparison
    counted = {
        (one.path, one.place)
        for found in number_disagreements(comparison)
        for one in (found.one, found.other)
    }
    worded = (
        found
        for found in wording_disagreements(comparison)
        if not any(
            path == found.one.path and found.one.place.start <= place.start < found.one.place.end
            for path, place in counted
        )
    )
    yield from report(worded, comparison, _say_wordings)
    yield from report(speaker_disagreements(comparison), comparison, _say_speakers)


def _say_wordings(settled: Settled, there: str) -> str:
    return f"quoted with “{settled.odd.words}” here, with “{settled.other.words}” in {there}"


def _say_speakers(settled: Settled, there: str) -> str:
    return f"said by {settled.odd.words} here, by {settled.other.words} in {there}"


RULE = Rule(
    code="FL906",
    name="cross-article-quote",
    summary="One quotation has two wordings or two speakers in two articles.",
    doc=__doc__,
    category=Category.CROSS_ARTICLE,
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    check_corpus=_check,
    invalid=(
        Example(
            "[[“We shall replace the bridge before the winter comes,”]] said Agnes Thorvald, the mayor.",
            date="2021-06-16",
            others=(
                "Agnes Thorvald, the mayor, said: “We shall rebuild the bridge before the winter comes.”",
            ),
        ),
    ),
    valid=(
        Example(
            "“We shall rebuild the bridge before the winter comes,” said Agnes Thorvald, the mayor.",
            date="2021-06-16",
            others=("Agnes Thorvald, the mayor, said: “We will rebuild the bridge before winter comes.”",),
        ),
    ),
)
