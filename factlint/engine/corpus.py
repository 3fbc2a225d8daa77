"""Comparing the articles of one run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factlint.engine.article import RuleSettings, broken_rule, diagnose
from factlint.engine.results import Diagnostic
from factlint.rulekit.context import ArticleContext, CorpusContext


def compare_articles(
    contexts: Mapping[str, ArticleContext], rules: Iterable[RuleSettings]
) -> dict[str, list[Diagnostic]]:
    """Run the cross-article rules over the articles of a run; diagnostics by path of the article.

    The rules see the articles in order of their paths, so that the order in which paths were given
    cannot change a verdict; whether a place is only quoted they judge themselves. One article alone
    is compared with nothing.
    """
    found: dict[str, list[Diagnostic]] = {}
    if len(contexts) < 2:
        return found
    ordered = [contexts[path] for path in sorted(contexts)]
    sources = {path: context.article.source for path, context in contexts.items()}
    for settings in rules:
        if settings.rule.check_corpus is None:
            continue
        try:
            for finding in settings.rule.check_corpus(CorpusContext(ordered, settings.options)):
                found.setdefault(finding.path, []).append(diagnose(settings, finding, sources))
        except Exception as error:  # noqa: BLE001 - whatever a rule raises must become visible
            first = ordered[0].article
            found.setdefault(first.path, []).append(broken_rule(settings.rule, first.source, error))
    return found
