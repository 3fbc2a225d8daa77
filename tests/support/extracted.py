"""What every article that was taken out of a file must hold to."""

from __future__ import annotations

from factlint.document.extracted import Document
from factlint.document.formats.fields import JsonFields
from factlint.document.formats.load import load
from factlint.document.read import read_document
from factlint.text.span import Span


def articles(path: str, content: bytes | str, fields: JsonFields | None = None) -> list[Document]:
    """The articles of a file, each with every place checked."""
    documents, errors = load(path, content, fields or JsonFields())
    assert not errors
    for document in documents:
        assert_faithful(document)
    return list(documents)


def article(path: str, content: bytes | str, fields: JsonFields | None = None) -> Document:
    """The one article of a file."""
    [document] = articles(path, content, fields)
    return document


def assert_faithful(document: Document) -> None:
    """What is copied stands in the file at its place, and the article can be read."""
    source = document.source
    if source.origin is not None:
        pieces = source.origin.map.all_pieces
        assert sum(piece.length for piece in pieces) == len(source.text)
        start = 0
        for piece in pieces:
            assert 0 <= piece.start <= piece.end <= len(source.file.text)
            if piece.copied:
                copied = source.text[start : start + piece.length]
                assert copied == source.file.text[piece.start : piece.end]
            start += piece.length
    read = read_document(document)
    ends = 0
    for block in read.blocks:
        assert block.span.start >= ends
        assert block.span.of(read.prose).strip()
        ends = block.span.end


def blocks(document: Document) -> list[tuple[str, str]]:
    """Kind and prose of each block, with single spaces."""
    read = read_document(document)
    return [(block.kind.value, " ".join(block.span.of(read.prose).split())) for block in read.blocks]


def place_of(document: Document, words: str) -> str:
    """Where in the file some words of the article stand, as ``line:column-line:column``."""
    start = document.source.text.index(words)
    place = document.source.in_file(Span(start, start + len(words)))
    lines = document.source.file.lines
    first, last = lines.position(place.start), lines.position(place.end)
    return f"{first.line}:{first.column}-{last.line}:{last.column}"
