"""The page: articles with their findings beside the text, filters, and what was checked."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files

from factlint import __version__
from factlint.engine.results import ArticleReport, Diagnostic, InputProblem, RelatedRegion, Report
from factlint.report.characters import visible, well_formed
from factlint.report.concise import rule_names
from factlint.report.html.text import GRADES, Marked, Paragraph, by_line, excerpt, line_html, paragraphs
from factlint.report.summary import count, summary
from factlint.rulekit.rule import Evidence
from factlint.text.source import SourceText

_QID = re.compile(r"Q[1-9][0-9]*", re.ASCII)
_WIKIDATA = "https://www.wikidata.org/wiki/"
"""Where an editor can look a person up; only a click goes there."""


def render(report: Report) -> str:
    """The report as one HTML document; its policy lets it run its own script and load nothing."""
    return well_formed("\n".join(_page(report)) + "\n")


def _page(report: Report) -> Iterator[str]:
    style, script = _resource("page.css"), _resource("page.js")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    numbers = iter(range(1, sum(1 for _ in report.diagnostics) + 1))
    names = rule_names(report)
    sources = report.sources
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta name="generator" content="factlint {__version__}">'
    yield f"<title>factlint: {_plain(_heading(report))}</title>\n<style>{style}</style>\n</head>\n<body>"
    yield f"<header>\n<h1>{_plain(_heading(report))}</h1>"
    yield f'<p class="soft">{_plain(summary(report))}</p>\n</header>'
    yield from _controls(report, names)
    yield "<main>"
    yield from _problems(report.problems)
    for article in report.articles:
        if article.diagnostics:
            marked = [Marked(next(numbers), found) for found in article.diagnostics]
            yield from _article(article, marked, names, sources)
    yield from _clean(report)
    yield "</main>"
    yield from _footer(report)
    yield f"<script>{script}</script>\n</body>\n</html>"


def _heading(report: Report) -> str:
    grades = Counter(found.severity for found in report.diagnostics)
    said = ", ".join(count(grades[grade], grade.value) for grade in GRADES if grades[grade])
    return f"{said or 'No findings'} in {count(len(report.articles), 'article')}"


def _controls(report: Report, names: Mapping[str, str]) -> Iterator[str]:
    """The filters, hidden until the script shows that it can serve them."""
    grades = Counter(found.severity for found in report.diagnostics)
    rules = Counter(found.rule for found in report.diagnostics)
    if not rules:
        return
    yield '<div class="controls"><form hidden>'
    yield "<fieldset><legend>Severity</legend>"
    yield from (
        _box("severity", grade.value, grade.value, grades[grade]) for grade in GRADES if grades[grade]
    )
    yield "</fieldset>\n<details><summary>Rules</summary><fieldset>"
    yield from (_box("rule", code, f"{code} {names[code]}", rules[code]) for code in sorted(rules))
    yield "</fieldset></details>"
    yield '<output class="soft" id="shown"></output>'
    yield '<span class="soft help"><kbd>n</kbd> next, <kbd>p</kbd> previous finding</span></form></div>'


def _box(name: str, value: str, label: str, number: int) -> str:
    return (
        f'<label><input type="checkbox" name="{name}" value="{value}" checked> '
        f"{_plain(label)} ({number})</label>"
    )


def _problems(problems: Sequence[InputProblem]) -> Iterator[str]:
    if problems:
        yield '<section class="article"><header><h2>Not read</h2></header>\n<ul>'
        yield from (f"<li>{_plain(problem.message)}</li>" for problem in problems)
        yield "</ul></section>"


def _article(
    article: ArticleReport,
    marked: Sequence[Marked],
    names: Mapping[str, str],
    sources: Mapping[str, SourceText],
) -> Iterator[str]:
    published = article.published
    date = f"published {published.date} ({published.source})" if published else "no publication date"
    claims = f"{article.claims.checked} of {count(article.claims.found, 'claim')} checked"
    yield f'<section class="article"><header><h2>{_plain(article.path)}</h2>'
    yield f'<span class="soft">{_plain(f"{date}; {claims}")}</span></header>'
    left, lines = list(marked), by_line(marked, article.source)
    for paragraph in paragraphs(article.source):
        ending = [item for item in left if _line(item, article.source) <= paragraph.last]
        left = left[len(ending) :]
        yield from _row(article.source, paragraph, lines, [*_cards(ending, article, names, sources)])
    # A finding below the last line with text, or in an article that has none.
    yield from _cards_row([*_cards(left, article, names, sources)])
    yield "</section>"


def _line(item: Marked, source: SourceText) -> int:
    """The line of an article's text on which a finding begins."""
    return source.lines.position(item.found.region.span.start).line


