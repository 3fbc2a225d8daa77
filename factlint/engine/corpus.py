"""Comparing the articles of one run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from factlint.engine.article import broken_rule, diagnose
from factlint.engine.results import Diagnostic
from factlint.engine.session import KeptArticle
from factlint.engine.settings import RunSettings
from factlint.engine.silence import Use
from factlint.errors import ModelError, SnapshotError
from factlint.kb.store import Snapshot
from factlint.rulekit.context import CorpusContext


@dataclass
class Comparison:
    """What comparing articles gave.

    Attributes:
        diagnostics: by path of the article.
        used: suppressions that suppressed a finding, by path.
        without_model: codes of rules that wanted the language model and there was none.
    """

    diagnostics: dict[str, list[Diagnostic]] = field(default_factory=dict)
    used: dict[str, set[Use]] = field(default_factory=dict)
    without_model: list[str] = field(default_factory=list)


def compare_articles(articles: Sequence[KeptArticle], settings: RunSettings, kb: Snapshot) -> Comparison:
    """Run the cross-article rules over the articles of a run.

    The rules see the articles in order of their paths, so that the order in which paths were given
    cannot change a verdict; whether a place is only quoted they judge themselves. One article alone
    is compared with nothing.

    Raises:
        SnapshotError: the snapshot is damaged.
    """
    comparison = Comparison()
    kept = {one.source.path: one for one in sorted(articles, key=lambda one: one.source.path)}
    if len(kept) < 2:
        return comparison
    # Imported late: one article alone is compared with nothing.
    from factlint.crossing.events import find_events
    from factlint.crossing.judging.pairs import Comparison as Pairs

    found = comparison.diagnostics
    sources = {path: one.source for path, one in kept.items()}
    compared = Pairs(find_events([one.digest for one in kept.values()]))
    for rule in settings.rules:
        if rule.check_corpus is None:
            continue
        running = {path: held for path in kept if (held := settings.of(path).of_rule(rule.code))}
        if not running:
            continue
        context = CorpusContext(compared, kb, sources, next(iter(running.values())).options)
        try:
            for finding in rule.check_corpus(context):
                held = running.get(finding.path)
                silence = kept[finding.path].silence
                using = silence.uses(rule.code, finding.span)
                comparison.used.setdefault(finding.path, set()).update(using)
                if held is not None and not using and not silence.accepts(rule.code, finding.span):
                    found.setdefault(finding.path, []).append(diagnose(held, finding, sources))
        except ModelError:
            comparison.without_model.append(rule.code)
        except SnapshotError:
            raise
        except Exception as error:
            first = next(iter(sources.values()))
            found.setdefault(first.path, []).append(broken_rule(rule, first, error))
    return comparison
