"""Annotations for GitHub Actions: workflow commands on standard output."""

from __future__ import annotations

from factlint.engine.results import Diagnostic, InputProblem, Report
from factlint.report.characters import visible
from factlint.report.concise import headline, rule_names
from factlint.report.summary import summary
from factlint.rulekit.rule import Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


ANNOTATIONS = 10
"""So many errors, warnings and notices each GitHub shows of one step; it drops the others silently."""


def render(report: Report) -> str:
    """Workflow commands with the errors first, then the summary as a notice.

    What is over GitHub's limit stands as plain lines in the log, and the summary says so.
    """
    names = rule_names(report)
    lines = [_problem(problem) for problem in report.problems[:ANNOTATIONS]]
    room = {
        Severity.ERROR: ANNOTATIONS - len(lines),
        Severity.WARNING: ANNOTATIONS,
        Severity.NOTE: ANNOTATIONS - 1,
    }
    rest = [visible(f"{problem.path}: {problem.message}") for problem in report.problems[ANNOTATIONS:]]
    for severity in _COMMANDS:
        found = [item for item in report.diagnostics if item.severity is severity]
        shown = room[severity]
        lines += [_annotation(item, names[item.rule]) for item in found[:shown]]
        rest += [headline(item, names) for item in found[shown:]]
    said = summary(report)
    if rest:
        said += f"; {len(rest)} of them only in the log, for GitHub shows {ANNOTATIONS} annotations of a kind"
    lines.append(f"::notice title=factlint::{_data(said)}")
    return "\n".join([*lines, *rest]) + "\n"


def _annotation(found: Diagnostic, name: str) -> str:
    region = found.region
    properties = {
        "file": region.file,
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
