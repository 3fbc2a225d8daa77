"""Outcomes and comparisons as the cache keeps them, and the keys they are kept under."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from pathlib import Path
from typing import Any

import factlint
from factlint.document.article import PublicationDate
from factlint.engine.accepted import AcceptedPlaces
from factlint.engine.corpus import Comparison
from factlint.engine.installed import installed
from factlint.engine.internal import INTERNAL_ERROR
from factlint.engine.paths import ArticleFile
from factlint.engine.results import ArticleReport, ClaimCounts, Diagnostic, Region, RelatedRegion
from factlint.engine.session import KeptArticle, Outcome, accepted_today
from factlint.engine.settings import ArticleSettings, RunSettings
from factlint.engine.silence import Silence, Use
from factlint.engine.suppress import Suppression, Suppressions
from factlint.jsonrecords import plain, read
from factlint.rulekit.rule import Evidence, Fix, Rule, Severity
from factlint.text.source import SourceText
from factlint.text.span import Span


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """A diagnostic without what its article's text tells; related places name their article."""

    rule: str
    severity: Severity
    span: Span
    message: str
    subject: str
    evidence: tuple[Evidence, ...]
    related: tuple[tuple[str, Span, str], ...]
    fix: Fix | None


@dataclass(frozen=True, slots=True)
class OutcomeRecord:
    """What checking an article alone gave."""

    published: PublicationDate | None
    findings: tuple[FindingRecord, ...]
    claims: ClaimCounts
    marks: tuple[Suppression, ...]
    sic: tuple[Span, ...]
    accepted: tuple[tuple[Span, frozenset[str]], ...]
    settled: tuple[tuple[Span, frozenset[str]], ...]
    used: frozenset[Use]
    needed_model: bool


@dataclass(frozen=True, slots=True)
class ComparisonRecord:
    """What comparing articles gave, by path."""

    findings: tuple[tuple[str, tuple[FindingRecord, ...]], ...]
    used: tuple[tuple[str, frozenset[Use]], ...]


def pack_outcome(outcome: Outcome) -> bytes | None:
    """An outcome as bytes, with the digest by which it is compared.

    None for what is not kept: an article that was not understood, a rule that broke or lacked the model.
    """
    report = outcome.report
    if report is None or outcome.problems or report.without_model or _has_broken(report.diagnostics):
        return None
    silence = outcome.silence
    record = OutcomeRecord(
        report.published,
        tuple(map(_record, report.diagnostics)),
        report.claims,
        silence.suppressions.marks,
        silence.suppressions.sic,
        silence.accepted.places,
        silence.accepted.settled,
        outcome.used,
        outcome.needed_model,
    )
    return _pack([plain(record), _told(outcome.kept)])


def unpack_outcome(data: bytes, source: SourceText, *, keep: bool) -> Outcome | None:
    """The outcome that ``pack_outcome`` made bytes of; None where it is none, or lacks the digest.

    Args:
        data: what was kept.
        source: the text of the article.
        keep: whether the article is to be compared with others.
    """
    try:
        values, digest = json.loads(data)
        record = read(OutcomeRecord, values)
        if keep and digest is None:
            return None
        sources = {source.path: source}
        report = ArticleReport(
            source=source,
            published=record.published,
            diagnostics=tuple(_diagnostic(item, source.path, sources) for item in record.findings),
            claims=record.claims,
        )
        silence = Silence(
            Suppressions(record.marks, record.sic), AcceptedPlaces(record.accepted, record.settled)
        )
        kept = KeptArticle(source, silence, str(digest)) if keep else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return Outcome(report, kept=kept, silence=silence, used=record.used, needed_model=record.needed_model)


def pack_comparison(comparison: Comparison) -> bytes | None:
    """A comparison as bytes; None where a rule broke or lacked the model."""
    if comparison.without_model or any(map(_has_broken, comparison.diagnostics.values())):
        return None
    record = ComparisonRecord(
        tuple((path, tuple(map(_record, found))) for path, found in comparison.diagnostics.items()),
        tuple((path, frozenset(used)) for path, used in comparison.used.items()),
    )
    return _pack(plain(record))


