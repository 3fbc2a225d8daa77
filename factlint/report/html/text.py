"""An article's text as HTML, in paragraphs, with the words of findings marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from factlint.engine.results import Diagnostic
from factlint.report.characters import visible
from factlint.rulekit.rule import Severity
from factlint.text.source import SourceText
from factlint.text.span import Span

GRADES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
"""From grave to slight."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding with the number by which the page refers to it."""

    number: int
    found: Diagnostic


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of an article between blank ones.

    Attributes:
        first: number of the first line, from 1.
        last: number of the last line.
    """

    first: int
    last: int


def paragraphs(source: SourceText) -> Iterator[Paragraph]:
    """The paragraphs of a text, in order."""
    lines = len(source.lines)
    first = 0
    for number in range(1, lines + 1):
        blank = not source.lines.line_text(number).strip()
        if blank and first:
            yield Paragraph(first, number - 1)
            first = 0
        elif not blank and not first:
            first = number
    if first:
        yield Paragraph(first, lines)


def by_line(marked: Sequence[Marked], source: SourceText) -> dict[int, list[Marked]]:
    """The findings on each line of an article's text that has any, by its number."""
    lines: dict[int, list[Marked]] = {}
    for item in marked:
        span = item.found.region.span
        first, last = source.lines.position(span.start).line, source.lines.position(span.end).line
        for line in range(first, last + 1):
            lines.setdefault(line, []).append(item)
    return lines


def line_html(source: SourceText, line: int, here: Sequence[Marked]) -> str:
    """One line with the words of the findings on it in ``mark`` elements.

    Findings may overlap: the line is cut where one begins or ends, and each piece names all of its own.
    A finding without words has its mark at its place.
    """
    start = source.lines.line_start(line)
    whole = Span(start, start + len(source.lines.line_text(line)))
    edges = {whole.start, whole.end}
    for item in here:
        edges |= {_within(item.found.region.span.start, whole), _within(item.found.region.span.end, whole)}
    cuts = sorted(edges)
    pieces = [_marks(item, "") for item in here if not len(item.found.region.span)]
    for begin, end in pairwise(cuts):
        text = _html(source.text[begin:end])
        covering = [item for item in here if _covers(item.found.region.span, begin, end)]
        pieces.append(_piece(covering, text, begin) if covering else text)
    return "".join(pieces)


def excerpt(source: SourceText, span: Span, room: int = 160) -> str:
    """The line round some words, which are marked, cut to about ``room`` characters on each side."""
    line = source.lines.position(span.start).line
    start = source.lines.line_start(line)
    stop = start + len(source.lines.line_text(line))
    end = min(span.end, stop)
    first, last = max(start, span.start - room), min(stop, end + room)
    before = "…" * (first > start) + _html(source.text[first : span.start])
    after = _html(source.text[end:last]) + "…" * (last < stop)
    return f"{before}<b>{_html(source.text[span.start : end])}</b>{after}"


def gravest(marked: Sequence[Marked]) -> Severity:
    """The gravest severity of some findings."""
    return min((item.found.severity for item in marked), key=GRADES.index)


def _piece(covering: Sequence[Marked], text: str, begin: int) -> str:
    numbers = " ".join(str(item.number) for item in covering)
    opening = [item for item in covering if item.found.region.span.start == begin]
    target = (opening or covering)[-1].number
    anchor = "".join(f'<a id="m{item.number}"></a>' for item in opening)
    return (
        f'{anchor}<mark class="{gravest(covering)}" data-f="{numbers}"><a href="#f{target}">{text}</a></mark>'
    )


def _marks(item: Marked, text: str) -> str:
    return f'<a id="m{item.number}" href="#f{item.number}">{text}</a>'


def _covers(span: Span, begin: int, end: int) -> bool:
    return span.start <= begin and end <= span.end


def _within(offset: int, line: Span) -> int:
    return min(max(offset, line.start), line.end)


def _html(text: str) -> str:
    return escape(visible(text))
