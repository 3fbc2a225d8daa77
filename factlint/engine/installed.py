"""What tells this factlint from another."""

from __future__ import annotations

import hashlib
import os
from functools import cache

import factlint


@cache
def installed() -> str:
    """The version, and a hash of the sizes and times of factlint's own files.

    In a source checkout the version stays while the code and the rules change.
    """
    package = os.path.dirname(os.path.abspath(factlint.__file__))  # noqa: PTH120, PTH100 - asked at every start
    beside = os.path.join(os.path.dirname(package), "rules")  # noqa: PTH118, PTH120
    made = hashlib.blake2b(digest_size=16)
    for folder in (package, beside):
        for parent, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if name not in {"__pycache__", "data", "facts"})
            for name in sorted(names):
                if name.endswith((".py", ".yml", ".csv", ".css", ".js")):
                    path = f"{parent}{os.sep}{name}"
                    found = os.stat(path)  # noqa: PTH116
                    made.update(
                        f"{path}\0{found.st_size}\0{found.st_mtime_ns}\0".encode("utf-8", "surrogateescape")
                    )
    return f"{factlint.__version__} {made.hexdigest()}"
