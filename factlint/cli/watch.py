"""``factlint check --watch``: checking again when something has changed.

Files are looked at again and again, which works on every file system and needs no library: their times
and sizes, and what is in the folders. What was not changed is found in the cache of results.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from factlint.cli.options import set_up
from factlint.cli.streams import complain, write
from factlint.engine.dependencies import Aspect, folders_above, state_of
from factlint.errors import FactlintError

EVERY = 0.4
"""Seconds between two looks; longer where a look itself takes long."""
SHARE = 4
"""Looking may take one part in so many of the time."""
SETTLED = 0.1
"""Seconds without a further change after which a file is taken to be written."""

_SELECTION = ("select", "ignore", "profile", "date", "config_path", "kb")
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
# What a shell reports for a command that Ctrl-C ended.
_INTERRUPTED = 128 + 2

State = dict[str, str]
"""What is watched, each with its times and size or the names in it."""


def watch_and_repeat(
    check: Callable[[], object], given: Mapping[str, Any], written: Sequence[Path] = ()
) -> int:
    """Check, and check again after each change, until Ctrl-C.

    Args:
        check: checks once and reports; it ends with click's ``Exit`` as a command does.
        given: the values of the options of ``factlint check``.
        written: files that a check writes, which are not watched.

    Returns:
        The exit status.
    """
    own = frozenset(os.path.realpath(path) for path in written)
    try:
        before = _state(given, own)
        while True:
            _check_once(check)
            complain("watching for changes; Ctrl-C ends")
            before = _changed(before, lambda: _state(given, own))
    except KeyboardInterrupt:
        return _INTERRUPTED


def _check_once(check: Callable[[], object]) -> None:
    if sys.stdout is not None and sys.stdout.isatty():
        write(_CLEAR)
    try:
        with suppress(click.exceptions.Exit):
            check()
    except FactlintError as error:
        # A configuration that is half written: the next change may mend it.
        complain(str(error))


def _changed(before: State, look: Callable[[], State]) -> State:
    """What there is once something has changed and nothing changes any more."""
    while True:
        begun = time.monotonic()
        now = look()
        if now != before:
            break
        time.sleep(max(EVERY, (time.monotonic() - begun) * SHARE))
    while True:
        time.sleep(SETTLED)
        after = look()
        if after == now:
            return after
        now = after


def _state(given: Mapping[str, Any], own: frozenset[str]) -> State:
    """Articles, folders and whatever else a check of them reads."""
    from factlint.engine.baseline import FILE_NAME as BASELINE
    from factlint.engine.config import FILE_NAME as CONFIGURATION
    from factlint.kb.active import choice_file

    paths: tuple[str, ...] = given["paths"]
    articles, folders, read = _articles(given)
    near = [*folders, *(str(Path(path).parent) for path in (*articles, *paths))]
    others = [
        *(
            str(Path(folder, name))
            for folder in folders_above(near)
            for name in (CONFIGURATION, ".gitignore")
        ),
        *read,
        *(str(path) for path in (given["config_path"], given["kb"], given["archive"]) if path is not None),
        str(given["baseline_path"] or BASELINE),
        str(choice_file()),
    ]
    state = {
        path: state_of(Aspect.TIMES, path)
        for path in dict.fromkeys((*articles, *paths, *others))
        if os.path.realpath(path) not in own and path not in folders
    }
    return state | {f"{folder}/": state_of(Aspect.LISTING, folder) for folder in folders}


def _articles(given: Mapping[str, Any]) -> tuple[list[str], list[str], list[str]]:
    """Paths of articles, of the folders that were searched for them, and of configurations."""
    from factlint.cli.checking import find

    try:
        setup = set_up(**{name: given[name] for name in _SELECTION})
        found = find(given["paths"], setup, given["exclude"], None)
    except FactlintError:
        # The configuration is not understood; the files that say so are watched all the same.
        return [], [path for path in given["paths"] if Path(path).is_dir()], []
    return [file.file for file in found.files], list(found.folders), sorted(setup.configurations.reads)
