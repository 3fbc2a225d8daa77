"""Offices from a dump, with their canonical titles."""

from __future__ import annotations

from collections.abc import Iterator, Iterable
from dataclasses import dataclass

from factlint.kbbuild.gazetteer import Gazetteer
from factlint.kbbuild.importer.entities import Json, item_ids
from factlint.kbbuild.importer.people import SOURCE, english_aliases, label, modified
from factlint.kbbuild.textform import LIST_SEPARATOR, OfficeRow
from factlint.kbbuild.titles import canonical_title


@dataclass(frozen=True, slots=True)
class Position:
    """A position of the dump, as it stands there."""

    id: str
    label: str
    aliases: tuple[str, ...]
    jurisdiction: str
    country: str
    as_of: str


def position(entity: Json) -> Position | None:
    """A position of the dump, None where it has no English label."""
    name = label(entity, "en") or label(entity, "mul")
    if not name:
        return None
    return Position(
        entity["id"],
        name,
        tuple(dict.fromkeys(alias for alias in english_aliases(entity) if alias != name)),
        next(iter(item_ids(entity, "P1001")), ""),
        next(iter(item_ids(entity, "P17")), ""),
        modified(entity),
    )


def office_rows(
    positions: Iterable[Position], places: Gazetteer, known: frozenset[str]
) -> Iterator[OfficeRow]:
    """The positions with canonical titles; a jurisdiction that is no known place gives way to the country."""
    for item in positions:
        jurisdiction = item.jurisdiction if item.jurisdiction in known else ""
        canonical = canonical_title(item.label, jurisdiction, item.country, places)
        yield OfficeRow(
            id=item.id,
            label=item.label,
            title=canonical.title,
            jurisdiction=canonical.jurisdiction,
            country=item.country if item.country in known else "",
            role=canonical.role,
            aliases=LIST_SEPARATOR.join(item.aliases),
            source=SOURCE,
            as_of=item.as_of,
        )
