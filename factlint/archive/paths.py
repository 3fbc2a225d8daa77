"""What an archive calls articles, whatever folder a command is run in."""

from __future__ import annotations

import os
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


def shown_path(stored: str, folder: Path) -> str:
    """How messages name an archived article: relative to the working directory where it lies below it."""
    path = os.path.normpath(Path(os.path.realpath(folder), stored))
    try:
        relative = os.path.relpath(path, os.path.realpath(os.curdir))
    except ValueError:
        return path
    return path if relative.startswith(os.pardir) else relative
