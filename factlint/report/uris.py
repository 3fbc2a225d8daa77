"""Paths as URIs."""

from __future__ import annotations

import os
from pathlib import PurePath
from urllib.parse import quote


def article_uri(path: str) -> str:
    """A path as a URI reference: relative to the working directory where it lies below it.

    Percent-encoded from its bytes, so that names that are not UTF-8 come out as ASCII too.
    """
    relative = PurePath(os.path.relpath(path))
    if os.pardir not in relative.parts:
        return quote(os.fsencode(relative.as_posix()))
    return "file://" + quote(os.fsencode(PurePath(os.path.realpath(path)).as_posix()))
