"""Reading an article: the one way from a source text to an ``Article``."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePath
from typing import TYPE_CHECKING

from factlint.document.article import Article, Dateline, DateSource, Metadata, PublicationDate
from factlint.document.blocks import find_blocks
from factlint.document.dateline import find_dateline
from factlint.document.frontmatter import read_front_matter
from factlint.document.masking import to_prose
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.text.source import SourceText

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd"})
"""File names that say the article is Markdown; everything else is plain text."""

_DATE_IN_NAME = regex(r"(?<!\d)((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)")


def read_article(
    source: SourceText,
    *,
    date: dt.date | None = None,
    default: PublicationDate | None = None,
    zone: dt.tzinfo | None = None,
) -> Article:
    """Read an article.

    Args:
        source: its text; the path's ending decides between Markdown and plain text.
        date: the publication date if the user gave one; it wins over whatever the article says.
        default: the publication date where the article says none.
        zone: the zone whose day counts where the article gives a time of publication with its offset;
            None for the day as it is written.

    Raises:
        InputError: the front matter cannot be read.
    """
    front = read_front_matter(source, zone)
    metadata = front.metadata
    markdown = PurePath(source.path).suffix.lower() in MARKDOWN_SUFFIXES
    skip = _around(metadata.span, front.title_span)
    prose = to_prose(source.text, markdown=markdown, skip=skip)
    blocks = find_blocks(source.text, prose, front.title_span, metadata.span.end)
    dateline = find_dateline(prose, blocks)
    return Article(
        source=source,
        prose=prose,
        blocks=blocks,
        metadata=metadata,
        dateline=dateline,
        published=_published(source.path, metadata, dateline, date) or default,
    )


def _around(outer: Span, inner: Span | None) -> tuple[Span, ...]:
    """What of ``outer`` is left without ``inner``."""
    if inner is None:
        return (outer,)
    return (Span(outer.start, inner.start), Span(inner.end, outer.end))


def _published(
    path: str, metadata: Metadata, dateline: Dateline | None, given: dt.date | None
) -> PublicationDate | None:
    if given is not None:
        return PublicationDate(given, DateSource.OPTION)
    if metadata.date is not None:
        return PublicationDate(metadata.date, DateSource.FRONT_MATTER, metadata.span)
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
