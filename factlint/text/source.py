"""An article's text as it stands on disk."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

from factlint.errors import InputError
from factlint.text.lines import LineIndex, Position
from factlint.text.mapping import SourceMap
from factlint.text.span import Span

MAX_BYTES = 20_000_000
"""Larger files are refused: the longest stories ever filed stay below 1 MB, so this is not copy."""


@dataclass(frozen=True)
class SourceText:
    """Decoded text with positions.

    Most articles are files of text, and this is the file. An article that was taken out of markup, JSON
    or a feed has an ``origin``; its offsets are then those of the words that were taken out.

    Attributes:
        path: how messages name the article; as given by the user, with ``#2`` for the second of a file.
        text: every character except a leading byte-order mark.
        bom: whether the file starts with a byte-order mark, which no position counts.
        encoding: Python's name of the file's encoding.
        origin: what the text was taken out of, None where it is the file.
        editable: whether the text can be written back, as that of a word processor's archive cannot.
    """

    path: str
    text: str
    bom: bool = False
    encoding: str = "utf-8"
    origin: Origin | None = None
    editable: bool = True
    lines: LineIndex = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", LineIndex(self.text))

    @property
    def file(self) -> SourceText:
        """The file that the text stands in; itself where it is the file."""
        return self if self.origin is None else self.origin.source

    def position(self, offset: int) -> Position:
        """Line and column, in the file, of a code-point offset into the text."""
        if self.origin is None:
            return self.lines.position(offset)
        return self.origin.source.lines.position(self.origin.map.span(Span(offset, offset)).start)

    def in_file(self, span: Span) -> Span:
        """Where in the file the words under a span stand, markup between them included."""
        return span if self.origin is None else self.origin.map.span(span)

    def takes(self, span: Span, replacement: str) -> bool:
        """Whether writing other words over a span of the file says just that and breaks no markup."""
        if self.origin is None:
            return self.editable
        copied = self.origin.map.is_copied(span)
        if not copied or any(character in self.origin.reserved for character in replacement):
            return False
        try:
            replacement.encode(self.origin.source.encoding)
        except UnicodeEncodeError:
            return False
        return self.origin.source.editable

    def encoded(self, text: str) -> bytes:
        """A text as the bytes of this file: its encoding, with a byte-order mark where it has one."""
        return ("\ufeff" * self.bom + text).encode(self.encoding)

    def slice(self, span: Span) -> str:
        """The words under a span."""
        return span.of(self.text)


@dataclass(frozen=True)
class Origin:
    """What an article's text was taken out of.

    Attributes:
        source: the file.
        map: where each character comes from.
        reserved: characters that mean something else in the file, such as ``<``.
    """

    source: SourceText
    map: SourceMap
    reserved: str = ""


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
