"""Comparing the articles of one run."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, cast

from factlint.engine.article import broken_rule, diagnose
from factlint.engine.results import Diagnostic
from factlint.engine.session import KeptArticle
from factlint.engine.settings import RunSettings
from factlint.engine.silence import Use
from factlint.errors import ModelError, SnapshotError
from factlint.kb.store import Snapshot
from factlint.rulekit.context import CorpusContext

if TYPE_CHECKING:
    # Imported late below: one article alone is compared with nothing.
    from factlint.crossing.events import Events, Pair
    from factlint.crossing.records import ArticleDigest
    from factlint.text.source import SourceText


@dataclass(frozen=True, slots=True)
class PublishedArticles:
    """What has been published on the events of some new articles.

    Attributes:
        digests: the published articles, of paths that no new article has.
        pairs: which new and which published article are on one event.
        sources: as much of their texts as is known, every claim at its place, by path.
    """

    digests: tuple[ArticleDigest, ...]
    pairs: tuple[Pair, ...]
    sources: Mapping[str, SourceText]


class Published(Protocol):
    """Published articles, among which those on the event of a new one can be found."""

    def on_events_of(self, articles: Sequence[KeptArticle]) -> PublishedArticles:
        """What has been published on the events of new articles, without earlier versions of these."""


@dataclass
class Comparison:
    """What comparing articles gave.

    Attributes:
        diagnostics: by path of the article.
        used: suppressions that suppressed a finding, by path.
        without_model: codes of rules that wanted the language model and there was none.
        sources: texts of the published articles that findings point into, by path.
    """

    diagnostics: dict[str, list[Diagnostic]] = field(default_factory=dict)
    used: dict[str, set[Use]] = field(default_factory=dict)
    without_model: list[str] = field(default_factory=list)
    sources: Mapping[str, SourceText] = field(default_factory=dict)


def compare_articles(
    articles: Sequence[KeptArticle], settings: RunSettings, kb: Snapshot, published: Published | None = None
) -> Comparison:
    """Run the cross-article rules over the articles of a run, and what was published on their events.

    The rules see the articles in order of their paths, so that the order in which paths were given
    cannot change a verdict; whether a place is only quoted they judge themselves. One article alone
    is compared with nothing.

    Raises:
        SnapshotError: the snapshot is damaged.
    """
    comparison = Comparison()
    kept = {one.source.path: one for one in sorted(articles, key=lambda one: one.source.path)}
    if not kept or (len(kept) < 2 and published is None):
        return comparison
    # Imported late: one article alone is compared with nothing.
    from factlint.crossing.events import find_events
    from factlint.crossing.judging.pairs import Comparison as Pairs

    found = comparison.diagnostics
    sources: Mapping[str, SourceText] = {path: one.source for path, one in kept.items()}
    events = find_events([one.digest for one in kept.values()])
    elsewhere = frozenset[str]()
    if published is not None:
        more = published.on_events_of(tuple(kept.values()))
        events = _joined(events, more)
        elsewhere = frozenset(digest.path for digest in more.digests)
        # Their texts are put together only where a finding points into them.
        sources = ChainMap(dict(sources), cast("MutableMapping[str, SourceText]", more.sources))
    compared = Pairs(events, elsewhere)
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
            first = next(iter(kept.values())).source
            found.setdefault(first.path, []).append(broken_rule(rule, first, error))
    comparison.sources = {
        place.region.path: sources[place.region.path]
        for diagnostics in found.values()
        for diagnostic in diagnostics
        for place in diagnostic.related
        if place.region.path in elsewhere
    }
    return comparison


def _joined(events: Events, published: PublishedArticles) -> Events:
    from factlint.crossing.events import Events

    digests = {digest.path: digest for digest in (*events.digests.values(), *published.digests)}
    pairs = sorted((*events.pairs, *published.pairs), key=lambda pair: (pair.first, pair.second))
    return Events({path: digests[path] for path in sorted(digests)}, tuple(pairs))
