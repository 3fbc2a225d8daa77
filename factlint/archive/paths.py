"""What an archive calls articles, whatever folder a command is run in."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePath


def stored_path(path: str, folder: Path) -> str:
    """What an archive calls an article.

    Args:
        path: the article as it is named in the working directory; it need not be there.
        folder: the folder of the archive.

    Returns:
        The path relative to that folder, with forward slashes, so that both can be moved together.
    """
    real = os.path.realpath(path)
    try:
        relative = os.path.relpath(real, os.path.realpath(folder))
    except ValueError:  # Another drive of Windows.
        relative = real
    return PurePath(relative).as_posix()


@dataclass(frozen=True)
class ShownPaths:
    """How messages name archived articles.

    Attributes:
        folder: the folder of the archive, without symbolic links.
        here: the working directory, likewise.
    """

    folder: str
    here: str

    @classmethod
    def of_archive(cls, file: Path) -> ShownPaths:
        """For the articles of an archive."""
        return cls(os.path.realpath(file.parent), os.path.realpath(os.curdir))

    def show(self, stored: str) -> str:
        """The path relative to the working directory where it lies below it, else the whole path."""
        path = os.path.normpath(os.path.join(self.folder, stored))  # noqa: PTH118 - thrice as fast
        below = self.here.rstrip(os.sep) + os.sep
        return path.removeprefix(below)
