"""``factlint kb use``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from factlint.cli.kb_complete import snapshots
from factlint.cli.streams import complain, write


@click.command(short_help="Choose the snapshot for all commands.")
@click.argument("snapshot", metavar="PATH|embedded", shell_complete=snapshots)
def use(snapshot: str) -> None:
    """Use another snapshot from now on, or again the one that came with factlint.

    Holds for every command of this user, `factlint check` among them. --kb and the environment variable
    FACTLINT_KB win over it.
    """
    from factlint.kb.active import EMBEDDED, VARIABLE, active_snapshot, use_snapshot
    from factlint.kb.embedded import embedded_path
    from factlint.kb.store import Snapshot

    embedded = snapshot == EMBEDDED
    path = embedded_path() if embedded else Path(snapshot)
    with Snapshot(path) as opened:
        name = opened.info.id
    use_snapshot(None if embedded else path)
    write(f"in use from now on: {path} ({name})\n")
    if os.environ.get(VARIABLE):
        complain(f"{VARIABLE} is set, so that {active_snapshot().path} is used here all the same")
