"""From source text to prose of the same length: markup is blanked, typography made plain."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# One character for one character, so that offsets stay those of the file. U+2028 and its like do
# not end a line (see text.lines) and count as spaces; curly double quotes and dashes keep their
# meaning and stay.
_PLAIN = str.maketrans(
    dict.fromkeys(
        "\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff\x85\x0b\x0c\t", " "
    )
    | {chr(code): " " for code in range(0x2000, 0x200B)}
    | dict.fromkeys("\u2019\u02bc\u2032", "'")
    | dict.fromkeys("\u2010\u2011\u2212", "-")
)

_URL = regex(r"(?:https?://|www\.)[^\s<>\"”)\]]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_EMPHASIS = regex(r"\*+|(?<!\w)_+(?=\w)|(?<=[\w.!?,])_+(?!\w)")
_RULE_LINE = regex(r"^[ \t]*(?:[-*_=#~][ \t]*){3,}$", re.MULTILINE)
_HEADING_MARK = regex(r"^[ \t]{0,3}#{1,6}(?=[ \t])|(?<=[ \t])#+[ \t]*$", re.MULTILINE)
_LINE_MARK = regex(r"^[ \t]*(?:>[ \t]*)*(?:[-*+•][ \t]+|\d{1,3}[.)][ \t]+(?=[A-Z\"“]))?", re.MULTILINE)

_LINK_TARGET = regex(
    r"\]\((?:<[^<>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?)"
    r"(?:[ \t]+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?\)"
)
_REFERENCE_TARGET = regex(r"\]\[[^\[\]\n]{0,200}\]")
_REFERENCE_DEFINITION = regex(r"^[ \t]{0,3}\[(?!\^)[^\[\]\n]{1,200}\]:[ \t].*$", re.MULTILINE)
# The text of a footnote is copy, its number is not.
_FOOTNOTE = regex(r"\[\^[^\[\]\s]{1,100}\](?::(?=[ \t]))?|\^(?=\[)")
_BRACKET = regex(r"!?\[|\]")
_TAG = regex(r"</?[A-Za-z][^<>\n]{0,2000}>")
_CODE_SPAN = regex(r"`+")
# What follows an opening tag of these is read by programs.
_RAW_HTML = regex(r"<(script|style)\b", re.IGNORECASE)
_ESCAPE = regex(r"\\(?=[!-/:-@\[-`{-~])")
_TABLE_RULE = regex(r"^[ \t]{0,3}(?=[^\n]*\|)[ \t|:-]*-[ \t|:-]*$", re.MULTILINE)
_FENCE = regex(r"^[ \t]{0,3}(```+|~~~+).*$", re.MULTILINE)
_TABLE_BAR = regex(r"\|")


DIRECTIVE = "factlint:"
"""How a comment to factlint begins."""


def to_prose(text: str, *, markdown: bool, skip: Iterable[Span] = ()) -> str:
    """The prose of a text, character for character as long as the text.

    Args:
        text: the source text.
        markdown: whether links, tags, code and tables are markup; rules, heading marks, emphasis,
            list marks, URLs and comments are blanked in either case, for plain copy has them too.
        skip: further stretches to blank, such as front matter.

    Returns:
        The text with markup replaced by spaces; line ends stay where they are, a CR becoming a
        space before LF and a LF elsewhere.
    """
    return blanked(text, (*skip, *_markup(text.replace("\r", "\n"), markdown=markdown)))


def blanked(text: str, spans: Iterable[Span]) -> str:
    """A text with plain typography, and spaces in place of some stretches; line ends stay."""
    prose = list(text.replace("\r\n", " \n").replace("\r", "\n").translate(_PLAIN))
    for span in spans:
        for offset in range(span.start, span.end):
            if prose[offset] != "\n":
                prose[offset] = " "
    return "".join(prose)


def comments(text: str) -> Iterator[Span]:
    """The HTML comments of a text; one that is never closed is not a comment."""
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return
        yield Span(start, end + 3)
        start = text.find("<!--", end + 3)


def is_directive(comment: str) -> bool:
    """Whether a comment, with its marks, is one to factlint."""
    return comment.startswith("<!--") and comment[4:].lstrip().startswith(DIRECTIVE)


def _markup(text: str, *, markdown: bool) -> Iterator[Span]:
    yield from comments(text)
    patterns = [_RULE_LINE, _HEADING_MARK, _LINE_MARK, _EMPHASIS, _URL]
    if markdown:
        yield from _fenced(text)
        yield from _raw_html(text)
        patterns += [_REFERENCE_DEFINITION, _FOOTNOTE, _LINK_TARGET, _REFERENCE_TARGET, _BRACKET, _TAG]
        patterns += [_CODE_SPAN, _ESCAPE, _TABLE_RULE, _TABLE_BAR]
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield Span(*match.span())


def _fenced(text: str) -> Iterator[Span]:
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(text):
        if opened is None:
            opened = match
        elif match.group(1).startswith(opened.group(1)[:3]):
            yield Span(opened.start(), match.end())
            opened = None


def _raw_html(text: str) -> Iterator[Span]:
    done = 0
    for opening in _RAW_HTML.finditer(text):
        if opening.start() < done:
            continue
        close = _closing(opening[1].lower()).search(text, opening.end())
        if close is None:
            return
        done = close.end()
        yield Span(opening.start(), done)


def _closing(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*>", re.IGNORECASE)
