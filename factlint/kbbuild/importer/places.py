"""Countries, regions and capital cities from a dump."""

from __future__ import annotations

from collections.abc import Iterator

from factlint.kbbuild.importer.entities import Json, item_id, item_ids, statements
from factlint.kbbuild.importer.people import SOURCE, english_aliases, label, modified
from factlint.kbbuild.textform import LIST_SEPARATOR, PlaceRow

SOVEREIGN_STATE, COUNTRY, US_STATE, TERRITORY = "Q3624078", "Q6256", "Q35657", "Q56061"
_CITY_CLASSES = frozenset({"Q5119", "Q515", "Q1549591", "Q1637706"})
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
    if classes & {SOVEREIGN_STATE, COUNTRY} or (classes & {TERRITORY} and "P297" in entity["claims"]):
        return "country"
    if classes & {US_STATE, TERRITORY}:
        return "region"
    return "city" if classes & _CITY_CLASSES or item_ids(entity, "P1376") else ""


def _demonyms(entity: Json) -> Iterator[str]:
    for statement in statements(entity, "P1549"):
        value = statement["mainsnak"].get("datavalue", {}).get("value")
        if (
            isinstance(value, dict)
            and value.get("language") in ("en", "mul")
            and not item_id(statement["mainsnak"])
        ):
            yield str(value["text"])