def unpack_comparison(data: bytes, sources: Mapping[str, SourceText]) -> Comparison | None:
    """The comparison that ``pack_comparison`` made bytes of; None where it is none."""
    try:
        record = read(ComparisonRecord, json.loads(data))
        return Comparison(
            diagnostics={
                path: [_diagnostic(item, path, sources) for item in found] for path, found in record.findings
            },
            used={path: set(used) for path, used in record.used},
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


@dataclass(frozen=True)
class Keys:
    """Keys of a run's results: hashes of everything that a result depends on.

    Attributes:
        settings: what holds for the run.
        snapshot: the id of the snapshot.
        comparing: whether articles are compared, so that a result holds what that needs.
    """

    settings: RunSettings
    snapshot: str
    comparing: bool

    def of_article(self, file: ArticleFile, data: bytes, default: PublicationDate | None) -> bytes:
        """The key of an article's outcome.

        Args:
            file: the article.
            data: its bytes.
            default: the publication date where it says none.
        """
        held = self._settings(self.settings.of(file.path))
        return _digest(self._run, held, file.path, repr(default), str(self.comparing), data)

    def of_comparison(self, articles: Iterable[tuple[str, bytes]]) -> bytes:
        """The key of the comparison of articles, given by path and key."""
        return _digest(self._run, *(part for path, key in sorted(articles) for part in (path, key)))

    @property
    def _run(self) -> str:
        return "\0".join((installed(), self.snapshot, ",".join(rule.code for rule in self.settings.known)))

    def _settings(self, held: ArticleSettings) -> str:
        rules = [
            (item.rule.code, _origin(item.rule), item.severity.value, sorted(item.options.items()))
            for item in held.rules
        ]
        return repr(
            (
                rules,
                held.date,
                held.time_zone,
                held.house.spellings,
                accepted_today(held),
                held.json,
                held.facts,
            )
        )


def _origin(rule: Rule) -> str:
    """Where a rule comes from, with the version of the plug-in that brings it."""
    check: Callable[..., Any] | None = rule.check_claim or rule.check_article or rule.check_corpus
    module = getattr(check, "__module__", "")
    if module.startswith(f"{factlint.__name__}."):
        # A declarative rule's check is a record of what its entry says.
        return f"{module} {check!r}" if is_dataclass(check) else module
    from importlib.util import find_spec

    spec = find_spec(module) if module else None
    if spec is None or spec.origin is None:
        return module
    stat = Path(spec.origin).stat()
    return f"{module} {stat.st_size} {stat.st_mtime_ns}"


def _record(found: Diagnostic) -> FindingRecord:
    related = tuple((item.region.path, item.region.span, item.message) for item in found.related)
    return FindingRecord(
        found.rule,
        found.severity,
        found.region.span,
        found.message,
        found.subject,
        found.evidence,
        related,
        found.fix,
    )


def _diagnostic(record: FindingRecord, path: str, sources: Mapping[str, SourceText]) -> Diagnostic:
    source = sources[path]
    return Diagnostic(
        rule=record.rule,
        severity=record.severity,
        region=Region.of(source, record.span),
        words=source.slice(record.span),
        message=record.message,
        subject=record.subject,
        evidence=record.evidence,
        related=tuple(
            RelatedRegion(Region.of(sources[other], span), message) for other, span, message in record.related
        ),
        fix=record.fix,
    )


def _told(kept: KeptArticle | None) -> str | None:
    if kept is None:
        return None
    from factlint.crossing.serialise import to_json

    return to_json(kept.digest)


def _has_broken(diagnostics: Sequence[Diagnostic]) -> bool:
    return any(found.rule == INTERNAL_ERROR.code for found in diagnostics)


def _pack(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _digest(*parts: str | bytes) -> bytes:
    made = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "little"))
        made.update(data)
    return made.digest()
