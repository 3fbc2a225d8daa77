"""How far the reading of a dump is, and how long it will take yet."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from factlint.kbbuild.dump.journal import State

_BAR = 24
_BETWEEN_LINES = 10.0
"""Seconds between two lines of a log."""
_BETWEEN_BARS = 0.2
"""Seconds between two drawings of the bar."""
_FIRST_ESTIMATE = 2.0
"""Seconds after which the rate says something."""

_UNITS = ((86_400, "d", 3600, "h"), (3600, "h", 60, "min"), (60, "min", 1, "s"))


@dataclass
class DumpProgress:
    """Shows the share of a dump that has been read: a bar on a terminal, lines for a log elsewhere.

    Args:
        stream: where to show it.
        size: bytes of the dump as it is on disk.
        terminal: whether to draw a bar.
        clock: seconds that have passed since some moment.
    """

    stream: TextIO
    size: int
    terminal: bool
    clock: Callable[[], float] = time.monotonic
    _begun: tuple[float, int, int] | None = field(default=None, init=False)
    _shown: float = field(default=0.0, init=False)

    def begin(self, state: State) -> None:
        """The reading begins, or goes on where an earlier run left off; that part does not count as speed."""
        self._begun = (self.clock(), state.offset, state.entities)
        self._shown = self.clock()
        if state.complete:
            self._write(f"factlint: all {state.entities:,} entities were read before\n")
        elif state.entities:
            self._write(f"factlint: going on after {state.entities:,} entities\n")

    def __call__(self, state: State) -> None:
        """The reading has come so far."""
        now = self.clock()
        if now - self._shown < (_BETWEEN_BARS if self.terminal else _BETWEEN_LINES):
            return
        self._shown = now
        line = self.describe(state)
        if not self.terminal:
            self._write(f"factlint: {line}\n")
            return
        filled = min(_BAR, _BAR * state.offset // max(self.size, 1))
        bar = f"[{'#' * filled}{'.' * (_BAR - filled)}] {line}"
        self._write(f"\r\x1b[K{bar[: shutil.get_terminal_size().columns - 1]}")

    def close(self) -> None:
        """The reading is over, or broken off."""
        if self.terminal:
            self._write("\r\x1b[K")

    def describe(self, state: State) -> str:
        """Share, count, rate and the time that is left at this rate."""
        share = min(1.0, state.offset / max(self.size, 1))
        text = f"{share:.1%} of {self.size / 1e9:.2f} GB, {state.entities:,} entities"
        begun, offset, entities = self._begun or (self.clock(), 0, 0)
        seconds, read = self.clock() - begun, state.offset - offset
        if seconds >= _FIRST_ESTIMATE and read > 0:
            left = seconds * max(0, self.size - state.offset) / read
            text += f", {(state.entities - entities) / seconds:,.0f} a second, about {duration(left)} left"
        return text

    def _write(self, text: str) -> None:
        self.stream.write(text)
        self.stream.flush()


def duration(seconds: float) -> str:
    """A length of time in its two largest units: "3 h 20 min"."""
    whole = round(seconds)
    for size, unit, smaller, smaller_unit in _UNITS:
        if whole >= size:
            return f"{whole // size} {unit} {whole % size // smaller} {smaller_unit}"
    return f"{whole} s"


def dump_progress_on_stderr(size: int) -> DumpProgress:
    """The form that suits standard error."""
    return DumpProgress(sys.stderr, size, sys.stderr.isatty())
