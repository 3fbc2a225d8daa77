"""``factlint kb build``."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from factlint.cli.streams import complain, write

if TYPE_CHECKING:
    from factlint.kbbuild.dump.journal import Journal
    from factlint.kbbuild.importer.run import ImportReport, Source

_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)
_SHOWN = 20


@click.command(short_help="Import a Wikidata dump.")
@click.option("--dump", type=_FILE, help="A Wikidata JSON dump: .json, .json.gz, .json.bz2 or .json.zst.")
@click.option(
    "--entities",
    type=_FOLDER,
    help="In place of a dump, a folder of entity documents such as Special:EntityData gives them (Q42.json).",
)
@click.option("--tables", type=_FOLDER, help="Folder of the side tables that go with the dump.")
@click.option("--text", type=_FOLDER, help="Keep the text form in this folder.")
@click.option("--output", type=_FILE, help="Compile a snapshot to this file.")
@click.option(
    "--min-wikipedias",
    type=click.IntRange(0),
    default=0,
    show_default=True,
    metavar="N",
    help="Leave out people who held no office and about whom fewer than N Wikipedias have an article. Of a"
    " dump of all of Wikidata, 5 keeps the people whom news may name.",
)
@click.option(
    "--jobs", type=click.IntRange(1, 256), metavar="N", help="Processes that read; by default one a core."
)
@click.option(
    "--resume/--restart",
    default=True,
    show_default=True,
    help="Go on where an earlier try was broken off, or read the dump anew.",
)
def build(
    *,
    dump: Path | None,
    entities: Path | None,
    tables: Path | None,
    text: Path | None,
    output: Path | None,
    min_wikipedias: int,
    jobs: int | None,
    resume: bool,
) -> None:
    """Import a Wikidata dump: make the text form of it, a snapshot, or both.

    The dump is read as a stream, on all cores. What has been read is kept beside the output until that is
    complete, so that the same command goes on where it was killed.
    """
    from factlint.kbbuild.compile.run import compile_snapshot
    from factlint.kbbuild.dump.documents import collect_documents
    from factlint.kbbuild.dump.journal import remove_journal
    from factlint.kbbuild.importer.run import Source, open_journal
    from factlint.resources import rules_dir

    target = output or text
    if target is None:
        raise click.UsageError("give --text, --output or both")
    with TemporaryDirectory() as temporary:
        if dump is not None and entities is None:
            source = Source(dump, tables, min_wikipedias)
            place = target.resolve().with_name(f"{target.resolve().name}.partial")
            if not resume:
                remove_journal(place)
        elif entities is not None and dump is None:
            source = Source(Path(temporary) / "documents.json", tables, min_wikipedias)
            place = Path(temporary) / "journal"
            for unread in collect_documents(entities, source.dump):
                complain(str(unread))
        else:
            raise click.UsageError("give either --dump or --entities")
        folder = text or Path(temporary) / "text"
        with open_journal(source, place) as journal:
            write(_summary(_import(source, folder, journal, jobs)))
            if output is not None:
                compile_snapshot(folder, rules_dir() / "facts", output)
                _report(output)
            journal.remove()


def _import(source: Source, folder: Path, journal: Journal, jobs: int | None) -> ImportReport:
    from factlint.cli.kb_build_progress import dump_progress_on_stderr
    from factlint.kbbuild.dump.run import available_cores
    from factlint.kbbuild.importer.run import import_dump

    progress = dump_progress_on_stderr(source.dump.stat().st_size)
    progress.begin(journal.state)
    try:
        return import_dump(source, folder, journal, jobs or available_cores(), progress)
    except KeyboardInterrupt:
        complain("broken off; the same command goes on from here")
        raise
    finally:
        progress.close()


def _summary(report: ImportReport) -> str:
    from factlint.report.characters import visible

    lines = [f"{report.entities:>11,} entities read"]
    lines += [f"{count:>11,} {table}" for table, count in report.rows]
    if report.nameless:
        lines.append(f"{report.nameless:>11,} people left out who have no name in Latin script:")
        lines.append(f"            {' '.join(report.first_nameless[:_SHOWN])}")
        lines += _more(report.nameless - _SHOWN)
    if report.skipped:
        lines.append(f"{report.skipped:>11,} entities skipped that cannot be read:")
        lines += [f"            {visible(str(item))}" for item in report.first_skipped]
        lines += _more(report.skipped - len(report.first_skipped))
    return "\n".join(lines) + "\n"


def _more(number: int) -> list[str]:
    return [f"            and {number:,} more"] if number > 0 else []


def _report(path: Path) -> None:
    from factlint.kb.store import Snapshot

    with Snapshot(path) as opened:
        write(f"{path}: {opened.info.id}, {path.stat().st_size / 1e6:.1f} MB\n")
