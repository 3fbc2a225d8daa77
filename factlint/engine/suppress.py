"""Suppressions that stand in an article: front matter, comments and ``[sic]``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from factlint.document.article import Article
from factlint.document.masking import DIRECTIVE, comments
from factlint.engine.selection import ALL, resolve
from factlint.errors import ConfigError, InputError
from factlint.regex import regex
from factlint.rulekit.rule import Rule
from factlint.text.span import Span

_NAMES = r"[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*"
_IGNORE = regex(
    rf"ignore(?P<file>-file)?"
    rf"(?:[ \t]*\[[ \t]*(?P<bracketed>{_NAMES})[ \t]*\](?:[ \t\n].*)?"
    rf"|[ \t]+(?P<names>{_NAMES})(?:[ \t\n]+--.*)?"
    rf"|(?<=-file)(?:[ \t\n]+--.*)?)",
    re.DOTALL,
)
_COMMA = regex(r"[ \t]*,[ \t]*")
_SIC = regex(r"[\[(]sic[\])]", re.IGNORECASE)
_BEFORE_SIC = regex(r"[\s\"'”’,.;:]{0,4}")
_HOW = "write it as <!-- factlint: ignore[FL101] reason -->"


class Suppression(NamedTuple):
    """One place that says what shall not be reported.

    Attributes:
        span: where it says so.
        meant: the copy that it speaks of.
        named: each word that names rules, with their codes.
    """

    span: Span
    meant: Span
    named: tuple[tuple[str, frozenset[str]], ...]

    def covers(self, code: str, span: Span) -> bool:
        """Whether a finding of a rule that begins in the copy spoken of is suppressed."""
        inside = self.meant.start <= span.start < self.meant.end or span == self.meant
        return inside and any(code in codes for _, codes in self.named)


class Suppressions(NamedTuple):
    """What an article says shall not be reported.

    Attributes:
        marks: front matter and comments, in order.
        sic: where ``[sic]`` stands, with the white space and punctuation before it.
        problems: suppressions that are not understood.
    """

    marks: tuple[Suppression, ...] = ()
    sic: tuple[Span, ...] = ()
    problems: tuple[InputError, ...] = ()

    def covering(self, code: str, span: Span) -> tuple[int, ...]:
        """Numbers of the marks that suppress a finding of a rule."""
        return tuple(number for number, mark in enumerate(self.marks) if mark.covers(code, span))

    def is_sic(self, span: Span) -> bool:
        """Whether the copy itself says of some words that they are meant as they stand."""
        return any(span.start < place.end and place.start <= span.end <= place.end for place in self.sic)


def find_suppressions(article: Article, rules: Sequence[Rule]) -> Suppressions:
    """Read ``factlint: {ignore: [...]}``, ``<!-- factlint: ignore[NAME, NAME] reason -->`` and ``[sic]``.

    A comment beside copy speaks of its own line. One that stands alone speaks of the block below:
    the paragraph, heading or list item. ``ignore-file`` speaks of the whole article, and without
    names of all rules.
    """
    reader = _Reader(article, tuple(rules), [])
    marks = (*reader.front_matter(), *reader.comments())
    return Suppressions(marks, tuple(_sic(article.source.text)), tuple(reader.problems))


@dataclass(frozen=True, slots=True)
class _Reader:
    article: Article
    rules: tuple[Rule, ...]
    problems: list[InputError]

    def front_matter(self) -> Iterator[Suppression]:
        metadata = self.article.metadata
        if metadata.ignore:
            words = metadata.span.of(self.article.source.text)
            start = metadata.span.start + words.index("factlint")
            line = self.article.source.position(start).line
            span = Span(start, start + len("factlint"))
            yield Suppression(span, self._everything, self._codes(metadata.ignore, line))

    def comments(self) -> Iterator[Suppression]:
        source = self.article.source
        for comment in comments(source.text):
            words = source.slice(comment)[4:-3].strip()
            if not words.startswith(DIRECTIVE):
                continue
            line = source.position(comment.start).line
            directive = _IGNORE.fullmatch(words.removeprefix(DIRECTIVE).strip())
            if directive is None:
                said = f"{self.article.path}:{line}: the comment {words[:60]!r} is not understood"
                self.problems.append(InputError(said, _HOW))
                continue
            names = _COMMA.split(directive.group("bracketed") or directive.group("names") or ALL)
            meant = self._everything if directive.group("file") else self._meant(comment)
            yield Suppression(comment, meant, self._codes(names, line))

    @property
    def _everything(self) -> Span:
        return Span(0, len(self.article.source.text))

    def _codes(self, names: Sequence[str], line: int) -> tuple[tuple[str, frozenset[str]], ...]:
        found = []
        for name in names:
            try:
                found.append((name, resolve(name, self.rules).codes))
            except ConfigError as error:
                said = f"{self.article.path}:{line}: {error.message}"
                self.problems.append(InputError(said, error.hint))
        return tuple(found)

    def _meant(self, comment: Span) -> Span:
        article = self.article
        lines = article.source.lines
        first, last = lines.position(comment.start).line, lines.position(comment.end).line
        line = Span(lines.line_start(first), lines.line_start(last) + len(lines.line_text(last)))
        if line.of(article.prose).strip():
            return line
        index = bisect_left(article.blocks, comment.end, key=lambda block: block.span.start)
        return article.blocks[index].span if index < len(article.blocks) else line


def _sic(text: str) -> Iterator[Span]:
    for match in _SIC.finditer(text):
        start = match.start()
        before = _BEFORE_SIC.match(text[max(0, start - 4) : start][::-1])
        yield Span(start - (before.end() if before else 0), match.end())
