"""A run: articles in, report out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from factlint.annotate.layers import Annotations
from factlint.annotate.nlp import LanguageModel
from factlint.claims import EXTRACTORS
from factlint.document.read import read_article
from factlint.engine.article import RuleSettings, Verdicts, check_article
from factlint.engine.corpus import compare_articles
from factlint.engine.fingerprint import with_fingerprints
from factlint.engine.paths import ArticleFile
from factlint.engine.results import ArticleReport, Diagnostic, InputProblem, Report
from factlint.errors import InputError
from factlint.kb.store import Snapshot
from factlint.rulekit.context import ArticleContext
from factlint.text.source import decode


@dataclass(frozen=True)
class RunSettings:
    """What holds for a whole run.

    Attributes:
        rules: the selected rules, by code.
        date: the publication date of all articles, None to find each article's own.
    """

    rules: tuple[RuleSettings, ...]
    date: dt.date | None = None


@dataclass
class _Collected:
    contexts: dict[str, ArticleContext] = field(default_factory=dict)
    verdicts: dict[str, Verdicts] = field(default_factory=dict)
    problems: list[InputProblem] = field(default_factory=list)


def run(files: Sequence[ArticleFile], settings: RunSettings, kb: Snapshot) -> Report:
    """Check articles, each alone and then against each other."""
    collected = _Collected()
    model = LanguageModel()
    for file in files:
        try:
            context = open_article(file, settings, kb, model)
        except InputError as problem:
            collected.problems.append(InputProblem(file.path, str(problem)))
            continue
        collected.contexts[file.path] = context
        collected.verdicts[file.path] = check_article(context, settings.rules)
    compared = compare_articles(collected.contexts, settings.rules)
    articles = tuple(
        _article_report(context, collected.verdicts[path], compared.get(path, ()))
        for path, context in collected.contexts.items()
    )
    return Report(
        articles=articles,
        rules=tuple(setting.rule for setting in settings.rules),
        snapshot=kb.info,
        problems=tuple(collected.problems),
        model=model.describe() if model.loaded else None,
    )


def open_article(
    file: ArticleFile, settings: RunSettings, kb: Snapshot, model: LanguageModel
) -> ArticleContext:
    """Read one article; raises InputError where it cannot be read."""
    article = read_article(decode(file.path, file.read()), date=settings.date)
    return ArticleContext(article, Annotations(article, kb, model), kb, EXTRACTORS)


def _article_report(
    context: ArticleContext, verdicts: Verdicts, compared: Iterable[Diagnostic]
) -> ArticleReport:
    ordered = sorted([*verdicts.diagnostics, *compared], key=_by_place)
    return ArticleReport(
        source=context.article.source,
        published=context.article.published,
        diagnostics=with_fingerprints(ordered),
        claims=verdicts.claims,
    )


def _by_place(diagnostic: Diagnostic) -> tuple[int, int, str, str]:
    span = diagnostic.region.span
    return span.start, span.end, diagnostic.rule, diagnostic.message
