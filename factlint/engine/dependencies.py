"""The files and folders that a whole run depends on, and whether they are as they were."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

_NOTHING = "-"
_NEVER = "?"
"""The state of a pipe or device: what comes out of it next nobody knows, and asking may wait for ever."""


class Aspect(StrEnum):
    """What of a file or folder a run depends on."""

    CONTENT = "content"
    LISTING = "listing"
    PRESENCE = "presence"
    TIMES = "times"


class Dependency(NamedTuple):
    """A file or folder as a run found it.

    Attributes:
        aspect: what of it matters; a value of ``Aspect``.
        path: where it is.
        state: a hash, or ``-`` where there is nothing.
    """

    aspect: str
    path: str
    state: str

    def holds(self) -> bool:
        """Whether it still is as it was."""
        return self.state != _NEVER and state_of(self.aspect, self.path) == self.state


def noted(aspect: Aspect, paths: Iterable[str]) -> Iterator[Dependency]:
    """Files and folders as they are now, each once."""
    for path in dict.fromkeys(paths):
        yield Dependency(aspect.value, path, state_of(aspect, path))


def state_of(aspect: str, path: str) -> str:
    """What an aspect of a file or folder comes to."""
    try:
        found = os.stat(path)  # noqa: PTH116 - thousands of times, before anything else
        if aspect == Aspect.CONTENT:
            if not stat.S_ISREG(found.st_mode):
                return _NOTHING if stat.S_ISDIR(found.st_mode) else _NEVER
            with open(path, "rb") as stream:  # noqa: PTH123
                return hashlib.file_digest(stream, _hash).hexdigest()
        if aspect == Aspect.TIMES:
            return f"{found.st_size} {found.st_mtime_ns} {found.st_ino}"
        if aspect == Aspect.LISTING:
            with os.scandir(path) as entries:
                names = sorted(f"{entry.name}/{entry.is_dir()}" for entry in entries)
            return _hash("\0".join(names).encode("utf-8", "surrogateescape")).hexdigest()
    except (OSError, ValueError):
        return _NOTHING
    return "here"


def folders_above(folders: Iterable[str]) -> list[str]:
    """Folders with all that lie above them, each once, by their real paths."""
    found: dict[str, None] = {}
    for folder in folders:
        here = os.path.realpath(folder)
        while here not in found:
            found[here] = None
            here = os.path.dirname(here)  # noqa: PTH120
    return list(found)


def _hash(data: bytes = b"") -> hashlib.blake2b:
    return hashlib.blake2b(data, digest_size=16)
