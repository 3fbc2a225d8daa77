"""DOCX (ECMA-376): a paragraph is a line, so that lines and columns are paragraphs and characters."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from factlint.document.article import Block, BlockKind, Metadata
from factlint.document.extracted import Document
from factlint.document.formats.xmltree import Characters, Element, read_xml, words_at
from factlint.errors import InputError
from factlint.text.encodings import decode_xml
from factlint.text.source import MAX_BYTES, SourceText
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_MEMBERS = 10_000
"""More files in an archive are refused unread."""

_DOCUMENT = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_PACKAGE = "_rels/.rels"
# Deleted and moved text, codes of fields, and what is drawn for programs that know no text boxes.
_SKIPPED = frozenset("del movefrom instrtext deltext fallback rpr ppr sectpr".split())
# A line separator keeps the paragraph on its line (see ``text.lines``); prose has a space for it.
_CHARACTERS = {"tab": "\t", "br": "\u2028", "cr": "\u2028", "nobreakhyphen": "\u2011"}
_STYLES = (
    ("title", BlockKind.HEADLINE),
    ("headline", BlockKind.HEADLINE),
    ("heading", BlockKind.HEADING),
    ("subtitle", BlockKind.HEADING),
    ("quote", BlockKind.BLOCK_QUOTE),
    ("caption", BlockKind.CAPTION),
    ("list", BlockKind.LIST_ITEM),
)


def read_docx(path: str, data: bytes) -> Document:
    """Read a document.

    Paragraphs are counted as they come, those of tables and text boxes included; notes, comments,
    headers and footers are not read.

    Args:
        path: how messages name it.
        data: the archive.

    Raises:
        InputError: it is no such archive, is damaged or encrypted, or holds more than an article's text.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if len(archive.infolist()) > MAX_MEMBERS:
                raise InputError(f"{path}: the archive has more than {MAX_MEMBERS} files")
            document = _member(path, archive, _main_part(path, archive))
            properties = _member(path, archive, _PROPERTIES, must_exist=False)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        raise InputError(f"{path}: no DOCX file: {error}", "save it again as .docx, or exclude it") from None
    body = document.find("body") if document is not None else None
    if body is None:
        raise InputError(f"{path}: no DOCX file: it has no document body", "save it again as .docx")
    return _document(path, body, properties)


def _main_part(path: str, archive: zipfile.ZipFile) -> str:
    """The name of the part that holds the text, as the package says; by habit it is ``_DOCUMENT``."""
    relations = _member(path, archive, _PACKAGE, must_exist=False)
    for relation in relations.children("relationship") if relations is not None else ():
        if relation.attributes.get("type", "").endswith("/officeDocument"):
            return relation.attributes.get("target", "").lstrip("/")
    return _DOCUMENT


def _member(path: str, archive: zipfile.ZipFile, name: str, *, must_exist: bool = True) -> Element | None:
    try:
        info = archive.getinfo(name)
    except KeyError:
        if must_exist:
            raise InputError(f"{path}: no DOCX file: it lacks {name}", "save it again as .docx") from None
        return None
    # What the archive says of sizes may be a lie: no more is unpacked than is allowed.
    with archive.open(info) as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES / 1e6:.0f} MB"
        raise InputError(f"{path}: {name} unpacks to more than {limit}", "exclude it or split it")
    return read_xml(decode_xml(f"{path}!{name}", data))


def _document(path: str, body: Element, properties: Element | None) -> Document:
    lines: list[str] = []
    blocks: list[Block] = []
    start = 0
    for paragraph in _paragraphs(body):
        line = _text(paragraph)
        words = line.strip()
        if words:
            begin = start + line.index(words)
            blocks.append(Block(Span(begin, begin + len(words)), _kind(paragraph)))
        lines.append(line)
        start += len(line) + 1
    title = next((block for block in blocks if block.kind is BlockKind.HEADLINE), None)
    text = "\n".join(lines)
    metadata = Metadata(
        title=title.span.of(text) if title else words_at(properties, "title") if properties else "",
        byline=words_at(properties, "creator") if properties else "",
    )
    return Document(SourceText(path, text, editable=False), metadata, tuple(blocks))


def _paragraphs(body: Element) -> Iterator[Element]:
    waiting = [body]
    while waiting:
        element = waiting.pop()
        if element.name == "p":
            yield element
        inner = (item for item in element.items if isinstance(item, Element) and item.name not in _SKIPPED)
        waiting.extend(reversed(list(inner)))


def _text(paragraph: Element) -> str:
    """The text of a paragraph, without that of paragraphs in its text boxes."""
    parts: list[str] = []
    waiting: list[Element] = list(reversed(list(_elements(paragraph))))
    while waiting:
        element = waiting.pop()
        if element.name == "t":
            parts += [item.words for item in element.items if isinstance(item, Characters)]
        elif element.name in _CHARACTERS:
            parts.append(_CHARACTERS[element.name])
        elif element.name != "p" and not _is_hidden(element):
            waiting.extend(reversed(list(_elements(element))))
    return "".join(parts).replace("\n", " ").replace("\r", " ")


def _elements(element: Element) -> Iterator[Element]:
    return (item for item in element.items if isinstance(item, Element) and item.name not in _SKIPPED)


def _is_hidden(run: Element) -> bool:
    vanish = run.find("rpr", "vanish")
    return vanish is not None and vanish.attributes.get("val", "true") not in {"0", "false", "off"}


def _kind(paragraph: Element) -> BlockKind:
    properties = paragraph.find("ppr")
    if properties is None:
        return BlockKind.PARAGRAPH
    style = properties.find("pstyle")
    name = style.attributes.get("val", "").lower() if style is not None else ""
    known = next((kind for start, kind in _STYLES if name.startswith(start)), None)
    if known is None and properties.find("numpr") is not None:
        return BlockKind.LIST_ITEM
    return known or BlockKind.PARAGRAPH
