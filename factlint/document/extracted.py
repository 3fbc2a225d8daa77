"""An article as the format of its file presents it, and putting one together piece by piece."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from factlint.document.article import Block, BlockKind, Metadata
from factlint.regex import regex
from factlint.text.mapping import Piece, SourceMap
from factlint.text.source import Origin, SourceText
from factlint.text.span import Span

# What HTML and XML call white space; a no-break space is none.
_SPACES = regex(r"[ \t\r\n\f]+")
_LINE_END = regex(r"\r\n|\n|\r")
_BLANK_LINE = regex(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")
_BETWEEN_BLOCKS = "\n\n"


@dataclass(frozen=True)
class Document:
    """An article as the format of its file presents it.

    Attributes:
        source: the words, with the way back to the file.
        metadata: what the file says of the article; None where the text may begin with front matter.
        blocks: the blocks of the text, None where its own layout shows them.
        published: when it was published, as the file says; a time has its offset from UTC if it was given.
    """

    source: SourceText
    metadata: Metadata | None = None
    blocks: tuple[Block, ...] | None = None
    published: dt.date | None = None


@dataclass
class Composer:
    """Puts an article's text together from pieces of a file.

    White space is collapsed as a browser does; blocks stand apart by a blank line.

    Attributes:
        within: what the offsets given to the methods are translated by, where the pieces come out of a
            text that was itself taken out of the file; None where they are the file's.
    """

    within: SourceMap | None = None
    _parts: list[str] = field(default_factory=list)
    _pieces: list[Piece] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _length: int = 0
    _kind: BlockKind = BlockKind.PARAGRAPH
    _start: int | None = None
    _spaced: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether no block has any words yet."""
        return self._start is None and not self._blocks

    def block(self, kind: BlockKind) -> None:
        """What follows is a block of its own."""
        self._close()
        self._kind = kind

    def text(self, words: str, start: int) -> None:
        """Words that stand in the file just so.

        Args:
            words: may hold white space anywhere.
            start: the offset at which they begin.
        """
        done = 0
        for spaces in _SPACES.finditer(words):
            if spaces.group() == " " and spaces.start() > done:
                continue
            self._copy(words[done : spaces.start()], start + done)
            self._space(start + spaces.start(), start + spaces.end())
            done = spaces.end()
        self._copy(words[done:], start + done)

    def character(self, words: str, start: int, end: int) -> None:
        """Words for which something else stands in the file, as ``&`` for ``&amp;``."""
        if not words.strip(" \t\r\n\f"):
            if words:
                self._space(start, end)
            return
        self._open(start)
        self._add(words, start, end)
        self._spaced = False

    def line_break(self, start: int, end: int) -> None:
        """The line ends, the block does not."""
        if self._start is not None:
            self._add("\n", start, end)
            self._spaced = True

    def comment(self, words: str, start: int, *, alone: bool) -> None:
        """A comment to factlint, as it stands in the file; it is no prose.

        Args:
            words: with its marks.
            start: the offset at which it begins.
            alone: whether it stands on lines of its own, and so speaks of what follows.
        """
        if self._start is None and self._length:
            self._add(_BETWEEN_BLOCKS if alone else " ", start, start)
        self._add(words, start, start + len(words), copied=True)
        if self._start is not None:
            self._add(" ", start + len(words), start + len(words))
            self._spaced = True

    def paragraphs(self, text: str) -> None:
        """A text without markup, from its beginning: its blank lines part blocks.

        Where it has none, each line is a block.
        """
        parting = _BLANK_LINE if _BLANK_LINE.search(text) else _LINE_END
        start = 0
        for gap in parting.finditer(text):
            self.block(BlockKind.PARAGRAPH)
            self.text(text[start : gap.start()], start)
            start = gap.end()
        self.block(BlockKind.PARAGRAPH)
        self.text(text[start:], start)
        self.block(BlockKind.PARAGRAPH)

    def finish(
        self,
        path: str,
        file: SourceText,
        metadata: Metadata,
        published: dt.date | None = None,
        *,
        reserved: str = "",
    ) -> Document:
        """The article.

        Args:
            path: how messages name it.
            file: what it was taken out of.
            metadata: what the file says of it.
            published: when it was published.
            reserved: characters that mean something else in the file.
        """
        self._close()
        origin = Origin(file, SourceMap(self._pieces), reserved)
        source = SourceText(path, "".join(self._parts), origin=origin)
        return Document(source, metadata, tuple(self._blocks), published)

    def _copy(self, words: str, start: int) -> None:
        if words:
            self._open(start)
            self._add(words, start, start + len(words), copied=True)
            self._spaced = words.endswith(" ")

    def _space(self, start: int, end: int) -> None:
        if not self._spaced and self._start is not None:
            self._add(" ", start, end)
            self._spaced = True

    def _open(self, place: int) -> None:
        if self._start is None:
            if self._length:
                self._add(_BETWEEN_BLOCKS, place, place)
            self._start = self._length

    def _close(self) -> None:
        if self._start is not None:
            self._blocks.append(Block(Span(self._start, self._length), self._kind))
        self._start = None
        self._spaced = True

    def _add(self, words: str, start: int, end: int, *, copied: bool = False) -> None:
        self._parts.append(words)
        self._length += len(words)
        self._pieces.extend(self._origins(len(words), start, end, copied=copied))

    def _origins(self, length: int, start: int, end: int, *, copied: bool) -> Iterable[Piece]:
        if self.within is None:
            return (Piece(length, start, end, copied),)
        if copied:
            return self.within.pieces(Span(start, end))
        place = self.within.span(Span(start, end))
        return (Piece(length, place.start, place.end, False),)
