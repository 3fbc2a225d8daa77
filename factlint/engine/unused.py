"""Suppressions that suppress nothing: the copy was mended, or they name the wrong rule."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from factlint.engine.results import Diagnostic, Region
from factlint.engine.settings import RuleSettings
from factlint.engine.silence import Use
from factlint.engine.suppress import Suppression, Suppressions
from factlint.text.source import SourceText


def unused_suppressions(
    suppressions: Suppressions,
    used: Collection[Use],
    ran: Collection[str],
    settings: RuleSettings,
    source: SourceText,
) -> Iterator[Diagnostic]:
    """A diagnostic for each mark that names rules which ran and have nothing to suppress there.

    Args:
        suppressions: what the article says.
        used: what was suppressed.
        ran: codes of the rules that ran; of others nobody knows what they would have found.
        settings: what holds for ``unused-suppression``.
        source: the article.
    """
    for number, mark in enumerate(suppressions.marks):
        if suppressions.covering(settings.rule.code, mark.span):
            continue
        names = _unused(mark, {code for place, code in used if place == number}, ran)
        if names:
            region = Region.of(source, mark.span)
            yield Diagnostic(
                rule=settings.rule.code,
                severity=settings.severity,
                region=region,
                words=source.slice(mark.span),
                message=f"nothing to suppress here by {', '.join(names)}",
                subject=",".join(names),
            )


def _unused(mark: Suppression, used: set[str], ran: Collection[str]) -> list[str]:
    return [name for name, codes in mark.named if codes & set(ran) and not codes & used]
