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

from factlint.rulekit.rule import (
    Category,
    Confidence,
    Evidence,
    Example,
    Finding,
    Fix,
    Judgement,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from factlint.rulekit.context import ArticleContext
    from factlint.rulekit.house import Avoided

LONGEST_SMALL_WORD = 4
"""Headlines that capitalise their words leave out "from" and shorter ones."""

_VOWELS = frozenset("aeiou")


def _check(context: ArticleContext) -> Iterator[Judgement]:
    article, quotations = context.article, context.options.get("quotations")
    for found in context.house.avoided(article.prose, (block.span for block in article.blocks)):
        if not quotations and context.annotations.is_quoted(found.span):
            continue
        if not _is_capital_of_place(found, context):
            yield Judgement.refuted(_finding(found, context))


def _finding(found: Avoided, context: ArticleContext) -> Finding:
    entry = found.entry
    wanted = [_with_capitals(found.words, word) for word in entry.use]
    note = f" ({entry.note})" if entry.note else ""
    return Finding(
        span=found.span,
        message=f"write {' or '.join(wanted)}, not {' '.join(found.words.split())}{note}",
        subject=entry.use[0],
        evidence=(Evidence(f"house list: {', '.join(entry.use)}", source=entry.source),),
        fix=Fix(found.span, wanted[0])
        if len(wanted) == 1 and _article_stays(found, wanted[0], context)
        else None,
    )


def _is_capital_of_place(found: Avoided, context: ArticleContext) -> bool:
    """Whether the words are the wanted ones but for capitals that their place gives them."""
    if found.words.casefold() not in map(str.casefold, found.entry.use):
        return False
    sentence = context.annotations.sentence_at(found.span.start)
    if not any(map(str.isalnum, context.article.prose[sentence.start : found.span.start])):
        return True
    words = [word for word in sentence.of(context.article.prose).split() if len(word) > LONGEST_SMALL_WORD]
    return len(words) > 2 and not any(word[:1].islower() for word in words)


def _with_capitals(written: str, wanted: str) -> str:
    """The wanted spelling with the capitals of the written one, where it has no capitals of its own."""
    if not wanted.islower() or written.casefold() == wanted.casefold():
        return wanted
    if written.isupper() and len(written) > 1:
        return wanted.upper()
    return wanted[:1].upper() + wanted[1:] if written[:1].isupper() else wanted


def _article_stays(found: Avoided, wanted: str, context: ArticleContext) -> bool:
    """Whether "a" or "an" before the words is right for the wanted ones too."""
    before = context.article.prose[max(0, found.span.start - 10) : found.span.start].split()
    if not before or before[-1].lower() not in ("a", "an"):
        return True
    return (found.words[0].lower() in _VOWELS) == (wanted[0].lower() in _VOWELS)


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
