"""reStructuredText: what of it is prose, and its bibliographic fields.

docutils gives lines of blocks and no places of what stands in them (see ``docs/dependencies.md``), so
the markup that news copy can have is blanked here, by the rules of its specification:
https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from factlint.document.article import Metadata
from factlint.document.frontmatter import FrontMatter
from factlint.document.masking import blanked, comments
from factlint.document.moments import day_of, read_moment
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    import re

    from factlint.text.source import SourceText

_LINE = regex(r"[^\n]*(?:\n|\Z)")
_ADORNMENT = regex(r"[ \t]*([!-/:-@\[-`{-~])\1{2,}(?:[ \t]*\1+)*[ \t]*")
_TABLE_RULE = regex(r"[ \t]*(?:\+[-=+]+\+|={2,}(?:[ \t]+={2,})+)[ \t]*")
_EXPLICIT = regex(r"[ \t]*(\.\.(?:[ \t]+|$)|__[ \t]+)")
_DIRECTIVE = regex(r"(?:\|[^|\n]{1,100}\|[ \t]+)?([A-Za-z][\w.:+-]{0,60})::(?:[ \t]|$)")
_NOTE = regex(r"\[(?:#?[\w.:+-]{1,60}|#|\*)\](?:[ \t]|$)")
_OPTION = regex(r"[ \t]*:[^:\n`]{1,60}:(?=[ \t]|$)[^\n]*")
_FIELD = regex(r":([^:\n`]{1,60}):[ \t]+([^\n]*)")
_DOCTEST = regex(r"[ \t]*>>>[ \t]")
_LINE_MARK = regex(r"[ \t]*(?:\|[ \t]|(?:#\.|\(?[\da-zA-Z]{1,3}[.)]|[-*+•])[ \t]+)")

_INLINE = (
    regex(r"``[^`\n]{1,500}``"),  # literals
    regex(r"(?:(?<=\s)|^):[A-Za-z][\w.:+-]{0,60}:(?=`)"),  # roles
    regex(r"[ \t]?<[^<>\n]{1,1000}>`_{0,2}"),  # targets in links
    regex(r"\[(?:#?[\w.:+-]{1,60}|#|\*)\]_(?!\w)"),  # footnote references
    regex(r"(?<=[^\W_])__?(?!\w)"),  # references
    regex(r"`_{0,2}|\*+|\|"),
    regex(r"\\(?=\S)"),
    regex(r"::[ \t]*$"),
    regex(r"(?:https?://|www\.)[^\s<>\"”)\]`]+"),
)
# Directives whose content is copy; that of all others is for programs, or no text.
_PROSE = frozenset(
    "attention caution danger error hint important note tip warning admonition topic sidebar rubric epigraph"
    " highlights pull-quote container compound figure table list-table centered versionadded seealso".split()
)
_TITLED = _PROSE - {"figure", "container", "list-table", "versionadded"}
_BYLINES = ("author", "authors", "byline")


class _Line(NamedTuple):
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())


def rst_prose(text: str, skip: Iterable[Span] = ()) -> str:
    """The prose of reStructuredText, character for character as long as the text.

    Args:
        text: the source text.
        skip: further stretches to blank.
    """
    plain = text.replace("\r\n", " \n").replace("\r", "\n")
    return blanked(text, (*skip, *comments(text), *_markup(plain)))


def with_marks(text: str) -> str:
    """The text with the lines that mark headings, and no others, as ``find_blocks`` knows them."""
    parts = []
    for line in _lines(text.replace("\r\n", " \n").replace("\r", "\n")):
        bare = line.text.rstrip("\n")
        if _ADORNMENT.fullmatch(bare):
            parts.append("=" * len(bare) + line.text[len(bare) :])
        elif bare.lstrip().startswith(("#", ">")):
            # "#." numbers an item, ">>>" is code: neither is what it would be in Markdown.
            parts.append(line.text.replace("#.", "1.", 1).replace("#", " ").replace(">", " "))
        else:
            parts.append(line.text)
    return "".join(parts)


def read_field_list(source: SourceText, zone: dt.tzinfo | None = None) -> FrontMatter:
    """The bibliographic fields of a document, such as ``:date: 2021-06-16``; empty where it has none.

    Args:
        source: the article.
        zone: the zone whose day counts where the date has a time and an offset.
    """
    fields: dict[str, str] = {}
    start = end = 0
    for line in _lines(source.text.replace("\r\n", " \n").replace("\r", "\n")):
        match = _FIELD.match(line.text)
        if match:
            start = start if fields else line.start
            fields.setdefault(match[1].strip().lower(), match[2].strip())
            end = line.end
        elif (fields and line.text.strip()) or line.start > _HEAD:
            break
    if not fields:
        return FrontMatter(Metadata())
    metadata = Metadata(
        title=fields.get("title", ""),
        date=day_of(read_moment(fields.get("date", "")), zone),
        location=fields.get("location", ""),
        byline=next((fields[name] for name in _BYLINES if name in fields), ""),
        outlet=fields.get("outlet", "") or fields.get("organization", ""),
        updates=fields.get("updates", ""),
        span=Span(start, end),
    )
    return FrontMatter(metadata)


_HEAD = 2000
"""Characters in which the fields have to begin."""


def _lines(text: str) -> Iterator[_Line]:
    for match in _LINE.finditer(text):
        if match.group():
            yield _Line(match.start(), match.group())


def _markup(text: str) -> Iterator[Span]:
    """What of a text is no prose."""
    hidden: int | None = None
    literal = False
    for line in _lines(text):
        bare = line.text.rstrip("\n")
        if not bare.strip():
            continue
        if hidden is not None and line.indent > hidden:
            yield Span(line.start, line.end)
            continue
        hidden = None
        explicit = _EXPLICIT.match(bare)
        if literal or _DOCTEST.match(bare):
            # A literal block is indented; it ends where the indent does.
            if _DOCTEST.match(bare) or line.indent:
                yield Span(line.start, line.end)
                hidden = line.indent - 1 if line.indent else None
                literal = False
                continue
            literal = False
        if explicit:
            shown = _shown(bare, explicit)
            yield Span(line.start, line.start + (len(bare) if shown is None else shown))
            hidden = line.indent if shown is None and not _content_is_prose(bare, explicit) else None
            continue
        literal = bare.rstrip().endswith("::")
        if _ADORNMENT.fullmatch(bare) or _TABLE_RULE.fullmatch(bare) or _OPTION.fullmatch(bare):
            yield Span(line.start, line.end)
            continue
        yield from _inline(line, bare)


def _inline(line: _Line, bare: str) -> Iterator[Span]:
    mark = _LINE_MARK.match(bare)
    if mark:
        yield Span(line.start, line.start + mark.end())
    for pattern in _INLINE:
        for match in pattern.finditer(bare):
            yield Span(line.start + match.start(), line.start + match.end())


def _shown(bare: str, explicit: re.Match[str]) -> int | None:
    """Where on a line of explicit markup its copy begins; None where it has none."""
    note = _NOTE.match(bare, explicit.end())
    if note and explicit[1].startswith(".."):
        return note.end()
    directive = _DIRECTIVE.match(bare, explicit.end())
    if directive and directive[1].lower() in _TITLED and bare[directive.end() :].strip():
        return directive.end()
    return None


def _content_is_prose(bare: str, explicit: re.Match[str]) -> bool:
    directive = _DIRECTIVE.match(bare, explicit.end())
    return directive is not None and directive[1].lower() in _PROSE
