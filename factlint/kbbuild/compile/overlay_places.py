"""Countries, regions, cities and capitals kept by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from factlint.kb.names import fold
from factlint.kbbuild.compile.csvtable import (
    Check,
    Problems,
    Row,
    count,
    date,
    end_date,
    filled,
    full_date,
    one_of,
    qid,
    rows,
)
from factlint.kbbuild.compile.draft import (
    CITY,
    COUNTRY,
    REGION,
    CapitalDraft,
    Draft,
    EntityDraft,
    NameTable,
    PlaceDraft,
)

_CHECKED: dict[str, Check] = {"checked": full_date, "source": filled}
_KIND_OF_REGION = re.compile(
    r" (?:State|Province|Region|Oblast|Krai|Governorate|Department|County|Canton|Prefecture)$"
    r"|^(?:State|Province) of "
)
_ROLES = (
    "capital",
    "seat of government",
    "legislative",
    "judicial",
    "executive",
    "constitutional",
    "de facto",
    "former",
)


class PlacesOverlay:
    """Adds places to a draft and finds them again by name.

    Args:
        draft: where the places go; those of the text form are already there.
        problems: where problems of the tables are noted.
    """

    def __init__(self, draft: Draft, problems: Problems) -> None:
        self._draft = draft
        self._problems = problems
        self._names = {kind: NameTable() for kind in (COUNTRY, REGION, CITY)}
        self._own_countries: dict[str, str] = {}
        self._own_regions: dict[str, list[str]] = {}
        for entity in draft.entities.values():
            if entity.kind in self._names:
                entity.aliases = [alias for alias in entity.aliases if _usual(alias)]
                self._names[entity.kind].add(entity)

    def country(self, name: str) -> str:
        """Key of the country with this name, empty where there is none."""
        return self._own_countries.get(fold(name)) or next(iter(self._names[COUNTRY].find(name)), "")

    def place(self, name: str, country: str = "") -> str:
        """Key of the country or region with this name; ``country`` is the key of a region's country."""
        regions = self._own_regions.get(fold(name)) or self._names[REGION].find(name)
        within = [key for key in regions if not country or self._draft.places[key].country == country]
        return (within[0] if country and within else "") or self.country(name) or next(iter(within), "")

    def places(self, name: str) -> list[str]:
        """Keys of the country and of all regions with this name, the country first."""
        country = self.country(name)
        regions = self._own_regions.get(fold(name)) or self._names[REGION].find(name)
        return list(dict.fromkeys([*([country] if country else []), *regions]))

    def add_countries(self, paths: Iterable[Path]) -> None:
        """Countries with the names and adjectives that copy uses, which win over the text form's."""
        checks: dict[str, Check] = {"qid": qid, "name": filled, **_CHECKED}
        optional = ("official_name", "short_names", "adjectives", "demonyms", "iso2")
        for path in paths:
            for row in rows(path, checks, optional, self._problems):
                key = row["qid"] or self.country(row["name"])
                country = self._put(key, COUNTRY, row, [row["official_name"], *row.items("short_names")])
                self._draft.places.setdefault(country.key, PlaceDraft())
                self._own_countries[fold(row["name"])] = country.key
                self._set_adjectives(country.key, row)

    def add_regions(self, paths: Iterable[Path]) -> None:
        """States, provinces and nations within countries."""
        checks: dict[str, Check] = {"qid": qid, "name": filled, "country": filled, **_CHECKED}
        for path in paths:
            for row in rows(
                path, checks, ("kind", "abbreviations", "adjectives", "demonyms"), self._problems
            ):
                country = self._country_of(row)
                if not country:
                    continue
                known = [key for key in self._names[REGION].find(row["name"]) if self._lies_in(key, country)]
                region = self._put(
                    row["qid"] or next(iter(known), ""), REGION, row, row.items("abbreviations")
                )
                region.country = [country]
                self._draft.places[region.key] = PlaceDraft(country)
                self._own_regions.setdefault(fold(row["name"]), []).append(region.key)
                self._set_adjectives(region.key, row)

    def add_cities(self, paths: Iterable[Path]) -> None:
        """Cities with country, region and population."""
        checks: dict[str, Check] = {
            "qid": qid,
            "name": filled,
            "country": filled,
            "population": count,
            **_CHECKED,
        }
        for path in paths:
            for row in rows(path, checks, ("aliases", "region", "note"), self._problems):
                if country := self._country_of(row):
                    region = self.place(row["region"], country) if row["region"] else ""
                    city = self._city(row["name"], row["qid"], country, row, region)
                    city.add_aliases(row.items("aliases"))
                    place = self._draft.places[city.key]
                    place.population = max(place.population, int(row["population"] or 0))

    def add_capitals(self, paths: Iterable[Path]) -> None:
        """Capitals with their spans of time; a place in these tables has no others."""
        checks: dict[str, Check] = {
            "place": filled, "place_qid": qid, "capital": filled, "capital_qid": qid, "role": one_of(*_ROLES),
            "start": date, "end": end_date, "status": one_of("", "disputed"), **_CHECKED,
        }  # fmt: skip
        own = []
        for path in paths:
            for row in rows(path, checks, ("capital_aliases", "note"), self._problems):
                note = row["note"].partition("country: ")[2].split(";")[0].strip()
                within = self.country(note) if note else ""
                place = row["place_qid"] or self.place(row["place"], within)
                if place not in self._draft.entities:
                    self._problems.add(row.place, f"place: {row['place']!r} is no known country or region")
                    continue
                if self._draft.entities[place].kind == CITY:
                    continue
                country = self._draft.places[place].country or place
                city = self._city(
                    row["capital"], row["capital_qid"], country, row, place if country != place else ""
                )
                city.add_aliases(row.items("capital_aliases"))
                names = [row["capital"], *row.items("capital_aliases"), city.label, *city.aliases]
                own.append(
                    CapitalDraft(
                        place, city.key, list(dict.fromkeys(names)), row["role"], row["start"], row["end"],
                        row["status"] == "disputed", row["source"], row["checked"],
                    )
                )  # fmt: skip
        places = {capital.place for capital in own}
        self._draft.capitals = [
            capital for capital in self._draft.capitals if capital.place not in places
        ] + own

    def resolve_jurisdictions(self) -> None:
        """Give offices whose jurisdiction is only a name ("Kebbi State") the place, where there is one."""
        for office in self._draft.offices:
            if office.jurisdiction and office.jurisdiction not in self._draft.entities:
                for name in (office.jurisdiction, _KIND_OF_REGION.sub("", office.jurisdiction)):
                    regions = self._own_regions.get(fold(name)) or self._names[REGION].find(name)
                    within = [key for key in regions if self._draft.places[key].country == office.country]
                    if within:
                        office.jurisdiction = within[0]
                        break

    def _country_of(self, row: Row) -> str:
        country = self.country(row["country"])
        if not country:
            self._problems.add(row.place, f"country: {row['country']!r} is no known country")
        return country

    def _lies_in(self, key: str, country: str) -> bool:
        place = self._draft.places.get(key)
        return place is not None and place.country in ("", country)

    def _put(self, key: str, kind: str, row: Row, aliases: list[str]) -> EntityDraft:
        """The entity of a row, new or known, with the row's names in front of those it had."""
        entity = self._draft.entities.get(key)
        if entity is None:
            key = key or self._draft.local_key(row["name"])
            entity = self._draft.entities[key] = EntityDraft(key, kind, row["name"])
        before = [entity.label, *entity.aliases]
        entity.kind, entity.label, entity.aliases = kind, row["name"], []
        entity.add_aliases([*aliases, *before])
        entity.source, entity.as_of = row["source"], row["checked"]
        self._names[kind].add(entity)
        return entity

    def _city(self, name: str, key: str, country: str, row: Row, region: str) -> EntityDraft:
        """The city a row means, new where none fits.

        A city-state's item is that of the region or country: the city then has an entity of its own.
        """
        known = self._draft.entities.get(key)
        if known is not None and known.kind != CITY:
            key, known = "", None
        if not key:
            found = [city for city in self._names[CITY].find(name) if self._lies_in(city, country)]
            in_region = [
                city for city in found if not region or self._draft.places[city].region in ("", region)
            ]
            key = next(iter(in_region), "")
            known = self._draft.entities.get(key)
        if known is None:
            key = key or self._draft.local_key(name)
            known = EntityDraft(
                key, CITY, name, country=[country], source=row["source"], as_of=row["checked"]
            )
            self._draft.entities[key] = known
        known.add_aliases([name])
        place = self._draft.places.setdefault(key, PlaceDraft())
        place.country, place.region = place.country or country, place.region or region
        known.country = known.country or [country]
        self._names[CITY].add(known)
        return known

    def _set_adjectives(self, key: str, row: Row) -> None:
        words = [*row.items("adjectives"), *row.items("demonyms")]
        if words:
            self._draft.adjectives = {pair for pair in self._draft.adjectives if pair[1] != key}
            self._draft.adjectives.update((word, key) for word in words)


def _usual(alias: str) -> bool:
    """Whether a source's alias of a place is more than a code or a name with an explanation."""
    return "(" not in alias and not (len(alias) <= 3 and alias.isupper())
