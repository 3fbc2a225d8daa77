"""Nicknames: Robert Kestrel is Bob Kestrel in copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from factlint.kb.names import fold


class Nicknames:
    """Which short forms of given names are usual.

    Args:
        rows: given names, each with its short forms.
    """

    def __init__(self, rows: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._short: dict[str, list[str]] = defaultdict(list)
        self._full: dict[str, list[str]] = defaultdict(list)
        for name, forms in rows:
            for form in forms:
                self._short[fold(name)].append(form)
                self._full[fold(form)].append(name)

    def forms(self, names: Iterable[str]) -> Iterator[str]:
        """Other forms of somebody's names, by other forms of the given name.

        Args:
            names: all names of one person, as sources write them.

        Yields:
            Names of two words with the given name shortened; where no name of the person has a given
            name that can be shortened, also with the given names that this one is short for. Tony
            Marlow who is also known as Antony Marlow is never Anthony Marlow.
        """
        pairs = [(given, surname) for given, _, surname in (name.partition(" ") for name in names) if surname]
        plain = [(fold(given), surname) for given, surname in pairs if " " not in surname]
        known_in_full = any(fold(given) in self._short for given, _ in pairs)
        for given, surname in plain:
            for form in self._short.get(given, ()):
                yield f"{form} {surname}"
            if not known_in_full:
                for name in self._full.get(given, ()):
                    yield f"{name} {surname}"
