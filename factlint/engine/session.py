"""What the articles of a run share: the open snapshot and the language model."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factlint.annotate.layers import Annotations
from factlint.annotate.nlp import LanguageModel, ModelInfo
from factlint.claims import EXTRACTORS
from factlint.document.article import DateSource, PublicationDate
from factlint.document.read import read_article
from factlint.engine.accepted import AcceptedPlaces, find_accepted
from factlint.engine.article import check_article
from factlint.engine.config import DateDefault
from factlint.engine.paths import ArticleFile
from factlint.engine.results import ArticleReport, InputProblem
from factlint.engine.settings import RunSettings
from factlint.engine.suppress import Suppressions, find_suppressions
from factlint.errors import InputError, SnapshotError
from factlint.kb.store import Snapshot
from factlint.rulekit.context import ArticleContext
from factlint.text.span import Span

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from factlint.crossing.records import ArticleDigest
    from factlint.text.source import SourceText


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article that has been read, with what is not to be reported of it."""

    context: ArticleContext
    suppressions: Suppressions
    accepted: AcceptedPlaces

    def silences(self, code: str, span: Span) -> bool:
        """Whether a finding of a rule is suppressed in the article or accepted by the configuration."""
        return self.suppressions.cover(code, span) or self.accepted.cover(code, span)


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """What is kept of an article that is compared with others.

    Attributes:
        digest: what the comparison reads.
        source: the text, from which reports quote.
        suppressions: what is not to be reported of it, as the article says.
        accepted: the same, as the configuration says.
    """

    digest: ArticleDigest
    source: SourceText
    suppressions: Suppressions
    accepted: AcceptedPlaces

    def silences(self, code: str, span: Span) -> bool:
        """Whether a finding of a rule is suppressed in the article or accepted by the configuration."""
        return self.suppressions.cover(code, span) or self.accepted.cover(code, span)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: a report unless it could not be read, and problems on the way.

    ``kept`` is set for articles that are compared with others.
    """

    report: ArticleReport | None
    problems: tuple[InputProblem, ...] = ()
    kept: KeptArticle | None = None


@dataclass
class Session:
    """Reads and checks articles one after the other.

    Attributes:
        settings: what holds for the run.
        kb: the snapshot.
        model: the language model.
    """

    settings: RunSettings
    kb: Snapshot
    model: LanguageModel = field(default_factory=LanguageModel)

    def open(self, file: ArticleFile) -> OpenArticle:
        """Read an article; raises InputError where it cannot be read."""
        held = self.settings.of(file.path)
        zone = _zone(held.time_zone) if held.time_zone else None
        article = read_article(
            file.read(), date=held.date, default=_default_date(file, held.date_default, zone), zone=zone
        )
        layers = Annotations(article, self.kb, self.model)
        context = ArticleContext(article, layers, self.kb, EXTRACTORS, house=held.house)
        today = dt.datetime.now(zone).date()
        accepted = find_accepted(article.source.text, (name for name in held.accept if name.holds(today)))
        return OpenArticle(context, find_suppressions(article, self.settings.known), accepted)

    def check_file(self, file: ArticleFile, *, keep: bool = False) -> Outcome:
        """Read an article and run the rules that look at one article.

        Args:
            file: the article.
            keep: whether to keep of it what it is compared with others by.
        """
        try:
            opened = self.open(file)
            kept = _kept(opened) if keep else None
        except InputError as problem:
            return Outcome(None, (InputProblem(file.path, str(problem)),))
        except SnapshotError:
            raise
        except Exception as error:
            # A defect of ours in one article must be seen, and must not hide the others.
            said = f"{file.path}: factlint broke while it read the article: {type(error).__name__}: {error}"
            return Outcome(None, (InputProblem(file.path, said),))
        return replace(self.check(opened), kept=kept)

    def check(self, opened: OpenArticle) -> Outcome:
        """Run the rules that look at one article."""
        article = opened.context.article
        everywhere = opened.suppressions.everywhere
        rules = [item for item in self.settings.of(article.path).rules if item.rule.code not in everywhere]
        verdicts = check_article(opened.context, rules)
        report = ArticleReport(
            source=article.source,
            published=article.published,
            diagnostics=tuple(
                found for found in verdicts.diagnostics if not opened.silences(found.rule, found.region.span)
            ),
            claims=verdicts.claims,
            without_model=verdicts.without_model,
        )
        problems = tuple(InputProblem(article.path, str(problem)) for problem in opened.suppressions.problems)
        return Outcome(report, problems)

    @property
    def model_used(self) -> ModelInfo | None:
        """The language model, if any verdict has needed it."""
        return self.model.describe() if self.model.loaded else None


def _default_date(file: ArticleFile, default: DateDefault, zone: ZoneInfo | None) -> PublicationDate | None:
    """The publication date of an article that says none; None also where the file has no time."""
    if default is DateDefault.TODAY:
        return PublicationDate(dt.datetime.now(zone).date(), DateSource.TODAY)
    modified = file.modified() if default is DateDefault.MODIFIED else None
    if modified is None:
        return None
    return PublicationDate(dt.datetime.fromtimestamp(modified, zone).date(), DateSource.MODIFIED)


def _zone(name: str) -> ZoneInfo:
    # Imported late: most newsrooms set no zone.
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def _kept(opened: OpenArticle) -> KeptArticle:
    # Imported late: one article alone is compared with nothing.
    from factlint.crossing.reading.digest import digest

    context = opened.context
    kept = digest(context.annotations)
    return KeptArticle(kept, context.article.source, opened.suppressions, opened.accepted)
