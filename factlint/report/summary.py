"""What a run comes to, in words."""

from __future__ import annotations

from factlint.engine.results import ArticleReport, Report
from factlint.rulekit.rule import Missing, Severity

_LISTED = 5
"""So many articles without a publication date are named one by one."""


def summary(report: Report) -> str:
    """One sentence, or several with semicolons: findings, claims checked and not checked, and why not."""
    known = f"{count(report.known, 'finding')} in the baseline" if report.known else ""
    parts = [_findings(report), known, _claims(report), *_undated(report)]
    problems = f"{count(len(report.problems), 'problem')} with the input" if report.problems else ""
    return "; ".join(part for part in (*parts, without_model(report), problems) if part)


def without_model(report: Report) -> str:
    """Which rules wanted the language model, and why there is none; empty where all had what they need."""
    if not report.without_model:
        return ""
    return f"{', '.join(report.without_model)} could not judge everything: {report.model_problem}"


def count(number: int, noun: str) -> str:
    """A number with its noun: ``1 finding``, ``2 findings``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _findings(report: Report) -> str:
    notes = sum(1 for found in report.diagnostics if found.severity is Severity.NOTE)
    findings = sum(1 for _ in report.diagnostics) - notes
    where = f"in {count(len(report.articles), 'article')}"
    said = f"{count(findings, 'finding') if findings else 'no findings'} {where}"
    return f"{said} and {count(notes, 'note')}" if notes else said


def _claims(report: Report) -> str:
    claims = report.claims
    said = f"{count(claims.found, 'claim')} found, {claims.checked} checked against {report.snapshot.id}"
    reasons = ", ".join(
        f"{number} {reason}" for reason, number in claims.unchecked if reason is not Missing.PUBLICATION_DATE
    )
    return f"{said} (not checked: {reasons})" if reasons else said


def _undated(report: Report) -> list[str]:
    undated = [article for article in report.articles if article.published is None]
    if len(undated) <= _LISTED:
        return [
            f"{article.path}: no publication date{_not_checked(_waiting(article))}" for article in undated
        ]
    waiting = sum(_waiting(article) for article in undated)
    return [f"{len(undated)} articles without a publication date{_not_checked(waiting)}"]


def _not_checked(claims: int) -> str:
    return f", {count(claims, 'claim')} not checked" if claims else ""


def _waiting(article: ArticleReport) -> int:
    return dict(article.claims.unchecked).get(Missing.PUBLICATION_DATE, 0)
