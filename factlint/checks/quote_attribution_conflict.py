"""One quotation has two speakers in one article.

What the minister says in the headline cannot be what the mayor says in the text. The quotations must be
nearly the same and of at least eight words, and both speakers named beside them. The finding stands at the
later of the two.

Left alone are short quotations, which several people may say, and speakers who are not named.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.rulekit.rule import (
    Category,
    Confidence,
    Example,
    Finding,
    Judgement,
    Profile,
    Related,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from factlint.rulekit.context import ArticleContext


def _check(context: ArticleContext) -> Iterator[Judgement]:
    from factlint.checks.conflicts import span_of
    from factlint.crossing.judging.quotations import one_quotation_two_speakers, repeated
    from factlint.crossing.reading.quotations import quotations_of

    for first, second in repeated(context.annotations.derived(quotations_of)):
        if one_quotation_two_speakers(first, second):
            yield Judgement.refuted(
                Finding(
                    span=span_of(second.place),
                    message=f"said by {second.words} here, by {first.words} in line {first.place.line}",
                    subject=f"{first.speaker}:{second.speaker}",
                    related=(Related(span_of(first.place), f"here said by {first.words}"),),
                )
            )


RULE = Rule(
    code="FL801",
    name="quote-attribution-conflict",
    summary="One quotation has two speakers in one article.",
    doc=__doc__,
    category=Category.QUOTE,
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    profile=Profile.PEDANTIC,
    check_article=_check,
    invalid=(
        Example(
            "“We shall rebuild the bridge before the winter comes,” said Agnes Thorvald.\n\n"
            "[[“We shall rebuild the bridge before the winter comes,”]] said Jonas Brandtstetter."
        ),
    ),
    valid=(
        Example(
            "“We shall rebuild the bridge before the winter comes,” said Agnes Thorvald.\n\n"
            "“We shall rebuild the bridge before the winter comes,” said Thorvald again."
        ),
    ),
)
