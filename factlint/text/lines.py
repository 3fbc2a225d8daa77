"""Lines and columns of a text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from factlint.regex import regex

# Only these end a line: editors, Git and SARIF viewers agree on them, while ``str.splitlines`` also
# breaks at U+2028, form feeds and others that news systems leave inside a paragraph.
LINE_END = regex(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text: ``line`` and ``column`` both count from 1, columns in code points."""

    line: int
    column: int


class LineIndex:
    """Where the lines of a text begin and end.

    Args:
        text: the text to index; lines end at LF, CRLF or a lone CR.
    """

    def __init__(self, text: str) -> None:
        starts, ends = [0], []
        for match in LINE_END.finditer(text):
            ends.append(match.start())
            starts.append(match.end())
        ends.append(len(text))
        self._text = text
        self._starts = starts
        self._ends = ends

    def __len__(self) -> int:
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """The line and column of a code-point offset from 0 to ``len(text)``."""
        if not 0 <= offset <= len(self._text):
            raise ValueError(f"offset {offset} is outside the text")
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_text(self, line: int) -> str:
        """The text of a line, counted from 1, without its line end."""
        return self._text[self._starts[line - 1] : self._ends[line - 1]]

    def line_start(self, line: int) -> int:
        """The offset at which a line, counted from 1, begins."""
        return self._starts[line - 1]
