"""Feeds: RSS 0.9 to 2.0 and Atom; each entry is an article."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from factlint.document.article import BlockKind, Metadata
from factlint.document.extracted import Composer, Document
from factlint.document.formats.naming import part_name
from factlint.document.formats.xmlcopy import RESERVED, add_element, add_escaped, add_line
from factlint.document.formats.xmltree import Element, words_at
from factlint.document.moments import read_moment
from factlint.text.mapping import SourceMap

if TYPE_CHECKING:
    from factlint.text.source import SourceText

ROOTS = frozenset({"rss", "rdf", "feed", "entry"})
"""What the root element of a feed is called, in lower case; ``entry`` is one of Atom alone."""

_CONTENT_SPACE = "http://purl.org/rss/1.0/modules/content/"
_SUMMARIES = ("description", "summary")
_DATES = ("pubdate", "published", "issued", "date", "updated", "modified", "created")
_BYLINES = (("author", "name"), ("creator",), ("author",))


def read_feed(source: SourceText, root: Element) -> tuple[Document, ...]:
    """Read the entries of a feed, with the whole text where the feed has it, else the summary.

    Args:
        source: the file.
        root: its outermost element.
    """
    entries = [element for element in root.walk() if element.name in {"item", "entry"}]
    head = root if root.find("channel") is None else root.find("channel")
    outlet = words_at(head, "title") if head is not None and root.name != "entry" else ""
    return tuple(
        _read(part_name(source.path, number, len(entries)), source, entry, outlet)
        for number, entry in enumerate(entries, 1)
    )


def _read(path: str, source: SourceText, entry: Element, outlet: str) -> Document:
    composer = Composer()
    title = add_line(composer, next(entry.children("title"), None))
    content = _content(entry)
    if content is not None and any(True for _ in content.children("div", "p", "body")):
        add_element(composer, content)
    elif content is not None:
        words, pieces = content.located()
        add_escaped(composer, words, SourceMap(pieces))
    composer.block(BlockKind.PARAGRAPH)
    metadata = Metadata(
        title=title,
        byline=next((words for names in _BYLINES if (words := words_at(entry, *names))), ""),
        outlet=words_at(entry, "source", "title") or words_at(entry, "source") or outlet,
    )
    return composer.finish(path, source, metadata, _published(entry), reserved=RESERVED)


def _content(entry: Element) -> Element | None:
    whole = [
        element
        for element in entry.items
        if isinstance(element, Element)
        and (
            (element.name == "encoded" and element.space == _CONTENT_SPACE)
            or (element.name == "content" and "url" not in element.attributes)
        )
    ]
    summaries = [element for name in _SUMMARIES for element in entry.children(name)]
    return next((element for element in (*whole, *summaries) if element.words()), None)


def _published(entry: Element) -> dt.date | None:
    said = (words_at(entry, name) for name in _DATES)
    return next((moment for words in said if (moment := read_moment(words))), None)
