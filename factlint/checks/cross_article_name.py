"""A person's name is spelt in two ways in two articles on one event.

Compares the articles of one run: "Sergei Lavrov" in one story and "Sergey Lavrov" in the other, or a
private person's surname with and without a doubled letter. Readers of both see that one must be wrong,
and archives find only half of the stories about a person. The finding stands at the spelling that the
knowledge base does not have; where it knows neither, at the one that fewer articles have, else at that
of the later article.

Two spellings of a known person's name always count, but for `allow-transliterations`, with which a name
from another script may be spelt in several ways. For people whom the knowledge base does not know,
the names must differ by a slip that makes a word nobody is called, and the articles must have other
people in common. Nicknames, initials, middle names and accents do not count, nor do articles on
different events or an earlier version that an article says it updates. Two spellings within one article
are reported by FL102.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.checks.wording import named
from factlint.rulekit.rule import Category, Confidence, Evidence, Example, Finding, Rule, Severity

if TYPE_CHECKING:
    from factlint.checks.conflicts import Settled
    from factlint.crossing.judging.names import NameConflict
    from factlint.rulekit.context import CorpusContext


def _check(context: CorpusContext) -> Iterator[Finding]:
    from factlint.checks.conflicts import Settled, findings, settle
    from factlint.crossing.judging.names import name_conflicts

    comparison, kb = context.comparison, context.kb
    settled = []
    for conflict in name_conflicts(comparison, kb):
        if context.options["allow-transliterations"] and _transliterates(conflict):
            continue
        found = conflict.disagreement
        evidence = settle(found, comparison).evidence
        if conflict.person and (entity := kb.entity(conflict.person)) is not None:
            evidence = (Evidence(named(entity), entity.id),)
        subject = f"{conflict.person}:{found.one.value}:{found.other.value}"
        settled.append(Settled(found.one, found.other, subject, evidence))
    return findings(settled, comparison, _say)


def _say(settled: Settled, there: str) -> str:
    return f"{settled.odd.words} is spelt {settled.other.words} in {there}"


def _transliterates(conflict: NameConflict) -> bool:
    """Whether the two spellings render one name of another script."""
    from factlint.linking.similarity import Slip, slip

    found = conflict.disagreement
    pairs = zip(found.one.value.split(), found.other.value.split(), strict=True)
    return bool(conflict.person) and all(slip(*pair) in (Slip.NONE, Slip.SOUND) for pair in pairs)


RULE = Rule(
    code="FL901",
    name="cross-article-name",
    summary="A person's name is spelt in two ways in two articles.",
    doc=__doc__,
    category=Category.CROSS_ARTICLE,
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    check_corpus=_check,
    options={"allow-transliterations": False},
    invalid=(
        Example(
            "The Russian Foreign Minister, [[Sergei Lavrov]], flew to Vienna.",
            others=("Sergey Lavrov, the Russian foreign minister, flew to Vienna.",),
        ),
        Example(
            "Angela Merkel met [[Jonas Brandtstetter]], a baker, in Vienna.",
            others=("Jonas Brandstetter, a baker, met Angela Merkel in Vienna.",),
        ),
    ),
    valid=(
        Example(
            "Treasury Secretary Steven Mnuchin spoke.", others=("Treasury Secretary Steve Mnuchin spoke.",)
        ),
        Example("Angela Merkel met Anna Hansen.", others=("Anna Jansen, a nurse, moved to Oslo.",)),
    ),
)
