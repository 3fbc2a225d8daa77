"""A person's name is spelt in two ways in two articles.

Compares the articles of one run: "Sergei Lavrov" in one story and "Sergey Lavrov" in the other, or a
private person's surname with and without a doubled letter. Readers of both see that one must be wrong,
and archives find only half of the stories about a person.

Two spellings of a known person's name always count. For people whom the knowledge base does not know,
the names must differ by a slip that makes a word nobody is called, and the articles must have other
people in common. Nicknames, initials, middle names and accents do not count. Two spellings within one
article are reported by FL102.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.checks.wording import named
from factlint.rulekit.rule import (
    Category,
    Confidence,
    Evidence,
    Example,
    Finding,
    Related,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from factlint.rulekit.context import CorpusContext


def _check(context: CorpusContext) -> Iterator[Finding]:
    from factlint.linking.across import conflicts
    from factlint.linking.link import link_names

    if not context.articles:
        return
    by_path = {one.article.path: one for one in context.articles}
    linked = {path: one.annotations.derived(link_names) for path, one in by_path.items()}
    kb = context.articles[0].kb
    for conflict in conflicts(linked, kb):
        odd, other = conflict.odd.mention, conflict.other.mention
        position = by_path[conflict.other.path].article.source.position(other.span.start)
        entity = kb.entity(conflict.person) if conflict.person else None
        yield Finding(
            span=odd.span,
            path=conflict.odd.path,
            message=f"{odd.text} is spelt {other.text} in {conflict.other.path} (line {position.line})",
            subject=f"{conflict.person}:{' '.join(conflict.odd.tokens)}:{' '.join(conflict.other.tokens)}",
            evidence=(Evidence(named(entity), entity.id),) if entity else (),
            related=(Related(other.span, f"here {other.text}", conflict.other.path),),
        )


RULE = Rule(
    code="FL901",
    name="cross-article-name",
    summary="A person's name is spelt in two ways in two articles.",
    doc=__doc__,
    category=Category.CROSS_ARTICLE,
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    check_corpus=_check,
    invalid=(
        Example(
            "The Russian Foreign Minister, [[Sergei Lavrov]], flew to Vienna.",
            others=("Sergey Lavrov, the Russian foreign minister, flew to Vienna.",),
        ),
        Example(
            "Angela Merkel met [[Jonas Brandtstetter]], a baker.",
            others=("Jonas Brandstetter, a baker, met Angela Merkel.",),
        ),
    ),
    valid=(
        Example(
            "Treasury Secretary Steven Mnuchin spoke.", others=("Treasury Secretary Steve Mnuchin spoke.",)
        ),
        Example("Angela Merkel met Anna Hansen.", others=("Anna Jansen, a nurse, moved to Oslo.",)),
    ),
)
