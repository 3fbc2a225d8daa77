"""Lines that changed since a revision of a Git repository."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factlint.engine.results import Report
from factlint.errors import FactlintError
from factlint.regex import regex

_HUNK = regex(r"@@ -\d+(?:,\d+)? \+(?P<start>\d+)(?:,(?P<count>\d+))? @@")
_FILE = "+++ "
_NEW_FILES = ("ls-files", "-z", "--others", "--exclude-standard", "--full-name")


@dataclass(frozen=True, slots=True)
class ChangedLines:
    """What was added or changed in a work tree.

    Attributes:
        lines: numbers of lines by real path of the file; None where the whole file is new.
    """

    lines: dict[str, frozenset[int] | None]

    def only(self, report: Report) -> Report:
        """The report with the findings on these lines alone.

        A finding counts where its words, or another place in a changed article that it speaks of,
        stand on such a line: one edit can contradict a line that nobody touched.
        """
        articles = []
        for article in report.articles:
            kept = tuple(
                found
                for found in article.diagnostics
                if any(
                    self._touches(place.file, range(place.start.line, place.end.line + 1))
                    for place in (found.region, *(other.region for other in found.related))
                )
            )
            articles.append(replace(article, diagnostics=kept))
        return replace(report, articles=tuple(articles))

    def _touches(self, path: str, lines: range) -> bool:
        real = os.path.realpath(path)
        if real not in self.lines:
            return False
        changed = self.lines[real]
        return changed is None or any(line in changed for line in lines)


def changed_lines(revision: str, folder: Path) -> ChangedLines:
    """What changed between a revision and the work tree around a folder, files Git does not know included.

    Args:
        revision: anything that Git understands as a commit.
        folder: a folder of the work tree.

    Raises:
        FactlintError: Git is not there, the folder is in no work tree, or there is no such revision.
    """
    root = os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").rstrip(b"\n"))
    # An empty name and one that begins with "-" would be read as something else.
    if not revision or revision.startswith("-"):
        raise FactlintError(f"there is no revision {revision!r}", "name a commit, branch or tag")
    commit = os.fsdecode(_git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").strip())
    diff = _git(
        folder, "-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff", "--no-renames",
        "--unified=0", "--src-prefix=a/", "--dst-prefix=b/", commit, "--",
    )  # fmt: skip
    lines = _read(os.fsdecode(diff), root)
    for name in _git(Path(root), *_NEW_FILES).split(b"\0"):
        if name:
            lines[os.path.realpath(os.path.join(root, os.fsdecode(name)))] = None  # noqa: PTH118 - as bytes
    return ChangedLines(lines)


def _read(diff: str, root: str) -> dict[str, frozenset[int] | None]:
    found: dict[str, set[int]] = {}
    current: set[int] = set()
    left = 0
    for line in diff.split("\n"):
        if left:
            # Lines of a hunk: an added line may itself begin with "+++" or "@@".
            left -= line.startswith("+")
            continue
        hunk = _HUNK.match(line)
        if hunk is not None:
            start, count = int(hunk["start"]), int(hunk["count"] or 1)
            current.update(range(start, start + count))
            left = count
        elif line.startswith(_FILE):
            name = _unquoted(line[len(_FILE) :])
            current = found.setdefault(os.path.realpath(os.path.join(root, name)), set())  # noqa: PTH118
    return {path: frozenset(numbers) for path, numbers in found.items()}


def _unquoted(name: str) -> str:
    """The path of a ``+++`` line: without ``b/``, without the tab after a name with spaces, unescaped."""
    name = name.removesuffix("\t")
    if name.startswith('"') and name.endswith('"'):
        name = os.fsdecode(os.fsencode(name[1:-1]).decode("unicode_escape").encode("latin-1"))
    return name.removeprefix("b/")


def _git(folder: Path, *arguments: str) -> bytes:
    command: Sequence[str] = ("git", "-C", str(folder), *arguments)
    try:
        done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)  # noqa: S603
    except OSError as error:
        raise FactlintError(f"git cannot be run: {error.strerror or error}", "install Git") from None
    if done.returncode != 0:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise FactlintError(
            f"git: {said[0] if said else 'there is no such revision'}",
            "--changed-since needs a commit, branch or tag of the repository that the articles are in",
        )
    return done.stdout
