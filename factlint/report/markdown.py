"""Markdown: a table of the findings, for job summaries, comments and wikis."""

from __future__ import annotations

import re

from factlint.engine.results import Diagnostic, InputProblem, Report
from factlint.report.characters import visible
from factlint.report.concise import rule_names
from factlint.report.summary import summary
from factlint.rulekit.rule import Severity

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|<>~@&])")


_LAST_LINE = 40
"""Bytes that the count of missing rows may take."""


def render(report: Report) -> str:
    """The findings with errors first, what could not be read, and the summary.

    No character of the copy is read as markup.
    """
    return "\n".join([*_head(report), *_rows(report)]) + "\n"


def render_within(report: Report, limit: int) -> str:
    """The report in at most ``limit`` bytes of UTF-8; a last line counts the rows that had no room."""
    head, rows = _head(report), _rows(report)
    room = limit - _size(head) - _LAST_LINE
    kept = []
    for row in rows:
        room -= _size([row])
        if room < 0:
            break
        kept.append(row)
    missing = len(rows) - len(kept)
    last = ["", f"{missing} more in the log."] if missing else []
    text = "\n".join([*head, *kept, *last]) + "\n"
    return text if _size([text]) <= limit else ""


def _size(lines: list[str]) -> int:
    return sum(len(line.encode("utf-8", "replace")) + 1 for line in lines)


def _head(report: Report) -> list[str]:
    return ["## factlint", "", f"{_plain(summary(report))}.", ""]


def _rows(report: Report) -> list[str]:
    names = rule_names(report)
    found = sorted(report.diagnostics, key=lambda item: _ORDER.index(item.severity))
    rows = [_problem(problem) for problem in report.problems]
    rows += [_row(item, names[item.rule]) for item in found]
    return ["| place | rule | finding |", "|---|---|---|", *rows] if rows else []


def _row(found: Diagnostic, name: str) -> str:
    start = found.region.start
    place = _plain(f"{found.region.file}:{start.line}:{start.column}")
    said = "<br>".join(_plain(text) for text in (found.message, *(item.text for item in found.evidence)))
    return f"| {place} | {found.severity} {found.rule} {_plain(name)} | {said} |"


def _problem(problem: InputProblem) -> str:
    return f"| {_plain(problem.path)} | error | {_plain(problem.message)} |"


def _plain(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _MARKUP.sub(r"\\\1", visible(" ".join(text.split())))
