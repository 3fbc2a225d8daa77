"""Suppressions that stand in an article: front matter and comments."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from factlint.document.article import Article
from factlint.document.masking import comments
from factlint.engine.selection import resolve
from factlint.errors import ConfigError, InputError
from factlint.regex import regex
from factlint.rulekit.rule import Rule
from factlint.text.span import Span

_MARK = "factlint:"
_IGNORE = regex(r"ignore[ \t]+(?P<names>[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)(?P<reason>[ \t]+--.*)?", re.DOTALL)


class Suppressions(NamedTuple):
    """What an article says shall not be reported.

    Attributes:
        everywhere: codes that its front matter switches off.
        places: codes that a comment switches off, with the stretch it speaks of.
        problems: suppressions that are not understood.
    """

    everywhere: frozenset[str] = frozenset()
    places: tuple[tuple[Span, frozenset[str]], ...] = ()
    problems: tuple[InputError, ...] = ()

    def cover(self, code: str, span: Span) -> bool:
        """Whether a finding of a rule that begins in ``span`` is suppressed."""
        return code in self.everywhere or any(
            code in codes and place.start <= span.start < place.end for place, codes in self.places
        )


def find_suppressions(article: Article, rules: Sequence[Rule]) -> Suppressions:
    """Read ``factlint: {ignore: [...]}`` and ``<!-- factlint: ignore NAME, NAME -- reason -->``.

    A comment beside copy speaks of its own line. One that stands alone speaks of the block below:
    the paragraph, heading or list item.
    """
    problems: list[InputError] = []

    def codes(names: Sequence[str], line: int) -> frozenset[str]:
        found: frozenset[str] = frozenset()
        for name in names:
            try:
                found |= resolve(name, rules).codes
            except ConfigError as error:
                problems.append(InputError(f"{article.path}:{line}: {error.message}", error.hint))
        return found

    everywhere = codes(article.metadata.ignore, 1)
    places = _in_comments(article, codes, problems)
    return Suppressions(everywhere, places, tuple(problems))


def _in_comments(
    article: Article, codes: Callable[[Sequence[str], int], frozenset[str]], problems: list[InputError]
) -> tuple[tuple[Span, frozenset[str]], ...]:
    places = []
    source = article.source
    for comment in comments(source.text):
        words = source.slice(comment)[4:-3].strip()
        if not words.startswith(_MARK):
            continue
        line = source.position(comment.start).line
        directive = _IGNORE.fullmatch(words.removeprefix(_MARK).strip())
        if directive is None:
            problems.append(
                InputError(
                    f"{article.path}:{line}: the comment {words[:60]!r} is not understood",
                    "write it as <!-- factlint: ignore FL101 -- reason -->",
                )
            )
            continue
        names = re.split(r"[ \t]*,[ \t]*", directive.group("names"))
        places.append((_meant(article, comment), codes(names, line)))
    return tuple(places)


def _meant(article: Article, comment: Span) -> Span:
    lines = article.source.lines
    first = lines.position(comment.start).line
    last = lines.position(comment.end).line
    line = Span(lines.line_start(first), lines.line_start(last) + len(lines.line_text(last)))
    if line.of(article.prose).strip():
        return line
    index = bisect_left(article.blocks, comment.end, key=lambda block: block.span.start)
    return article.blocks[index].span if index < len(article.blocks) else line
