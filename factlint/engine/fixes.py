"""Applying corrections that are sure."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Iterator
from pathlib import Path

from factlint.engine.results import ArticleReport, Report
from factlint.errors import InputError
from factlint.rulekit.rule import Fix
from factlint.text.atomic import replace_file
from factlint.text.lines import LINE_END


def apply_fixes(report: Report) -> int:
    """Correct the articles on disk; the number of corrections made.

    Each file is replaced in one step; its byte-order mark, line ends and all other characters stay.

    Raises:
        InputError: a file has changed since it was read, or cannot be written.
    """
    made = 0
    for article in report.articles:
        fixes = safe_fixes(article)
        if fixes:
            _rewrite(article, corrected(article.source.text, fixes))
            made += len(fixes)
    return made


def diff_of_fixes(report: Report) -> str:
    """What ``apply_fixes`` would change, as a unified diff."""
    lines: list[str] = []
    for article in report.articles:
        fixes = safe_fixes(article)
        if fixes:
            before, after = article.source.text, corrected(article.source.text, fixes)
            lines.extend(
                difflib.unified_diff(
                    list(_lines(before)), list(_lines(after)), f"a/{article.path}", f"b/{article.path}"
                )
            )
    return "".join(line if line.endswith(("\n", "\r")) else f"{line}\n" for line in lines)


def safe_fixes(article: ArticleReport) -> tuple[Fix, ...]:
    """The corrections of an article's findings in order of place, none overlapping another."""
    fixes: list[Fix] = []
    for fix in sorted({found.fix for found in article.diagnostics if found.fix}, key=lambda fix: fix.span):
        if not fixes or fixes[-1].span.end <= fix.span.start:
            fixes.append(fix)
    return tuple(fixes)


def corrected(text: str, fixes: tuple[Fix, ...]) -> str:
    """The text with corrections made; they are in order and do not overlap."""
    parts, done = [], 0
    for fix in fixes:
        parts += [text[done : fix.span.start], fix.replacement]
        done = fix.span.end
    return "".join([*parts, text[done:]])


def _rewrite(article: ArticleReport, text: str) -> None:
    path = Path(article.path)
    mark = codecs.BOM_UTF8 if article.source.bom else b""
    try:
        if path.exists() and not path.is_file():
            raise InputError(f"{path}: a pipe or a device cannot be corrected", "use --diff")
        if path.read_bytes() != mark + article.source.text.encode():
            raise InputError(f"{path}: the file has changed while it was checked", "run factlint again")
        replace_file(path, mark + text.encode())
    except OSError as error:
        raise InputError(
            f"{path}: the corrections cannot be written: {error.strerror or error}", "check its permissions"
        ) from None


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends, as ``text.lines`` counts them."""
    start = 0
    for match in LINE_END.finditer(text):
        yield text[start : match.end()]
        start = match.end()
    if start < len(text):
        yield text[start:]
