"""A run: articles in, report out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factlint.engine.corpus import Comparison, compare_articles
from factlint.engine.fingerprint import with_fingerprints
from factlint.engine.internal import UNUSED_SUPPRESSION
from factlint.engine.paths import ArticleFile
from factlint.engine.results import ArticleReport, Diagnostic, InputProblem, Report
from factlint.engine.session import Outcome, Session
from factlint.engine.settings import ArticleSettings, RunSettings
from factlint.engine.unused import unused_suppressions
from factlint.errors import ModelError
from factlint.kb.store import Snapshot


def run(
    files: Sequence[ArticleFile],
    settings: RunSettings,
    *,
    jobs: int = 1,
    problems: Sequence[InputProblem] = (),
) -> Report:
    """Check articles, each alone and then against each other.

    Args:
        files: the articles; their order is that of the report and changes no verdict.
        settings: what holds for the run.
        jobs: number of processes; more than one gives the same report.
        problems: what is already known to be unreadable.

    Raises:
        SnapshotError: the snapshot cannot be opened.
    """
    with Snapshot(settings.kb) as kb:
        session = Session(settings, kb)
        comparing = settings.compares and len(files) > 1
        if jobs > 1 and len(files) > 1:
            # Imported late: most runs have one process, and a commit hook must feel instant.
            from factlint.engine.parallel import check_in_processes

            result = check_in_processes(files, settings, jobs, keep=comparing)
            outcomes, model = result.outcomes, result.model or session.model_used
        else:
            outcomes = tuple(session.check_file(file, keep=comparing) for file in files)
            model = session.model_used
        kept = [outcome.kept for outcome in outcomes if outcome.kept is not None]
        compared = compare_articles(kept, settings, kb) if comparing else Comparison()
        articles = tuple(
            _complete(
                outcome.report, outcome, compared, settings.of(outcome.report.path), comparing=comparing
            )
            for outcome in outcomes
            if outcome.report is not None
        )
        without_model = _without_model(articles, compared)
        return Report(
            articles=articles,
            rules=settings.rules,
            snapshot=kb.info,
            problems=(*problems, *(problem for outcome in outcomes for problem in outcome.problems)),
            model=model,
            without_model=without_model,
            model_problem=_model_problem(session) if without_model else "",
        )


def _without_model(articles: Sequence[ArticleReport], compared: Comparison) -> tuple[str, ...]:
    return tuple(
        sorted({*compared.without_model, *(code for item in articles for code in item.without_model)})
    )


def _model_problem(session: Session) -> str:
    try:
        info = session.model.describe()
    except ModelError as error:
        return str(error)
    damage = "" if info.verified else ", its weights are not those of the official release"
    return f"{info.package} {info.version} could not be loaded{damage}; install it again"


def _complete(
    report: ArticleReport, outcome: Outcome, compared: Comparison, held: ArticleSettings, *, comparing: bool
) -> ArticleReport:
    """The report with what only the whole run can say, all in order of place and with fingerprints."""
    found = [*report.diagnostics, *compared.diagnostics.get(report.path, ())]
    unused = held.of_rule(UNUSED_SUPPRESSION.code)
    suppressions = outcome.silence.suppressions
    if unused is not None and suppressions.marks:
        used = outcome.used | compared.used.get(report.path, set())
        ran = {item.rule.code for item in held.rules if comparing or item.rule.check_corpus is None}
        found += unused_suppressions(suppressions, used, ran, unused, report.source)
    return replace(report, diagnostics=with_fingerprints(sorted(found, key=_by_place)))


def _by_place(diagnostic: Diagnostic) -> tuple[int, int, str, str]:
    span = diagnostic.region.span
    return span.start, span.end, diagnostic.rule, diagnostic.message
