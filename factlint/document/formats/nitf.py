"""NITF, the IPTC's News Industry Text Format (3.x): https://iptc.org/standards/nitf/."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from factlint.document.article import BlockKind, Metadata
from factlint.document.extracted import Composer, Document
from factlint.document.formats.htmltags import BLOCKS
from factlint.document.formats.xmlcopy import RESERVED, add_element, add_line
from factlint.document.formats.xmltree import Element, words_at
from factlint.document.moments import read_moment

if TYPE_CHECKING:
    from factlint.text.source import SourceText

_BLOCKS: dict[str, BlockKind | None] = {
    **BLOCKS,
    "hl1": BlockKind.HEADLINE,
    "hl2": BlockKind.HEADING,
    "bq": BlockKind.BLOCK_QUOTE,
    "media.caption": BlockKind.CAPTION,
    **dict.fromkeys(("block", "abstract", "media", "body.content", "body.end", "note", "credit", "hr")),
}
_SKIPPED = frozenset(
    "media.metadata media.producer media.reference media.transcript byline dateline distributor tagline"
    " bibliography rights series slug copyrite nitf-table-metadata".split()
)


def read_nitf(path: str, source: SourceText, root: Element) -> Document:
    """Read an article.

    Args:
        path: how messages name it.
        source: its file.
        root: its element ``nitf``.
    """
    composer = Composer()
    add_nitf(composer, root)
    return composer.finish(path, source, nitf_metadata(root), nitf_date(root), reserved=RESERVED)


def add_nitf(composer: Composer, root: Element, *, headline: bool = True) -> None:
    """Add headlines and body of an element ``nitf`` to an article.

    Args:
        composer: the article.
        root: the element.
        headline: whether its own headline is wanted.
    """
    head = root.find("body", "body.head")
    heads = head.find("hedline") if head is not None else None
    if heads is not None:
        for line in heads.children(*(("hl1", "hl2") if headline else ("hl2",))):
            add_line(composer, line, _BLOCKS[line.name] or BlockKind.HEADING)
    abstract = head.find("abstract") if head is not None else None
    for part in (abstract, root.find("body", "body.content")):
        if part is not None:
            add_element(composer, part, blocks=_BLOCKS, skipped=_SKIPPED)


def nitf_metadata(root: Element) -> Metadata:
    """What an element ``nitf`` says of its article."""
    head, body = root.find("head"), root.find("body", "body.head")
    publication = head.find("pubdata") if head is not None else None
    return Metadata(
        title=(words_at(body, "hedline", "hl1") if body else "") or (words_at(head, "title") if head else ""),
        byline=(words_at(body, "byline", "person") or words_at(body, "byline")) if body else "",
        location=words_at(body, "dateline", "location") if body else "",
        outlet=publication.attributes.get("name", "") if publication is not None else "",
    )


def nitf_date(root: Element) -> dt.date | None:
    """When an article was published: its date of publication, issue, release or of its dateline."""
    said = []
    publication = root.find("head", "pubdata")
    if publication is not None:
        said.append(publication.attributes.get("date.publication", ""))
    for path in (
        ("head", "docdata", "date.issue"),
        ("head", "docdata", "date.release"),
        ("body", "body.head", "dateline", "story.date"),
    ):
        element = root.find(*path)
        said.append(element.attributes.get("norm", "") if element is not None else "")
    return next((moment for words in said if (moment := read_moment(words))), None)
