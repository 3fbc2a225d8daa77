"""``factlint check``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factlint.cli.options import Setup, selection_options, set_up
from factlint.cli.outputs import Outputs
from factlint.cli.streams import complain, read_stdin, write
from factlint.report.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.engine.paths import FoundArticles
    from factlint.engine.results import Report


@click.command(short_help="Check articles.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@click.option(
    "--output",
    multiple=True,
    metavar="[FORMAT:]FILE",
    help="Write the report to a file, not to the terminal; with a format, a further report. Repeatable.",
)
@selection_options
@click.option(
    "--exclude",
    multiple=True,
    metavar="PATTERN",
    help="Pass over files in folders, as in .gitignore; repeatable.",
)
@click.option(
    "--stdin-filename", metavar="NAME", help="What to call the article that PATH - reads from standard input."
)
@click.option("--fix", is_flag=True, help="Apply the corrections that are sure, then report what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option(
    "--exit-zero", is_flag=True, help="Exit with 0 though there are findings; not when something broke."
)
@click.option(
    "--jobs",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    metavar="N",
    help="Number of processes; 0 for one a core.",
)
@click.pass_context
def check(
    ctx: click.Context,
    /,
    *,
    paths: tuple[str, ...],
    form: str,
    output: tuple[str, ...],
    exclude: tuple[str, ...],
    stdin_filename: str | None,
    fix: bool,
    diff: bool,
    exit_zero: bool,
    jobs: int,
    **selection: Any,
) -> None:
    """Check articles: files, folders, or - for standard input.

    Folders are searched for .txt, .md and .markdown files.

    Exit status: 0 clean, 1 errors or warnings, 2 usage, configuration, input or internal error.
    """
    if fix and diff:
        raise click.UsageError("--fix and --diff exclude each other")
    if fix and "-" in paths:
        raise click.UsageError("--fix cannot change standard input; use --diff, or name the file")
    outputs = Outputs.of(form, output)
    from factlint.engine.run import run
    from factlint.report.summary import without_model

    setup = set_up(**selection)
    found = _find(paths, setup, exclude, stdin_filename)
    settings = setup.settings(file.path for file in found.files)
    processes = jobs or os.cpu_count() or 1
    report = run(found.files, settings, jobs=processes, problems=found.problems)
    if fix and _fixed(report):
        report = run(found.files, settings, jobs=processes, problems=found.problems)
    if diff:
        write(_diff(report), outputs.main)
    else:
        outputs.write(report)
    for problem in report.problems:
        complain(problem.message)
    if report.without_model and form != "text":
        complain(without_model(report))
    ctx.exit(0 if exit_zero and report.exit_status == 1 else report.exit_status)


def _find(
    paths: Sequence[str], setup: Setup, exclude: Sequence[str], stdin_filename: str | None
) -> FoundArticles:
    from factlint.engine.paths import STDIN, FolderSearch, find_articles
    from factlint.engine.patterns import PathPatterns

    stdin = read_stdin(stdin_filename) if STDIN in paths else None
    here = PathPatterns(Path.cwd(), tuple(exclude))
    return find_articles(paths, FolderSearch(setup.configurations, (here,)), stdin=stdin)


def _fixed(report: Report) -> int:
    from factlint.engine.fixes import apply_fixes
    from factlint.report.summary import count

    made = apply_fixes(report)
    if made:
        complain(f"{count(made, 'correction')} made")
    return made


def _diff(report: Report) -> str:
    from factlint.engine.fixes import diff_of_fixes

    return diff_of_fixes(report)
