"""Entities of a Wikidata JSON dump, one at a time, and plain readings of their statements."""

from __future__ import annotations

import bz2
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from factlint.dates.partial import PartialDate
from factlint.errors import SnapshotError

Json = dict[str, Any]

HUMAN, POSITION = "Q5", "Q4164871"
_PRECISION_YEAR, _PRECISION_MONTH, _PRECISION_DAY = 9, 10, 11


@dataclass(slots=True)
class Skipped:
    """Entities of a dump that could not be read: how many lines, and what was wrong with the first ones."""

    lines: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, number: int, reason: str) -> None:
        """Count a line that could not be read."""
        self.lines += 1
        if len(self.examples) < 20:
            self.examples.append(f"line {number}: {reason}")


def read_dump(path: Path, skipped: Skipped) -> Iterator[Json]:
    """The entities of a dump (``.json``, ``.json.gz`` or ``.json.bz2``), as a stream.

    A line that is no entity is counted in ``skipped`` and passed over. Empty maps may be written as
    ``[]``, as PHP does; they come out as ``{}``.

    Raises:
        SnapshotError: the file cannot be opened or its compression is broken.
    """
    number = 0
    try:
        with _open(path) as file:
            for number, raw in enumerate(file, 1):
                line = raw.strip().rstrip(b",")
                if line in (b"", b"[", b"]"):
                    continue
                try:
                    entity = json.loads(line)
                except ValueError as error:
                    skipped.add(number, str(error))
                    continue
                if not isinstance(entity, dict) or not isinstance(entity.get("id"), str):
                    skipped.add(number, "no entity")
                    continue
                for key in ("labels", "aliases", "descriptions", "claims", "sitelinks"):
                    if not isinstance(entity.get(key), dict):
                        entity[key] = {}
                yield entity
    except (OSError, EOFError) as error:
        raise SnapshotError(f"{path}: line {number + 1}: the dump cannot be read ({error})") from error


def statements(entity: Json, property_id: str) -> Iterator[Json]:
    """The statements of a property that are not deprecated and have a main snak."""
    for statement in entity["claims"].get(property_id, ()):
        if statement.get("rank") != "deprecated" and "mainsnak" in statement:
            yield statement


def item_ids(entity: Json, property_id: str) -> list[str]:
    """The items that the statements of a property have as value."""
    found = (item_id(statement["mainsnak"]) for statement in statements(entity, property_id))
    return [value for value in found if value]


def item_id(snak: Json) -> str:
    """The item a snak names; documents of before 2016 only have its number."""
    value = snak.get("datavalue", {}).get("value")
    if not isinstance(value, dict):
        return ""
    return str(value.get("id") or (f"Q{value['numeric-id']}" if "numeric-id" in value else ""))


def date_of(snak: Json) -> str:
    """The date of a snak as ISO, as precise as it is known; empty for decades, centuries and BCE."""
    value = snak.get("datavalue", {}).get("value")
    if not isinstance(value, dict):
        return ""
    time, precision = str(value.get("time", "")), value.get("precision", 0)
    if not time.startswith("+") or precision < _PRECISION_YEAR:
        return ""
    year, month, day = time[1:].split("T", maxsplit=1)[0].split("-")
    parts = [f"{int(year):04}"]
    if precision >= _PRECISION_MONTH and month != "00":
        parts.append(month)
        if precision >= _PRECISION_DAY and day != "00":
            parts.append(day)
    return real_date("-".join(parts))


def real_date(text: str) -> str:
    """An ISO date as far as there is such a date: 31 June 1951 becomes June 1951, year 0 nothing."""
    while text:
        try:
            return str(PartialDate.parse(text))
        except ValueError:
            text = text.rpartition("-")[0]
    return ""


def qualifier(statement: Json, property_id: str) -> Json | None:
    """The first snak of a qualifier, None where there is none."""
    snaks = (statement.get("qualifiers") or {}).get(property_id)
    return snaks[0] if snaks else None


def retrieved(statement: Json, modified: str) -> str:
    """The day up to which a statement is complete: its reference's P813, else the document's last change."""
    dates = [
        date_of(snak)
        for reference in statement.get("references") or ()
        for snak in reference.get("snaks", {}).get("P813", ())
    ]
    return max([date for date in dates if len(date) == 10], default=modified)


def _open(path: Path) -> IO[bytes] | gzip.GzipFile | bz2.BZ2File:
    if path.suffix == ".gz":
        return gzip.open(path, "rb")
    if path.suffix == ".bz2":
        return bz2.open(path, "rb")
    return path.open("rb")
