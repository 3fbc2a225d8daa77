"""Write the manual pages of all commands into ``docs/man``: python docs/manpages.py [FOLDER]."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click_man.core import write_man_pages

import factlint
from factlint.cli import main


def write_all(folder: Path) -> None:
    """Write a page for each command, without a date, so that they change only with the commands."""
    # Commands are imported when they are called for; click-man looks for those that already are.
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        if command is not None:
            main.add_command(command, name)
    for page in folder.glob("*.1"):
        page.unlink()
    folder.mkdir(exist_ok=True)
    write_man_pages("factlint", main, version=factlint.__version__, target_dir=str(folder), date=" ")


if __name__ == "__main__":
    write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "man")
