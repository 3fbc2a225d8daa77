"""SARIF 2.1.0, for GitHub code scanning and editors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from factlint import __version__
from factlint.engine.internal import INTERNAL_ERROR
from factlint.engine.results import ArticleReport, Diagnostic, Region, Report
from factlint.report.characters import well_formed
from factlint.report.linehash import line_hashes
from factlint.report.summary import without_model
from factlint.report.uris import article_uri
from factlint.rulekit.rule import Evidence, Fix, Rule
from factlint.text.source import SourceText

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
"""Where editors find the schema."""

_ESCAPES = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", "{": "{{", "}": "}}"})


def render(report: Report) -> str:
    """The report as SARIF 2.1.0 JSON text."""
    return json.dumps(well_formed(_log(report)), ensure_ascii=True, indent=1) + "\n"


def _log(report: Report) -> dict[str, Any]:
    rules = [INTERNAL_ERROR, *report.rules]
    index = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": _driver(report, rules)},
        "automationDetails": {"id": "factlint/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": [result for article in report.articles for result in _results(article, index)],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _driver(report: Report, rules: Iterable[Rule]) -> dict[str, Any]:
    return {
        "name": "factlint",
        "version": __version__,
        "semanticVersion": __version__,
        "properties": {"snapshot": report.snapshot.id},
        "rules": [_rule(rule) for rule in rules],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": _plain(rule.summary)},
        "fullDescription": {"text": _plain(rule.doc.strip().split("\n\n")[0].replace("\n", " "))},
        "help": {"text": _plain(rule.doc.strip()), "markdown": rule.doc.strip()},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {
            "category": rule.category.value,
            "precision": rule.confidence.value,
            "tags": [rule.category.value, rule.name],
        },
    }


def _invocation(report: Report) -> dict[str, Any]:
    notifications = [_notification("error", problem.message, problem.path) for problem in report.problems]
    if report.without_model:
        notifications.append(_notification("warning", without_model(report)))
    return {
        "executionSuccessful": report.exit_status != 2,
        "toolExecutionNotifications": notifications,
    }


def _notification(level: str, message: str, path: str = "") -> dict[str, Any]:
    notification: dict[str, Any] = {"level": level, "message": {"text": _plain(message)}}
    if path:
        location = {"physicalLocation": {"artifactLocation": {"uri": article_uri(path)}}}
        notification["locations"] = [location]
    return notification


def _results(article: ArticleReport, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    hashes = line_hashes(article.source.file) if article.diagnostics else ()
    for found in article.diagnostics:
        yield _result(found, article.source, index[found.rule], hashes)


def _result(found: Diagnostic, source: SourceText, rule_index: int, hashes: Sequence[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "ruleIndex": rule_index,
        "level": found.severity.value,
        "message": {"text": _message(found)},
        "locations": [{"physicalLocation": _place(found.region)}],
        "partialFingerprints": {
            "primaryLocationLineHash": hashes[found.region.start.line - 1],
            "factlint/v1": found.fingerprint,
        },
    }
    if found.evidence:
        result["properties"] = {
            "evidence": [{key: value for key, value in _evidence(item) if value} for item in found.evidence]
        }
    if found.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _place(other.region),
                "message": {"text": _plain(other.message)},
            }
            for number, other in enumerate(found.related, 1)
        ]
    if found.fix is not None:
        result["fixes"] = [_fix(found.fix, source)]
    return result


def _message(found: Diagnostic) -> str:
    """The message as SARIF's plain text, with each related place linked by its number."""
    links = [f"[{_plain(other.message)}]({number})" for number, other in enumerate(found.related, 1)]
    return f"{_plain(found.message)}." + (f" See {', '.join(links)}." if links else "")


def _plain(text: str) -> str:
    """Text without meaning to SARIF: brackets would link, braces would be placeholders (3.11.5, 3.11.6)."""
    return text.translate(_ESCAPES)


def _evidence(item: Evidence) -> tuple[tuple[str, str], ...]:
    return ("text", item.text), ("entity", item.entity), ("source", item.source)


def _place(region: Region) -> dict[str, Any]:
    return {"artifactLocation": {"uri": article_uri(region.file)}, "region": _region(region)}


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.start.line,
        "startColumn": region.start.column,
        "endLine": region.end.line,
        "endColumn": region.end.column,
    }


def _fix(fix: Fix, source: SourceText) -> dict[str, Any]:
    region = Region.of(source, fix.span)
    replacement = {"deletedRegion": _region(region), "insertedContent": {"text": fix.replacement}}
    return {
        "description": {"text": f"Write {_plain(fix.replacement)!r}"},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": article_uri(source.file.path)},
                "replacements": [replacement],
            }
        ],
    }
