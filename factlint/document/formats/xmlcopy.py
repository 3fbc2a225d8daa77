"""From elements of XML to an article's text."""

from __future__ import annotations

from collections.abc import Mapping

from factlint.document.article import BlockKind
from factlint.document.extracted import Composer
from factlint.document.formats.html import add_html
from factlint.document.formats.htmltags import BLOCKS, is_skipped
from factlint.document.formats.references import add_text
from factlint.document.formats.xmltree import Characters, Comment, Element
from factlint.regex import regex
from factlint.text.mapping import SourceMap

RESERVED = "<>&"
"""What a correction must not bring into XML."""

# A text is HTML where it has a tag that copy is made of; "a < b" has none.
_HTML = regex(
    r"<(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|figure|img|section|article|html|body)"
    r"(?:\s[^<>]*)?/?>",
    needs=("<",),
)
_CLOSED = object()


def add_element(
    composer: Composer,
    element: Element,
    *,
    blocks: Mapping[str, BlockKind | None] = BLOCKS,
    skipped: frozenset[str] = frozenset(),
) -> None:
    """Add the copy in an element to an article.

    Args:
        composer: the article.
        element: the element.
        blocks: the elements that part blocks, as in ``htmltags.BLOCKS``.
        skipped: further elements that hold no copy.
    """
    waiting: list[tuple[Element | Characters | Comment | object, BlockKind]] = [
        (element, BlockKind.PARAGRAPH)
    ]
    broken = False
    while waiting:
        item, kind = waiting.pop()
        if isinstance(item, Characters):
            add_characters(composer, item)
            broken = "\n" in item.words or (broken and not item.words.strip())
        elif isinstance(item, Comment):
            composer.comment(item.words, item.start, alone=broken)
        elif item is _CLOSED:
            composer.block(kind)
        elif isinstance(item, Element):
            if item.name in skipped or is_skipped(item.name, item.attributes):
                continue
            if item.name == "br":
                composer.line_break(item.start, item.start)
                continue
            inner = blocks.get(item.name) or kind
            if item.name in blocks:
                composer.block(inner)
                waiting.append((_CLOSED, kind))
            waiting.extend((each, inner) for each in reversed(item.items))


def add_characters(composer: Composer, item: Characters) -> None:
    """Add a stretch of text to an article."""
    if item.copied:
        composer.text(item.words, item.start)
    else:
        composer.character(item.words, item.start, item.end)


def add_line(composer: Composer, element: Element | None, kind: BlockKind = BlockKind.HEADLINE) -> str:
    """Add the text of an element, which may be HTML, as one block; what it says."""
    if element is None:
        return ""
    words, pieces = element.located()
    composer.block(kind)
    composer.within = SourceMap(pieces)
    if is_html(words):
        add_html(composer, words)
    else:
        add_text(composer, words, 0)
    composer.within = None
    composer.block(BlockKind.PARAGRAPH)
    return " ".join(words.split())


def add_escaped(composer: Composer, words: str, where: SourceMap) -> None:
    """Add a text that was taken out of a file: HTML where it looks so, else plain paragraphs.

    Args:
        composer: the article.
        words: the text.
        where: its places in the file.
    """
    composer.within = where
    composer.block(BlockKind.PARAGRAPH)
    if is_html(words):
        add_html(composer, words)
    else:
        composer.paragraphs(words)
    composer.block(BlockKind.PARAGRAPH)
    composer.within = None


def is_html(words: str) -> bool:
    """Whether a text has tags that copy is made of."""
    return _HTML.search(words) is not None
