"""Text for people: each finding with its line, a caret and the evidence; a summary at the end."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from factlint.engine.results import Diagnostic, Region, Report
from factlint.report.characters import visible
from factlint.report.concise import headline, rule_names
from factlint.report.summary import summary
from factlint.rulekit.rule import Evidence, Severity
from factlint.text.lines import LINE_END
from factlint.text.source import SourceText

WIDTH = 100
"""Terminal cells of a source line that are shown; a paragraph on one line is cut around the finding."""

_MARGIN = 10
"""Cells of a terminal's line for the number of the source line, the bar and marks where it is cut."""

_NARROWEST = 40
"""Cells that are shown on however narrow a terminal."""

_BEFORE = 40
"""Cells of them that may stand before the finding."""

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}

Style = Callable[..., str]
"""Colours a text: ``style(text, fg="red", bold=True)``."""


def unstyled(text: str, **_: object) -> str:
    """The text as it is, for terminals without colour and for files."""
    return text


def render(report: Report, style: Style = unstyled, width: int = WIDTH) -> str:
    """The report as text.

    Args:
        report: what was found.
        style: adds colour, for terminals that show it.
        width: cells of a source line that are shown; ``room_on`` tells them for a terminal.
    """
    names = rule_names(report)
    lines: list[str] = []
    for article in report.articles:
        for found in article.diagnostics:
            severity = style(found.severity.value, fg=_COLOURS[found.severity], bold=True)
            lines.append(headline(found, names, severity))
            lines.extend(_excerpt(article.source, found, style, width))
            lines.extend(f"  = {visible(_cited(item))}" for item in found.evidence)
            lines.extend(
                f"  > {visible(f'{_position(other.region)}: {other.message}')}" for other in found.related
            )
            if found.fix is not None:
                lines.append(f"  + fix: write {visible(found.fix.replacement)!r}")
            lines.append("")
    lines.append(visible(summary(report)))
    return "\n".join(lines) + "\n"


def _cited(item: Evidence) -> str:
    return f"{item.text} [{item.source}]" if item.source else item.text


def _position(region: Region) -> str:
    return f"{region.file}:{region.start.line}:{region.start.column}"


def room_on(columns: int) -> int:
    """How many cells of a source line fit a terminal of so many columns, with what stands beside them."""
    return max(columns - _MARGIN, _NARROWEST)


def _excerpt(source: SourceText, found: Diagnostic, style: Style, width: int) -> Iterator[str]:
    """The line of the finding, cut to the width of a terminal, and carets below its words."""
    span = found.region.span
    if not len(span):
        return
    # Only what may be shown is looked at: a line can have as many characters as a file.
    before, cut_before = _before(source, found.region, min(_BEFORE, width // 2))
    following = LINE_END.split(source.text[span.start : span.start + 2 * width], maxsplit=1)[0]
    shown = _shown(following)
    after = _fit(shown, width - cells(before))
    cut_after = after != shown
    carets = "^" * max(min(cells(_shown(following[: len(span)])), cells(after)), 1)
    number = str(found.region.start.line)
    yield f"  {number} | {'…' * cut_before}{before}{after}{'…' * cut_after}"
    indent = " " * (cells(before) + cut_before)
    yield f"  {' ' * len(number)} | {indent}{style(carets, fg=_COLOURS[found.severity], bold=True)}"


def _before(source: SourceText, region: Region, most: int) -> tuple[str, bool]:
    """What is shown of the line before a region, and whether more stands before that.

    At most ``most`` cells, from the beginning of a word if there is one.
    """
    line_start = source.lines.line_start(source.lines.position(region.span.start).line)
    first, used = region.span.start, 0
    while first > line_start and used < most:
        first -= 1
        used += cells(_shown(source.text[first]))
    if first > line_start:
        first = source.text.find(" ", first, region.span.start) + 1 or first
    return _shown(source.text[first : region.span.start]), first > line_start


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
