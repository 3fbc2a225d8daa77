"""How often each rule reported."""

from __future__ import annotations

from collections import Counter

from factlint.engine.results import Report
from factlint.report.concise import rule_names
from factlint.report.summary import summary
from factlint.rulekit.rule import Severity


def render(report: Report) -> str:
    """A line a rule with the number of its findings, most first; notes stand apart; then the summary."""
    names = rule_names(report)
    findings: Counter[str] = Counter()
    notes: Counter[str] = Counter()
    for found in report.diagnostics:
        (notes if found.severity is Severity.NOTE else findings)[found.rule] += 1
    codes = sorted({*findings, *notes}, key=lambda code: (-findings[code], -notes[code], code))
    lines = []
    for code in codes:
        aside = f"  and {notes[code]} as notes" if notes[code] else ""
        lines.append(f"{findings[code]:>6}  {code} {names[code]}{aside}")
    return "\n".join([*lines, summary(report)]) + "\n"
