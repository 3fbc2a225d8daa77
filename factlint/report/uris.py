"""Paths as URIs."""

from __future__ import annotations

import os
from urllib.parse import quote


def article_uri(path: str) -> str:
    """A path as a URI reference: relative to the working directory where it lies below it.

    Percent-encoded from its bytes, so that names that are not UTF-8 come out as ASCII too.
    """
    relative = path
    if os.path.isabs(path):  # noqa: PTH117 - paths are kept as the user gave them
        inside = os.path.relpath(path)
        if inside.split(os.sep)[0] == os.pardir:
            return "file://" + quote(os.fsencode(path.replace(os.sep, "/")))
        relative = inside
    return quote(os.fsencode(os.path.normpath(relative).replace(os.sep, "/")))
