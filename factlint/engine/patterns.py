"""Patterns of paths, as ``.gitignore`` writes them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True)
class PathPatterns:
    """Patterns that match paths below a folder.

    Attributes:
        folder: the folder that the patterns are relative to.
        patterns: lines as in ``.gitignore``: ``archive/``, ``*.draft.md``, ``!keep.md``.
    """

    folder: Path
    patterns: tuple[str, ...]

    def match(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether a path below the folder is matched; a path outside never is."""
        if not self.patterns:
            return False
        relative = PurePath(os.path.relpath(path, self.folder))
        if os.pardir in relative.parts:
            return False
        return self._spec.match_file(relative.as_posix() + "/" * is_folder)

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        # Imported late: most runs have no patterns.
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self.patterns)
