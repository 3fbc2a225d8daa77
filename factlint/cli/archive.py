"""``factlint archive``: keep the claims of published articles, to compare new copy with them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factlint.cli.options import set_up
from factlint.cli.streams import complain, write

if TYPE_CHECKING:
    import datetime as dt

    from factlint.archive.adding import Added, Reader
    from factlint.cli.options import Setup

Command = TypeVar("Command", bound=Callable[..., Any])

FILE_NAME = "factlint-archive.sqlite"
"""The archive of commands that are told no other."""

_LINES = 500

archive_option = click.option(
    "--archive",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"The archive.  [default: 'archive' of factlint.yml, else {FILE_NAME}]",
)


@click.group(short_help="Keep what published articles say.")
def archive() -> None:
    """Keep what published articles say, so that new copy can be compared with it.

    An archive is one file with the claims of articles, not their text. Fill it with `archive add`, and
    check new copy against it with `factlint check --archive FILE`.
    """


def _add_options(command: Command) -> Command:
    from factlint.cli.day import read_day

    for option in (
        click.option(
            "--date", callback=read_day, metavar="YYYY-MM-DD", help="Publication date of the articles."
        ),
        click.option(
            "--config", "config_path", type=click.Path(path_type=Path), metavar="FILE", help="As for check."
        ),
        click.option("--kb", type=click.Path(path_type=Path), metavar="FILE", help="As for check."),
    ):
        command = option(command)
    return command


@archive.command(short_help="Add articles.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@archive_option
@click.option(
    "--jobs",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="Number of processes.  [default: one a core]",
)
@click.option(
    "--distributed",
    metavar="SCHEDULER",
    help="Read the articles on a Dask cluster, given by the address of its scheduler, as tcp://HOST:8786.",
)
@click.option(
    "--exclude", multiple=True, metavar="PATTERN", help="Pass over files in folders, as in .gitignore."
)
@click.option("--stdin-filename", metavar="NAME", help="What to call the article that PATH - reads.")
@_add_options
@click.pass_context
def add(
    ctx: click.Context,
    /,
    *,
    paths: tuple[str, ...],
    archive: Path | None,
    jobs: int,
    distributed: str | None,
    exclude: tuple[str, ...],
    stdin_filename: str | None,
    date: dt.date | None,
    config_path: Path | None,
    kb: Path | None,
) -> None:
    """Add articles: files, folders, or - with --stdin-filename. The file is made where there is none.

    What is there already is not read again, so that the same command goes on where it was broken off. An
    article whose text has changed takes the place of its earlier version.
    """
    from factlint.archive.adding import add_files
    from factlint.cli.checking import find
    from factlint.cli.progress import progress_on_stderr

    if "-" in paths and not stdin_filename:
        raise click.UsageError("an article of standard input needs a name: --stdin-filename")
    setup = set_up(config_path=config_path, date=date, kb=kb)
    target = archive_file(archive, setup)
    found = find(paths, setup, exclude, stdin_filename)
    settings = setup.settings(file.path for file in found.files)
    progress = progress_on_stderr("to look at")
    try:
        if distributed is None:
            added = add_files(target, found.files, settings, progress, _reader(jobs, len(found.files)))
        else:
            from factlint.archive.distributed import add_distributed

            added = add_distributed(target, found.files, settings, progress, distributed)
    finally:
        progress.close()
    for problem in (*found.problems, *added.problems):
        complain(problem.message)
    write(f"{target}: {_told(added)}\n")
    ctx.exit(2 if found.problems or added.problems else 0)


@archive.command(short_help="Say what an archive holds.")
@archive_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def info(archive: Path | None, *, as_json: bool) -> None:
    """Say how many articles an archive holds, of which time, and how large it is."""
    from dataclasses import asdict

    from factlint.archive import upkeep
    from factlint.kb.describe import table

    target = archive_file(archive, set_up())
    about = upkeep.info(target)
    if as_json:
        write(json.dumps({"archive": os.fspath(target), **asdict(about)}, indent=2) + "\n")
        return
    span = f"{about.first} to {about.last}" if about.first else "none dated"
    rows = [
        ("archive", f"{target} ({about.size / 1e6:.1f} MB)"),
        ("version", str(about.version)),
        ("articles", f"{about.articles:,}"),
        ("published", f"{span}, {about.undated:,} undated"),
        ("outlets", f"{about.outlets:,}"),
        ("people, places, words", f"{about.features:,}"),
    ]
    if about.outdated:
        rows.append(("of another factlint", f"{about.outdated:,}, not compared until they are added again"))
    if about.pending:
        rows.append(("being written", f"{about.pending / 1e6:.1f} MB"))
    write(f"{table(rows)}\n")


@archive.command(short_help="Take articles out.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@archive_option
@click.pass_context
def remove(ctx: click.Context, /, *, paths: tuple[str, ...], archive: Path | None) -> None:
    """Take articles out, given by their paths or folders; they need not be on disk any more."""
    from factlint.archive.upkeep import remove_paths

    target = archive_file(archive, set_up())
    removed, missing = remove_paths(target, paths)
    for path in missing:
        complain(f"{path}: not in the archive")
    write(f"{target}: {_articles(removed)} removed\n")
    ctx.exit(2 if missing else 0)


@archive.command(short_help="Write every article as a line of JSON.")
@archive_option
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file.")
def export(archive: Path | None, output: Path | None) -> None:
    """Write every article as a line of JSON, in order of path."""
    from factlint.archive.upkeep import exported
    from factlint.report.characters import well_formed

    target = archive_file(archive, set_up())
    lines = (json.dumps(well_formed(item), ensure_ascii=False) + "\n" for item in exported(target))
    if output is None:
        while some := "".join(islice(lines, _LINES)):
            write(some)
    else:
        _write_lines(output, lines)


@archive.command(short_help="Give back the disk space of removed articles.")
@archive_option
def vacuum(archive: Path | None) -> None:
    """Give the disk back what removed articles took up; needs as much room again while it works."""
    from factlint.archive import upkeep

    target = archive_file(archive, set_up())
    before, after = upkeep.vacuum(target)
    write(f"{target}: {before / 1e6:.1f} MB before, {after / 1e6:.1f} MB now\n")


def archive_file(given: Path | None, setup: Setup) -> Path:
    """The archive of ``factlint archive``: the one given, else that of the configuration, else one here."""
    return given or setup.configurations.of_folder(".").archive or Path(FILE_NAME)


def _reader(jobs: int, files: int) -> Reader:
    from factlint.archive.adding import BATCH, read_here, read_in_processes

    wanted = min(jobs or os.cpu_count() or 1, -(-files // BATCH))
    return read_in_processes(wanted) if wanted > 1 else read_here


def _told(added: Added) -> str:
    change = added.change
    parts = [f"{_articles(change.added)} added"]
    if change.replaced:
        parts.append(f"{change.replaced:,} took the place of an earlier version")
    if change.known:
        parts.append(f"{change.known:,} were there already")
    if added.problems:
        parts.append(f"{len(added.problems):,} could not be read")
    return ", ".join(parts)


def _articles(number: int) -> str:
    return f"{number:,} article{'' if number == 1 else 's'}"


def _write_lines(output: Path, lines: Iterator[str]) -> None:
    from factlint.errors import FactlintError

    partial = output.with_name(f"{output.name}.partial")
    try:
        with partial.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(lines)
        partial.replace(output)
    except OSError as error:
        raise FactlintError(f"{output}: {error.strerror or error}", "check --output") from None
    finally:
        partial.unlink(missing_ok=True)
