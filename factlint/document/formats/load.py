"""From a file to its articles: its name says the format, of XML the root element."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import PurePath

from factlint.document.extracted import Document
from factlint.document.formats.fields import JsonFields
from factlint.errors import InputError
from factlint.text.mapping import SourceMap
from factlint.text.source import Origin, SourceText, decode

_NO_FIELDS = JsonFields()


class Format(StrEnum):
    """How a file is read."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    RST = "reStructuredText"
    HTML = "HTML"
    XML = "XML"
    JSON = "JSON"
    JSON_LINES = "JSON Lines"
    DOCX = "DOCX"


SUFFIXES: dict[str, Format] = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), Format.MARKDOWN),
    **dict.fromkeys((".rst", ".rest"), Format.RST),
    **dict.fromkeys((".html", ".htm", ".xhtml"), Format.HTML),
    **dict.fromkeys((".xml", ".nitf", ".newsml", ".rss", ".atom", ".rdf"), Format.XML),
    ".json": Format.JSON,
    **dict.fromkeys((".jsonl", ".ndjson"), Format.JSON_LINES),
    ".docx": Format.DOCX,
}
"""The format that the ending of a file's name stands for; every other ending is plain text."""

_SEVERAL = frozenset({"newsmessage", "rss", "rdf", "feed"})
_XML_ROOTS = _SEVERAL | {"nitf", "newsitem", "entry", "html"}
HEAD = 4096
"""So many bytes of a file are looked at to tell what it is."""


MAY_HOLD_SEVERAL = frozenset({Format.XML, Format.JSON, Format.JSON_LINES})
"""Formats of which a file may hold several articles."""


def format_of(path: str) -> Format:
    """The format that a file's name stands for."""
    return SUFFIXES.get(PurePath(path).suffix.lower(), Format.TEXT)


def file_of(name: str) -> str:
    """The file of an article, by how messages name it: without the number that ``part_name`` adds."""
    file, mark, number = name.rpartition("#")
    return file if mark and number.isdigit() and format_of(file) in MAY_HOLD_SEVERAL else name


def is_news_xml(head: bytes) -> bool:
    """Whether the first bytes of a file are those of XML of a kind that holds articles."""
    from factlint.document.formats.xmltree import root_name
    from factlint.text.encodings import decode_start

    return root_name(decode_start(head)) in _XML_ROOTS


def holds_several(path: str, head: bytes) -> bool:
    """Whether a file may hold several articles, by its name and its first bytes."""
    form = format_of(path)
    if form is Format.XML:
        from factlint.document.formats.xmltree import root_name
        from factlint.text.encodings import decode_start

        return root_name(decode_start(head)) in _SEVERAL
    if form is Format.JSON:
        return head.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"["
    return form is Format.JSON_LINES


def load(
    path: str, content: bytes | str, fields: JsonFields = _NO_FIELDS
) -> tuple[Sequence[Document], Sequence[InputError]]:
    """The articles of a file, and what of it cannot be read though the rest can.

    Args:
        path: the file, as messages name it; its ending decides the format.
        content: its bytes, or its text where that is known.
        fields: which values of JSON are which part of an article.

    Raises:
        InputError: it cannot be read, or has no article.
    """
    form = format_of(path)
    if form is Format.DOCX:
        if isinstance(content, str):
            raise InputError(f"{path}: DOCX is no text", "give its bytes, or name the file")
        from factlint.document.formats.docx import read_docx

        return (read_docx(path, content),), ()
    if form is Format.HTML:
        from factlint.document.formats.html import read_html

        return (read_html(_decoded(path, content, _decode_html)),), ()
    if form is Format.XML:
        return _checked(path, _xml(_decoded(path, content, _decode_xml))), ()
    source = _decoded(path, content, decode)
    if form is Format.JSON:
        from factlint.document.formats.jsonarticles import read_json

        return _checked(path, read_json(source, fields)), ()
    if form is Format.JSON_LINES:
        from factlint.document.formats.jsonarticles import read_json_lines

        read = list(read_json_lines(source, fields))
        documents = [item for item in read if isinstance(item, Document)]
        errors = [item for item in read if isinstance(item, InputError)]
        return documents if errors else _checked(path, documents), errors
    if form is Format.MARKDOWN and "&" in source.text:
        return (_without_references(source),), ()
    return (Document(source),), ()


def _without_references(source: SourceText) -> Document:
    """Markdown with characters in place of the references to them, but for what would be markup."""
    from factlint.document.formats.references import resolved

    words, pieces = resolved(source.text, 0, keep="<>\\`*_{}[]()#+-!|~\n")
    if words == source.text:
        return Document(source)
    return Document(SourceText(source.path, words, origin=Origin(source, SourceMap(pieces), "<>&")))


def _xml(source: SourceText) -> Sequence[Document]:
    from factlint.document.formats.xmltree import read_xml, root_name

    name = root_name(source.text)
    if name == "html":
        from factlint.document.formats.html import read_html

        return (read_html(source),)
    if name not in _XML_ROOTS and name:
        raise InputError(
            f"{source.path}: XML with the root element {name[:40]!r}",
            "NITF, NewsML-G2, RSS, Atom and XHTML are understood",
        )
    root = read_xml(source)
    if root.name == "nitf":
        from factlint.document.formats.nitf import read_nitf

        return (read_nitf(source.path, source, root),)
    if root.name in {"newsitem", "newsmessage"}:
        from factlint.document.formats.newsml import read_newsml

        return read_newsml(source, root)
    from factlint.document.formats.feeds import read_feed

    return read_feed(source, root)


def _checked(path: str, documents: Sequence[Document]) -> Sequence[Document]:
    if not documents:
        raise InputError(f"{path}: no article in this file", "exclude it")
    return documents


def _decoded(path: str, content: bytes | str, decoder: Callable[[str, bytes], SourceText]) -> SourceText:
    return SourceText(path, content) if isinstance(content, str) else decoder(path, content)


def _decode_html(path: str, data: bytes) -> SourceText:
    from factlint.text.encodings import decode_html

    return decode_html(path, data)


def _decode_xml(path: str, data: bytes) -> SourceText:
    from factlint.text.encodings import decode_xml

    return decode_xml(path, data)
