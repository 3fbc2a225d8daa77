"""``factlint check``."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factlint.cli.checking import (
    CheckCommand,
    Checking,
    baseline_of,
    find,
    processes,
    published_in,
    save_baseline,
)
from factlint.cli.options import selection_options, set_up
from factlint.cli.outputs import Outputs
from factlint.cli.streams import complain, write
from factlint.report.formats import FORMATS
from factlint.rulekit.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.cli.options import Setup
    from factlint.engine.baseline import Baseline
    from factlint.engine.paths import FoundArticles
    from factlint.engine.results import Report


@click.command(cls=CheckCommand, short_help="Check articles.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMATS)),
    default="text",
    show_default=True,
    metavar="FORMAT",
    help=f"Form of the report: {', '.join(FORMATS)}.",
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
    "--stdin-filename", metavar="NAME", help="What to call standard input; its ending decides the format."
)
@click.option("--fix", is_flag=True, help="Apply the corrections that are sure, then report what is left.")
@click.option(
    "--diff",
    is_flag=True,
    help="Show what --fix would change, and change nothing. (--diff REV: see --changed-since.)",
)
@click.option(
    "--changed-since",
    "--since",
    "revision",
    metavar="REV",
    help="Report only findings on lines changed since a Git revision; --diff REV is short for it.",
)
@click.option(
    "--baseline",
    "baseline_path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Known findings, which are not reported.  [default: factlint-baseline.yml, if it is here]",
)
@click.option("--write-baseline", is_flag=True, help="Make all errors and warnings known; reasons are kept.")
@click.option("--prune-baseline", is_flag=True, help="Take out of the baseline what is no longer found.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note"]),
    default="warning",
    show_default=True,
    help="The slightest finding that makes the exit status 1.",
)
@click.option(
    "--exit-zero", is_flag=True, help="Exit with 0 though there are findings; not when something broke."
)
@click.option("--statistics", is_flag=True, help="Print how often each rule reported; --format statistics.")
@click.option(
    "--jobs",
    type=click.IntRange(0),
    metavar="N",
    help="Number of processes; 0 for one a core.  [default: one a core where there is enough copy]",
)
@click.option(
    "--archive",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Compare with published articles too (see factlint archive).  [default: 'archive' of factlint.yml]",
)
@click.option("--no-cache", is_flag=True, help="Check everything anew, and keep no results.")
@click.option("--watch", is_flag=True, help="Check again whenever an article or its configuration changes.")
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
    revision: str | None,
    baseline_path: Path | None,
    write_baseline: bool,
    prune_baseline: bool,
    fail_on: str,
    exit_zero: bool,
    statistics: bool,
    jobs: int | None,
    archive: Path | None,
    no_cache: bool,
    watch: bool,
    **selection: Any,
) -> None:
    """Check articles: files, folders, or - for standard input.

    Folders are searched for text, Markdown, reStructuredText, HTML, DOCX, NITF, NewsML-G2 and feeds.
    What Git ignores is passed over.

    Exit status: 0 clean, 1 errors or warnings, 2 usage, configuration, input or internal error.
    """
    changes = fix or write_baseline or prune_baseline
    _refuse_contradictions(ctx.params, changes=changes)
    outputs = Outputs.of("statistics" if statistics else form, output)
    if watch:
        from factlint.cli.watch import watch_and_repeat

        again = {**ctx.params, "watch": False}
        ctx.exit(watch_and_repeat(lambda: ctx.invoke(check, **again), ctx.params, outputs.files))
    # Imported late: --help must not open the cache's libraries.
    from factlint.cli.replay import Printed, Replay, dependencies_of

    # What is written to files, reads Git or standard input, or adds to a job's summary is done each time.
    only_prints = not (changes or diff or revision or output)
    replay = None
    if only_prints and not no_cache and "-" not in paths and outputs.form != "github":
        replay = Replay.of_command()
        printed = replay.printed()
        if printed is not None:
            write(printed.text)
            ctx.exit(printed.status)
    setup = set_up(**selection)
    checking = _checking(
        find(paths, setup, exclude, stdin_filename),
        setup,
        revision=revision,
        baseline=baseline_of(baseline_path, writing=write_baseline),
        jobs=jobs,
        cache=not no_cache,
        archive=archive,
    )
    dependencies = dependencies_of(checking) if replay is not None else ()
    everything = checking.run()
    report = checking.wanted(everything)
    if fix and _fixed(report):
        everything = checking.run()
        report = checking.wanted(everything)
    if write_baseline or prune_baseline:
        save_baseline(checking, everything, write=write_baseline)
    if write_baseline:
        ctx.exit(2 if everything.exit_status == 2 else 0)
    report = replace(report, fail_on=Severity(fail_on))
    status = 0 if exit_zero and report.exit_status == 1 else report.exit_status
    if diff:
        write(_diff(report), outputs.main)
    else:
        text = outputs.write(report)
        # An archive changes without any file of the run changing.
        if replay is not None and checking.published is None:
            replay.keep(Printed(text, status), report, dependencies)
    _complain(report, quiet=outputs.form in {"text", "statistics"})
    ctx.exit(status)


def _refuse_contradictions(given: Mapping[str, Any], *, changes: bool) -> None:
    """Refuse options that do not go together; raises click.UsageError."""
    stdin = "-" in given["paths"]
    if given["fix"] and given["diff"]:
        raise click.UsageError("--fix and --diff exclude each other")
    if given["fix"] and stdin:
        raise click.UsageError("--fix cannot change standard input; use --diff, or name the file")
    if given["write_baseline"] and given["prune_baseline"]:
        raise click.UsageError("--write-baseline and --prune-baseline exclude each other")
    if given["watch"] and (changes or stdin):
        raise click.UsageError("--watch only looks on: it changes no file and reads no standard input")


def _checking(
    found: FoundArticles,
    setup: Setup,
    *,
    revision: str | None,
    baseline: Baseline,
    jobs: int | None,
    cache: bool,
    archive: Path | None,
) -> Checking:
    changed = None
    if revision is not None:
        from factlint.engine.changed import changed_lines

        changed = changed_lines(revision, Path.cwd())
    settings = setup.settings(file.path for file in found.files)
    from factlint.engine.cache import default_cache

    return Checking(
        found,
        settings,
        processes(jobs, found),
        baseline,
        setup.configurations.reads,
        default_cache() if cache else None,
        changed,
        published_in(archive or setup.configurations.of_folder(".").archive),
    )


def _complain(report: Report, *, quiet: bool) -> None:
    from factlint.report.summary import without_model

    for problem in report.problems:
        complain(problem.message)
    if report.without_model and not quiet:
        complain(without_model(report))


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
