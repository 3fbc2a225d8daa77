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
_PATIENCE = 1.0
"""Seconds for which nobody wants to see a bar."""
_BETWEEN_BARS = 0.1


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
        if self.total:
            _write(self.stream, f"\r\x1b[K{_bar(self.done, self.total, self.stage)}")


@dataclass
class LateBarProgress:
    """Draws a bar in the last line of a terminal once the work has taken a while, and wipes it at the end."""

    stream: TextIO
    clock: Callable[[], float] = time.monotonic
    stage: str = field(default="", init=False)
    done: int = field(default=0, init=False)
    total: int = field(default=0, init=False)
    _begun: float | None = field(default=None, init=False)
    _drawn: float | None = field(default=None, init=False)

    def begin(self, stage: str, total: int) -> None:
        """A stage of so many steps begins."""
        self.stage, self.total, self.done = stage, total, 0
        if self._begun is None:
            self._begun = self.clock()
        self._draw()

    def advance(self, steps: int) -> None:
        """So many steps of the stage are done."""
        self.done += steps
        self._draw()

    def close(self) -> None:
        """The work is over, and its report wants the line."""
        if self._drawn is not None:
            _write(self.stream, "\r\x1b[K")
        self._begun = self._drawn = None

    def _draw(self) -> None:
        now = self.clock()
        if not self.total or self._begun is None or now - self._begun < _PATIENCE:
            return
        if self._drawn is None or now - self._drawn >= _BETWEEN_BARS or not self.done:
            self._drawn = now
            _write(self.stream, f"\r\x1b[K{_bar(self.done, self.total, self.stage)}")


def _bar(done: int, total: int, stage: str) -> str:
    """A bar, as wide as the terminal at most."""
    filled = _BAR * min(done, total) // total
    bar = "#" * filled + "." * (_BAR - filled)
    line = f"[{bar}] {done:,} of {total:,}  {stage}"
    return line[: shutil.get_terminal_size().columns - 1]


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
