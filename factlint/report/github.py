"""Annotations for GitHub Actions: workflow commands on standard output."""

from __future__ import annotations

from factlint.engine.results import Diagnostic, InputProblem, Report
from factlint.report.characters import visible
from factlint.report.concise import rule_names
from factlint.report.summary import summary
from factlint.rulekit.rule import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report) -> str:
    """One workflow command a finding, then the summary as a notice."""
    names = rule_names(report)
    lines = [_annotation(found, names[found.rule]) for found in report.diagnostics]
    lines += [_problem(problem) for problem in report.problems]
    lines.append(f"::notice title=factlint::{_data(summary(report))}")
    return "\n".join(lines) + "\n"


def _annotation(found: Diagnostic, name: str) -> str:
    region = found.region
    properties = {
        "file": region.path,
        "line": str(region.start.line),
        "endLine": str(region.end.line),
        "title": f"{found.rule} {name}",
    }
    if region.end.line == region.start.line:
        # GitHub heeds columns only within one line; its end column is inclusive.
        properties["col"] = str(region.start.column)
        properties["endColumn"] = str(max(region.end.column - 1, region.start.column))
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    evidence = "".join(f"\n{item.text}" for item in found.evidence)
    return f"::{_COMMANDS[found.severity]} {said}::{_data(found.message + evidence)}"


def _problem(problem: InputProblem) -> str:
    return f"::error file={_property(problem.path)},title=factlint::{_data(problem.message)}"


def _data(text: str) -> str:
    lines = (visible(line) for line in text.replace("%", "%25").split("\n"))
    return "%0A".join(lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
