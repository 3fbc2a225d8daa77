"""Reading house facts: the newsroom's own people, offices and capitals."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from factlint.engine.records import read_record
from factlint.engine.yamlfile import YamlValue, read_yaml_file
from factlint.rulekit.declarative.base import Field, FieldType
from factlint.rulekit.declarative.capital import CAPITAL_FIELDS, place_of
from factlint.rulekit.declarative.facts import HouseFacts
from factlint.rulekit.declarative.office_holder import HOLDER_FIELDS, OFFICE_FIELDS, office_of, person_of
from factlint.rulekit.declarative.people import Person

_SOURCE = {"source": Field("Where that is said.", FieldType.TEXT)}

FACT_FIELDS = {
    "people": Field(
        "Those the newsroom writes about.",
        FieldType.RECORDS,
        fields={key: HOLDER_FIELDS[key] for key in ("name", "also", "source")},
        shorthand="name",
    ),
    "offices": Field("Offices with their holders.", FieldType.RECORDS, fields=OFFICE_FIELDS),
    "capitals": Field("Places with their capitals.", FieldType.RECORDS, fields={**CAPITAL_FIELDS, **_SOURCE}),
}
"""The keys of a file of house facts."""


def read_house_facts(path: Path) -> HouseFacts:
    """The facts of a file.

    Raises:
        ConfigError: it cannot be read, or an entry is not understood; the message names file, line and
            column.
    """
    root = read_yaml_file(path)
    if root is None:
        return HouseFacts()
    values, raw = read_record(root, FACT_FIELDS), root.fields()

    def sourced(person: Person, item: YamlValue) -> Person:
        return person if person.source else replace(person, source=f"{path.name}:{item.line}")

    return HouseFacts(
        people=tuple(
            sourced(person_of(entry), item)
            for entry, item in zip(values.get("people", ()), _items(raw, "people"), strict=True)
        ),
        offices=tuple(
            replace(office, holders=tuple(sourced(holder, item) for holder in office.holders))
            for office, item in zip(
                map(office_of, values.get("offices", ())), _items(raw, "offices"), strict=True
            )
        ),
        capitals=tuple(
            place if place.source else replace(place, source=f"{path.name}:{item.line}")
            for place, item in zip(
                map(place_of, values.get("capitals", ())), _items(raw, "capitals"), strict=True
            )
        ),
    )


def _items(raw: dict[str, YamlValue], key: str) -> tuple[YamlValue, ...]:
    return raw[key].items() if key in raw else ()
