"""The names of countries and regions, for reading the labels of offices."""

from __future__ import annotations

from collections.abc import Iterable

from factlint.kb.names import fold


class Gazetteer:
    """Which country or region a name or an adjective means.

    Args:
        names: (name, place id); of two places with one name, the first given is meant.
        adjectives: (adjective or demonym, place id).
        countries: place id -> id of its country, for regions.
    """

    def __init__(
        self,
        names: Iterable[tuple[str, str]],
        adjectives: Iterable[tuple[str, str]],
        countries: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._names: dict[str, list[str]] = {}
        self._adjectives: dict[str, list[str]] = {}
        for name, place in names:
            self._names.setdefault(_key(name), []).append(place)
        for adjective, place in adjectives:
            self._adjectives.setdefault(fold(adjective), []).append(place)
        self._countries = dict(countries)

    def place(self, name: str, country: str = "") -> str:
        """The place with this name, with or without its article, in or being the country given.

        Where the country is not given, the first place of that name; empty where there is none.
        """
        return self._first(self._names.get(_key(name), ()), country)

    def by_adjective(self, adjective: str, country: str = "") -> str:
        """The place of which this is the adjective; empty where there is none."""
        return self._first(self._adjectives.get(fold(adjective), ()), country)

    def country(self, place: str) -> str:
        """The country in which a region lies, the place itself where it is none."""
        return self._countries.get(place) or place

    def _first(self, places: Iterable[str], country: str) -> str:
        fitting = (place for place in places if not country or self.country(place) == country)
        return next(iter(fitting), "")


def _key(name: str) -> str:
    return fold(name).removeprefix("the ")
