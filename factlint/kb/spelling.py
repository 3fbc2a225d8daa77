"""Spellings of one name that are all right: romanisations of names in other scripts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factlint.regex import regex

if TYPE_CHECKING:
    import sqlite3

# Endings of Slavic names that romanisations write in several ways (BGN/PCGN, ISO 9, passports, custom).
_SKY = regex(r"sk(?:yy|iy|yi|ii|ij|yj|iĭ)$")
_IY = regex(r"(?:iy|ii|ij|yi|yy|yj)$")
_YE = regex(r"(?<=[aiou])ye(?=v$|va$|vsky$|vskaya$|nko$)")
_E = regex(r"(?<=[aiou])e(?=v$|va$|vsky$|vskaya$|nko$)")
_SHORTEST_ENDING = 5


class Spelling:
    """The spelling classes of a snapshot.

    Args:
        connection: the snapshot; read once.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._class: dict[str, int] = dict(connection.execute("SELECT token, class FROM spelling"))
        self._members: dict[int, list[str]] = defaultdict(list)
        for token, number in self._class.items():
            self._members[number].append(token)

    def variants(self, token: str) -> frozenset[str]:
        """Other romanisations of a folded token that the tables and the endings give."""
        found = {self.regular(token), *self._endings(token)}
        for member in tuple(found | {token}):
            found.update(self._members[self._class[member]] if member in self._class else ())
        return frozenset(found - {token})

    def same(self, one: str, other: str) -> bool:
        """Whether two folded tokens are romanisations of one name."""
        if one == other:
            return True
        number = self._class.get(one)
        if number is not None and number == self._class.get(other):
            return True
        return self.regular(one) == self.regular(other)

    def members(self, token: str) -> tuple[str, ...]:
        """All tokens of a folded token's spelling class, itself among them; empty where it has none."""
        number = self._class.get(token)
        return () if number is None else tuple(self._members[number])

    @classmethod
    def stem(cls, token: str) -> str:
        """The beginning of all tokens that differ from this one in the ending only; "" where none can."""
        regular = cls.regular(token)
        if len(token) < _SHORTEST_ENDING:
            return ""
        cut = _E.search(regular)
        stem = regular[: cut.start()] if cut else regular.removesuffix("y")
        return "" if stem == regular else stem

    @staticmethod
    def regular(token: str) -> str:
        """A token with the endings of Slavic names in their commonest spelling."""
        if len(token) < _SHORTEST_ENDING:
            return token
        return _YE.sub("e", _IY.sub("y", _SKY.sub("sky", token)))

    @staticmethod
    def _endings(token: str) -> set[str]:
        regular = Spelling.regular(token)
        found: set[str] = set()
        if len(token) >= _SHORTEST_ENDING:
            if regular.endswith("sky"):
                found.update(regular[:-1] + ending for ending in ("yy", "iy", "yi", "ii", "ij"))
            elif regular.endswith("y"):
                found.update(regular[:-1] + ending for ending in ("iy", "ii", "yi"))
            found.update(_E.sub("ye", form) for form in (regular, *found))
        return found
