"""The steps of ``factlint check`` between reading its options and writing its reports."""

from __future__ import annotations

import datetime as dt
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint.cli.streams import complain, read_stdin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.cli.options import Setup
    from factlint.cli.progress import LateBarProgress
    from factlint.engine.baseline import Baseline
    from factlint.engine.cache import ResultCache
    from factlint.engine.changed import ChangedLines
    from factlint.engine.corpus import Published
    from factlint.engine.paths import FoundArticles
    from factlint.engine.results import Report
    from factlint.engine.settings import RunSettings


@dataclass(frozen=True)
class Checking:
    """A check that can be run, again and again while files change.

    Attributes:
        found: the articles.
        settings: what holds for them.
        jobs: number of processes.
        baseline: findings that are known.
        read: every file whose content the configurations depend on.
        cache: earlier results, None to do without.
        changed: the lines whose findings are wanted, None for all.
        published: what the articles are compared with beside each other.
    """

    found: FoundArticles
    settings: RunSettings
    jobs: int
    baseline: Baseline
    read: frozenset[str] = frozenset()
    cache: ResultCache | None = None
    changed: ChangedLines | None = None
    published: Published | None = None

    @property
    def choice(self) -> list[str]:
        """The file that says which snapshot is in use."""
        from factlint.kb.active import choice_file

        return [str(choice_file())]

    def run(self) -> Report:
        """Every finding, also those of the baseline; on a terminal, a bar shows how far a long run is."""
        from factlint.engine.run import run

        bar = _bar()
        try:
            return run(
                self.found.files,
                self.settings,
                jobs=self.jobs,
                problems=self.found.problems,
                cache=self.cache,
                published=self.published,
                progress=bar,
            )
        finally:
            if bar is not None:
                bar.close()

    def wanted(self, report: Report) -> Report:
        """The findings that are to be reported."""
        known = self.baseline.apply(report, dt.datetime.now().astimezone().date())
        return known if self.changed is None else self.changed.only(known)


def _bar() -> LateBarProgress | None:
    if sys.stderr is None or not sys.stderr.isatty():
        return None
    from factlint.cli.progress import LateBarProgress

    return LateBarProgress(sys.stderr)


def find(
    paths: Sequence[str], setup: Setup, exclude: Sequence[str], stdin_filename: str | None
) -> FoundArticles:
    """The articles that paths stand for, ``-`` being standard input."""
    from factlint.engine.paths import STDIN, FolderSearch, find_articles
    from factlint.engine.patterns import PathPatterns

    stdin = read_stdin(stdin_filename) if STDIN in paths else None
    here = PathPatterns(Path.cwd(), tuple(exclude))
    return find_articles(paths, FolderSearch(setup.configurations, (here,)), stdin=stdin)


def baseline_of(file: Path | None, *, writing: bool) -> Baseline:
    """The baseline to go by: the file that is named, else the one in the working directory if there is one.

    Raises:
        ConfigError: it is not understood, or the named file is not there and is not about to be written.
    """
    from factlint.engine.baseline import FILE_NAME, read_baseline

    return read_baseline(file or Path(FILE_NAME), must_exist=file is not None and not writing)


def save_baseline(checking: Checking, report: Report, *, write: bool) -> None:
    """Write the findings of a report into the baseline, or take out what no finding answers to any more."""
    before = checking.baseline
    after = before.written(report) if write else before.pruned(report)
    after.save()
    done = (
        f"{len(after.entries)} known findings"
        if write
        else f"{len(before.entries) - len(after.entries)} removed"
    )
    complain(f"{after.file}: {done}")


def published_in(archive: Path | None) -> Published | None:
    """What an archive holds, None where there is none."""
    if archive is None:
        return None
    # Imported late: most checks know no archive.
    from factlint.archive.published import open_archive

    return open_archive(archive)


def processes(jobs: int | None, found: FoundArticles) -> int:
    """How many processes to use: as many as asked for (0 for one a core), else as many as pay off."""
    cores = os.cpu_count() or 1
    if jobs is not None:
        return jobs or cores
    size = 0
    for file in found.files:
        size += file.size()
        if size > WORTH_MORE_PROCESSES:
            return cores
    return 1


WORTH_MORE_PROCESSES = 2_000_000
"""Bytes of copy from which starting further processes saves more time than it costs."""


class CheckCommand(click.Command):
    """Reads ``--diff REV`` as ``--changed-since REV``.

    ``--diff`` alone shows what ``--fix`` would change, as formatters have it; with a revision it says
    which findings are wanted, as linters have it. What follows is a revision unless it is an option or
    the path of something that is there; ``--diff=REV`` is always one.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Click's hook, with ``--diff`` made plain first."""
        plain: list[str] = []
        waiting = list(args)
        while waiting:
            argument = waiting.pop(0)
            if argument == "--":
                plain += [argument, *waiting]
                break
            if argument.startswith("--diff="):
                argument = f"--changed-since={argument.removeprefix('--diff=')}"
            elif argument == "--diff" and waiting and _is_revision(waiting[0]):
                argument = f"--changed-since={waiting.pop(0)}"
            plain.append(argument)
        return super().parse_args(ctx, plain)


def _is_revision(word: str) -> bool:
    return not word.startswith("-") and not os.path.lexists(word)
