"""Running rules over one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from factlint.engine.internal import INTERNAL_ERROR
from factlint.engine.results import ClaimCounts, Diagnostic, Region, RelatedRegion
from factlint.engine.settings import RuleSettings
from factlint.errors import ModelError, SnapshotError
from factlint.rulekit.context import ArticleContext
from factlint.rulekit.rule import Category, Evidence, Finding, Judgement, Missing, Rule, Severity
from factlint.text.source import SourceText
from factlint.text.span import Span

# A misspelt name is misspelt in a quotation too, and rules on quotations speak of nothing else.
JUDGED_IN_QUOTATIONS = frozenset({Category.NAME, Category.QUOTE})


class Verdicts(NamedTuple):
    """What the rules say about one article.

    Attributes:
        diagnostics: rule by rule.
        claims: how many claims were checked.
        without_model: codes of rules that wanted the language model and there was none.
    """

    diagnostics: tuple[Diagnostic, ...]
    claims: ClaimCounts
    without_model: tuple[str, ...]


@dataclass
class _Tally:
    """Counts each claim once, however many rules look at it.

    A claim counts as checked where every rule that looks at it has a verdict, or one refutes it:
    half a check must not pass for one.
    """

    seen: set[object] = field(default_factory=set)
    refuted: set[object] = field(default_factory=set)
    missing: dict[object, list[Missing]] = field(default_factory=dict)
    without_model: list[str] = field(default_factory=list)

    def add(self, claim: object, judgement: Judgement) -> None:
        self.seen.add(claim)
        if judgement.findings:
            self.refuted.add(claim)
        elif judgement.missing is not None:
            self.missing.setdefault(claim, []).append(judgement.missing)

    def counts(self) -> ClaimCounts:
        # What the user can mend, by giving a date, is named before what only we could.
        waiting = {
            claim: Missing.PUBLICATION_DATE if Missing.PUBLICATION_DATE in reasons else reasons[0]
            for claim, reasons in self.missing.items()
            if claim not in self.refuted
        }
        unchecked = tuple(sorted(Counter(waiting.values()).items()))
        return ClaimCounts(len(self.seen), len(self.seen) - len(waiting), unchecked)


def check_article(context: ArticleContext, rules: Iterable[RuleSettings]) -> Verdicts:
    """Run the rules that look at one article; those that compare articles are passed over.

    A rule that raises gives an ``internal-error`` diagnostic beside what it had found so far.

    Raises:
        SnapshotError: the snapshot is damaged, so that no rule could say anything.
    """
    tally = _Tally()
    diagnostics: list[Diagnostic] = []
    for settings in rules:
        try:
            diagnostics.extend(_run(settings, context, tally))
        except ModelError:
            tally.without_model.append(settings.rule.code)
        except SnapshotError:
            raise
        except Exception as error:
            diagnostics.append(broken_rule(settings.rule, context.article.source, error))
    return Verdicts(tuple(diagnostics), tally.counts(), tuple(dict.fromkeys(tally.without_model)))


def _run(settings: RuleSettings, context: ArticleContext, tally: _Tally) -> Iterator[Diagnostic]:
    rule = settings.rule
    told = replace(context, options=settings.options)
    sources = {"": context.article.source}
    for claim, judgement, quoted in _judgements(rule, told, tally):
        tally.add(claim, judgement)
        for finding in judgement.findings:
            in_quotation = quoted or context.annotations.is_quoted(finding.span)
            yield diagnose(settings, finding, sources, quoted=in_quotation)


def _judgements(
    rule: Rule, context: ArticleContext, tally: _Tally
) -> Iterator[tuple[object, Judgement, bool]]:
    """What is judged (a key that is the same for all rules on it), the verdict, and whether it is quoted."""
    if rule.check_claim is not None and rule.claim is not None:
        for number, claim in enumerate(context.claims(rule.claim)):
            try:
                judgement = rule.check_claim(claim, context)
            except ModelError:
                judgement = Judgement.unknown(Missing.MODEL)
            if judgement.missing is Missing.MODEL:
                tally.without_model.append(rule.code)
            yield (rule.claim, number), judgement, claim.quoted or claim.reported
    elif rule.check_article is not None:
        for number, judgement in enumerate(rule.check_article(context)):
            yield (rule.code, number), judgement, False


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
        severity = min(severity, finding.severity, key=lambda one: one.rank)
    rule = settings.rule
    if quoted and not (rule.slip_of_form or rule.category in JUDGED_IN_QUOTATIONS):
        severity = Severity.NOTE
    return Diagnostic(
        rule=rule.code,
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
        fix=finding.fix if finding.fix and source.takes(finding.fix.span, finding.fix.replacement) else None,
    )


def broken_rule(rule: Rule, source: SourceText, error: Exception) -> Diagnostic:
    """The diagnostic of a rule that raised, at the head of the article."""
    said = f"{type(error).__name__}: {error}".rstrip(": ")
    return Diagnostic(
        rule=INTERNAL_ERROR.code,
        severity=INTERNAL_ERROR.severity,
        region=Region.of(source, Span(0, 0)),
        words="",
        message=f"{rule.code} {rule.name} broke and left this article unchecked: {said}",
        subject=rule.code,
        evidence=(Evidence(_raised_at(error)),),
    )


def _raised_at(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "raised at an unknown place"
    frame = trace.tb_frame
    return f"raised in {frame.f_globals.get('__name__')}.{frame.f_code.co_name}, line {trace.tb_lineno}"
