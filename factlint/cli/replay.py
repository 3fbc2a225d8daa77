"""Printing again what a check printed, where nothing that it read has changed.

A hook that looks at the same copy twice should not even have to import the rules. What a run depends
on is asked of the file system: articles, configurations and ignore files by their content, folders by
what is in them, the snapshot and factlint itself by sizes and times.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.cli.outputs import terminal_columns
from factlint.engine.cache import ResultCache, default_cache
from factlint.engine.dependencies import Aspect, Dependency, folders_above, noted
from factlint.engine.installed import installed

if TYPE_CHECKING:
    from factlint.cli.checking import Checking
    from factlint.engine.results import Report

_VARIABLES = ("FACTLINT_KB", "HOME", "LOCALAPPDATA", "NO_COLOR", "PYTHONPATH", "TZ", "XDG_DATA_HOME")


@dataclass(frozen=True)
class Printed:
    """What a check gave: its report on standard output, and its exit status."""

    text: str
    status: int


@dataclass(frozen=True)
class Replay:
    """What was printed for the same command line.

    Attributes:
        cache: where it is kept.
        key: a hash of the command line and of where and when it is given.
    """

    cache: ResultCache
    key: bytes

    @classmethod
    def of_command(cls) -> Replay:
        """For the command line that this process was given."""
        terminal = terminal_columns()
        today = dt.datetime.now().astimezone().date()
        said = [installed(), sys.version, sys.argv[1:], os.getcwd(), terminal, today.isoformat()]  # noqa: PTH109
        said += [os.environ.get(name) for name in _VARIABLES]
        plain = json.dumps(["replay", *said]).encode("utf-8", "surrogatepass")
        return cls(default_cache(), hashlib.blake2b(plain, digest_size=20).digest())

    def printed(self) -> Printed | None:
        """What was printed, where everything still is as it was."""
        found = self.cache.get([self.key]).get(self.key)
        if found is None:
            return None
        try:
            text, status, dependencies = json.loads(found)
            held = all(Dependency(*values).holds() for values in dependencies)
            return Printed(str(text), int(status)) if held else None
        except (ValueError, TypeError, RecursionError):
            return None

    def keep(self, printed: Printed, report: Report, dependencies: Sequence[Dependency]) -> None:
        """Note what was printed, unless something went wrong or there are no dependencies to go by."""
        if not dependencies or report.problems or report.exit_status == 2 or report.without_model:
            return
        packed = json.dumps([printed.text, printed.status, dependencies]).encode("utf-8", "surrogatepass")
        self.cache.put({self.key: packed})


def dependencies_of(checking: Checking) -> tuple[Dependency, ...]:
    """What a run is about to depend on; nothing where a plug-in has a part in it.

    To be asked before the run: what changes meanwhile must not pass for what was read.
    """
    return tuple(_dependencies(checking)) if _all_ours(checking) else ()


def _all_ours(checking: Checking) -> bool:
    rules = checking.settings.known
    checks = (rule.check_claim or rule.check_article or rule.check_corpus for rule in rules)
    return all(str(getattr(check, "__module__", "")).startswith("factlint.") for check in checks)


def _dependencies(checking: Checking) -> Iterator[Dependency]:
    """Everything that the run has read, or would have read had it been there."""
    articles = [file.file for file in checking.found.files]
    folders = [*checking.found.folders, *(os.path.dirname(path) or "." for path in articles)]  # noqa: PTH120
    above = folders_above(folders)
    yield from noted(Aspect.CONTENT, articles)
    yield from noted(Aspect.LISTING, checking.found.folders)
    yield from noted(Aspect.CONTENT, (os.path.join(folder, "factlint.yml") for folder in above))  # noqa: PTH118
    yield from noted(Aspect.CONTENT, checking.read)
    # A folder of rules may get a further file.
    yield from noted(Aspect.LISTING, checking.read)
    yield from noted(Aspect.CONTENT, [str(checking.baseline.file)])
    yield from noted(Aspect.TIMES, [str(checking.settings.kb), *checking.choice])
    yield from noted(Aspect.TIMES, (folder for folder in sys.path if folder))
    if checking.found.folders:
        for folder in above:
            root = os.path.join(folder, ".git")  # noqa: PTH118
            yield from noted(Aspect.PRESENCE, [root])
            ignores = (os.path.join(root, "info", "exclude"), os.path.join(folder, ".gitignore"))  # noqa: PTH118
            yield from noted(Aspect.CONTENT, ignores)
