"""The parts of an article, as the later layers see them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from factlint.text.source import SourceText
from factlint.text.span import Span


class BlockKind(StrEnum):
    """What a block of an article is."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    BLOCK_QUOTE = "block-quote"
    CAPTION = "caption"


class Block(NamedTuple):
    """A stretch of prose that hangs together: sentences never cross a block's end."""

    span: Span
    kind: BlockKind


class DateSource(StrEnum):
    """Where a publication date was found, in order of precedence."""

    OPTION = "--date"
    FRONT_MATTER = "front matter"
    METADATA = "metadata"
    DATELINE = "dateline"
    FILE_NAME = "file name"
    TODAY = "today"
    MODIFIED = "file's time"


class PublicationDate(NamedTuple):
    """The document creation time (DCT): the day against which "Tuesday" and "this year" are read.

    Attributes:
        date: the day.
        source: where it was found.
        span: where in the text it stands, None where it came from outside the text.
    """

    date: dt.date
    source: DateSource
    span: Span | None = None


class Dateline(NamedTuple):
    """The line before the first sentence that says where and often when a story was filed.

    Attributes:
        span: the whole dateline.
        place: the place as written, for example ``WASHINGTON`` or ``Geneva``.
        place_span: where the place stands.
        date: the day it names, None where it names none or names no year.
    """

    span: Span
    place: str
    place_span: Span
    date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an article's front matter says; every field may be missing.

    Attributes:
        title: the headline; it stands outside the prose and is not itself checked.
        date: the publication date.
        location: where the story is filed from.
        byline: who wrote it.
        outlet: who published it.
        updates: the file name or title of the article that this one takes the place of.
        ignore: rule codes, names or categories that the article switches off.
        span: where the front matter stands, empty at 0 where there is none.
    """

    title: str = ""
    date: dt.date | None = None
    location: str = ""
    byline: str = ""
    outlet: str = ""
    updates: str = ""
    ignore: tuple[str, ...] = ()
    span: Span = field(default_factory=lambda: Span(0, 0))


@dataclass(frozen=True)
class Article:
    """An article ready to be annotated.

    Attributes:
        source: the text as it stands on disk.
        prose: ``source.text`` with whatever is not prose (front matter, markup, URLs' targets)
            replaced by spaces and typographic apostrophes, hyphens and spaces by their plain forms.
            It has the same length, so a span means the same words in both.
        blocks: the blocks of prose, in order, not overlapping.
        metadata: the front matter.
        dateline: None where there is none.
        published: None where no publication date was found.
    """

    source: SourceText
    prose: str
    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    dateline: Dateline | None = None
    published: PublicationDate | None = None

    def __post_init__(self) -> None:
        if len(self.prose) != len(self.source.text):
            raise ValueError("prose and source text differ in length")

    @property
    def path(self) -> str:
        """How messages name the article."""
        return self.source.path

    def words(self, span: Span) -> str:
        """The words under a span exactly as the file has them."""
        return self.source.slice(span)
