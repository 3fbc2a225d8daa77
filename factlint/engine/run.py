"""A run: articles in, report out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from factlint.engine.cache import ResultCache
from factlint.engine.cached import Keys
from factlint.engine.corpus import Comparison, Published, compare_articles
from factlint.engine.fingerprint import with_fingerprints
from factlint.engine.internal import UNUSED_SUPPRESSION
from factlint.engine.memory import Memory
from factlint.engine.paths import ArticleFile
from factlint.engine.progress import Progress
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
    cache: ResultCache | None = None,
    published: Published | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check articles, each alone and then against each other and what was published.

    Args:
        files: the articles; their order is that of the report and changes no verdict.
        settings: what holds for the run.
        jobs: number of processes; more than one gives the same report.
        problems: what is already known to be unreadable.
        cache: where results of copy that has not changed are found and kept; it changes no verdict.
        published: what the articles are compared with beside each other.
        progress: who is told how far it is.

    Raises:
        SnapshotError: the snapshot cannot be opened.
    """
    with Snapshot(settings.kb) as kb:
        session = Session(settings, kb)
        comparing = settings.compares and (len(files) > 1 or published is not None)
        memory = Memory(cache, Keys(settings, kb.info.id, comparing)) if cache is not None else None
        if memory is not None:
            files = memory.read(files)
        outcomes = _check_all(session, files, jobs, comparing=comparing, memory=memory, progress=progress)
        if comparing and progress is not None:
            progress.begin("comparing articles", 1)
        compared = _compare(outcomes, settings, kb, memory, published) if comparing else Comparison()
        if memory is not None:
            memory.save()
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
            published=tuple(compared.sources.values()),
            rules=settings.rules,
            snapshot=kb.info,
            problems=(*problems, *(problem for outcome in outcomes for problem in outcome.problems)),
            model=session.model.describe() if any(outcome.needed_model for outcome in outcomes) else None,
            without_model=without_model,
            model_problem=_model_problem(session) if without_model else "",
        )


def _check_all(
    session: Session,
    files: Sequence[ArticleFile],
    jobs: int,
    *,
    comparing: bool,
    memory: Memory | None,
    progress: Progress | None,
) -> tuple[Outcome, ...]:
    """The outcomes of articles in their order, from memory where nothing has changed."""
    known = memory.outcomes(files, keep=comparing) if memory is not None else {}
    left = [file for file in files if file.path not in known]
    if progress is not None:
        progress.begin("articles", len(left))
    if jobs > 1 and len(left) > 1:
        # Imported late: most runs have one process, and a commit hook must feel instant.
        from factlint.engine.parallel import check_in_processes

        found = check_in_processes(left, session.settings, jobs, keep=comparing, progress=progress)
    else:
        found = tuple(_check_each(session, left, keep=comparing, progress=progress))
    for file, outcome in zip(left, found, strict=True):
        known[file.path] = outcome
        if memory is not None:
            memory.add(file, outcome)
    return tuple(known[file.path] for file in files)


def _check_each(
    session: Session, files: Sequence[ArticleFile], *, keep: bool, progress: Progress | None
) -> Iterator[Outcome]:
    for file in files:
        yield session.check_file(file, keep=keep)
        if progress is not None:
            progress.advance(1)


def _compare(
    outcomes: Sequence[Outcome],
    settings: RunSettings,
    kb: Snapshot,
    memory: Memory | None,
    published: Published | None,
) -> Comparison:
    kept = [outcome.kept for outcome in outcomes if outcome.kept is not None]
    if published is not None:
        # What was published changes between runs, and is quickly compared with.
        return compare_articles(kept, settings, kb, published)
    sources = {one.source.path: one.source for one in kept}
    known = memory.comparison(sources) if memory is not None else None
    if known is not None:
        return known
    compared = compare_articles(kept, settings, kb)
    if memory is not None:
        memory.add_comparison(sources, compared)
    return compared


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
