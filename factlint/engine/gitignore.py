"""What Git ignores: the ``.gitignore`` files of a work tree."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from factlint.text.files import read_at_most

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

MAX_BYTES = 1_000_000
"""Longer ignore files are not heeded."""


@dataclass
class GitIgnore:
    """The ignore files of the work trees that a run meets; each is read once."""

    _specs: dict[str, tuple[tuple[str, GitIgnoreSpec], ...] | None] = field(default_factory=dict)

    def match(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether Git ignores a path, by the nearest ignore file that speaks of it.

        Outside a work tree nothing is. The folders above are not asked: whoever walks down has passed them.
        """
        real = Path(os.path.realpath(Path(path).parent), Path(path).name)
        for folder, spec in reversed(self._of(str(real.parent)) or ()):
            relative = PurePath(os.path.relpath(real, folder)).as_posix() + "/" * is_folder
            said = spec.check_file(relative).include
            if said is not None:
                return said
        return False

    def _of(self, folder: str) -> tuple[tuple[str, GitIgnoreSpec], ...] | None:
        """The ignore files of a folder, from the root of its work tree down; None outside of one."""
        if folder not in self._specs:
            above = str(Path(folder).parent)
            inherited = None if above == folder else self._of(above)
            if Path(folder, ".git").exists():
                inherited = _read(folder, Path(folder, ".git", "info", "exclude"))
            own = () if inherited is None else _read(folder, Path(folder, ".gitignore"))
            self._specs[folder] = None if inherited is None else (*inherited, *own)
        return self._specs[folder]


def _read(folder: str, file: Path) -> tuple[tuple[str, GitIgnoreSpec], ...]:
    try:
        data = read_at_most(file, MAX_BYTES + 1)
    except (OSError, ValueError):
        return ()
    if len(data) > MAX_BYTES:
        return ()
    from pathspec import GitIgnoreSpec

    lines = data.decode("utf-8", "surrogateescape").splitlines()
    try:
        return ((folder, GitIgnoreSpec.from_lines(lines)),)
    except ValueError:
        # Git passes over a pattern that it cannot read; one such must not hide the others.
        return ((folder, GitIgnoreSpec.from_lines(line for line in lines if _readable(line))),)


def _readable(line: str) -> bool:
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True
