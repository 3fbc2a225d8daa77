"""Countries, regions and capital cities from a dump."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.kbbuild.dump.entities import Json
from factlint.kbbuild.importer.entities import item_ids, statements, value_of
from factlint.kbbuild.importer.people import SOURCE, english_aliases, label, modified
from factlint.kbbuild.textform import LIST_SEPARATOR, PlaceRow

CAPITAL_OF = "P1376"
SOVEREIGN_STATE, COUNTRY, US_STATE, TERRITORY = "Q3624078", "Q6256", "Q35657", "Q56061"
COUNTRY_CLASSES = frozenset({SOVEREIGN_STATE, COUNTRY})
CITY_CLASSES = frozenset({"Q5119", "Q515", "Q1549591", "Q1637706"})
"""Capital, city, big city, city with millions of inhabitants."""


def place_row(entity: Json) -> PlaceRow | None:
    """A country, region or city of the dump; None for anything else."""
    kind = _kind(entity)
    name = label(entity, "en") or label(entity, "mul")
    if not kind or not name:
        return None
    return PlaceRow(
        id=entity["id"],
        kind=kind,
        name=name,
        aliases=LIST_SEPARATOR.join(
            dict.fromkeys(alias for alias in english_aliases(entity) if alias != name)
        ),
        demonyms=LIST_SEPARATOR.join(dict.fromkeys(_demonyms(entity))),
        country="" if kind == "country" else next(iter(item_ids(entity, "P17")), ""),
        region=next(iter(item_ids(entity, "P131")), "") if kind == "city" else "",
        source=SOURCE,
        as_of=modified(entity),
    )


def _kind(entity: Json) -> str:
    classes = set(item_ids(entity, "P31"))
    if classes & COUNTRY_CLASSES or (classes & {TERRITORY} and "P297" in entity["claims"]):
        return "country"
    if classes & {US_STATE, TERRITORY}:
        return "region"
    return "city" if classes & CITY_CLASSES or item_ids(entity, CAPITAL_OF) else ""


def _demonyms(entity: Json) -> Iterator[str]:
    for statement in statements(entity, "P1549"):
        value = value_of(statement["mainsnak"])
        if value.get("language") in ("en", "mul") and isinstance(text := value.get("text"), str):
            yield text
