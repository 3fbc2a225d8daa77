"""Which snapshot is used: one place decides it for every command and for the API.

In this order: the file that an option names, the environment variable ``FACTLINT_KB``, the file chosen
with ``factlint kb use``, the snapshot that ships with factlint.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint.errors import ConfigError, SnapshotError
from factlint.kb.embedded import embedded_path

if TYPE_CHECKING:
    from factlint.kb.store import Snapshot

VARIABLE = "FACTLINT_KB"
"""Environment variable: the snapshot's file, or ``embedded``."""

EMBEDDED = "embedded"
"""What stands for the snapshot that ships with factlint."""

_CHOICE = "snapshot-in-use"
_UPDATED = "snapshot.sqlite"


class ChosenBy(StrEnum):
    """Who decided which snapshot is used."""

    OPTION = "option"
    ENVIRONMENT = "environment"
    USER = "kb use"
    DEFAULT = "default"


class ActiveSnapshot(NamedTuple):
    """The snapshot that is used, and why."""

    path: Path
    chosen_by: ChosenBy


def active_snapshot(given: Path | None = None, environment: Mapping[str, str] = os.environ) -> ActiveSnapshot:
    """The snapshot to use.

    Args:
        given: the file that an option names, None where there is no such option.
        environment: the environment variables.

    Raises:
        SnapshotError: the file chosen with ``factlint kb use`` is gone, or nothing was chosen and the
            embedded snapshot has not been compiled.
    """
    if given is not None:
        return ActiveSnapshot(given, ChosenBy.OPTION)
    if named := environment.get(VARIABLE):
        path = embedded_path() if named == EMBEDDED else Path(named)
        return ActiveSnapshot(path, ChosenBy.ENVIRONMENT)
    chosen = _chosen(environment)
    if chosen is None:
        return ActiveSnapshot(embedded_path(), ChosenBy.DEFAULT)
    if not chosen.is_file():
        raise SnapshotError(
            f"{chosen}: the snapshot chosen with `factlint kb use` is gone",
            "choose another, or go back with `factlint kb use embedded`",
        )
    return ActiveSnapshot(chosen, ChosenBy.USER)


def open_snapshot(path: Path | str | None = None) -> Snapshot:
    """Open a snapshot for reading; use it in a ``with`` statement, or close it.

    Args:
        path: its file, or ``embedded`` for the one that ships with factlint; None for the one that the
            ``factlint`` commands use.

    Raises:
        SnapshotError: it is missing, damaged or of another schema.
    """
    from factlint.kb.store import Snapshot

    if path == EMBEDDED:
        return Snapshot(embedded_path())
    return Snapshot(active_snapshot(Path(path) if path is not None else None).path)


def use_snapshot(path: Path | None, environment: Mapping[str, str] = os.environ) -> None:
    """Use a snapshot from now on, in every command of this user; None for the embedded one.

    Whether the file is a snapshot is for the caller to check.

    Raises:
        ConfigError: the choice cannot be noted.
    """
    from factlint.text.atomic import replace_file

    note = choice_file(environment)
    try:
        if path is None:
            note.unlink(missing_ok=True)
            return
        note.parent.mkdir(parents=True, exist_ok=True)
        replace_file(note, os.fsencode(path.resolve()) + b"\n")
    except OSError as error:
        raise ConfigError(
            f"{note}: the choice of a snapshot cannot be noted ({error.strerror})",
            f"set {VARIABLE} instead",
        ) from error


def choice_file(environment: Mapping[str, str] = os.environ) -> Path:
    """The file that says which snapshot this user has chosen; there is none where it is the embedded one."""
    return data_folder(environment) / _CHOICE


def updated_path(environment: Mapping[str, str] = os.environ) -> Path:
    """Where ``factlint kb update`` puts the refreshed snapshot unless told otherwise."""
    return data_folder(environment) / _UPDATED


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder for what factlint keeps for this user; it may not be there yet.

    ``XDG_DATA_HOME`` counts on every system; without it, the system's usual place
    (https://specifications.freedesktop.org/basedir-spec/latest/).
    """
    home = Path(environment.get("HOME") or Path.home())
    if folder := environment.get("XDG_DATA_HOME"):
        base = Path(folder)
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    elif sys.platform == "win32":
        base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    else:
        base = home / ".local" / "share"
    return base / "factlint"


def _chosen(environment: Mapping[str, str]) -> Path | None:
    try:
        text = choice_file(environment).read_bytes().rstrip(b"\r\n")
    except (OSError, RuntimeError):  # RuntimeError: no home folder can be told
        return None
    return Path(os.fsdecode(text)) if text else None
