"""What would have kept a finding silent: tried out where it can be, said where it is a matter of choice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factlint.annotate.layers import Annotations
from factlint.document.article import DateSource, PublicationDate
from factlint.engine.article import JUDGED_IN_QUOTATIONS, check_article
from factlint.engine.internal import INTERNAL_ERROR, UNUSED_SUPPRESSION
from factlint.engine.results import Diagnostic
from factlint.engine.settings import RuleSettings
from factlint.kb.describe import statement_row
from factlint.kb.model import Entity, Validity
from factlint.linking.model import Reason
from factlint.linking.weighing import WeighedMention
from factlint.rulekit.context import ArticleContext
from factlint.rulekit.rule import Category, Rule, Severity

_TRIALS = 12
"""An article is read again for each day that is tried; more would keep the reader waiting."""
_TOLD = 3
"""A score that hangs on more reasons than these does not hang on any."""


@dataclass(frozen=True, slots=True)
class Silencer:
    """One thing that would have kept a finding silent.

    Attributes:
        kind: ``correction``, ``reason``, ``date``, ``quotation`` or ``choice``.
        text: what it is, in words.
    """

    kind: str
    text: str


def silencers(
    found: Diagnostic,
    rule: Rule,
    held: RuleSettings | None,
    context: ArticleContext,
    *,
    weighed: Sequence[WeighedMention],
    subjects: Sequence[Entity],
) -> Iterator[Silencer]:
    """What would have kept a finding silent.

    Args:
        found: the finding.
        rule: its rule.
        held: the settings of the rule in that run; None for the engine's own.
        context: the article.
        weighed: the names of the finding.
        subjects: whom and what it speaks of.
    """
    if found.fix is not None:
        yield Silencer(
            "correction", f"{found.fix.replacement!r} instead of {context.article.words(found.fix.span)!r}"
        )
    for one in weighed:
        yield from _reasons(one)
    if held is not None and context.article.published is not None and rule.check_corpus is None:
        yield from _days(found, held, context, context.article.published, subjects)
    quoted = found.severity is Severity.NOTE or rule.slip_of_form or rule.category in JUDGED_IN_QUOTATIONS
    if not quoted and rule.check_corpus is None and rule.code != UNUSED_SUPPRESSION.code:
        yield Silencer("quotation", "the same words between quotation marks would give a note")
    yield from _choices(found, rule)


def _reasons(weighed: WeighedMention) -> Iterator[Silencer]:
    """The reasons without any one of which the score would not have been enough, else the fewest."""
    if weighed.needed is None or not weighed.misspelled or not weighed.candidates:
        return
    best = weighed.candidates[0]
    strongest = sorted((one for one in best.reasons if one.weight > 0), key=lambda one: -one.weight)
    alone: list[tuple[Reason, ...]] = [
        (one,) for one in strongest if best.score - one.weight < weighed.needed
    ]
    fewest = _fewest(strongest, best.score - weighed.needed)
    for left_out in alone or [fewest] * (len(fewest) <= _TOLD):
        left = best.score - sum(one.weight for one in left_out)
        said = " and ".join(f"{one.text!r} ({one.weight:+.1f})" for one in left_out)
        yield Silencer(
            "reason",
            f"nothing that said {said}: {best.name} would have a score of {left:.1f},"
            f" below the {weighed.needed:.1f} needed",
        )


def _fewest(strongest: Sequence[Reason], spare: float) -> tuple[Reason, ...]:
    """The first reasons that together weigh more than a score has to spare."""
    taken: list[Reason] = []
    for reason in strongest:
        taken.append(reason)
        if sum(one.weight for one in taken) > spare:
            break
    return tuple(taken)


def _days(
    found: Diagnostic,
    held: RuleSettings,
    context: ArticleContext,
    published: PublicationDate,
    subjects: Sequence[Entity],
) -> Iterator[Silencer]:
    """Other publication dates on which the rule has no fault to find with these words."""
    if not _reported(found, held, context, None):
        yield Silencer("date", f"no publication date: it was judged by {published.date} ({published.source})")
    tried = 0
    for entity in subjects:
        for statement in context.kb.statements(entity.id):
            day = _within(statement.validity)
            if day is None or day == published.date or tried == _TRIALS:
                continue
            tried += 1
            if not _reported(found, held, context, day):
                _, value, valid, _ = statement_row(statement)
                told = f", the time of {entity.label}: {value} ({valid})" if valid else ""
                yield Silencer("date", f"a publication date such as {day}{told}")


def _within(validity: Validity) -> dt.date | None:
    """A day in the middle of a time that begins on a known day."""
    if validity.start is None:
        return None
    first = validity.start.latest
    last = validity.as_of if validity.end is None else validity.end.earliest
    return first + (last - first) // 2 if first < last else None


def _reported(found: Diagnostic, held: RuleSettings, context: ArticleContext, day: dt.date | None) -> bool:
    """Whether the rule would still report the words had the article come out on another day, or on none."""
    layers = context.annotations
    article = replace(
        context.article, published=PublicationDate(day, DateSource.OPTION) if day is not None else None
    )
    other = ArticleContext(
        article,
        Annotations(article, layers.kb, layers.model),
        context.kb,
        context.extractors,
        house=context.house,
    )
    span = found.region.span
    return any(one.region.span.overlaps(span) for one in check_article(other, (held,)).diagnostics)


def _choices(found: Diagnostic, rule: Rule) -> Iterator[Silencer]:
    """What the newsroom can write down where the copy is right all the same."""
    if rule.code == INTERNAL_ERROR.code:
        yield Silencer("choice", "--ignore with the rule that broke")
        return
    if rule.check_corpus is not None:
        yield Silencer("choice", "updates: FILE in the front matter of the article that replaces the other")
    yield Silencer("choice", f"beside the words: <!-- factlint: ignore[{rule.code}] reason -->")
    if rule.category is Category.NAME:
        yield Silencer("choice", f"under accept in factlint.yml: {found.words!r}")
    yield Silencer("choice", f"the baseline: {found.fingerprint}")
