"""The rules that the engine itself reports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factlint.rulekit.rule import Category, Confidence, Example, Judgement, Rule, Severity

if TYPE_CHECKING:
    from factlint.rulekit.context import ArticleContext

_DOC = """A rule raised an exception, so its part of the copy was not checked.

What it finds: a defect of factlint or of a plug-in, never of the copy. The other rules went on; the
exit status is 2. The message names the rule and the exception, the evidence the line of code.

Why it matters: silence because a part of the linter broke would read as "nothing wrong".

What it leaves alone: it cannot be ignored. Switch the broken rule off with ``--ignore`` until it is mended.
"""


def _never(context: ArticleContext) -> Iterable[Judgement]:  # noqa: ARG001 - the engine reports it, not a check
    return ()


_UNUSED_DOC = """A suppression suppresses nothing.

What it finds: a comment ``<!-- factlint: ignore[...] -->``, or ``factlint: {ignore: [...]}`` in the front
matter, that names a rule which ran and has nothing to report there: the copy was mended, the comment moved
away from it, or it names the wrong rule.

Why it matters: what is switched off for no reason hides the next error.

What it leaves alone: suppressions of rules that did not run this time, for example because of ``--select``,
and those of cross-article rules where one article is checked alone.
"""

INTERNAL_ERROR = Rule(
    code="FL000",
    name="internal-error",
    summary="A rule broke while it checked the article.",
    doc=_DOC,
    category=Category.INTERNAL,
    severity=Severity.ERROR,
    confidence=Confidence.VERY_HIGH,
    check_article=_never,
)
"""Reported by the engine itself where a check raises."""

UNUSED_SUPPRESSION = Rule(
    code="FL001",
    name="unused-suppression",
    summary="A comment or front matter suppresses what no rule reports.",
    doc=_UNUSED_DOC,
    category=Category.INTERNAL,
    severity=Severity.WARNING,
    confidence=Confidence.VERY_HIGH,
    check_article=_never,
    invalid=(
        Example(
            "Canberra, the capital of Australia, was quiet. [[<!-- factlint: ignore[FL301] a play -->]]\n",
            date="2021-06-16",
        ),
    ),
    valid=(
        Example(
            "Sydney, the capital of Australia, was quiet. <!-- factlint: ignore[FL301] a play -->\n",
            date="2021-06-16",
        ),
    ),
)
"""Reported by the engine itself once all other rules have run."""
