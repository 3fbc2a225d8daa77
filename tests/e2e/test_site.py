"""The documentation as manual pages and as a site."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from factlint.cli import main

ROOT = Path(__file__).parents[2]


def test_manual_pages_are_fresh(tmp_path: Path) -> None:
    folder = tmp_path / "man"
    subprocess.run([sys.executable, ROOT / "docs" / "manpages.py", folder], check=True, cwd=ROOT)
    made, kept = (
        {page.name: page.read_bytes() for page in one.glob("*.1")} for one in (folder, ROOT / "docs/man")
    )
    assert made == kept, "run: python docs/manpages.py"


def test_a_page_for_each_command_and_no_option_left_out() -> None:
    for words, command in commands(main, ("factlint",)):
        page = (
            (ROOT / "docs" / "man" / f"{'-'.join(words)}.1").read_text(encoding="utf-8").replace("\\-", "-")
        )
        for parameter in command.params:
            if isinstance(parameter, click.Option) and "--help" not in parameter.opts:
                assert parameter.opts[0] in page, (words, parameter.opts)


def test_no_summary_of_a_command_is_cut() -> None:
    for words, command in commands(main, ("factlint",)):
        summary = command.get_short_help_str(limit=45) if command.short_help is None else command.short_help
        assert not summary.endswith("..."), (words, summary)


@pytest.mark.skipif(not shutil.which("man"), reason="there is no man")
def test_man_shows_them_without_a_warning() -> None:
    for page in sorted((ROOT / "docs" / "man").glob("*.1")):
        done = subprocess.run(
            ["man", "--warnings", "-l", "-Tutf8", page], capture_output=True, text=True, check=True
        )
        assert done.stderr == "", page


def test_site_builds_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", tmp_path / "site"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    pages = sorted((tmp_path / "site").rglob("*.html"))
    assert len(pages) > 15
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert not re.search(r'src="(?:https?:)?//|<link[^>]*href="(?:https?:)?//', text), page


def commands(command: click.Command, words: tuple[str, ...]) -> list[tuple[tuple[str, ...], click.Command]]:
    """A command with all below it, each with the words by which it is called."""
    found = [(words, command)]
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            found += commands(below, (*words, name))
    return found
