"""JSON for programs: documented in ``docs/json-format.md``, with a schema in ``docs/schema``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from factlint import __version__
from factlint.engine.internal import INTERNAL_ERROR
from factlint.engine.results import ArticleReport, ClaimCounts, Diagnostic, Region, Report
from factlint.report.characters import well_formed
from factlint.rulekit.rule import Fix, Rule, Severity
from factlint.text.source import SourceText

VERSION = 1
"""Of the format: grows when a reader of the previous one could misread it, not when keys are added."""


def render_json(report: Report) -> str:
    """The report as one JSON document."""
    rules = _rules(report)
    document = {
        **_header(report),
        "articles": [
            {
                **_article(article),
                "findings": [_finding(found, article.source, rules) for found in article.diagnostics],
            }
            for article in report.articles
        ],
        "problems": [asdict(problem) for problem in report.problems],
    }
    return json.dumps(well_formed(document), ensure_ascii=False, indent=2) + "\n"


def render_jsonl(report: Report) -> str:
    """The report as JSON Lines: ``run``, then ``article``, ``finding`` and ``problem`` objects."""
    rules = _rules(report)
    lines: list[dict[str, Any]] = [{"type": "run", **_header(report)}]
    for article in report.articles:
        lines.append({"type": "article", **_article(article)})
        lines.extend(
            {"type": "finding", **_finding(found, article.source, rules)} for found in article.diagnostics
        )
    lines.extend({"type": "problem", **asdict(problem)} for problem in report.problems)
    return "".join(json.dumps(well_formed(line), ensure_ascii=False) + "\n" for line in lines)


def _rules(report: Report) -> dict[str, Rule]:
    return {rule.code: rule for rule in (INTERNAL_ERROR, *report.rules)}


def _header(report: Report) -> dict[str, Any]:
    found = [diagnostic.severity for diagnostic in report.diagnostics]
    return {
        "version": VERSION,
        "factlint": __version__,
        "snapshot": {
            "id": report.snapshot.id,
            "schema": report.snapshot.schema,
            "created": report.snapshot.created,
        },
        "model": asdict(report.model) if report.model else None,
        "without_model": {"rules": list(report.without_model), "reason": report.model_problem},
        "rules": [rule.code for rule in report.rules],
        "summary": {
            "articles": len(report.articles),
            "findings": {severity.value: found.count(severity) for severity in Severity},
            "claims": _claims(report.claims),
            "exit_status": report.exit_status,
        },
    }


def _article(article: ArticleReport) -> dict[str, Any]:
    published = article.published
    return {
        "path": article.file,
        **({"article": article.path} if article.path != article.file else {}),
        "published": {"date": published.date.isoformat(), "source": published.source.value}
        if published
        else None,
        "claims": _claims(article.claims),
    }


def _claims(claims: ClaimCounts) -> dict[str, Any]:
    return {
        "found": claims.found,
        "checked": claims.checked,
        "unchecked": {reason.value: number for reason, number in claims.unchecked},
    }


def _finding(found: Diagnostic, source: SourceText, rules: Mapping[str, Rule]) -> dict[str, Any]:
    rule = rules[found.rule]
    return {
        "rule": rule.code,
        "name": rule.name,
        "category": rule.category.value,
        "severity": found.severity.value,
        "confidence": rule.confidence.value,
        "message": found.message,
        **_place(found.region),
        "words": found.words,
        "subject": found.subject,
        "fingerprint": found.fingerprint,
        "evidence": [asdict(item) for item in found.evidence],
        "related": [{**_place(other.region), "message": other.message} for other in found.related],
        "fix": _fix(found.fix, source) if found.fix else None,
    }


def _fix(fix: Fix, source: SourceText) -> dict[str, Any]:
    return {**_place(Region.of(source, fix.span)), "replacement": fix.replacement}


def _place(region: Region) -> dict[str, Any]:
    return {
        "path": region.file,
        **({"article": region.path} if region.path != region.file else {}),
        "start": {"offset": region.place.start, "line": region.start.line, "column": region.start.column},
        "end": {"offset": region.place.end, "line": region.end.line, "column": region.end.column},
    }
