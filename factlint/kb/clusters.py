"""The names of a snapshot, read by surname and by given name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from factlint.kb.deletions import unpack
from factlint.kb.spelling import Spelling

if TYPE_CHECKING:
    import sqlite3

NameRow = tuple[str, int, int, int, str]
"""A name without its head: rest, row number of the entity, kind, whether romanised, text."""

_COLUMNS = "rest, entity, kind, romanised, text"
_LAST = "\U0010ffff"
_MOST_EDITS = 2


class Asked(NamedTuple):
    """What the copy has before the surname.

    Attributes:
        tokens: its tokens without middle initials.
        length: the number of tokens with them.
        letters: with what the first token may begin, in all its romanisations; "" where there is none.
    """

    tokens: list[str]
    length: int
    letters: tuple[str, ...]

    @property
    def first(self) -> str:
        """The first token: mostly the given name; "" where there is none."""
        return self.tokens[0] if self.tokens else ""


class Clusters:
    """Reads names of one surname, and surnames of one given name.

    Args:
        connection: the snapshot.
        spelling: its romanisations.
    """

    def __init__(self, connection: sqlite3.Connection, spelling: Spelling) -> None:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        self._connection = connection
        self._spelling = spelling
        self._distance = OSA.distance
        self._extract = process.extract_iter

    def within(self, token: str, tokens: Collection[str], edits: int) -> set[str]:
        """Those of many tokens that are at most so many edits from one; compared in one go."""
        found = self._extract(token, tokens, scorer=self._distance, processor=None, score_cutoff=edits)
        return {text for text, _, _ in found}

    def ids(self, texts: Iterable[str]) -> list[tuple[int, str]]:
        """Id and text of tokens, by id; of those that the snapshot has."""
        ready = list(texts)
        marks = ",".join("?" * len(ready))
        rows = self._connection.execute(
            f"SELECT id, text FROM token WHERE text IN ({marks}) ORDER BY id", ready
        )
        return rows.fetchall()

    def filed(self, table: str, keys: frozenset[int]) -> list[tuple[int, str]]:
        """Id and text of the tokens filed under any of the keys of an index."""
        rows = self._connection.execute(
            f"SELECT tokens FROM {table} WHERE hash IN ({','.join(map(str, keys))})"
        )
        ids = {token for (packed,) in rows for token in unpack(packed)}
        return self._connection.execute(
            f"SELECT id, text FROM token WHERE id IN ({','.join(map(str, sorted(ids)))}) ORDER BY id"
        ).fetchall()

    def rests(self, head: int) -> set[str]:
        """What stands before a surname in the names that have it."""
        # One long text comes out of the database many times faster than thousands of rows.
        (joined,) = self._connection.execute(
            "SELECT group_concat(rest, '|') FROM name WHERE head = ?", (head,)
        ).fetchone()
        return set() if joined is None else set(joined.split("|"))

    def rows(self, head: int, rests: Collection[str]) -> Iterator[NameRow]:
        """The names that have a surname, and one of these before it."""
        marks = ",".join("?" * len(rests))
        yield from self._connection.execute(
            f"SELECT {_COLUMNS} FROM name WHERE head = ? AND rest IN ({marks}) ORDER BY rest, entity",
            (head, *rests),
        )

    def likely(self, head: int, asked: Asked) -> Iterator[NameRow]:
        """The names that have a surname, without most of those of which the rest cannot fit.

        The first tokens of fitting names begin alike (the same, an initial, a romanisation, or written
        in one with the next) or are at most two edits apart.
        """
        rests = self.rests(head)
        firsts = {rest: rest.partition(",")[0].partition(" ")[0] for rest in rests}
        near = self.within(asked.first, set(firsts.values()), _MOST_EDITS)
        letters = tuple(filter(None, asked.letters))
        yield from self.rows(
            head, [rest for rest in rests if rest.startswith(letters) or firsts[rest] in near]
        )

    def likely_if_misspelt(self, head: int, asked: Asked) -> Iterator[NameRow]:
        """The names that have a surname, and a first token that may be the one asked for but for a slip.

        Where the surname is misspelt already, few of a common surname's bearers fit. So the database picks
        out those whose first token begins with one of the letters, or differs in its first letter only.
        """
        columns = f"SELECT {_COLUMNS} FROM name WHERE head = ?"
        for letter in asked.letters:
            last = f"{letter}{_LAST}" if letter else "-"
            yield from self._connection.execute(f"{columns} AND rest BETWEEN ? AND ?", (head, letter, last))
        first = asked.first
        if len(first) > 1:
            # The letter was replaced, left out, put in front, or changed places with the next.
            yield from self._connection.execute(
                f"{columns} AND (substr(rest, 2, ?2) = ?3 OR substr(rest, 2, ?4) = ?5"
                " OR substr(rest, 1, ?2) = ?3 OR substr(rest, 1, ?4) = ?6)",
                (head, len(first) - 1, first[1:], len(first), first, first[1] + first[0] + first[2:]),
            )

    def surnames(self, given: Iterable[str]) -> list[str]:
        """The last tokens of all names that begin with one of these tokens; "" for names of one token."""
        ready = list(given)
        marks = ",".join("?" * len(ready))
        rows = self._connection.execute(
            "SELECT heads FROM surname WHERE given IN"
            f" (SELECT id FROM token WHERE text IN ({marks}){' UNION SELECT 0' * ('' in ready)})",
            ready,
        )
        return list(chain.from_iterable(heads.split(" ") for (heads,) in rows))

    def same_given(self, first: str) -> set[str]:
        """All tokens that mean the same given name: the token, its initial, its romanisations."""
        found = {first, first[:1], *self._spelling.members(first)}
        if stem := self._spelling.stem(first):
            rows = self._connection.execute(
                "SELECT text FROM token WHERE text BETWEEN ? AND ?", (stem, f"{stem}{_LAST}")
            )
            found.update(text for (text,) in rows if self._spelling.same(first, text))
        return found
