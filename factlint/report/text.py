"""Text for people: each finding with its line, a caret and the evidence; a summary at the end."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from factlint.engine.results import Diagnostic, Region, Report
from factlint.report.characters import visible
from factlint.report.concise import headline, rule_names
from factlint.report.summary import summary
from factlint.rulekit.rule import Evidence, Severity
from factlint.text.source import SourceText

_WIDTH = 100
"""Terminal cells of a source line that are shown; a paragraph on one line is cut around the finding."""

_BEFORE = 40
"""Cells of them that may stand before the finding."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}

Style = Callable[..., str]
"""Colours a text: ``style(text, fg="red", bold=True)``."""


def _unstyled(text: str, **_: object) -> str:
    return text


def render(report: Report, style: Style = _unstyled) -> str:
    """The report as text.

    Args:
        report: what was found.
        style: adds colour, for terminals that show it.
    """
    names = rule_names(report)
    lines: list[str] = []
    for article in report.articles:
        for found in article.diagnostics:
            lines.append(_coloured(found, headline(found, names), style))
            lines.extend(_excerpt(article.source, found, style))
            lines.extend(f"  = {visible(_cited(item))}" for item in found.evidence)
            lines.extend(
                f"  > {visible(f'{_position(other.region)}: {other.message}')}" for other in found.related
            )
            if found.fix is not None:
                lines.append(f"  + fix: write {visible(found.fix.replacement)!r}")
            lines.append("")
    lines.append(visible(summary(report)))
    return "\n".join(lines) + "\n"


def _coloured(found: Diagnostic, line: str, style: Style) -> str:
    place, separator, rest = line.partition(f" {found.severity} ")
    return (
        f"{place} {style(found.severity.value, fg=_COLOURS[found.severity], bold=True)} {rest}"
        if separator
        else line
    )


def _cited(item: Evidence) -> str:
    return f"{item.text} [{item.source}]" if item.source else item.text


def _position(region: Region) -> str:
    return f"{region.path}:{region.start.line}:{region.start.column}"


def _excerpt(source: SourceText, found: Diagnostic, style: Style) -> Iterator[str]:
    """The line of the finding, cut to the width of a terminal, and carets below its words."""
    region = found.region
    if not len(region.span):
        return
    line = source.lines.line_text(region.start.line)
    start = region.start.column - 1
    end = region.end.column - 1 if region.end.line == region.start.line else len(line)
    first = _reach_back(line, start)
    before, words, after = (
        _shown(line[slice(*part)]) for part in ((first, start), (start, end), (end, end + _WIDTH))
    )
    before = "…" + before if first else before
    room = max(_WIDTH - cells(before) - cells(words), 0)
    cut = _fit(words, _WIDTH) + _fit(after, room)
    if cut != _shown(line[start:]):
        cut += "…"
    number = str(region.start.line)
    gutter = " " * len(number)
    carets = "^" * max(min(cells(words), _WIDTH), 1)
    yield f"  {number} | {before}{cut}"
    yield f"  {gutter} | {' ' * cells(before)}{style(carets, fg=_COLOURS[found.severity], bold=True)}"


def _reach_back(line: str, start: int) -> int:
    """Where to begin, so that at most ``_BEFORE`` cells precede ``start``: at a word if there is one."""
    first, used = start, 0
    while first > 0 and used < _BEFORE:
        first -= 1
        used += cells(_shown(line[first]))
    if first == 0:
        return 0
    space = line.find(" ", first, start)
    return space + 1 if space >= 0 else first


def _fit(text: str, room: int) -> str:
    used = 0
    for place, character in enumerate(text):
        used += cells(character)
        if used > room:
            return text[:place]
    return text


def _shown(text: str) -> str:
    return visible(text).replace("\t", " ")


def cells(text: str) -> int:
    """How many cells of a terminal a text fills: two for wide characters, none for combining ones."""
    return sum(map(_cell, text))


def _cell(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
