"""A word is not written as the newsroom wants it.

Finds what the house list avoids: ``rules/house.yml``, or the lists that ``house`` in ``factlint.yml`` names.
Everybody else's misspelling, the name of a city that the newsroom has settled ("Kiev" or "Kyiv"), "e-mail" or
"email": one entry each, without any programming. The list that ships has only words that no stylebook
spells so.

Left alone: URLs and markup, the phrases that an entry excepts ("chicken Kiev"), a capital at the head of
a sentence or in a headline where only capitals are at stake, and quotations, unless the option
``quotations`` asks for notes on them. The correction takes the capitals of the words it replaces; it is sure
where the entry has one wanted spelling and no "a" before the word would have to become "an".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.rulekit.rule import Category, Confidence, Example, Judgement, Rule, Severity
from factlint.rulekit.spelling import judge_spellings

if TYPE_CHECKING:
    from factlint.rulekit.context import ArticleContext


def _check(context: ArticleContext) -> Iterator[Judgement]:
    return judge_spellings(context.house, context, quotations=bool(context.options.get("quotations")))


RULE = Rule(
    code="FL107",
    name="house-spelling",
    summary="A word is not written as the newsroom wants it.",
    doc=__doc__,
    category=Category.STYLE,
    severity=Severity.WARNING,
    confidence=Confidence.VERY_HIGH,
    check_article=_check,
    options={"quotations": False},
    invalid=(
        Example("The talks [[occured]] in March."),
        Example("The hall can [[accomodate]] 300 guests."),
        Example("She studied the life of [[Mahatma Ghandi]]."),
    ),
    valid=(
        Example("The talks occurred in March."),
        Example("The sign read: “Seperate entrance.”"),
        Example("The page is at www.example.org/accomodation now."),
    ),
)
