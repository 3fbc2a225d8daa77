"""``factlint claims``."""

from __future__ import annotations

from typing import Any

import click

from factlint.cli.options import selection_options, set_up
from factlint.cli.streams import read_stdin, write


@click.command(short_help="Show what factlint understood of an article.")
@click.argument("path")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--stdin-filename", metavar="NAME", help="What to call the article that PATH - reads.")
@selection_options
def claims(path: str, *, form: str, stdin_filename: str | None, **selection: Any) -> None:
    """Show what factlint understood of an article: its claims, and what each rule says of them.

    PATH is a file, or - for standard input.
    """
    from factlint.engine.explain import explain
    from factlint.engine.paths import STDIN, ArticleFile
    from factlint.report import claims as reports

    file = read_stdin(stdin_filename) if path == STDIN else ArticleFile(path)
    explained = explain(file, set_up(**selection).settings([file.path]))
    write(reports.as_json(explained) if form == "json" else reports.as_text(explained))
