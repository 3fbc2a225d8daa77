"""A run: articles in, report out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from factlint.engine.corpus import Comparison, compare_articles
from factlint.engine.fingerprint import with_fingerprints
from factlint.engine.paths import ArticleFile
from factlint.engine.results import ArticleReport, Diagnostic, InputProblem, Report
from factlint.engine.session import Session
from factlint.engine.settings import RunSettings
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
            _complete(outcome.report, compared.diagnostics)
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


def _complete(report: ArticleReport, compared: Mapping[str, Sequence[Diagnostic]]) -> ArticleReport:
    """The report with cross-article diagnostics, all in order of place and with fingerprints."""
    found = sorted([*report.diagnostics, *compared.get(report.path, ())], key=_by_place)
    return replace(report, diagnostics=with_fingerprints(found))


def _by_place(diagnostic: Diagnostic) -> tuple[int, int, str, str]:
    span = diagnostic.region.span
    return span.start, span.end, diagnostic.rule, diagnostic.message
