"""``factlint claims``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from factlint.cli.options import Setup, selection_options, set_up
from factlint.cli.streams import complain, read_stdin, write

if TYPE_CHECKING:
    from factlint.engine.paths import ArticleFile


@click.command(short_help="Show what factlint understood of an article, or which articles it compares.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--events", is_flag=True, help="Group articles and folders by event, and say why.")
@click.option("--stdin-filename", metavar="NAME", help="What to call the article that PATH - reads.")
@selection_options
@click.pass_context
def claims(
    ctx: click.Context,
    /,
    *,
    paths: tuple[str, ...],
    form: str,
    events: bool,
    stdin_filename: str | None,
    **selection: Any,
) -> None:
    """Show what factlint understood of an article: its claims, and what each rule says of them.

    PATH is a file, or - for standard input. With --events it may be any number of files and folders,
    of which those on one event are shown together: these are compared with each other by `check`.
    """
    from factlint.engine.paths import STDIN, ArticleFile

    setup = set_up(**selection)
    stdin = read_stdin(stdin_filename) if STDIN in paths else None
    if events:
        ctx.exit(_show_events(paths, form, setup, stdin))
    if len(paths) > 1:
        raise click.UsageError("claims are shown of one article; with --events, of several")
    from factlint.engine.explain import explain
    from factlint.engine.paths import FolderSearch
    from factlint.report import claims as reports

    split = FolderSearch(setup.configurations).split(stdin or ArticleFile(paths[0]))
    settings = setup.settings(file.path for file in split.files)
    explained = [claim for file in split.files for claim in explain(file, settings)]
    write(reports.as_json(explained) if form == "json" else reports.as_text(explained))
    for problem in split.problems:
        complain(problem.message)
    ctx.exit(2 if split.problems else 0)


def _show_events(paths: tuple[str, ...], form: str, setup: Setup, stdin: ArticleFile | None) -> int:
    """Write the events of the articles; 2 where one of them could not be found."""
    from factlint.engine.events import explain_events
    from factlint.engine.paths import FolderSearch, find_articles
    from factlint.report import events as reports

    found = find_articles(paths, FolderSearch(setup.configurations), stdin=stdin)
    explained = explain_events(found.files, setup.settings(file.path for file in found.files))
    write(reports.as_json(explained) if form == "json" else reports.as_text(explained))
    for problem in found.problems:
        complain(problem.message)
    return 2 if found.problems else 0
