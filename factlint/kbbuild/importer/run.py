"""The whole import: a dump and its side tables in, the text form out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from factlint.errors import SnapshotError
from factlint.kbbuild.dump.journal import Journal, State, dump_key
from factlint.kbbuild.dump.lines import Skipped
from factlint.kbbuild.dump.run import Reading, read_dump
from factlint.kbbuild.importer import tables
from factlint.kbbuild.importer.extract import NAMELESS, WANTED, rows_of
from factlint.kbbuild.importer.join import add_tables
from factlint.kbbuild.importer.people import ends_before_start
from factlint.kbbuild.textform import (
    FILES,
    CapitalRow,
    ElectionRow,
    OfficeRow,
    PersonRow,
    PlaceRow,
    RowT,
    SourceRow,
    TenureRow,
    write,
)

NAMED = 1000
"""How many of the entities that are left out the report names."""

_VERSION = 1
"""Of the rows that are made of an entity: journals of another version are dropped."""


@dataclass(frozen=True, slots=True)
class Source:
    """What to import.

    Attributes:
        dump: a Wikidata JSON dump.
        side_tables: folder of the side tables, None for none.
        least_wikipedias: people who held no office are left out where fewer Wikipedias than this have
            an article about them.
    """

    dump: Path
    side_tables: Path | None = None
    least_wikipedias: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What was read.

    Attributes:
        entities: number of entities in the dump.
        rows: how many rows of each table were written.
        nameless: number of people left out because no source gives their name in Latin script.
        first_nameless: identifiers of the first of those.
        skipped: number of entities that could not be read.
        first_skipped: the first of those.
    """

    entities: int
    rows: tuple[tuple[str, int], ...]
    nameless: int
    first_nameless: tuple[str, ...]
    skipped: int
    first_skipped: tuple[Skipped, ...]


def open_journal(source: Source, path: Path) -> Journal:
    """Open or begin the journal of an import; the caller removes it when what was built is in its place.

    Raises:
        SnapshotError: the dump cannot be read, or the journal not be written.
    """
    return Journal(path, dump_key(source.dump, f"import {_VERSION} {source.least_wikipedias}"))


def import_dump(
    source: Source,
    text: Path,
    journal: Journal,
    jobs: int = 1,
    progress: Callable[[State], None] = lambda _: None,
) -> ImportReport:
    """Read a dump and its side tables and write the text form.

    Args:
        source: the dump and its side tables.
        text: folder to write the TSV files to.
        journal: the import's, see ``open_journal``; what is in it is not read again.
        jobs: number of processes that read.
        progress: called now and then with how far the reading is.

    Raises:
        SnapshotError: the dump cannot be read, or no entity in it; the text form cannot be written.
    """
    extractor = partial(rows_of, least_wikipedias=source.least_wikipedias)
    read = read_dump(Reading(source.dump, WANTED, extractor, jobs), journal, progress)
    # Where a dump has an entity twice, the later one counts.
    people = {row.id: row for row in _rows(journal, PersonRow)}
    offices = {row.id: row for row in _rows(journal, OfficeRow)}
    places = {row.id: row for row in _rows(journal, PlaceRow)}
    tenures = list(_rows(journal, TenureRow))
    side_tables = source.side_tables
    if side_tables is not None:
        add_tables(people, tenures, side_tables)
    held = [
        row
        for row in tenures
        if row.person in people and row.office in offices and not ends_before_start(row)
    ]
    used = {row.office for row in held}
    folder = side_tables or Path()
    try:
        text.mkdir(parents=True, exist_ok=True)
        counts = (
            ("sources", write(text, SourceRow, tables.SOURCES)),
            ("people", write(text, PersonRow, people.values())),
            ("offices", write(text, OfficeRow, (row for row in offices.values() if row.id in used))),
            ("tenures", write(text, TenureRow, held)),
            ("places", write(text, PlaceRow, places.values())),
            ("capitals", write(text, CapitalRow, tables.capitals(folder) if side_tables else ())),
            ("elections", write(text, ElectionRow, tables.elections(folder) if side_tables else ())),
        )
    except OSError as error:
        raise SnapshotError(f"{text}: the text form cannot be written ({error.strerror})") from error
    nameless = (cells[0] for cells in journal.rows(NAMELESS))
    first_nameless = tuple(islice(nameless, NAMED))
    return ImportReport(
        read.entities,
        counts,
        len(first_nameless) + sum(1 for _ in nameless),
        first_nameless,
        read.skipped,
        tuple(islice(journal.skipped(), NAMED)),
    )


def _rows(journal: Journal, row_type: type[RowT]) -> Iterator[RowT]:
    return (row_type(*cells) for cells in journal.rows(FILES[row_type]))
