"""What a run found: diagnostics with positions, and how much could be checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from factlint.annotate.nlp import ModelInfo
from factlint.document.article import PublicationDate
from factlint.engine.internal import INTERNAL_ERROR
from factlint.kb.model import SnapshotInfo
from factlint.rulekit.rule import Evidence, Fix, Missing, Rule, Severity
from factlint.text.lines import Position
from factlint.text.source import SourceText
from factlint.text.span import Span


@dataclass(frozen=True, slots=True)
class Region:
    """A place in an article.

    Attributes:
        path: how the article is named.
        span: code-point offsets into the article's text, half-open.
        start: line and column, in the file, of the first code point.
        end: line and column, in the file, after the last code point.
        file: the file that the article stands in; its path but for one of several articles.
        place: code-point offsets into the file.
    """

    path: str
    span: Span
    start: Position
    end: Position
    file: str
    place: Span

    @classmethod
    def of(cls, source: SourceText, span: Span) -> Region:
        """The region that a span covers in a text."""
        place, lines = source.in_file(span), source.file.lines
        start, end = lines.position(place.start), lines.position(place.end)
        return cls(source.path, span, start, end, source.file.path, place)


@dataclass(frozen=True, slots=True)
class RelatedRegion:
    """A further place a diagnostic speaks of, with what stands there."""

    region: Region
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding at its place in the copy.

    Attributes:
        rule: the code of its rule.
        severity: after overrides, and lowered to a note where the copy only quotes.
        region: what is wrong.
        words: the words under the region, exactly as the file has them.
        message: what is wrong and why.
        subject: what it is about, independent of its place.
        evidence: what refutes the claim.
        related: further places, in this article or another.
        fix: the one correction, where it is sure.
        fingerprint: stays the same while the words and the fact do, wherever they move.
    """

    rule: str
    severity: Severity
    region: Region
    words: str
    message: str
    subject: str = ""
    evidence: tuple[Evidence, ...] = ()
    related: tuple[RelatedRegion, ...] = ()
    fix: Fix | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class ClaimCounts:
    """How much of what the copy says could be checked.

    Attributes:
        found: claims that a selected rule looked at.
        checked: those that every such rule has a verdict on, or one refutes.
        unchecked: number of the others by reason.
    """

    found: int = 0
    checked: int = 0
    unchecked: tuple[tuple[Missing, int], ...] = ()

    def __add__(self, other: ClaimCounts) -> ClaimCounts:
        reasons = dict(self.unchecked)
        for reason, count in other.unchecked:
            reasons[reason] = reasons.get(reason, 0) + count
        unchecked = tuple(sorted(reasons.items()))
        return ClaimCounts(self.found + other.found, self.checked + other.checked, unchecked)


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """What was found in one article.

    Attributes:
        source: the text; reports quote lines from it.
        published: the publication date and where it came from, None where none was found.
        diagnostics: by place.
        claims: how much could be checked.
        without_model: codes of rules that wanted the language model and there was none.
    """

    source: SourceText
    published: PublicationDate | None
    diagnostics: tuple[Diagnostic, ...] = ()
    claims: ClaimCounts = field(default_factory=ClaimCounts)
    without_model: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """How the article was named."""
        return self.source.path

    @property
    def file(self) -> str:
        """The file that the article stands in."""
        return self.source.file.path


@dataclass(frozen=True, slots=True)
class InputProblem:
    """An article that could not be read."""

    path: str
    message: str


@dataclass(frozen=True)
class Report:
    """The outcome of a run.

    Attributes:
        articles: in the order in which their paths were given.
        problems: articles that could not be read.
        known: number of findings that the baseline holds back.
        rules: the rules that ran, by code.
        snapshot: the knowledge base that answered.
        model: the language model that was used, None where no verdict needed one.
        without_model: codes of rules that wanted the language model and there was none.
        model_problem: why there is no language model, where a verdict needed one.
        fail_on: the slightest finding that makes the exit status 1.
        published: texts, as far as they are known, of published articles that findings point into.
    """

    articles: tuple[ArticleReport, ...]
    rules: tuple[Rule, ...]
    snapshot: SnapshotInfo
    problems: tuple[InputProblem, ...] = ()
    known: int = 0
    model: ModelInfo | None = None
    without_model: tuple[str, ...] = ()
    model_problem: str = ""
    fail_on: Severity = Severity.WARNING
    published: tuple[SourceText, ...] = ()

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        """All diagnostics, article by article."""
        for article in self.articles:
            yield from article.diagnostics

    @property
    def sources(self) -> dict[str, SourceText]:
        """All texts that findings point into, by path."""
        sources = {source.path: source for source in self.published}
        return sources | {article.path: article.source for article in self.articles}

    @property
    def claims(self) -> ClaimCounts:
        """Claims of all articles."""
        return sum((article.claims for article in self.articles), ClaimCounts())

    @property
    def exit_status(self) -> int:
        """0 clean, 1 findings as grave as ``fail_on``, 2 something could not be read or a rule raised."""
        if self.problems or any(found.rule == INTERNAL_ERROR.code for found in self.diagnostics):
            return 2
        return int(any(found.severity.rank >= self.fail_on.rank for found in self.diagnostics))
