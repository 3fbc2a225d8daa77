"""Judging spellings that a newsroom does not want."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.rulekit.rule import Evidence, Finding, Fix, Judgement

if TYPE_CHECKING:
    from factlint.rulekit.context import ArticleContext
    from factlint.rulekit.house import Avoided, HouseStyle

LONGEST_SMALL_WORD = 4
"""Headlines that capitalise their words leave out "from" and shorter ones."""

_VOWELS = frozenset("aeiou")


def judge_spellings(style: HouseStyle, context: ArticleContext, *, quotations: bool) -> Iterator[Judgement]:
    """A verdict for each avoided spelling of an article that its place does not make right.

    Args:
        style: what to avoid.
        context: the article.
        quotations: whether to judge what is quoted.
    """
    article = context.article
    for found in style.avoided(article.prose, (block.span for block in article.blocks)):
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
