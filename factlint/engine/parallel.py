"""Checking articles in several processes."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING

from factlint.engine.paths import ArticleFile
from factlint.engine.session import Outcome, Session
from factlint.engine.settings import RunSettings
from factlint.errors import FactlintError
from factlint.kb.store import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.annotate.nlp import ModelInfo


@dataclass(frozen=True, slots=True)
class BatchResult:
    """The outcomes of a batch in its order, and the language model if one was used."""

    outcomes: tuple[Outcome, ...]
    model: ModelInfo | None


def check_in_processes(
    files: Sequence[ArticleFile], settings: RunSettings, jobs: int, meanwhile: Callable[[], None]
) -> BatchResult:
    """Check articles in ``jobs`` processes; the outcomes are those of one process, in the same order.

    Each process gets every n-th file, so that it opens the snapshot and the language model once.

    Args:
        files: the articles.
        settings: what holds for the run.
        jobs: number of processes, at least 2.
        meanwhile: work for this process while the others check.

    Raises:
        FactlintError: a process died.
    """
    batches = [tuple(files[start::jobs]) for start in range(min(jobs, len(files)))]
    outcomes: dict[int, Outcome] = {}
    model: ModelInfo | None = None
    # "spawn" gives the same start on every platform and does not inherit an open snapshot.
    with ProcessPoolExecutor(len(batches), mp_context=get_context("spawn")) as pool:
        futures = [pool.submit(check_batch, batch, settings) for batch in batches]
        meanwhile()
        for start, future in enumerate(futures):
            try:
                result = future.result()
            except BrokenProcessPool:
                raise FactlintError(
                    "a checking process died", "run it again with --jobs 1 to see which article it was"
                ) from None
            model = model or result.model
            outcomes |= {start + jobs * place: outcome for place, outcome in enumerate(result.outcomes)}
    return BatchResult(tuple(outcomes[place] for place in sorted(outcomes)), model)


def check_batch(files: Sequence[ArticleFile], settings: RunSettings) -> BatchResult:
    """Check articles in this process."""
    with Snapshot(settings.kb) as kb:
        session = Session(settings, kb)
        outcomes = tuple(session.check_file(file) for file in files)
        return BatchResult(outcomes, session.model_used)
