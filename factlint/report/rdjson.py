"""Reviewdog Diagnostic Format: ``rdjson`` as one document, ``rdjsonl`` as one line a finding.

Its columns count the bytes of UTF-8 from 1, and ends are exclusive (``reviewdog.proto``, ``Position``
and ``Range``); a byte-order mark belongs to the first line, as it does in the file.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Mapping
from typing import Any

from factlint.engine.results import Diagnostic, Region, Report
from factlint.report.characters import well_formed
from factlint.rulekit.rule import Fix, Severity
from factlint.text.lines import Position
from factlint.text.source import SourceText

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}
_SOURCE = {"name": "factlint"}


def render_rdjson(report: Report) -> str:
    """The report as one ``DiagnosticResult``."""
    document = {"source": _SOURCE, "diagnostics": _diagnostics(report)}
    return json.dumps(well_formed(document), ensure_ascii=False, indent=1) + "\n"


def render_rdjsonl(report: Report) -> str:
    """The report as JSON Lines, each a ``Diagnostic``."""
    lines = ({**item, "source": _SOURCE} for item in _diagnostics(report))
    return "".join(json.dumps(well_formed(line), ensure_ascii=False) + "\n" for line in lines)


def _diagnostics(report: Report) -> list[dict[str, Any]]:
    sources = report.sources
    found = [_diagnostic(item, sources) for item in report.diagnostics]
    problems = [
        {"message": problem.message, "location": {"path": problem.path}, "severity": "ERROR"}
        for problem in report.problems
    ]
    return found + problems


def _diagnostic(found: Diagnostic, sources: Mapping[str, SourceText]) -> dict[str, Any]:
    item: dict[str, Any] = {
        "message": "\n".join([found.message, *(evidence.text for evidence in found.evidence)]),
        "location": _location(found.region, sources),
        "severity": _SEVERITIES[found.severity],
        "code": {"value": found.rule},
    }
    if found.fix is not None:
        item["suggestions"] = [_suggestion(found.fix, sources[found.region.path])]
    if found.related:
        item["related_locations"] = [
            {"message": other.message, "location": _location(other.region, sources)}
            for other in found.related
        ]
    return item


def _suggestion(fix: Fix, source: SourceText) -> dict[str, Any]:
    return {"range": _range(Region.of(source, fix.span), source), "text": fix.replacement}


def _location(region: Region, sources: Mapping[str, SourceText]) -> dict[str, Any]:
    return {"path": region.file, "range": _range(region, sources[region.path])}


def _range(region: Region, source: SourceText) -> dict[str, Any]:
    return {"start": _position(region.start, source), "end": _position(region.end, source)}


def _position(place: Position, source: SourceText) -> dict[str, int]:
    before = source.file.lines.line_text(place.line)[: place.column - 1]
    mark = len(codecs.BOM_UTF8) if source.file.bom and place.line == 1 else 0
    # Sources are decoded UTF-8, but text given through the API may hold a lone surrogate.
    return {"line": place.line, "column": mark + len(before.encode("utf-8", "surrogatepass")) + 1}
