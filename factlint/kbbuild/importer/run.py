"""The whole import: a dump and its side tables in, the text form out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from factlint.kb.names import name_key
from factlint.kbbuild.importer import tables
from factlint.kbbuild.importer.entities import HUMAN, POSITION, Skipped, item_ids, read_dump
from factlint.kbbuild.importer.offices import office_row
from factlint.kbbuild.importer.people import ends_before_start, person_row, tenure_rows
from factlint.kbbuild.importer.places import place_row
from factlint.kbbuild.textform import (
    LIST_SEPARATOR,
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
        _add_tables(state, side_tables)
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


def _add_tables(state: Import, folder: Path) -> None:
    for person in tables.people_beyond_office(folder):
        state.people[person.id] = _merged(state.people.get(person.id), person)
    executive = list(_identified(state.people, tables.executive(folder)))
    official = [*tables.congress(folder), *executive]
    offices = {(tenure.person, tenure.office) for _, tenure in official}
    state.tenures = [tenure for tenure in state.tenures if (tenure.person, tenure.office) not in offices]
    state.tenures += [tenure for _, tenure in official]
    for person, _ in executive:
        # Its names are first name and surname only: John Quincy Adams is "John Adams" there.
        old = state.people.get(person.id)
        state.people[person.id] = _merged(old, person, name=old.name if old else person.name)
    for person, _ in tables.congress(folder):
        state.people[person.id] = _merged(state.people.get(person.id), person)


def _identified(
    people: Mapping[str, PersonRow], rows: Iterable[tuple[PersonRow, TenureRow]]
) -> Iterator[tuple[PersonRow, TenureRow]]:
    """The rows with the identifier of whoever has their surname, initial and birthday, where there is one."""
    known: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in people.values():
        if row.born:
            known[_birth_key(row)].append(row.id)
    for person, tenure in rows:
        fitting = [key for key in known[_birth_key(person)] if person.born.startswith(people[key].born)]
        if person.id.startswith("local:") and len(fitting) == 1:
            yield replace(person, id=fitting[0]), replace(tenure, person=fitting[0])
        else:
            yield person, tenure


def _birth_key(person: PersonRow) -> tuple[str, str, str]:
    name = name_key(person.name)
    return (name.head, name.rest[:1], person.born[:4]) if name else ("", "", "")


def _merged(old: PersonRow | None, new: PersonRow, name: str = "") -> PersonRow:
    """One row of two, under the name given or else the new one's, with all other names as aliases."""
    if old is None:
        return new
    label = name or new.name
    names = dict.fromkeys((new.name, old.name, *_split(new.aliases), *_split(old.aliases)))
    return replace(
        old,
        name=label,
        aliases=LIST_SEPARATOR.join(alias for alias in names if alias != label),
        description=old.description or new.description,
        born=max(old.born, new.born, key=len),
        died=max(old.died, new.died, key=len),
        article=old.article or new.article,
        backing=str(max(int(old.backing), int(new.backing))),
    )


def _split(text: str) -> Iterable[str]:
    return text.split(LIST_SEPARATOR) if text else ()
