"""Plain readings of an entity's statements; whatever in a document is of a wrong type counts as absent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.dates.partial import PartialDate
from factlint.kbbuild.dump.entities import Json

HUMAN, POSITION = "Q5", "Q4164871"
_PRECISION_YEAR, _PRECISION_MONTH, _PRECISION_DAY = 9, 10, 11
_TIME = re.compile(r"\+(\d{1,11})-(\d\d)-(\d\d)(?:T.*)?")


def statements(entity: Json, property_id: str) -> Iterator[Json]:
    """The statements of a property that are not deprecated and have a main snak."""
    for statement in _maps(entity["claims"].get(property_id)):
        if statement.get("rank") != "deprecated" and isinstance(statement.get("mainsnak"), dict):
            yield statement


def item_ids(entity: Json, property_id: str) -> list[str]:
    """The items that the statements of a property have as value."""
    found = (item_id(statement["mainsnak"]) for statement in statements(entity, property_id))
    return [value for value in found if value]


def item_id(snak: Json) -> str:
    """The item a snak names; documents of before 2016 only have its number."""
    value = value_of(snak)
    if isinstance(found := value.get("id"), str):
        return found
    number = value.get("numeric-id")
    return f"Q{number}" if type(number) is int else ""


def date_of(snak: Json) -> str:
    """The date of a snak as ISO, as precise as it is known; empty for decades, centuries and BCE."""
    value = value_of(snak)
    time, precision = _TIME.fullmatch(str(value.get("time"))), value.get("precision")
    if not time or not isinstance(precision, int) or precision < _PRECISION_YEAR:
        return ""
    year, month, day = time.groups()
    parts = [f"{int(year):04}"]
    if precision >= _PRECISION_MONTH and month != "00":
        parts.append(month)
        if precision >= _PRECISION_DAY and day != "00":
            parts.append(day)
    return real_date("-".join(parts))


def value_of(snak: Json) -> Json:
    """A snak's value where it is a map, else an empty one."""
    datavalue = snak.get("datavalue")
    value = datavalue.get("value") if isinstance(datavalue, dict) else None
    return value if isinstance(value, dict) else {}


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
    qualifiers = statement.get("qualifiers")
    return next(_maps(qualifiers.get(property_id)), None) if isinstance(qualifiers, dict) else None


def retrieved(statement: Json, modified: str) -> str:
    """The day up to which a statement is complete: its reference's P813, else the document's last change."""
    dates = [
        date_of(snak)
        for reference in _maps(statement.get("references"))
        if isinstance(snaks := reference.get("snaks"), dict)
        for snak in _maps(snaks.get("P813"))
    ]
    return max([date for date in dates if len(date) == 10], default=modified)


def _maps(value: object) -> Iterator[Json]:
    """The maps in a list; nothing where it is no list."""
    return (item for item in value if isinstance(item, dict)) if isinstance(value, list) else iter(())
