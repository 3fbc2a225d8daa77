"""An article's text as it stands on disk."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

from factlint.errors import InputError
from factlint.text.lines import LineIndex, Position
from factlint.text.span import Span

MAX_BYTES = 20_000_000
"""Larger files are refused: the longest stories ever filed stay below 1 MB, so this is not copy."""


@dataclass(frozen=True)
class SourceText:
    """Decoded text with positions.

    Attributes:
        path: how messages name the text; as given by the user.
        text: every character of the file except a leading byte-order mark.
        bom: whether the file starts with a byte-order mark, which no position counts.
    """

    path: str
    text: str
    bom: bool = False
    lines: LineIndex = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", LineIndex(self.text))

    def position(self, offset: int) -> Position:
        """Line and column of a code-point offset."""
        return self.lines.position(offset)

    def slice(self, span: Span) -> str:
        """The words under a span."""
        return span.of(self.text)


def decode(path: str, data: bytes) -> SourceText:
    """Decode the bytes of an article.

    Args:
        path: how messages name the article.
        data: the whole file; UTF-8, with or without a byte-order mark.

    Raises:
        InputError: the file is too large, binary, or not UTF-8.
    """
    if len(data) > MAX_BYTES:
        raise too_large(path, len(data))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError(f"{path}: the file is UTF-16", "save it as UTF-8")
    if b"\0" in data:
        raise InputError(f"{path}: the file is binary, not text", "exclude it or save it as UTF-8 text")
    bom = data.startswith(codecs.BOM_UTF8)
    body = data[len(codecs.BOM_UTF8) :] if bom else data
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        raise InputError(
            f"{path}:{line}: byte 0x{body[error.start]:02x} is not UTF-8", "save the file as UTF-8"
        ) from None
    return SourceText(path=path, text=text, bom=bom)


def too_large(path: str, size: int) -> InputError:
    """The error for an article of more than ``MAX_BYTES`` bytes."""
    return InputError(
        f"{path}: {size / 1e6:.1f} MB is too large for an article (limit {MAX_BYTES / 1e6:.0f} MB)",
        "exclude it or split it",
    )
