"""What is kept of an article's words: enough to show a finding, with every position as in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factlint.crossing.records import ArticleDigest, Place
from factlint.text.source import SourceText

ROOM = 40
"""So many code points are kept on each side of a claim, within its lines."""

LONG = 160
"""Of a longer place, a quotation as a rule, only the beginning and the end are kept."""

_BEGINNING, _END = 90, 40

_LEFT_OUT = "…"


class Excerpt(NamedTuple):
    """Words of an article.

    Attributes:
        start: code-point offset in the article's text.
        line, column: of the first code point, counted from 1.
        text: the words.
    """

    start: int
    line: int
    column: int
    text: str


def places(digest: ArticleDigest) -> Iterable[Place]:
    """Every place that a finding may point at."""
    for records in (
        digest.names, digest.numbers, digest.days, digest.places, digest.persons, digest.quotations,
    ):  # fmt: skip
        for record in records:
            yield record.place


def cut(source: SourceText, kept: Iterable[Place]) -> tuple[Excerpt, ...]:
    """The words round some places, in order and without overlaps."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(piece for place in kept for piece in _around(source, place)):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(Excerpt(start, *_position(source, start), source.text[start:end]) for start, end in found)


def restore(path: str, excerpts: Iterable[Excerpt]) -> SourceText:
    """A text in which the excerpts stand where they stood, by offset, line and column.

    What lay between them is blank, with an ellipsis where words of the same line are left out.
    """
    parts: list[str] = []
    offset, line = 0, 1
    for excerpt in excerpts:
        parts.append(blank(excerpt.start - offset, excerpt.line - line, excerpt.column))
        parts.append(excerpt.text)
        offset = excerpt.start + len(excerpt.text)
        line = excerpt.line + len(SourceText("", excerpt.text).lines) - 1
    return SourceText(path, "".join([*parts, _LEFT_OUT]))


def _around(source: SourceText, place: Place) -> Iterator[tuple[int, int]]:
    """The stretches of text that are kept for a place."""
    # A place names lines of the file; of markup the text has others.
    begins, ends = source.lines.position(place.start).line, source.lines.position(place.end).line
    first, last = source.lines.line_start(begins), source.lines.line_start(ends)
    end_of_line = max(last + len(source.lines.line_text(ends)), place.end)
    start, end = max(first, place.start - ROOM), min(end_of_line, place.end + ROOM)
    if place.end - place.start > LONG:
        yield start, _whole(source, place.start + _BEGINNING)
        start = _whole(source, place.end - _END)
    yield start, _whole(source, end)


def _whole(source: SourceText, offset: int) -> int:
    """The offset, or the next one where it would part the two characters of a line end."""
    return offset + (source.text[offset - 1 : offset + 1] == "\r\n")


def _position(source: SourceText, offset: int) -> tuple[int, int]:
    """Line and column in the text, which for articles out of HTML or feeds are not those in the file."""
    position = source.lines.position(offset)
    return position.line, position.column


def blank(length: int, lines: int, column: int) -> str:
    """Blank text of a length, so many line ends in it, behind which the next words stand in a column."""
    if not lines:
        return _LEFT_OUT[:length].ljust(length)
    indent = column - 1
    rest = length - lines - indent
    return f"{_LEFT_OUT[:rest]:<{rest}}" + "\n" * lines + f"{_LEFT_OUT[:indent]:<{indent}}"
