"""What the articles of a run share: the open snapshot and the language model."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factlint.annotate.layers import Annotations
from factlint.annotate.nlp import LanguageModel
from factlint.claims import EXTRACTORS
from factlint.document.article import DateSource, PublicationDate
from factlint.document.read import read_document
from factlint.engine.accepted import AcceptedName, find_accepted
from factlint.engine.article import check_article
from factlint.engine.config import DateDefault
from factlint.engine.paths import ArticleFile
from factlint.engine.results import ArticleReport, InputProblem
from factlint.engine.settings import ArticleSettings, RunSettings
from factlint.engine.silence import Silence, Use
from factlint.engine.suppress import find_suppressions
from factlint.errors import InputError, SnapshotError
from factlint.kb.store import Snapshot
from factlint.rulekit.context import ArticleContext

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from factlint.crossing.records import ArticleDigest
    from factlint.rulekit.declarative.facts import HouseFacts
    from factlint.rulekit.rule import Rule
    from factlint.text.source import SourceText
    from factlint.text.span import Span


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article that has been read, with what is not to be reported of it."""

    context: ArticleContext
    silence: Silence


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """What is kept of an article that is compared with others.

    Attributes:
        source: the text, from which reports quote.
        silence: what is not to be reported of it.
        told: what the comparison reads, or the JSON of it, which is only read where it is needed.
    """

    source: SourceText
    silence: Silence
    told: ArticleDigest | str

    @property
    def digest(self) -> ArticleDigest:
        """What the comparison reads; raises FactlintError where the JSON is none."""
        if not isinstance(self.told, str):
            return self.told
        from factlint.crossing.serialise import from_json

        return from_json(self.told)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file.

    Attributes:
        report: None where it could not be read.
        problems: what could not be read or understood.
        kept: what it is compared with others by, where it is.
        silence: what is not to be reported of it.
        used: suppressions that suppressed a finding.
        needed_model: whether a verdict needed the language model, and had it.
    """

    report: ArticleReport | None
    problems: tuple[InputProblem, ...] = ()
    kept: KeptArticle | None = None
    silence: Silence = field(default_factory=Silence)
    used: frozenset[Use] = frozenset()
    needed_model: bool = False


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
        zone = _zone(held.time_zone)
        document = file.document(held.json)
        article = read_document(document, date=held.date, default=default_date(file, held), zone=zone)
        layers = Annotations(article, self.kb, self.model)
        context = ArticleContext(article, layers, self.kb, EXTRACTORS, house=held.house)
        accepted = find_accepted(article.source.text, accepted_today(held))
        if held.facts is not None:
            accepted = accepted._replace(settled=_settled(held.facts, layers, self.settings.known))
        return OpenArticle(context, Silence(find_suppressions(article, self.settings.known), accepted))

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
        asked = self.model.asked
        outcome = self.check(opened)
        return replace(outcome, kept=kept, needed_model=self.model.asked > asked)

    def check(self, opened: OpenArticle) -> Outcome:
        """Run the rules that look at one article."""
        article = opened.context.article
        verdicts = check_article(opened.context, self.settings.of(article.path).rules)
        used: set[Use] = set()
        kept = []
        for found in verdicts.diagnostics:
            using = opened.silence.uses(found.rule, found.region.span)
            used |= using
            if not using and not opened.silence.accepts(found.rule, found.region.span):
                kept.append(found)
        report = ArticleReport(
            source=article.source,
            published=article.published,
            diagnostics=tuple(kept),
            claims=verdicts.claims,
            without_model=verdicts.without_model,
        )
        misread = opened.silence.suppressions.problems
        problems = tuple(InputProblem(article.path, str(problem)) for problem in misread)
        return Outcome(report, problems, silence=opened.silence, used=frozenset(used))


def accepted_today(held: ArticleSettings) -> tuple[AcceptedName, ...]:
    """The accepted names of a configuration that have not expired."""
    if not held.accept:
        return ()
    today = dt.datetime.now(_zone(held.time_zone)).date()
    return tuple(name for name in held.accept if name.holds(today))


def default_date(file: ArticleFile, held: ArticleSettings) -> PublicationDate | None:
    """The publication date of an article that says none; None also where the file has no time."""
    if held.date_default is DateDefault.NONE:
        return None
    zone = _zone(held.time_zone)
    if held.date_default is DateDefault.TODAY:
        return PublicationDate(dt.datetime.now(zone).date(), DateSource.TODAY)
    modified = file.modified()
    if modified is None:
        return None
    return PublicationDate(dt.datetime.fromtimestamp(modified, zone).date(), DateSource.MODIFIED)


def _zone(name: str | None) -> ZoneInfo | None:
    if name is None:
        return None
    # Imported late: most newsrooms set no zone.
    from zoneinfo import ZoneInfo

    return ZoneInfo(name)


def _settled(
    facts: HouseFacts, layers: Annotations, rules: Iterable[Rule]
) -> tuple[tuple[Span, frozenset[str]], ...]:
    """The places of which house facts speak, with the rules that judge by the snapshot there."""
    # Imported late: most newsrooms have no facts of their own.
    from factlint.rulekit.declarative.base import DeclaredCheck

    by_snapshot = [rule for rule in rules if not isinstance(rule.check_article, DeclaredCheck)]
    return tuple(
        (span, frozenset(rule.code for rule in by_snapshot if rule.category in categories))
        for span, categories in sorted(facts.settled(layers), key=lambda settled: settled[0])
    )


def _kept(opened: OpenArticle) -> KeptArticle:
    # Imported late: one article alone is compared with nothing.
    from factlint.crossing.reading.digest import digest

    context = opened.context
    kept = digest(context.annotations)
    return KeptArticle(context.article.source, opened.silence, kept)
