"""The names of countries and regions, for reading the labels of offices."""

from __future__ import annotations

from collections.abc import Iterable

from factlint.kb.names import fold


class Gazetteer:
    """Which country or region a name or an adjective means.

    Args:
        names: (name, place id); of two places with one name, the first given is meant.
        adjectives: (adjective or demonym, place id).
    """

    def __init__(self, names: Iterable[tuple[str, str]], adjectives: Iterable[tuple[str, str]]) -> None:
        self._names: dict[str, str] = {}
        self._adjectives: dict[str, str] = {}
        for name, place in names:
            self._names.setdefault(_key(name), place)
        for adjective, place in adjectives:
            self._adjectives.setdefault(fold(adjective), place)

    def place(self, name: str) -> str:
        """The place with this name, with or without its article; empty where there is none."""
        return self._names.get(_key(name), "")

    def by_adjective(self, adjective: str) -> str:
        """The place of which this is the adjective; empty where there is none."""
        return self._adjectives.get(fold(adjective), "")


def _key(name: str) -> str:
    return fold(name).removeprefix("the ")
