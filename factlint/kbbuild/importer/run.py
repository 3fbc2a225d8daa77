"""The whole import: a dump and its side tables in, the text form out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from factlint.kbbuild.importer import tables
from factlint.kbbuild.importer.entities import HUMAN, POSITION, Skipped, item_ids, read_dump
from factlint.kbbuild.importer.join import add_tables
from factlint.kbbuild.importer.offices import office_row
from factlint.kbbuild.importer.people import ends_before_start, person_row, tenure_rows
from factlint.kbbuild.importer.places import place_row
from factlint.kbbuild.textform import (
    CapitalRow,
    ElectionRow,
    OfficeRow,
    PersonRow,
    PlaceRow,
    SourceRow,
    TenureRow,
    write,
)


@dataclass(slots=True)
class Import:
    """What has been read so far."""

    people: dict[str, PersonRow] = field(default_factory=dict)
    tenures: list[TenureRow] = field(default_factory=list)
    offices: dict[str, OfficeRow] = field(default_factory=dict)
    places: dict[str, PlaceRow] = field(default_factory=dict)
    nameless: int = 0
    skipped: Skipped = field(default_factory=Skipped)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How many rows of each table were written and what was passed over."""

    rows: tuple[tuple[str, int], ...]
    nameless: int
    skipped: Skipped


def import_dump(
    dump: Path, side_tables: Path | None, text: Path, progress: Callable[[int], None] = lambda _: None
) -> ImportReport:
    """Read a dump and its side tables and write the text form.

    Args:
        dump: a Wikidata JSON dump.
        side_tables: folder of the side tables, None for none.
        text: folder to write the TSV files to.
        progress: called with the number of entities read, now and then.

    Raises:
        SnapshotError: the dump cannot be read.
    """
    state = Import()
    for number, entity in enumerate(read_dump(dump, state.skipped), 1):
        _take(state, entity)
        if number % 10_000 == 0:
            progress(number)
    if side_tables is not None:
        add_tables(state.people, state.tenures, side_tables)
    held = [
        row
        for row in state.tenures
        if row.person in state.people and row.office in state.offices and not ends_before_start(row)
    ]
    used = {row.office for row in held}
    offices = [row for row in state.offices.values() if row.id in used]
    folder = side_tables or Path()
    text.mkdir(parents=True, exist_ok=True)
    counts = (
        ("sources", write(text, SourceRow, tables.SOURCES)),
        ("people", write(text, PersonRow, state.people.values())),
        ("offices", write(text, OfficeRow, offices)),
        ("tenures", write(text, TenureRow, held)),
        ("places", write(text, PlaceRow, state.places.values())),
        ("capitals", write(text, CapitalRow, tables.capitals(folder) if side_tables else ())),
        ("elections", write(text, ElectionRow, tables.elections(folder) if side_tables else ())),
    )
    return ImportReport(counts, state.nameless, state.skipped)


def _take(state: Import, entity: dict[str, object]) -> None:
    classes = item_ids(entity, "P31")
    if HUMAN in classes:
        person = person_row(entity)
        if person is None:
            state.nameless += 1
            return
        state.people[person.id] = person
        state.tenures.extend(tenure_rows(entity))
    elif POSITION in classes:
        if office := office_row(entity):
            state.offices[office.id] = office
    elif place := place_row(entity):
        state.places[place.id] = place
