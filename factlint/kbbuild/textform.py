"""The diffable text form of a snapshot: sorted TSV files, one row a fact.

Every column is text. Lists are separated by a bar; dates are ISO and as precise as known.
"""

from __future__ import annotations

import csv
import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from factlint.errors import SnapshotError

LIST_SEPARATOR = "|"


@dataclass(frozen=True, slots=True, order=True)
class SourceRow:
    """A source of facts (``sources.tsv``)."""

    key: str
    title: str
    licence: str
    as_of: str


@dataclass(frozen=True, slots=True, order=True)
class PersonRow:
    """A person (``people.tsv``).

    Attributes:
        id: Wikidata item.
        article: ``1`` where the English Wikipedia has an article.
        backing: how many independent sources name the person.
    """

    id: str
    name: str
    aliases: str = ""
    description: str = ""
    country: str = ""
    born: str = ""
    died: str = ""
    article: str = ""
    backing: str = "1"
    source: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True, order=True)
class OfficeRow:
    """An office (``offices.tsv``) as its source names it.

    Attributes:
        jurisdiction: id of the place it applies to (P1001).
        country: id of its country (P17), empty for offices of no country.
    """

    id: str
    label: str
    aliases: str = ""
    jurisdiction: str = ""
    country: str = ""
    source: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True, order=True)
class TenureRow:
    """A person's holding of an office (``tenures.tsv``); ``end`` is ``past`` where only that is known."""

    person: str
    start: str
    end: str
    office: str
    role: str = ""
    party: str = ""
    constituency: str = ""
    district: str = ""
    source: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True, order=True)
class PlaceRow:
    """A country, region or city (``places.tsv``)."""

    id: str
    kind: str
    name: str
    aliases: str = ""
    adjectives: str = ""
    demonyms: str = ""
    country: str = ""
    region: str = ""
    population: str = ""
    source: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True, order=True)
class CapitalRow:
    """A capital of a country or region (``capitals.tsv``)."""

    place: str
    start: str
    end: str
    city: str
    role: str
    note: str = ""
    source: str = ""
    as_of: str = ""


@dataclass(frozen=True, slots=True, order=True)
class ElectionRow:
    """An election (``elections.tsv``)."""

    country: str
    kind: str
    start: str
    end: str = ""
    round: str = ""
    source: str = ""
    as_of: str = ""


RowT = TypeVar("RowT", SourceRow, PersonRow, OfficeRow, TenureRow, PlaceRow, CapitalRow, ElectionRow)

FILES: dict[type, str] = {
    SourceRow: "sources.tsv",
    PersonRow: "people.tsv",
    OfficeRow: "offices.tsv",
    TenureRow: "tenures.tsv",
    PlaceRow: "places.tsv",
    CapitalRow: "capitals.tsv",
    ElectionRow: "elections.tsv",
}


def write(folder: Path, row_type: type[RowT], rows: Iterable[RowT]) -> int:
    """Write one table, sorted and without repeated rows; returns the number of rows."""
    unique = sorted(set(rows), key=dataclasses.astuple)
    names = [field.name for field in dataclasses.fields(row_type)]
    with (folder / FILES[row_type]).open("w", encoding="utf-8", newline="\n") as file:
        file.write("\t".join(names) + "\n")
        for row in unique:
            file.write("\t".join(_cell(getattr(row, name)) for name in names) + "\n")
    return len(unique)


def read(folder: Path, row_type: type[RowT]) -> Iterator[RowT]:
    """The rows of one table.

    Raises:
        SnapshotError: the file is missing or a line has not the header's columns; names file and line.
    """
    path = folder / FILES[row_type]
    names = [field.name for field in dataclasses.fields(row_type)]
    try:
        file = path.open(encoding="utf-8", newline="\n")
    except OSError as error:
        raise SnapshotError(f"{path}: {error.strerror}", "make it with `factlint kb build`") from error
    with file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if next(reader, None) != names:
            raise SnapshotError(f"{path}: line 1: the columns are not {', '.join(names)}")
        for number, cells in enumerate(reader, 2):
            if len(cells) != len(names):
                raise SnapshotError(f"{path}: line {number}: {len(cells)} columns, not {len(names)}")
            yield row_type(*cells)


def read_lines(path: Path) -> list[str]:
    """The lines of a word list that are not empty.

    Raises:
        SnapshotError: the file is missing.
    """
    try:
        return [line for line in path.read_text(encoding="utf-8").split("\n") if line]
    except OSError as error:
        raise SnapshotError(f"{path}: {error.strerror}") from error


def _cell(text: str) -> str:
    return " ".join(text.split())
