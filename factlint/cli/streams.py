"""Writing to the terminal, to files and to pipes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from factlint.errors import FactlintError

if TYPE_CHECKING:
    from factlint.engine.paths import ArticleFile


def complain(message: str) -> None:
    """Write one message to standard error, in characters that the terminal can show."""
    from factlint.report.characters import visible

    _write(f"factlint: {visible(message)}\n", sys.stderr)


def write(text: str, output: Path | None = None) -> None:
    """Write a report to standard output, or to a file that is replaced in one step.

    Raises:
        FactlintError: the file cannot be written.
    """
    if output is None:
        _write(text, sys.stdout)
        return
    from factlint.text.atomic import replace_file

    try:
        replace_file(output, text.encode("utf-8", "replace"))
    except OSError as error:
        raise FactlintError(f"{output}: {error.strerror or error}", "check --output") from None


def read_stdin(name: str | None) -> ArticleFile:
    """The article on standard input; ``name`` is what messages call it and decides its format."""
    from factlint.engine.paths import ArticleFile
    from factlint.text.source import MAX_BYTES

    return ArticleFile(name or "<stdin>", sys.stdin.buffer.read(MAX_BYTES + 1))


def _write(text: str, stream: TextIO) -> None:
    # As bytes: no line end is changed, and what the terminal's encoding lacks is escaped.
    encoded = text.encode(stream.encoding or "utf-8", "backslashreplace")
    stream.flush()
    stream.buffer.write(encoded)
    stream.buffer.flush()
