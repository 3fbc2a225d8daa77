"""What factlint understood of an article: its claims, each with the verdicts of the rules."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from factlint.claims import EXTRACTORS
from factlint.claims.base import Claim
from factlint.engine.paths import ArticleFile
from factlint.engine.results import Region
from factlint.engine.session import Session
from factlint.engine.settings import RuleSettings, RunSettings
from factlint.errors import ModelError
from factlint.kb.store import Snapshot
from factlint.rulekit.context import ArticleContext
from factlint.rulekit.rule import Judgement, Missing
from factlint.text.span import Span

_SHARED = frozenset(field.name for field in dataclasses.fields(Claim))


class Verdict(StrEnum):
    """What a rule says of a claim."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    UNKNOWN = "not enough information"


@dataclass(frozen=True, slots=True)
class RuleVerdict:
    """The verdict of one rule, with its messages where it refutes and the reason where it does not know."""

    rule: str
    verdict: Verdict
    messages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """A claim as it was understood.

    Attributes:
        kind: the name of its type.
        region: where it stands.
        words: the words of the file.
        quoted, reported: as in ``claims.base.Claim``.
        details: the further fields of its type, in words.
        verdicts: of the selected rules that judge claims of its type; empty where none does.
    """

    kind: str
    region: Region
    words: str
    quoted: bool
    reported: bool
    details: Mapping[str, str]
    verdicts: tuple[RuleVerdict, ...]


def explain(file: ArticleFile, settings: RunSettings) -> tuple[ExplainedClaim, ...]:
    """The claims of an article in order of place.

    Raises:
        InputError: the article cannot be read.
        SnapshotError: the snapshot cannot be opened.
    """
    with Snapshot(settings.kb) as kb:
        context = Session(settings, kb).open(file).context
        found = [
            explained_claim(claim, context, settings.of(file.path).rules)
            for kind in EXTRACTORS
            for claim in context.claims(kind)
        ]
    return tuple(sorted(found, key=lambda claim: (claim.region.span, claim.kind)))


def explained_claim(claim: Claim, context: ArticleContext, rules: Iterable[RuleSettings]) -> ExplainedClaim:
    """A claim of an article, with what those of the rules say of it that judge claims of its type."""
    source = context.article.source
    return ExplainedClaim(
        kind=type(claim).__name__,
        region=Region.of(source, claim.span),
        words=source.slice(claim.span),
        quoted=claim.quoted,
        reported=claim.reported,
        details={
            field.name: in_words(getattr(claim, field.name), source.text)
            for field in dataclasses.fields(claim)
            if field.name not in _SHARED
        },
        verdicts=tuple(_verdicts(claim, context, rules)),
    )


def _verdicts(claim: Claim, context: ArticleContext, rules: Iterable[RuleSettings]) -> Iterator[RuleVerdict]:
    for item in rules:
        rule = item.rule
        if rule.check_claim is None or rule.claim is None or not isinstance(claim, rule.claim):
            continue
        try:
            judgement = rule.check_claim(claim, replace(context, options=item.options))
        except ModelError:
            judgement = Judgement.unknown(Missing.MODEL)
        if judgement.findings:
            messages = tuple(finding.message for finding in judgement.findings)
            yield RuleVerdict(rule.code, Verdict.REFUTED, messages)
        elif judgement.missing is not None:
            yield RuleVerdict(rule.code, Verdict.UNKNOWN, (judgement.missing.value,))
        else:
            yield RuleVerdict(rule.code, Verdict.SUPPORTED)


def in_words(value: object, text: str) -> str:
    """A field of a claim for people; empty for what is missing or not so.

    Whatever has a span is given by the words under it, an entity by its label and id, other
    dataclasses and named tuples field by field.
    """
    if value is None or value is False:
        return ""
    if value is True:
        return "yes"
    span = value if isinstance(value, Span) else getattr(value, "span", None)
    if isinstance(span, Span):
        normalised = getattr(value, "value", "")
        return f"{span.of(text)} ({normalised})" if normalised else span.of(text)
    label, identity = getattr(value, "label", None), getattr(value, "id", None)
    if label is not None and identity is not None:
        return f"{label} ({identity})"
    if fields := _field_names(value):
        named = ((name, in_words(getattr(value, name), text)) for name in fields)
        return " ".join(f"{name}={words}" for name, words in named if words)
    if isinstance(value, (set, frozenset)):
        return ", ".join(sorted(filter(None, (in_words(item, text) for item in value))))
    if isinstance(value, (tuple, list)):
        return ", ".join(filter(None, (in_words(item, text) for item in value)))
    return str(value)


def _field_names(value: object) -> tuple[str, ...]:
    """The names of the fields of a dataclass or a named tuple, none for other values."""
    if dataclasses.is_dataclass(value):
        return tuple(field.name for field in dataclasses.fields(value))
    return getattr(value, "_fields", ())
