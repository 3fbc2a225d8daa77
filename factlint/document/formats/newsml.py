"""NewsML-G2: news items and the messages that carry them (https://iptc.org/standards/newsml-g2/)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.document.article import BlockKind, Metadata
from factlint.document.extracted import Composer, Document
from factlint.document.formats.naming import part_name
from factlint.document.formats.nitf import add_nitf, nitf_date, nitf_metadata
from factlint.document.formats.xmlcopy import RESERVED, add_element, add_escaped, add_line
from factlint.document.formats.xmltree import Element, words_at
from factlint.document.moments import read_moment
from factlint.text.mapping import SourceMap

if TYPE_CHECKING:
    from factlint.text.source import SourceText

ITEM = "newsitem"
MESSAGE = "newsmessage"


def read_newsml(source: SourceText, root: Element) -> tuple[Document, ...]:
    """Read the articles of a news item or message; items without text, such as pictures, are none.

    Args:
        source: the file.
        root: its element ``newsItem`` or ``newsMessage``.
    """
    items = [element for element in root.walk() if element.name == ITEM]
    written = [item for item in items if _has_text(item)]
    return tuple(
        _read(part_name(source.path, number, len(written)), source, item)
        for number, item in enumerate(written, 1)
    )


def _has_text(item: Element) -> bool:
    return any(content.words() for content in _contents(item))


def _contents(item: Element) -> Iterator[Element]:
    contents = item.find("contentset")
    if contents is not None:
        yield from contents.children("inlinexml", "inlinedata")


def _read(path: str, source: SourceText, item: Element) -> Document:
    composer = Composer()
    title = add_line(composer, item.find("contentmeta", "headline"))
    # Several contents are renditions of the same text.
    content = next(element for element in _contents(item) if element.words())
    nitf = content.find("nitf")
    if nitf is not None:
        add_nitf(composer, nitf, headline=not title)
    elif content.name == "inlinexml":
        add_element(composer, content)
    else:
        words, pieces = content.located()
        add_escaped(composer, words, SourceMap(pieces))
    composer.block(BlockKind.PARAGRAPH)
    metadata = _metadata(item, nitf, title)
    published = _published(item) or (nitf_date(nitf) if nitf is not None else None)
    return composer.finish(path, source, metadata, published, reserved=RESERVED)


def _metadata(item: Element, nitf: Element | None, title: str) -> Metadata:
    known = nitf_metadata(nitf) if nitf is not None else Metadata()
    return Metadata(
        title=title or known.title,
        byline=words_at(item, "contentmeta", "by") or known.byline,
        location=words_at(item, "contentmeta", "located", "name")
        or words_at(item, "contentmeta", "dateline")
        or known.location,
        outlet=words_at(item, "itemmeta", "provider", "name") or known.outlet,
    )


def _published(item: Element) -> dt.date | None:
    """The first version's time before this version's: corrections come later than the story."""
    for path in (
        ("contentmeta", "contentcreated"),
        ("itemmeta", "firstcreated"),
        ("itemmeta", "versioncreated"),
    ):
        moment = read_moment(words_at(item, *path))
        if moment is not None:
            return moment
    return None
