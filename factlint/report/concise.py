"""One line a finding, for editors and for ``grep``."""

from __future__ import annotations

from collections.abc import Mapping

from factlint.engine.internal import INTERNAL_ERROR
from factlint.engine.results import Diagnostic, Report
from factlint.report.characters import visible


def render(report: Report) -> str:
    """Each finding as ``path:line:column: severity CODE name: message``."""
    names = rule_names(report)
    return "".join(f"{headline(found, names)}\n" for found in report.diagnostics)


def headline(found: Diagnostic, names: Mapping[str, str], severity: str = "") -> str:
    """A finding on one line, in characters that a terminal can show.

    Args:
        found: the finding.
        names: names of rules by code.
        severity: its severity as it is to appear, for example coloured; empty for the plain word.
    """
    start = found.region.start
    where = visible(f"{found.region.file}:{start.line}:{start.column}")
    said = visible(f"{found.rule} {names[found.rule]}: {found.message}")
    return f"{where}: {severity or found.severity} {said}"


def rule_names(report: Report) -> dict[str, str]:
    """Names of the rules that ran, by code."""
    return {rule.code: rule.name for rule in (INTERNAL_ERROR, *report.rules)}
