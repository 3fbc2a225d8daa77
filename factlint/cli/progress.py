"""How far a long piece of work is: a bar on a terminal, lines for a log elsewhere."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

_BAR = 24
_BETWEEN_LINES = 10.0
"""Seconds between two lines of a log."""


@dataclass
class LogProgress:
    """Writes a line when a stage begins, when it is done, and now and then in between."""

    stream: TextIO
    clock: Callable[[], float] = time.monotonic
    to_do: str = "to ask for"
    stage: str = field(default="", init=False)
    done: int = field(default=0, init=False)
    total: int = field(default=0, init=False)
    _shown: float = field(default=0.0, init=False)

    def begin(self, stage: str, total: int) -> None:
        """A stage of so many steps begins; one without steps is not worth a word."""
        self.stage, self.total, self.done, self._shown = stage, total, 0, self.clock()
        if total:
            self.say(f"{stage}: {total:,} {self.to_do}")

    def advance(self, steps: int) -> None:
        """So many steps of the stage are done."""
        self.done += steps
        now = self.clock()
        if self.done >= self.total or now - self._shown >= _BETWEEN_LINES:
            self._shown = now
            self.say(f"{self.stage}: {self.done:,} of {self.total:,}")

    def say(self, message: str) -> None:
        """Something worth knowing happened."""
        _write(self.stream, f"factlint: {message}\n")

    def close(self) -> None:
        """The work is over."""


@dataclass
class BarProgress:
    """Draws a bar in the last line of a terminal."""

    stream: TextIO
    stage: str = field(default="", init=False)
    done: int = field(default=0, init=False)
    total: int = field(default=0, init=False)

    def begin(self, stage: str, total: int) -> None:
        """A stage of so many steps begins."""
        self.close()
        self.stage, self.total, self.done = stage, total, 0
        self._draw()

    def advance(self, steps: int) -> None:
        """So many steps of the stage are done."""
        self.done += steps
        self._draw()

    def say(self, message: str) -> None:
        """Something worth knowing happened; it stands above the bar."""
        _write(self.stream, f"\r\x1b[Kfactlint: {message}\n")
        self._draw()

    def close(self) -> None:
        """Leave the bar of the last stage standing and go on to the next line."""
        if self.total:
            _write(self.stream, "\n")
        self.total = 0

    def _draw(self) -> None:
        if not self.total:
            return
        filled = _BAR * min(self.done, self.total) // self.total
        bar = "#" * filled + "." * (_BAR - filled)
        line = f"[{bar}] {self.done:,} of {self.total:,}  {self.stage}"
        width = shutil.get_terminal_size().columns - 1
        _write(self.stream, f"\r\x1b[K{line[:width]}")


def progress_on_stderr(to_do: str = "to ask for") -> LogProgress | BarProgress:
    """The form that suits standard error; ``to_do`` says what is done with each item."""
    return BarProgress(sys.stderr) if sys.stderr.isatty() else LogProgress(sys.stderr, to_do=to_do)


def _write(stream: TextIO, text: str) -> None:
    from factlint.report.characters import visible

    # The bar's own control characters stand in front; what endpoints said comes after them.
    head, start = ("\r\x1b[K", 4) if text.startswith("\r\x1b[K") else ("", 0)
    tail = "\n" if text.endswith("\n") else ""
    shown = visible(text[start : len(text) - len(tail)])
    stream.write(
        head + shown.encode(stream.encoding or "utf-8", "backslashreplace").decode("utf-8", "replace") + tail
    )
    stream.flush()