def _row(
    source: SourceText, paragraph: Paragraph, marked: Mapping[int, Sequence[Marked]], cards: Sequence[str]
) -> Iterator[str]:
    matter = paragraph.first == 1 and source.lines.line_text(1).rstrip() == "---"
    yield f'<div class="row"><div class="copy{" matter" * matter}">'
    for line in range(paragraph.first, paragraph.last + 1):
        title = " title" * (not matter and source.lines.line_text(line).startswith("#"))
        text = line_html(source, line, marked.get(line, ()))
        number = source.position(source.lines.line_start(line)).line
        yield f'<span class="number">{number}</span><span class="line{title}">{text}</span>'
    yield f'</div><div class="cards">{"".join(cards)}</div></div>'


def _cards_row(cards: Sequence[str]) -> Iterator[str]:
    if cards:
        yield f'<div class="row"><div class="copy"></div><div class="cards">{"".join(cards)}</div></div>'


def _cards(
    marked: Sequence[Marked],
    article: ArticleReport,
    names: Mapping[str, str],
    sources: Mapping[str, SourceText],
) -> Iterator[str]:
    for item in marked:
        found = item.found
        where = f"{found.region.start.line}:{found.region.start.column}"
        evidence = "".join(f"<li>{_evidence(one)}</li>" for one in found.evidence)
        yield (
            f'<article class="card {found.severity}" id="f{item.number}" tabindex="-1"'
            f' data-severity="{found.severity}" data-rule="{found.rule}">'
            f'<p class="rule"><b>{found.severity}</b> {found.rule} {_plain(names[found.rule])}'
            f' · <a href="#m{item.number}">{where}</a></p><p>{_plain(found.message)}</p>'
            f"{_fix(found)}{f'<ul>{evidence}</ul>' if evidence else ''}"
            f"{_sides(found, article, sources)}{_identity(found)}</article>"
        )


def _evidence(item: Evidence) -> str:
    source = f" <cite>[{_plain(item.source)}]</cite>" if item.source else ""
    entity = f' <a href="{_WIKIDATA}{item.entity}">{item.entity}</a>' if _QID.fullmatch(item.entity) else ""
    return f"{_plain(item.text)}{entity}{source}"


def _fix(found: Diagnostic) -> str:
    if found.fix is None:
        return ""
    return f"<p><del>{_plain(found.words)}</del> → <ins>{_plain(found.fix.replacement)}</ins></p>"


def _identity(found: Diagnostic) -> str:
    return f'<p class="soft id" title="for factlint explain">{_plain(found.fingerprint)}</p>'


def _sides(found: Diagnostic, article: ArticleReport, sources: Mapping[str, SourceText]) -> str:
    """The words of the finding and the other places it speaks of, side by side."""
    if not found.related:
        return ""
    own = RelatedRegion(found.region, "")
    figures = [
        _figure(own, article.source),
        *(_figure(item, sources[item.region.path]) for item in found.related),
    ]
    return f'<div class="sides">{"".join(figures)}</div>'


def _figure(item: RelatedRegion, source: SourceText) -> str:
    start = item.region.start
    told = f" · {_plain(item.message)}" if item.message else ""
    return (
        f"<figure><blockquote>{excerpt(source, item.region.span)}</blockquote>"
        f"<figcaption>{_plain(item.region.path)}:{start.line}{told}</figcaption></figure>"
    )


def _clean(report: Report) -> Iterator[str]:
    clean = [article for article in report.articles if not article.diagnostics]
    if not clean:
        return
    yield '<section class="article"><header><h2>No findings</h2></header>\n<table>'
    for article in clean:
        claims = f"{article.claims.checked} of {count(article.claims.found, 'claim')} checked"
        yield f"<tr><td>{_plain(article.path)}</td><td class=soft>{claims}</td></tr>"
    yield "</table></section>"


def _footer(report: Report) -> Iterator[str]:
    found = {diagnostic.rule for diagnostic in report.diagnostics}
    yield "<footer>"
    if found:
        yield "<details><summary>What the rules find</summary>\n<table>"
        for rule in report.rules:
            if rule.code in found:
                yield f"<tr><th>{rule.code} {_plain(rule.name)}</th><td>{_plain(rule.summary)}</td></tr>"
        yield "</table></details>"
    yield f'<p class="soft">factlint {__version__}, snapshot {_plain(report.snapshot.id)}</p></footer>'


def _plain(text: str) -> str:
    return escape(visible(text))


def _resource(name: str) -> str:
    return (files("factlint.report.html") / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
