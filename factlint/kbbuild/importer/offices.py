"""Offices from a dump."""

from __future__ import annotations

from factlint.kbbuild.dump.entities import Json
from factlint.kbbuild.importer.entities import item_ids
from factlint.kbbuild.importer.people import SOURCE, english_aliases, label, modified
from factlint.kbbuild.textform import LIST_SEPARATOR, OfficeRow


def office_row(entity: Json) -> OfficeRow | None:
    """A position of the dump, None where it has no English label."""
    name = label(entity, "en") or label(entity, "mul")
    if not name:
        return None
    return OfficeRow(
        id=entity["id"],
        label=name,
        aliases=LIST_SEPARATOR.join(
            dict.fromkeys(alias for alias in english_aliases(entity) if alias != name)
        ),
        jurisdiction=next(iter(item_ids(entity, "P1001")), ""),
        country=next(iter(item_ids(entity, "P17")), ""),
        source=SOURCE,
        as_of=modified(entity),
    )
