"""Reading the tables kept by hand, with errors that name file, line and column."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factlint.dates.partial import PartialDate
from factlint.errors import SnapshotError

Check = Callable[[str], str]
"""Says what is wrong with a cell, "" where nothing is."""

_QID = re.compile(r"Q[1-9]\d*")
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with its place in the file."""

    cells: Mapping[str, str]
    place: str

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def items(self, column: str) -> list[str]:
        """The items of a cell that holds a list."""
        return [item.strip() for item in self[column].split("|") if item.strip()]


@dataclass(slots=True)
class Problems:
    """What is wrong with the tables; all of it is gathered before anything is raised."""

    found: list[str] = field(default_factory=list)

    def add(self, place: str, what: str) -> None:
        """Note one problem."""
        self.found.append(f"{place}: {what}")

    def raise_any(self) -> None:
        """Raise SnapshotError when there are any problems."""
        if self.found:
            shown = "\n".join(self.found[:_SHOWN])
            more = f"\n… and {len(self.found) - _SHOWN} more" if len(self.found) > _SHOWN else ""
            raise SnapshotError(f"the tables of facts have {len(self.found)} errors:\n{shown}{more}")


def filled(text: str) -> str:
    """The cell must not be empty."""
    return "" if text.strip() else "is empty"


def qid(text: str) -> str:
    """The cell is a Wikidata item or empty."""
    return "" if not text or _QID.fullmatch(text) else f"{text!r} is no Wikidata item"


def date(text: str) -> str:
    """The cell is an ISO date, to the day, month or year, or empty."""
    try:
        if text:
            PartialDate.parse(text)
    except ValueError as error:
        return str(error)
    return ""


def end_date(text: str) -> str:
    """The cell is an ISO date, empty, or ``past``."""
    return "" if text == "past" else date(text)


def full_date(text: str) -> str:
    """The cell is an ISO date to the day."""
    return date(text) or ("" if len(text) == 10 else f"{text!r} is no date to the day")


def count(text: str) -> str:
    """The cell is a whole number or empty."""
    return "" if not text or text.isdecimal() else f"{text!r} is no number"


def one_of(*values: str) -> Check:
    """The cell is one of these values."""
    return lambda text: "" if text in values else f"{text!r} is none of {', '.join(filter(None, values))}"


def rows(
    path: Path, checks: Mapping[str, Check], optional: tuple[str, ...], problems: Problems
) -> Iterator[Row]:
    """The rows of a table; those with problems are reported and left out.

    Args:
        path: a CSV file with a header.
        checks: the columns that must be there, with what their cells must be.
        optional: further columns that may be there.
        problems: where problems are noted.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        missing = [column for column in checks if column not in header]
        unknown = [column for column in header if column not in checks and column not in optional]
        if missing or unknown:
            named = [f"no column {name}" for name in missing] + [f"unknown column {name}" for name in unknown]
            problems.add(f"{path.name}:1", "; ".join(named))
            return
        for cells in reader:
            place = f"{path.name}:{reader.line_num}"
            if len(cells) != len(header):
                problems.add(place, f"{len(cells)} columns, not {len(header)}")
                continue
            row = Row(dict(zip(header, cells, strict=True)), place)
            faults = [f"{column}: {what}" for column, check in checks.items() if (what := check(row[column]))]
            for fault in faults:
                problems.add(place, fault)
            if not faults:
                yield row
