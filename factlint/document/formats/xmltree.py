"""XML as a tree whose text knows its place: no document types, no entities of its own, no network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from factlint.document.masking import is_directive
from factlint.errors import InputError
from factlint.text.mapping import Piece

if TYPE_CHECKING:
    from factlint.text.source import SourceText

MAX_DEPTH = 200
"""Elements nested deeper are no article's."""

MAX_NODES = 1_000_000
"""Elements and stretches of text; a feed of 1,000 long articles has a tenth."""


class Characters(NamedTuple):
    """A stretch of text.

    Attributes:
        words: what it means.
        start: the offset at which it begins in the file.
        end: the offset at which it ends there.
        copied: whether the file has just these words there.
    """

    words: str
    start: int
    end: int
    copied: bool


class Comment(NamedTuple):
    """A comment to factlint, with its marks and the offset at which it begins."""

    words: str
    start: int


@dataclass(slots=True)
class Element:
    """An element.

    Attributes:
        name: its name without a namespace, in lower case.
        attributes: by name without a namespace, in lower case.
        items: what it holds, in order.
        space: the namespace.
        start: the offset of its tag in the file.
    """

    name: str
    attributes: dict[str, str]
    items: list[Element | Characters | Comment] = field(default_factory=list)
    space: str = ""
    start: int = 0

    def children(self, *names: str) -> Iterator[Element]:
        """The elements directly in this one that have one of some names."""
        return (item for item in self.items if isinstance(item, Element) and item.name in names)

    def find(self, *path: str) -> Element | None:
        """The first element that a path of names leads to, None where there is none."""
        here: Element | None = self
        for name in path:
            here = next(here.children(name), None) if here is not None else None
        return here

    def walk(self) -> Iterator[Element]:
        """This element and all in it, in order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(item for item in reversed(element.items) if isinstance(item, Element))

    def characters(self) -> Iterator[Characters]:
        """All text in this element, in order."""
        waiting: list[Element | Characters | Comment] = [self]
        while waiting:
            item = waiting.pop()
            if isinstance(item, Characters):
                yield item
            elif isinstance(item, Element):
                waiting.extend(reversed(item.items))

    def words(self) -> str:
        """All text in this element with single spaces."""
        return " ".join("".join(item.words for item in self.characters()).split())

    def located(self) -> tuple[str, list[Piece]]:
        """All text in this element, and where each piece of it stands in the file."""
        found = list(self.characters())
        pieces = [Piece(len(item.words), item.start, item.end, item.copied) for item in found]
        return "".join(item.words for item in found), pieces


def words_at(element: Element, *path: str) -> str:
    """The text of the element that a path leads to, empty where there is none."""
    found = element.find(*path)
    return found.words() if found is not None else ""


def read_xml(source: SourceText) -> Element:
    """The root element of an XML file.

    Raises:
        InputError: it is not well-formed, declares entities, or is nested too deeply.
    """
    return _Reader(source).read()


def root_name(head: str) -> str:
    """The name of the root element of an XML file, without its prefix, from the first of its text."""
    from factlint.document.formats.htmltokens import Kind, tokens

    first = next((token for token in tokens(head) if token.kind is Kind.OPEN), None)
    return first.name.rpartition(":")[2] if first else ""


class _Reader:
    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._data = source.text.encode("utf-8", "surrogatepass")
        self._offsets = _Offsets(self._data, is_ascii=source.text.isascii())
        self._stack: list[Element] = []
        self._root: Element | None = None
        self._nodes = 0
        self._in_cdata = False
        # The text is decoded already, so what it says of its encoding does not count.
        parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.buffer_text = False
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = self._comment
        # In CDATA an ampersand is one.
        parser.StartCdataSectionHandler = lambda: self._cdata(begins=True)
        parser.EndCdataSectionHandler = lambda: self._cdata(begins=False)
        parser.EntityDeclHandler = self._entity
        parser.SkippedEntityHandler = self._skipped
        self._parser = parser

    def read(self) -> Element:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            place = f"{self._source.path}:{error.lineno}:{error.offset + 1}"
            said = expat.errors.messages.get(error.code, error)
            raise InputError(f"{place}: not XML: {said}", "mend it") from None
        if self._root is None:
            raise InputError(f"{self._source.path}: the file has no element")
        return self._root

    def _place(self) -> int:
        return self._offsets.of(self._parser.CurrentByteIndex)

    def _count(self) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES or len(self._stack) >= MAX_DEPTH:
            what = "is nested too deeply" if self._nodes <= MAX_NODES else "has too many elements"
            line = self._parser.CurrentLineNumber
            raise InputError(f"{self._source.path}:{line}: the XML {what} for an article", "split it")

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        self._count()
        space, _, local = name.rpartition(" ")
        known = {key.rpartition(" ")[2].lower(): value for key, value in attributes.items()}
        element = Element(local.lower(), known, space=space, start=self._place())
        if self._stack:
            self._stack[-1].items.append(element)
        else:
            self._root = element
        self._stack.append(element)

    def _close(self, _name: str) -> None:
        self._stack.pop()

    def _text(self, words: str) -> None:
        if not self._stack:
            return
        self._count()
        index = self._parser.CurrentByteIndex
        start = self._offsets.of(index)
        if not self._in_cdata and self._data.startswith(b"&", index):
            end = self._data.index(b";", index) + 1
            self._stack[-1].items.append(Characters(words, start, start + end - index, False))
            return
        copied = not (words == "\n" and self._data.startswith(b"\r", index))
        length = len(words) + (self._data.startswith(b"\r\n", index) and not copied)
        self._stack[-1].items.append(Characters(words, start, start + length, copied))

    def _cdata(self, *, begins: bool) -> None:
        self._in_cdata = begins

    def _comment(self, words: str) -> None:
        whole = f"<!--{words}-->"
        if self._stack and is_directive(whole):
            self._stack[-1].items.append(Comment(whole, self._place()))

    def _entity(self, name: str, *_: object) -> None:
        line = self._parser.CurrentLineNumber
        raise InputError(
            f"{self._source.path}:{line}: the XML declares the entity {name[:40]!r}",
            "write out what it stands for; factlint reads no declared entities",
        )

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if self._stack and not is_parameter and (words := html5.get(f"{name};")):
            start = self._place()
            self._stack[-1].items.append(Characters(words, start, start + len(name) + 2, False))


class _Offsets:
    """Code-point offsets of byte offsets that are asked for in order."""

    def __init__(self, data: bytes, *, is_ascii: bool) -> None:
        self._data = data
        self._is_ascii = is_ascii
        self._byte = self._offset = 0

    def of(self, byte: int) -> int:
        if self._is_ascii:
            return byte
        if byte < self._byte:
            self._byte = self._offset = 0
        # Bytes that go on with a character do not begin one.
        passed = self._data[self._byte : byte]
        self._offset += len(passed.decode("utf-8", "surrogatepass"))
        self._byte = byte
        return self._offset
