"""What a check is told about the article, the run and the knowledge base."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, cast

from factlint.claims.base import Claim
from factlint.rulekit.house import HouseStyle

if TYPE_CHECKING:
    # Rules import this module, and listing rules must not open the knowledge base's libraries.
    import datetime as dt

    from factlint.annotate.layers import Annotations
    from factlint.claims import Extractor
    from factlint.crossing.judging.pairs import Comparison
    from factlint.document.article import Article
    from factlint.kb.store import Snapshot
    from factlint.text.source import SourceText

ClaimT = TypeVar("ClaimT", bound=Claim)


@dataclass(frozen=True)
class ArticleContext:
    """One article with everything a check may look at.

    Attributes:
        article: the article.
        annotations: its lazy layers.
        kb: the snapshot.
        extractors: claim type -> extractor; results are kept.
        options: the options of the rule being run.
        house: the newsroom's list of spellings.
    """

    article: Article
    annotations: Annotations
    kb: Snapshot
    extractors: Mapping[type[Claim], Extractor]
    options: Mapping[str, object] = field(default_factory=dict)
    house: HouseStyle = field(default_factory=HouseStyle)
    _claims: dict[type[Claim], tuple[Claim, ...]] = field(default_factory=dict, repr=False)

    @property
    def published(self) -> dt.date | None:
        """The publication date, None where none was found."""
        return self.article.published.date if self.article.published else None

    def claims(self, kind: type[ClaimT]) -> tuple[ClaimT, ...]:
        """The article's claims of one type, extracted once."""
        if kind not in self._claims:
            self._claims[kind] = self.extractors[kind](self.annotations)
        return cast("tuple[ClaimT, ...]", self._claims[kind])


@dataclass(frozen=True)
class CorpusContext:
    """The articles of one run, for cross-article rules; the order in which they were given changes nothing.

    Attributes:
        comparison: what is kept of each article, and which of them speak of one event.
        kb: the snapshot.
        sources: the texts of the run's articles by path; of articles from elsewhere there is none.
        options: the options of the rule being run.
    """

    comparison: Comparison
    kb: Snapshot
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    options: Mapping[str, object] = field(default_factory=dict)
