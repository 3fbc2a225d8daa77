"""Comparing the articles of one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factlint.engine.article import broken_rule, diagnose
from factlint.engine.results import Diagnostic
from factlint.engine.session import OpenArticle
from factlint.engine.settings import RunSettings
from factlint.errors import ModelError, SnapshotError
from factlint.rulekit.context import CorpusContext


@dataclass
class Comparison:
    """What comparing articles gave.

    Attributes:
        diagnostics: by path of the article.
        without_model: codes of rules that wanted the language model and there was none.
    """

    diagnostics: dict[str, list[Diagnostic]] = field(default_factory=dict)
    without_model: list[str] = field(default_factory=list)


def compare_articles(opened: Mapping[str, OpenArticle], settings: RunSettings) -> Comparison:
    """Run the cross-article rules over the articles of a run.

    The rules see the articles in order of their paths, so that the order in which paths were given
    cannot change a verdict; whether a place is only quoted they judge themselves. One article alone
    is compared with nothing.
    """
    comparison = Comparison()
    if len(opened) < 2:
        return comparison
    found = comparison.diagnostics
    contexts = [opened[path].context for path in sorted(opened)]
    sources = {path: article.context.article.source for path, article in opened.items()}
    for rule in settings.rules:
        if rule.check_corpus is None:
            continue
        running = {path: held for path in sorted(opened) if (held := settings.of(path).of_rule(rule.code))}
        if not running:
            continue
        try:
            for finding in rule.check_corpus(CorpusContext(contexts, next(iter(running.values())).options)):
                held = running.get(finding.path)
                if held is not None and not opened[finding.path].silences(rule.code, finding.span):
                    found.setdefault(finding.path, []).append(diagnose(held, finding, sources))
        except ModelError:
            comparison.without_model.append(rule.code)
        except SnapshotError:
            raise
        except Exception as error:
            first = contexts[0].article
            found.setdefault(first.path, []).append(broken_rule(rule, first.source, error))
    return comparison
