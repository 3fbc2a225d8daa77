"""Reading an article: the one way from a source text to an ``Article``."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from factlint.document.article import Article, Block, Dateline, DateSource, Metadata, PublicationDate
from factlint.document.blocks import find_blocks
from factlint.document.dateline import find_dateline
from factlint.document.extracted import Document
from factlint.document.formats.load import Format, format_of
from factlint.document.frontmatter import read_front_matter
from factlint.document.masking import to_prose
from factlint.document.moments import day_of
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factlint.text.source import SourceText

_DATE_IN_NAME = regex(r"(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)")


def read_article(
    source: SourceText,
    *,
    date: dt.date | None = None,
    default: PublicationDate | None = None,
    zone: dt.tzinfo | None = None,
) -> Article:
    """Read an article of plain text, Markdown or reStructuredText.

    Args:
        source: its text; the path's ending decides between the three.
        date: the publication date if the user gave one; it wins over whatever the article says.
        default: the publication date where the article says none.
        zone: the zone whose day counts where the article gives a time of publication with its offset;
            None for the day as it is written.

    Raises:
        InputError: the front matter cannot be read.
    """
    return read_document(Document(source), date=date, default=default, zone=zone)


def read_document(
    document: Document,
    *,
    date: dt.date | None = None,
    default: PublicationDate | None = None,
    zone: dt.tzinfo | None = None,
) -> Article:
    """Read an article of any format; arguments and errors as for ``read_article``.

    Args:
        document: the article as its format presents it.
        date: as there, like the other arguments.
        default: as there.
        zone: as there.
    """
    source = document.source
    if document.metadata is None or document.blocks is None:
        metadata, prose, blocks = _laid_out(source, zone)
    else:
        metadata = replace(document.metadata, date=day_of(document.published, zone))
        prose = to_prose(source.text, markdown=False)
        blocks = tuple(_with_prose(document.blocks, prose))
    dateline = find_dateline(prose, blocks)
    said = DateSource.FRONT_MATTER if document.metadata is None else DateSource.METADATA
    return Article(
        source=source,
        prose=prose,
        blocks=blocks,
        metadata=metadata,
        dateline=dateline,
        published=_published(source.path, metadata, said, dateline, date) or default,
    )


def _with_prose(blocks: Iterable[Block], prose: str) -> Iterator[Block]:
    """The blocks that have prose, from its first character to its last."""
    for block in blocks:
        words = block.span.of(prose)
        if words.strip():
            start = block.span.start + len(words) - len(words.lstrip())
            yield Block(Span(start, block.span.start + len(words.rstrip())), block.kind)


def _laid_out(source: SourceText, zone: dt.tzinfo | None) -> tuple[Metadata, str, tuple[Block, ...]]:
    """Front matter, prose and blocks of a text whose layout shows them."""
    form = format_of(source.path)
    front = read_front_matter(source, zone)
    metadata = front.metadata
    if form is Format.RST:
        # Imported late: most copy is plain text or Markdown.
        from factlint.document.rst import read_field_list, rst_prose, with_marks

        if not len(metadata.span):
            metadata = read_field_list(source, zone).metadata
        prose = rst_prose(source.text, (metadata.span,))
        return metadata, prose, find_blocks(with_marks(source.text), prose, None, 0)
    skip = _around(metadata.span, front.title_span)
    prose = to_prose(source.text, markdown=form is Format.MARKDOWN, skip=skip)
    return metadata, prose, find_blocks(source.text, prose, front.title_span, metadata.span.end)


def _around(outer: Span, inner: Span | None) -> tuple[Span, ...]:
    """What of ``outer`` is left without ``inner``."""
    if inner is None:
        return (outer,)
    return (Span(outer.start, inner.start), Span(inner.end, outer.end))


def _published(
    path: str, metadata: Metadata, said: DateSource, dateline: Dateline | None, given: dt.date | None
) -> PublicationDate | None:
    if given is not None:
        return PublicationDate(given, DateSource.OPTION)
    if metadata.date is not None:
        return PublicationDate(metadata.date, said, metadata.span if len(metadata.span) else None)
    if dateline is not None and dateline.date is not None:
        return PublicationDate(dateline.date, DateSource.DATELINE, dateline.span)
    in_name = _DATE_IN_NAME.search(PurePath(path).name)
    if in_name is not None:
        year, _, month, day = in_name.groups()
        try:
            return PublicationDate(dt.date(int(year), int(month), int(day)), DateSource.FILE_NAME)
        except ValueError:
            return None
    return None
