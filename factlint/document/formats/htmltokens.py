"""The tokens of HTML with their offsets, in time that grows with the length of the text.

It follows the tokenizer of the HTML standard (13.2.5) as far as text, tags, comments and raw text go.
The library parsers that were tried give no offsets, or take minutes for 50 KB of hostile markup (see
``docs/dependencies.md``).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from functools import cache
from html import unescape
from re import Pattern
from typing import NamedTuple

from factlint.regex import regex


class Kind(Enum):
    """What a token is."""

    TEXT = auto()
    RAW = auto()
    OPEN = auto()
    CLOSE = auto()
    COMMENT = auto()


class Token(NamedTuple):
    """A stretch of HTML.

    Attributes:
        kind: what it is.
        start: the offset at which it begins.
        end: the offset after its last character.
        name: of a tag in lower case; of raw text, the element that it stands in; else empty.
    """

    kind: Kind
    start: int
    end: int
    name: str = ""


RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
"""Elements whose content has no tags."""

_MARKUP = regex(r"<(?=[A-Za-z/!?])")
_TAG = regex(r"</?([A-Za-z][^\s/>]*)")
_PLAIN_END = regex(r"[^>\"']*>")
_NEXT = regex(r"[>=]")
_SPACE = regex(r"\s*")
_ATTRIBUTE = regex(
    r"([^\s/>=\"'][^\s/>=]*)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>\"']*)))?"
)
_MAX_ATTRIBUTES = 8_000
"""Characters of a tag in which attributes are looked for; none that counts here comes later."""


def tokens(text: str) -> Iterator[Token]:
    """The tokens of HTML in order; what an unfinished tag or comment begins at its end is dropped."""
    place = 0
    while place < len(text):
        found = _MARKUP.search(text, place)
        begin = found.start() if found else len(text)
        if begin > place:
            yield Token(Kind.TEXT, place, begin)
        if not found:
            return
        token = _comment(text, begin) if text[begin + 1] in "!?" else _tag(text, begin)
        if token is None:
            return
        yield token
        place = token.end
        if token.kind is Kind.OPEN and token.name in RAW:
            close = _closing(token.name).search(text, place)
            end = close.start() if close else len(text)
            yield Token(Kind.RAW, place, end, token.name)
            place = end


def attributes(text: str, token: Token) -> dict[str, tuple[str, int]]:
    """The attributes of an opening tag: raw value and its offset, by name in lower case."""
    found: dict[str, tuple[str, int]] = {}
    start = token.start + 1 + len(token.name)
    for match in _ATTRIBUTE.finditer(text, start, min(token.end, token.start + _MAX_ATTRIBUTES)):
        group = match.lastgroup
        value = (match[group], match.start(group)) if group else ("", match.end())
        found.setdefault(match[1].lower(), value)
    return found


def plain_attributes(text: str, token: Token) -> dict[str, str]:
    """The attributes of an opening tag with references resolved, by name in lower case."""
    return {name: unescape(value) for name, (value, _) in attributes(text, token).items()}


def _tag(text: str, begin: int) -> Token | None:
    match = _TAG.match(text, begin)
    if match is None:
        return _bogus(text, begin)
    end = _tag_end(text, match.end())
    if end is None:
        return None
    kind = Kind.CLOSE if text[begin + 1] == "/" else Kind.OPEN
    return Token(kind, begin, end, match[1].lower())


def _tag_end(text: str, place: int) -> int | None:
    """The offset after a tag's ``>``, which does not count in a quoted value; None where there is none."""
    plain = _PLAIN_END.match(text, place)
    if plain:
        return plain.end()
    while found := _NEXT.search(text, place):
        place = found.end()
        if found.group() == ">":
            return place
        space = _SPACE.match(text, place)
        place = space.end() if space else place
        if text[place : place + 1] in {'"', "'"}:
            place = text.find(text[place], place + 1) + 1
            if not place:
                return None
    return None


def _comment(text: str, begin: int) -> Token | None:
    if not text.startswith("<!--", begin):
        return _bogus(text, begin)
    # "<!-->" and "<!--->" are whole comments.
    end = text.find("-->", begin + 2)
    return Token(Kind.COMMENT, begin, end + 3) if end >= 0 else None


def _bogus(text: str, begin: int) -> Token | None:
    end = text.find(">", begin)
    return Token(Kind.COMMENT, begin, end + 1) if end >= 0 else None


@cache
def _closing(name: str) -> Pattern[str]:
    return regex(rf"(?i:</{name})(?=[\s/>])")
