"""Checking articles in several processes."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import active_children, get_context
from typing import TypeVar

from factlint.engine.paths import ArticleFile
from factlint.engine.session import Outcome, Session
from factlint.engine.settings import RunSettings
from factlint.errors import FactlintError
from factlint.kb.store import Snapshot

Task = TypeVar("Task")
Result = TypeVar("Result")


def check_in_processes(
    files: Sequence[ArticleFile], settings: RunSettings, jobs: int, *, keep: bool = False
) -> tuple[Outcome, ...]:
    """Check articles in ``jobs`` processes; the outcomes are those of one process, in the same order.

    Each process gets every n-th file, so that it opens the snapshot and the language model once.

    Args:
        files: the articles.
        settings: what holds for the run.
        jobs: number of processes, at least 2.
        keep: whether to keep of each article what it is compared with others by.

    Raises:
        FactlintError: a process died.
    """
    batches = [tuple(files[start::jobs]) for start in range(min(jobs, len(files)))]
    outcomes: dict[int, Outcome] = {}
    others = set(active_children())
    # "spawn" gives the same start on every platform and does not inherit an open snapshot.
    with ProcessPoolExecutor(
        len(batches), mp_context=get_context("spawn"), initializer=_end_when_interrupted
    ) as pool:
        with _interrupts_held():
            futures = [pool.submit(check_batch, batch, settings, keep=keep) for batch in batches]
        try:
            for start, future in enumerate(futures):
                outcomes |= {start + jobs * place: outcome for place, outcome in enumerate(future.result())}
        except BrokenProcessPool:
            raise FactlintError(
                "a checking process died", "run it again with --jobs 1 to see which article it was"
            ) from None
        except BaseException:
            # Leaving the pool waits for what its processes have in hand, which nobody wants any more.
            for process in set(active_children()) - others:
                process.terminate()
            raise
    return tuple(outcomes[place] for place in sorted(outcomes))


def in_processes(work: Callable[[Task], Result], tasks: Iterable[Task], jobs: int) -> Iterator[Result]:
    """The results of some work, in the order of the tasks, of which only a few are held at a time.

    Args:
        work: a function of a module; it runs in another process.
        tasks: what it is called with.
        jobs: number of processes.

    Raises:
        FactlintError: a process died.
    """
    others = set(active_children())
    waiting = iter(tasks)
    running: deque[Future[Result]] = deque()
    with ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_end_when_interrupted
    ) as pool:
        try:
            while True:
                with _interrupts_held():
                    running.extend(
                        pool.submit(work, task) for task in islice(waiting, 2 * jobs - len(running))
                    )
                if not running:
                    return
                yield running.popleft().result()
        except BrokenProcessPool:
            raise FactlintError(
                "a process that reads articles died", "run it again with --jobs 1 to see which article it was"
            ) from None
        except BaseException:
            for process in set(active_children()) - others:
                process.terminate()
            raise


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """While processes start: they inherit that Ctrl-C waits until they can take it without a traceback."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_when_interrupted() -> None:
    """In a checking process: Ctrl-C, which reaches all processes, ends it without a word."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def check_batch(
    files: Sequence[ArticleFile], settings: RunSettings, *, keep: bool = False
) -> tuple[Outcome, ...]:
    """Check articles in this process; arguments as for ``check_in_processes``."""
    with Snapshot(settings.kb) as kb:
        session = Session(settings, kb)
        return tuple(session.check_file(file, keep=keep) for file in files)
