"""Writing to the terminal, to files and to pipes."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from factlint.errors import FactlintError, InputError

if TYPE_CHECKING:
    from factlint.engine.paths import ArticleFile


def complain(message: str) -> None:
    """Write one message to standard error, in characters that the terminal can show.

    Where nobody listens there, the exit status alone has to say it.
    """
    from factlint.report.characters import visible

    with suppress(OSError):
        _write(f"factlint: {visible(message)}\n", sys.stderr)


def write(text: str, output: Path | None = None) -> None:
    """Write a report to standard output, or to a file that is replaced in one step.

    Raises:
        FactlintError: it cannot be written.
        BrokenPipeError: nobody reads standard output any more, as after ``| head``.
    """
    if output is None:
        try:
            _write(text, sys.stdout)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise FactlintError(
                f"standard output: {error.strerror or error}", "check where it goes, or use --output"
            ) from None
        return
    from factlint.text.atomic import replace_file

    try:
        replace_file(output, text.encode("utf-8", "replace"))
    except OSError as error:
        raise FactlintError(f"{output}: {error.strerror or error}", "check --output") from None


def read_stdin(name: str | None) -> ArticleFile:
    """The article on standard input; ``name`` is what messages call it and decides its format.

    Raises:
        InputError: standard input is closed or cannot be read.
    """
    from factlint.engine.paths import ArticleFile
    from factlint.text.source import MAX_BYTES

    called = name or "<stdin>"
    try:
        return ArticleFile(called, _open(sys.stdin).buffer.read(MAX_BYTES + 1))
    except OSError as error:
        raise InputError(
            f"{called}: standard input: {error.strerror or error}", "give it an article"
        ) from None


def _write(text: str, stream: TextIO | None) -> None:
    stream = _open(stream)
    # As bytes: no line end is changed, and what the terminal's encoding lacks is escaped.
    encoded = text.encode(stream.encoding or "utf-8", "backslashreplace")
    try:
        stream.flush()
        left = memoryview(encoded)
        while left:
            # With PYTHONUNBUFFERED a part may be written, and only the next one shows that nobody reads.
            left = left[stream.buffer.write(left) :]
        stream.buffer.flush()
    except OSError:
        _let_go(stream)
        raise


def _open(stream: TextIO | None) -> TextIO:
    """The stream; Python has None for one that was closed before it started."""
    if stream is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return stream


def _let_go(stream: TextIO) -> None:
    """Throw away what is still to be written, which Python would otherwise complain of when it ends."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
