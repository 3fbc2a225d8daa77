"""Applying corrections that are sure."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from factlint.engine.results import ArticleReport, Report
from factlint.errors import InputError
from factlint.rulekit.rule import Fix
from factlint.text.atomic import replace_file
from factlint.text.lines import LINE_END
from factlint.text.source import SourceText


def apply_fixes(report: Report) -> int:
    """Correct the articles on disk; the number of corrections made.

    Each file is replaced in one step; its byte-order mark, line ends and all other characters stay.

    Raises:
        InputError: a file has changed since it was read, or cannot be written.
    """
    made = 0
    for source, fixes in _by_file(report):
        _rewrite(source, corrected(source.text, fixes))
        made += len(fixes)
    return made


def diff_of_fixes(report: Report) -> str:
    """What ``apply_fixes`` would change, as a unified diff."""
    lines: list[str] = []
    for source, fixes in _by_file(report):
        before, after = list(_lines(source.text)), list(_lines(corrected(source.text, fixes)))
        lines.extend(difflib.unified_diff(before, after, f"a/{source.path}", f"b/{source.path}"))
    return "".join(line if line.endswith(("\n", "\r")) else f"{line}\n" for line in lines)


def safe_fixes(article: ArticleReport) -> tuple[Fix, ...]:
    """The corrections of an article's findings in order of place, none overlapping another."""
    fixes: list[Fix] = []
    for fix in sorted({found.fix for found in article.diagnostics if found.fix}, key=lambda fix: fix.span):
        if not fixes or fixes[-1].span.end <= fix.span.start:
            fixes.append(fix)
    return tuple(fixes)


def _by_file(report: Report) -> Iterator[tuple[SourceText, tuple[Fix, ...]]]:
    """Each file that has corrections, with them at their places in it; its articles stand apart."""
    files: dict[str, SourceText] = {}
    found: dict[str, set[Fix]] = {}
    for article in report.articles:
        for fix in safe_fixes(article):
            files[article.file] = article.source.file
            found.setdefault(article.file, set()).add(replace(fix, span=article.source.in_file(fix.span)))
    for path, source in files.items():
        yield source, tuple(sorted(found[path], key=lambda fix: fix.span))


def corrected(text: str, fixes: tuple[Fix, ...]) -> str:
    """The text with corrections made; they are in order and do not overlap."""
    parts, done = [], 0
    for fix in fixes:
        parts += [text[done : fix.span.start], fix.replacement]
        done = fix.span.end
    return "".join([*parts, text[done:]])


def _rewrite(source: SourceText, text: str) -> None:
    path = Path(source.path)
    try:
        if path.exists() and not path.is_file():
            raise InputError(f"{path}: a pipe or a device cannot be corrected", "use --diff")
        if path.read_bytes() != source.encoded(source.text):
            raise InputError(f"{path}: the file has changed while it was checked", "run factlint again")
        replace_file(path, source.encoded(text))
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
