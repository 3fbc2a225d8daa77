"""The snapshot that ships with factlint."""

from __future__ import annotations

from pathlib import Path

from factlint.errors import SnapshotError

DATA = Path(__file__).resolve().parent / "data"
"""Folder of the embedded snapshot and, in a source checkout, of the text form it is compiled from."""

LEXICONS = Path(__file__).resolve().parent / "lexicons"
"""Folder of the lists of words, nicknames and transliterations that go into every snapshot."""


def embedded_path() -> Path:
    """The embedded snapshot's file.

    Raises:
        SnapshotError: it has not been compiled; only possible in a source checkout.
    """
    path = DATA / "snapshot.sqlite"
    if not path.is_file():
        raise SnapshotError(
            f"{path}: the embedded snapshot has not been compiled",
            "run `factlint kb compile`, or install factlint with pip",
        )
    return path
