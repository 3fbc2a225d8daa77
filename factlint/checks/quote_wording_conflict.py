"""One quotation has two wordings in one article.

The headline has the mayor say "We shall abandon the bridge", the text "We shall rebuild the bridge". Compared
are quotations that have most of their words in the same order; a word of meaning or a number must differ
between words that agree. The finding stands at the later of the two.

Left alone are words that were left out or put in brackets, inflections, spellings, small words and
contractions, in which transcripts differ.
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
    from factlint.crossing.judging.quotations import changed_words, repeated
    from factlint.crossing.reading.quotations import quotations_of

    for first, second in repeated(context.annotations.derived(quotations_of)):
        change = changed_words(first.tokens, second.tokens)
        if change is not None:
            there, here = change
            yield Judgement.refuted(
                Finding(
                    span=span_of(second.place),
                    message=f"quoted with “{here}” here, with “{there}” in line {first.place.line}",
                    subject=f"{there}:{here}",
                    related=(Related(span_of(first.place), f"here with “{there}”"),),
                )
            )


RULE = Rule(
    code="FL802",
    name="quote-wording-conflict",
    summary="One quotation has two wordings in one article.",
    doc=__doc__,
    category=Category.QUOTE,
    severity=Severity.WARNING,
    confidence=Confidence.MEDIUM,
    profile=Profile.PEDANTIC,
    check_article=_check,
    invalid=(
        Example(
            "“We shall rebuild the bridge before the winter comes,” said the mayor.\n\n"
            "It was cold. [[“We shall abandon the bridge before the winter comes,”]] the mayor had said."
        ),
    ),
    valid=(
        Example(
            "“We shall rebuild the bridge before the winter comes,” said the mayor.\n\n"
            "It was cold. “We will rebuild the bridge before winter comes,” the mayor had said."
        ),
    ),
)
