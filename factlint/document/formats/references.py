"""Character references: ``&amp;``, ``&#8217;``, ``&eacute``."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from html.entities import html5

from factlint.document.extracted import Composer
from factlint.regex import regex
from factlint.text.mapping import Piece

_REFERENCE = regex(r"&(?:#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6});?|[A-Za-z][A-Za-z0-9]{0,31};?)")


def references(text: str) -> Iterator[tuple[int, int, str]]:
    """Where references stand in HTML, as start and end, and the characters that each stands for.

    A name without its semicolon counts as far as HTML knows it so (HTML, 13.2.5.73).
    """
    for match in _REFERENCE.finditer(text):
        words = match.group()
        if not words.endswith(";") and words[1] != "#":
            known = next((size for size in range(len(words), 2, -1) if words[1:size] in html5), 0)
            words = words[:known]
        meant = unescape(words)
        if meant != words:
            yield match.start(), match.start() + len(words), meant


def add_text(composer: Composer, text: str, start: int) -> None:
    """Add HTML text to an article, references resolved.

    Args:
        composer: the article.
        text: without tags.
        start: the offset at which the text begins.
    """
    done = 0
    for begin, end, meant in references(text):
        composer.text(text[done:begin], start + done)
        composer.character(meant, start + begin, start + end)
        done = end
    composer.text(text[done:], start + done)


def resolved(text: str, start: int, keep: str = "") -> tuple[str, list[Piece]]:
    """HTML text with its references resolved, and where each piece of it comes from.

    Args:
        text: without tags.
        start: the offset at which it begins.
        keep: characters that stay written as references.
    """
    parts: list[str] = []
    pieces: list[Piece] = []
    done = 0
    for begin, end, meant in references(text):
        if any(character in keep for character in meant):
            continue
        parts += [text[done:begin], meant]
        pieces.append(Piece(begin - done, start + done, start + begin, True))
        pieces.append(Piece(len(meant), start + begin, start + end, False))
        done = end
    pieces.append(Piece(len(text) - done, start + done, start + len(text), True))
    return "".join([*parts, text[done:]]), pieces
