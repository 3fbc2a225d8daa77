"""HTML: the article's body, its headline, and what the page says of it."""

from __future__ import annotations

from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from factlint.document.article import BlockKind, Metadata
from factlint.document.extracted import Composer, Document
from factlint.document.formats.htmlhead import Head
from factlint.document.formats.htmltags import BLOCKS
from factlint.document.formats.htmltokens import Kind, Token
from factlint.document.formats.htmlwalk import Open, Walk
from factlint.document.formats.references import add_text
from factlint.document.masking import is_directive
from factlint.text.mapping import SourceMap
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.text.source import SourceText

RESERVED = "<>&"
"""What a correction must not bring into HTML."""

_SHARE = 0.25
"""An element is the article's body only if it has this part of the words of all paragraphs: a page may
also hold its teasers and comments in ``article`` elements."""


@dataclass
class _Page:
    """What the first walk through a page finds.

    Attributes:
        head: what it says for programs.
        bodies: for each way to mark an article's body, the element so marked with the most words.
        words: characters of copy in paragraphs, and outside of any.
        headings: the top headings of the page that hold copy.
    """

    head: Head
    bodies: dict[int, tuple[int, Span]]
    words: tuple[int, int]
    headings: list[Span]


def read_html(source: SourceText) -> Document:
    """Read the article of a page.

    Args:
        source: the page.

    Returns:
        The article: the element that is marked as its body, else the whole page, without navigation,
        forms and asides. The headline is the top heading of the body, else that of the page, else
        the one that the page has for programs.
    """
    page = _survey(source.text)
    body = _body(page, Span(0, len(source.text)))
    composer = Composer()
    title = _add_headline(composer, source.text, page, body)
    add_html(composer, source.text, body, headline=not title)
    metadata: Metadata = page.head.metadata(title or _heading_in(source.text, page, body))
    return composer.finish(source.path, source, metadata, page.head.published, reserved=RESERVED)


def add_html(composer: Composer, text: str, part: Span | None = None, *, headline: bool = False) -> None:
    """Add the copy of some HTML to an article.

    Args:
        composer: the article.
        text: the HTML.
        part: what of it to add, None for all.
        headline: whether its first top heading is the headline.
    """
    part = part or Span(0, len(text))
    walk = Walk(text)
    last = 0
    for token, closed in walk.steps():
        if token.start >= part.end:
            return
        if token.start < part.start:
            continue
        top = walk.top
        if token.kind is Kind.TEXT and top.copy:
            words = text[token.start : token.end]
            add_text(composer, words, token.start)
            last = token.start + len(words.rstrip()) if words.strip() else last
        elif token.kind is Kind.COMMENT:
            words = text[token.start : token.end]
            if is_directive(words):
                alone = "\n" in text[last : token.start] or "\r" in text[last : token.start]
                composer.comment(words, token.start, alone=alone)
                last = token.end
        elif token.kind is Kind.OPEN and token.name == "br":
            composer.line_break(token.start, token.end)
        elif token.kind is Kind.OPEN and token.name == "h1" and headline and top.copy:
            composer.block(BlockKind.HEADLINE)
            headline = False
        elif (token.kind is Kind.OPEN and token.name in BLOCKS) or _parts_blocks(closed):
            composer.block(top.kind)


def _parts_blocks(closed: tuple[Open, ...]) -> bool:
    return any(element.name in BLOCKS for element in closed)


def _survey(text: str) -> _Page:
    page = _Page(Head(text), {}, (0, 0), [])
    walk = Walk(text)
    marked: list[tuple[int, int, tuple[int, int]]] = []
    paragraphs = outside = 0
    in_paragraphs = 0
    script = False
    for token, closed in walk.steps():
        for element in closed:
            in_paragraphs -= element.name == "p"
            if marked and marked[-1][1] == element.start:
                way, start, before = marked.pop()
                words = _weight((paragraphs - before[0], outside - before[1]))
                if words > page.bodies.get(way, (0, Span(0, 0)))[0]:
                    page.bodies[way] = words, Span(start, token.start)
            if element.name == "h1" and element.copy:
                page.headings.append(Span(element.start, token.start))
        if token.kind is Kind.TEXT and walk.top.copy:
            size = token.end - token.start
            paragraphs, outside = (
                (paragraphs + size, outside) if in_paragraphs else (paragraphs, outside + size)
            )
        elif token.kind is Kind.OPEN:
            in_paragraphs += token.name == "p"
            script = "ld+json" in walk.attributes.get("type", "").lower()
            way_to_mark = _way(token.name, walk.attributes) if walk.top.copy else None
            if way_to_mark is not None and walk.top.start == token.start:
                marked.append((way_to_mark, token.start, (paragraphs, outside)))
            if token.name == "meta":
                page.head.meta(token)
            elif token.name == "time":
                page.head.time(walk.attributes)
        elif token.kind is Kind.RAW:
            _read_raw(page.head, token, linked_data=script)
    page.words = paragraphs, outside
    return page


def _read_raw(head: Head, token: Token, *, linked_data: bool) -> None:
    if token.name == "title":
        head.title(Span(token.start, token.end))
    elif token.name == "script" and linked_data:
        head.linked_data(Span(token.start, token.end))


def _way(name: str, attributes: dict[str, str]) -> int | None:
    """In which of the known ways an element is marked as an article's body, the surest first."""
    if "articlebody" in attributes.get("itemprop", "").lower().split():
        return 0
    if name == "article" or attributes.get("role", "").lower() == "article":
        return 1
    if name == "main" or attributes.get("role", "").lower() == "main":
        return 2
    return 3 if name == "body" else None


def _weight(words: tuple[int, int]) -> int:
    # Copy stands in paragraphs; what does not weighs little, but is all that some pages have.
    return words[0] * 10 + words[1]


def _body(page: _Page, whole: Span) -> Span:
    enough = _SHARE * _weight(page.words)
    for way in sorted(page.bodies):
        words, span = page.bodies[way]
        if words >= enough:
            return span
    return whole


def _add_headline(composer: Composer, text: str, page: _Page, body: Span) -> str:
    """Add the headline where it does not stand in the body; what it says, empty where none is added."""
    if any(body.covers(heading) for heading in page.headings):
        return ""
    if page.headings:
        before = [heading for heading in page.headings if heading.end <= body.start]
        heading = (before or page.headings)[-1 if before else 0]
        add_html(composer, text, heading, headline=True)
        composer.block(BlockKind.PARAGRAPH)
        return _text_of(text, heading)
    headline = page.head.headline
    if headline is None:
        return ""
    words, pieces = headline
    composer.within = SourceMap(pieces)
    composer.block(BlockKind.HEADLINE)
    composer.text(words, 0)
    composer.block(BlockKind.PARAGRAPH)
    composer.within = None
    return words


def _heading_in(text: str, page: _Page, body: Span) -> str:
    heading = next((heading for heading in page.headings if body.covers(heading)), None)
    return _text_of(text, heading) if heading else ""


def _text_of(text: str, part: Span) -> str:
    walk = Walk(part.of(text))
    words = [
        walk.text[token.start : token.end]
        for token, _ in walk.steps()
        if token.kind is Kind.TEXT and walk.top.copy
    ]
    return " ".join(unescape("".join(words)).split())
