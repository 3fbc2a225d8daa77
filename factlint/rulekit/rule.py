"""Rules, what they return and what they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from factlint.claims.base import Claim
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.rulekit.context import ArticleContext, CorpusContext


class Category(StrEnum):
    """What kind of fact a rule checks; usable with ``--select`` and ``--ignore``."""

    NAME = "name"
    OFFICE = "office"
    PLACE = "place"
    DATE = "date"
    ELECTION = "election"
    BIOGRAPHY = "biography"
    NUMBER = "number"
    QUOTE = "quote"
    CROSS_ARTICLE = "cross-article"
    STYLE = "style"
    INTERNAL = "internal"


class Severity(StrEnum):
    """How bad a finding is; SARIF's levels."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """A number that grows with how bad it is."""
        return ("note", "warning", "error").index(self.value)


class Confidence(StrEnum):
    """How sure a finding of the rule is to be a real error; SARIF's ``precision``."""

    VERY_HIGH = "very-high"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Profile(StrEnum):
    """In which profile a rule first reports: ``pedantic`` includes all of ``desk``."""

    DESK = "desk"
    PEDANTIC = "pedantic"


class Missing(StrEnum):
    """Why a claim could not be judged."""

    PUBLICATION_DATE = "no publication date"
    YEAR = "year not certain"
    KNOWLEDGE = "not in the knowledge base"
    CONTEXT = "context not certain"
    MODEL = "no language model"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement or computation behind a verdict, in words, with its source where it has one."""

    text: str
    entity: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place a finding speaks of; ``path`` is empty for the same article."""

    span: Span
    message: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement that is sure: ``span`` becomes ``replacement``."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A refuted claim.

    Attributes:
        span: what is wrong.
        message: what is wrong and why, one sentence without a final point.
        subject: what the finding is about, in a form that survives edits elsewhere in the article
            (for example the entity id); part of the fingerprint.
        evidence: what refutes the claim.
        related: further places that the message speaks of.
        fix: the one correction, where it is sure.
        severity: overrides the rule's, for example a note for what is only quoted.
        path: the article, empty for the one being checked; cross-article rules set it.
    """

    span: Span
    message: str
    subject: str = ""
    evidence: tuple[Evidence, ...] = ()
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one claim: supported, refuted (with its findings), or not enough information."""

    findings: tuple[Finding, ...] = ()
    missing: Missing | None = None

    @classmethod
    def supported(cls) -> Judgement:
        """Nothing known speaks against the claim and it was checked."""
        return cls()

    @classmethod
    def refuted(cls, *findings: Finding) -> Judgement:
        """The claim is wrong."""
        return cls(findings=findings)

    @classmethod
    def unknown(cls, missing: Missing) -> Judgement:
        """Not enough is known to judge; never an error."""
        return cls(missing=missing)


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of copy that a rule finds fault with, or does not.

    Attributes:
        text: an article; the words between ``[[`` and ``]]`` are what the rule must point at. A text
            without them must give no finding of the rule.
        date: publication date as ISO, where the example needs one.
        others: further articles for cross-article rules.
    """

    text: str
    date: str = ""
    others: tuple[str, ...] = ()


ClaimCheck = Callable[[Any, "ArticleContext"], Judgement]
"""Judges one claim."""
ArticleCheck = Callable[["ArticleContext"], Iterable[Judgement]]
"""Judges a whole article: for what is wrong only in view of another place in it."""
CorpusCheck = Callable[["CorpusContext"], Iterable[Finding]]
"""Compares the articles of one run."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule: what ``factlint rule NAME`` shows and what the engine runs.

    Exactly one of ``check_claim`` (with ``claim``), ``check_article`` and ``check_corpus`` is set.

    Attributes:
        code: stable code, for example ``FL101``.
        name: stable name, for example ``misspelled-name``.
        summary: one sentence: what the rule finds.
        doc: the module's docstring: what it finds, why it matters, what it leaves alone.
        category, severity, confidence, profile: see their types.
        claim: the type of claims that ``check_claim`` judges.
        options: names and default values of the rule's options.
        needs_model: whether some verdicts need the spaCy model.
        slip_of_form: whether what it finds is a slip in the writing, wrong whoever is quoted with it, as a
            misspelling is; what other rules find inside quotation marks is a note.
        invalid, valid: examples, run as tests and shown in the documentation.
    """

    code: str
    name: str
    summary: str
    doc: str
    category: Category
    severity: Severity
    confidence: Confidence
    profile: Profile = Profile.DESK
    claim: type[Claim] | None = None
    check_claim: ClaimCheck | None = None
    check_article: ArticleCheck | None = None
    check_corpus: CorpusCheck | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    needs_model: bool = False
    slip_of_form: bool = False
    invalid: tuple[Example, ...] = ()
    valid: tuple[Example, ...] = ()

    def __post_init__(self) -> None:
        checks = (self.check_claim, self.check_article, self.check_corpus)
        if sum(check is not None for check in checks) != 1:
            raise ValueError(f"{self.code}: exactly one check is needed")
        if (self.check_claim is None) != (self.claim is None):
            raise ValueError(f"{self.code}: check_claim and claim go together")
