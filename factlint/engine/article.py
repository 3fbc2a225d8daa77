"""Checking one article."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from factlint.claims.base import Claim
from factlint.engine.internal import INTERNAL_ERROR
from factlint.engine.results import ClaimCounts, Diagnostic, Region, RelatedRegion
from factlint.rulekit.context import ArticleContext
from factlint.rulekit.rule import Category, Evidence, Finding, Judgement, Missing, Rule, Severity
from factlint.text.source import SourceText
from factlint.text.span import Span

_ORDER = {Severity.NOTE: 0, Severity.WARNING: 1, Severity.ERROR: 2}
# A misspelt name is misspelt in a quotation too, and rules on quotations speak of nothing else.
_JUDGED_IN_QUOTATIONS = frozenset({Category.NAME, Category.QUOTE, Category.INTERNAL})


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """A selected rule with what the user has set for it."""

    rule: Rule
    severity: Severity
    options: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What the rules say about one article."""

    diagnostics: tuple[Diagnostic, ...]
    claims: ClaimCounts


class _Tally:
    """Counts claims once however many rules look at them."""

    def __init__(self) -> None:
        self._checked: set[object] = set()
        self._unchecked: dict[object, Missing] = {}

    def add(self, key: object, judgement: Judgement) -> None:
        if judgement.missing is None:
            self._checked.add(key)
        else:
            self._unchecked.setdefault(key, judgement.missing)

    def counts(self) -> ClaimCounts:
        reasons: dict[Missing, int] = {}
        for key, reason in self._unchecked.items():
            if key not in self._checked:
                reasons[reason] = reasons.get(reason, 0) + 1
        unchecked = sum(reasons.values())
        return ClaimCounts(
            len(self._checked) + unchecked, len(self._checked), tuple(sorted(reasons.items()))
        )


def check_article(context: ArticleContext, rules: Iterable[RuleSettings]) -> Verdicts:
    """Run the rules that look at one article; those that compare articles are passed over.

    A rule that raises gives an ``internal-error`` diagnostic in place of its own.
    """
    tally = _Tally()
    diagnostics: list[Diagnostic] = []
    for settings in rules:
        if settings.rule.check_corpus is not None:
            continue
        try:
            diagnostics.extend(_run(settings, context, tally))
        except Exception as error:  # noqa: BLE001 - whatever a rule raises must become visible
            diagnostics.append(broken_rule(settings.rule, context.article.source, error))
    return Verdicts(tuple(diagnostics), tally.counts())


def _run(settings: RuleSettings, context: ArticleContext, tally: _Tally) -> Iterator[Diagnostic]:
    rule = settings.rule
    told = replace(context, options=settings.options)
    source = context.article.source
    if rule.check_claim is not None and rule.claim is not None:
        for claim in context.claims(rule.claim):
            judgement = rule.check_claim(claim, told)
            tally.add(claim, judgement)
            for finding in judgement.findings:
                yield diagnose(settings, finding, {"": source}, quoted=_quoted(claim, finding, context))
    elif rule.check_article is not None:
        for number, judgement in enumerate(rule.check_article(told)):
            tally.add((rule.code, number), judgement)
            for finding in judgement.findings:
                yield diagnose(settings, finding, {"": source}, quoted=context.annotations.is_quoted(finding.span))


def diagnose(
    settings: RuleSettings, finding: Finding, sources: Mapping[str, SourceText], *, quoted: bool = False
) -> Diagnostic:
    """A finding as a diagnostic.

    Args:
        settings: the rule that made it.
        finding: what it found.
        sources: texts by path; ``""`` is the article being checked.
        quoted: whether the copy only quotes or reports what is wrong.
    """
    source = sources[finding.path]
    severity = settings.severity
    if finding.severity is not None:
        severity = min(severity, finding.severity, key=_ORDER.__getitem__)
    if quoted and settings.rule.category not in _JUDGED_IN_QUOTATIONS:
        severity = Severity.NOTE
    return Diagnostic(
        rule=settings.rule.code,
        severity=severity,
        region=Region.of(source, finding.span),
        words=source.slice(finding.span),
        message=finding.message,
        subject=finding.subject,
        evidence=finding.evidence,
        related=tuple(
            RelatedRegion(Region.of(sources[place.path or finding.path], place.span), place.message)
            for place in finding.related
        ),
        fix=finding.fix,
    )


def broken_rule(rule: Rule, source: SourceText, error: Exception) -> Diagnostic:
    """The diagnostic of a rule that raised, at the head of the article."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}, in {frames[-1].name}" if frames else "unknown place"
    span = Span(0, 0)
    return Diagnostic(
        rule=INTERNAL_ERROR.code,
        severity=INTERNAL_ERROR.severity,
        region=Region.of(source, span),
        words="",
        message=f"{rule.code} {rule.name} broke and did not check this article: {type(error).__name__}: {error}",
        subject=rule.code,
        evidence=(Evidence(f"raised at {where}"),),
    )


def _quoted(claim: Claim, finding: Finding, context: ArticleContext) -> bool:
    return claim.quoted or claim.reported or context.annotations.is_quoted(finding.span)
