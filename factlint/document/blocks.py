"""From prose to blocks: headline, headings, paragraphs, list items, quotes and captions."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factlint.document.article import Block, BlockKind
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_HEADLINE = 160
"""Code points; a longer first line is a paragraph."""

_LINE = regex(r"[^\n]*(?:\n|\Z)")
_HEADING = regex(r"[ \t]{0,3}#{1,6}[ \t]")
_UNDERLINE = regex(r"[ \t]{0,3}(?:=+|-{3,})[ \t]*")
_QUOTE = regex(r"[ \t]{0,3}>")
_ITEM = regex(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+\S")
# Photo credits are how agencies end or begin a caption.
_CREDIT = regex(
    r"\b(?:AP Photo|AFP|REUTERS|Reuters|Getty Images|EPA|Shutterstock)\s?/|\bGetty Images\b|\(Photo\b"
    r"|\bPhoto(?:graph)? by\b|\bFILE PHOTO\b|^\s*(?:FILE|PHOTO|Photo|Image|Picture|Caption)\s?[:\-–—]"
)
_ROW = regex(r"[ \t]{0,3}\|.*\|[ \t]*(?:\r?\n|\r)?")
_CELL = regex(r"(?<!\\)\|")
_FINAL_PUNCTUATION = regex(r"[.!?:;]['\"”’)]*$")


class _Line(NamedTuple):
    span: Span
    raw: str
    prose: str


def find_blocks(text: str, prose: str, title: Span | None, body: int) -> tuple[Block, ...]:
    """The blocks of an article, in order.

    Args:
        text: the source text.
        prose: its prose (see ``masking.to_prose``).
        title: where the front matter's title stands, None where there is none.
        body: the offset at which the front matter ends.
    """
    blocks = list(_body_blocks(text, prose, body))
    if title is not None:
        return (Block(title, BlockKind.HEADLINE), *blocks)
    if len(blocks) > 1 and _is_headline(blocks[0], prose):
        blocks[0] = Block(blocks[0].span, BlockKind.HEADLINE)
    return tuple(blocks)


def _lines(text: str, prose: str, start: int) -> Iterator[_Line]:
    for match in _LINE.finditer(prose, start):
        if match.start() < match.end():
            span = Span(*match.span())
            yield _Line(span, span.of(text), match.group())


def _body_blocks(text: str, prose: str, start: int) -> Iterator[Block]:
    group: list[_Line] = []
    kind = BlockKind.PARAGRAPH
    for line in _lines(text, prose, start):
        if not line.prose.strip():
            underlined = len(group) == 1 and bool(_UNDERLINE.fullmatch(line.raw.rstrip("\r\n")))
            yield from _close(prose, group, BlockKind.HEADING if underlined else kind)
            group, kind = [], BlockKind.PARAGRAPH
            continue
        if _ROW.fullmatch(line.raw):
            yield from _close(prose, group, kind)
            yield from _cells(line, prose)
            group, kind = [], BlockKind.PARAGRAPH
            continue
        line_kind = _kind(line.raw)
        if line_kind is BlockKind.HEADING:
            yield from _close(prose, group, kind)
            yield from _close(prose, [line], BlockKind.HEADING)
            group, kind = [], BlockKind.PARAGRAPH
        elif line_kind is BlockKind.LIST_ITEM or (
            line_kind is not kind and line_kind is BlockKind.BLOCK_QUOTE
        ):
            yield from _close(prose, group, kind)
            group, kind = [line], line_kind
        else:
            group.append(line)
    yield from _close(prose, group, kind)


def _kind(raw: str) -> BlockKind:
    if _HEADING.match(raw):
        return BlockKind.HEADING
    if _QUOTE.match(raw):
        return BlockKind.BLOCK_QUOTE
    if _ITEM.match(raw):
        return BlockKind.LIST_ITEM
    return BlockKind.PARAGRAPH


def _close(prose: str, group: list[_Line], kind: BlockKind) -> Iterator[Block]:
    if not group:
        return
    start, end = group[0].span.start, group[-1].span.end
    words = prose[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if kind is BlockKind.PARAGRAPH and _CREDIT.search(prose, start, end):
        kind = BlockKind.CAPTION
    yield Block(Span(start, end), kind)


def _cells(row: _Line, prose: str) -> Iterator[Block]:
    """The cells of a table's row that have words."""
    bars = [row.span.start + bar.start() for bar in _CELL.finditer(row.raw)]
    for left, right in pairwise(bars):
        words = prose[left + 1 : right]
        if words.strip():
            start = left + 1 + len(words) - len(words.lstrip())
            yield Block(Span(start, left + 1 + len(words.rstrip())), BlockKind.PARAGRAPH)


def _is_headline(block: Block, prose: str) -> bool:
    words = block.span.of(prose)
    if block.kind is BlockKind.HEADING:
        return True
    return (
        block.kind is BlockKind.PARAGRAPH
        and len(words) <= MAX_HEADLINE
        and "\n" not in words
        and not _FINAL_PUNCTUATION.search(words)
    )
