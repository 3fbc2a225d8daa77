"""The rule under whose code a broken rule is reported."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factlint.rulekit.rule import Category, Confidence, Judgement, Rule, Severity

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
