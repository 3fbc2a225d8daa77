"""Checking articles in several processes."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from multiprocessing import active_children, get_context
from tempfile import TemporaryDirectory
from typing import TypeVar

from factlint.engine.paths import ArticleFile
from factlint.engine.progress import Progress
from factlint.engine.session import Outcome, Session
from factlint.engine.settings import RunSettings
from factlint.errors import FactlintError
from factlint.kb.store import Snapshot

Task = TypeVar("Task")
Result = TypeVar("Result")

_LOOK_EVERY = 0.1
"""Seconds between two looks at how far the processes are."""


def check_in_processes(
    files: Sequence[ArticleFile],
    settings: RunSettings,
    jobs: int,
    *,
    keep: bool = False,
    progress: Progress | None = None,
) -> tuple[Outcome, ...]:
    """Check articles in ``jobs`` processes; the outcomes are those of one process, in the same order.

    Each process gets every n-th file, so that it opens the snapshot and the language model once.

    Args:
        files: the articles.
        settings: what holds for the run.
        jobs: number of processes, at least 2.
        keep: whether to keep of each article what it is compared with others by.
        progress: who is told how many articles are done.

    Raises:
        FactlintError: a process died.
    """
    batches = [tuple(files[start::jobs]) for start in range(min(jobs, len(files)))]
    outcomes: dict[int, Outcome] = {}
    others = set(active_children())
    # "spawn" gives the same start on every platform and does not inherit an open snapshot.
    with (
        _Tally.of(progress) as tally,
        ProcessPoolExecutor(
            len(batches), mp_context=get_context("spawn"), initializer=_end_when_interrupted
        ) as pool,
    ):
        with _interrupts_held():
            futures = [
                pool.submit(check_batch, batch, settings, keep=keep, tally=tally.path) for batch in batches
            ]
        try:
            tally.watch(futures)
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
    files: Sequence[ArticleFile], settings: RunSettings, *, keep: bool = False, tally: str = ""
) -> tuple[Outcome, ...]:
    """Check articles in this process.

    Args:
        files: the articles.
        settings: what holds for the run.
        keep: whether to keep of each article what it is compared with others by.
        tally: a file that gets a byte for each article that is done; empty for none.
    """
    with Snapshot(settings.kb) as kb, open(tally or os.devnull, "ab", buffering=0) as done:  # noqa: PTH123
        session = Session(settings, kb)
        outcomes = []
        for file in files:
            outcomes.append(session.check_file(file, keep=keep))
            done.write(b".")
        return tuple(outcomes)


@dataclass(frozen=True)
class _Tally:
    """Counts what several processes have done, by the length of a file to which each adds a byte.

    Attributes:
        progress: who is told.
        path: the file, empty where nobody is.
    """

    progress: Progress | None
    path: str

    @classmethod
    @contextmanager
    def of(cls, progress: Progress | None) -> Iterator[_Tally]:
        """A tally for as long as the processes work."""
        if progress is None:
            yield cls(None, "")
            return
        with TemporaryDirectory(prefix="factlint-") as folder:
            path = os.path.join(folder, "done")  # noqa: PTH118
            with open(path, "wb"):  # noqa: PTH123
                pass
            yield cls(progress, path)

    def watch(self, futures: Sequence[Future[tuple[Outcome, ...]]]) -> None:
        """Tell of what is done until all is."""
        told, working = 0, self.progress is not None
        while working and self.progress is not None:
            working = bool(wait(futures, _LOOK_EVERY).not_done)
            done = os.stat(self.path).st_size  # noqa: PTH116
            self.progress.advance(done - told)
            told = done
