"""Reading files that may be anything."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_NONBLOCK: int = getattr(os, "O_NONBLOCK", 0)  # Windows has none, and no named pipes among its files


def read_at_most(path: Path, limit: int) -> bytes:
    """The first ``limit`` bytes of a file, a device or a pipe, or all where it has fewer.

    A pipe to which somebody writes is read to its end, as for a shell's process substitution. One to which
    nobody writes is refused: opening it would wait without end.

    Raises:
        OSError: it cannot be read, or is a pipe to which nobody writes.
        ValueError: no path can be so written, as with a NUL in it.
    """
    with open(path, "rb", buffering=0, opener=_open_at_once) as stream:
        mode = os.fstat(stream.fileno()).st_mode
        pieces = [_first_of_pipe(stream.fileno())] if stat.S_ISFIFO(mode) else []
        if _NONBLOCK and not stat.S_ISREG(mode):
            os.set_blocking(stream.fileno(), True)
        left = limit - sum(map(len, pieces))
        while left > 0 and (piece := stream.read(left)):
            pieces.append(piece)
            left -= len(piece)
    return b"".join(pieces)


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | _NONBLOCK)


def _first_of_pipe(descriptor: int) -> bytes:
    """Its first byte; empty where somebody has it open for writing and has not yet written."""
    try:
        first = os.read(descriptor, 1)
    except BlockingIOError:
        return b""
    if not first:
        raise OSError("a pipe that is empty and to which nobody writes")
    return first
