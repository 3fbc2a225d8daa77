"""Names within an edit or two of what the copy has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.kb.deletions import LONG, SHORTEST, deletion_keys, probe_keys, unpack
from factlint.kb.names import name_key
from factlint.kb.spelling import Spelling

if TYPE_CHECKING:
    import sqlite3

MOST_EDITS = 2
"""Two names further apart than this, over all their tokens, are not near."""


@dataclass(frozen=True, slots=True)
class NearName:
    """A name in the index with its distance.

    Attributes:
        entity: row number of the entity.
        text: the name as the knowledge base spells it, empty where it is the label.
        kind: label, alias or short form.
        edits: distance over all tokens, 0 for other spellings of the same name.
        extra: how many tokens one of the names has more: initials and suffixes.
    """

    entity: int
    text: str
    kind: int
    edits: int
    extra: int

    @property
    def rank(self) -> tuple[int, int, int]:
        """Smaller for the name of an entity that is closer to what the copy has."""
        return self.edits, self.extra, self.kind


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the copy has before the surname.

    Attributes:
        tokens: its tokens without middle initials.
        length: the number of tokens with them.
        letters: with what the first token may begin, in all its romanisations; "" where there is none.
    """

    tokens: list[str]
    length: int
    letters: tuple[str, ...]


class NearIndex:
    """Finds near names in a snapshot.

    Args:
        connection: the snapshot.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        from rapidfuzz.distance import OSA  # opening a snapshot must not wait for it

        self._connection = connection
        self._distance = OSA.distance
        self.spelling = Spelling(connection)

    def near(self, name: str) -> list[NearName]:
        """Names of which the tokens fit the given one's but for a slip.

        One token, or two by one edit each, may differ; all others must be the same, another
        romanisation, or an initial. Where nothing is found and the surname is long, surnames two edits
        away are tried, and then the name without what stands between given name and surname.
        """
        key = name_key(name)
        if key is None:
            return []
        rest = key.rest.partition(",")[0].split()
        asked = self._asked(rest)
        found: list[NearName] = []
        for head, edits, text in self._heads(key.head):
            strict = edits if edits or text == key.head else self.slip(key.head, text, MOST_EDITS)
            found += self._in_cluster(head, asked, edits, strict)
        if not found and len(key.head) >= LONG - MOST_EDITS and self._may_be_name(key.head, rest):
            for head, _ in self._distant(key.head):
                found += self._in_cluster(head, asked, MOST_EDITS, MOST_EDITS)
        if not found and len(rest) > 1:
            return self.near(f"{rest[0]} {key.head}")
        return found

    def similar_tokens(self, token: str) -> list[tuple[int, str, int]]:
        """Surnames and other last tokens near this one: (token id, text, edits), the nearest first."""
        near = [(head, text, edits) for head, edits, text in self._heads(token)]
        if len(token) >= LONG - MOST_EDITS:
            near += [(head, text, MOST_EDITS) for head, text in self._distant(token)]
        return sorted(near, key=lambda found: (found[2], found[1]))

    def slip(self, asked: str, known: str, spare: int) -> int | None:
        """Edits between two tokens, None where they are further apart than their length allows."""
        shorter = min(len(asked), len(known))
        if shorter < SHORTEST:
            return None
        long = max(len(asked), len(known)) >= LONG
        allowed = min(spare, MOST_EDITS if long else 1)
        edits: int = self._distance(asked, known, score_cutoff=allowed)
        return edits if edits <= allowed else None

    def _heads(self, token: str) -> Iterator[tuple[int, int, str]]:
        """(token id, edits, text) of the token itself, its other romanisations and those one edit away."""
        variants = self.spelling.variants(token)
        seen = set()
        for text in (token, *sorted(variants)):
            row = self._connection.execute("SELECT id FROM token WHERE text = ?", (text,)).fetchone()
            if row:
                seen.add(row[0])
                yield row[0], 0, text
        if len(token) < SHORTEST:
            return
        for head, text in self._filed("deletion", deletion_keys(token)):
            if head not in seen and self._distance(token, text, score_cutoff=1) <= 1:
                yield head, 1, text

    def _distant(self, token: str) -> Iterator[tuple[int, str]]:
        for head, text in self._filed("segment", probe_keys(token)):
            if self._distance(token, text, score_cutoff=MOST_EDITS) == MOST_EDITS:
                yield head, text

    def _filed(self, table: str, keys: frozenset[int]) -> list[tuple[int, str]]:
        """Id and text of the tokens filed under any of the keys."""
        rows = self._connection.execute(
            f"SELECT tokens FROM {table} WHERE hash IN ({','.join(map(str, keys))})"
        )
        ids = {token for (packed,) in rows for token in unpack(packed)}
        return self._connection.execute(
            f"SELECT id, text FROM token WHERE id IN ({','.join(map(str, sorted(ids)))}) ORDER BY id"
        ).fetchall()

    def _may_be_name(self, head: str, rest: list[str]) -> bool:
        """Whether two edits are worth looking for: an ordinary word is hardly a name misspelt twice."""
        if self._connection.execute("SELECT 1 FROM word WHERE text = ?", (head,)).fetchone():
            return False
        known = "SELECT 1 FROM token WHERE text = ?"
        return not rest or self._connection.execute(known, rest[:1]).fetchone() is not None

    def _asked(self, rest: list[str]) -> _Asked:
        first = rest[0] if rest else ""
        letters = {form[:1] for form in (first, *self.spelling.variants(first))} if first else {""}
        tokens = rest[:1] + [token for token in rest[1:] if len(token) > 1]
        return _Asked(tokens, len(rest), tuple(sorted(letters)))

    def _in_cluster(self, head: int, asked: _Asked, edits: int, strict: int | None) -> Iterator[NearName]:
        """Names with this head of which the other tokens fit.

        Args:
            head: token id of the surname.
            asked: what stands before the surname in the copy.
            edits: distance of the surnames where romanisations count as the same.
            strict: their distance where they do not, None where it is too large.
        """
        for known, entity, kind, romanised, text in self._cluster(head, asked if edits else None):
            spent = edits if romanised else strict
            if spent is None:
                continue
            before, _, suffix = known.partition(",")
            tokens = before.split()
            distance = self._align(asked.tokens, tokens, MOST_EDITS - spent, bool(romanised))
            if distance is not None:
                extra = abs(len(tokens) - asked.length) + bool(suffix)
                yield NearName(entity, text, kind, spent + distance, extra)

    def _cluster(self, head: int, asked: _Asked | None) -> Iterator[tuple[str, int, int, int, str]]:
        """The names with this head, or only those whose first token may be the one asked for but for a slip.

        Where the surname is misspelt already, few of a common surname's bearers fit. So the database picks
        out those whose first token begins with one of the letters, or differs in its first letter only.
        """
        columns = "SELECT rest, entity, kind, romanised, text FROM name WHERE head = ?"
        if asked is None:
            yield from self._connection.execute(columns, (head,))
            return
        for letter in asked.letters:
            last = f"{letter}\U0010ffff" if letter else "-"
            yield from self._connection.execute(f"{columns} AND rest BETWEEN ? AND ?", (head, letter, last))
        first = asked.tokens[0] if asked.tokens else ""
        if len(first) >= SHORTEST:
            # The letter was replaced, left out, put in front, or changed places with the next.
            yield from self._connection.execute(
                f"{columns} AND (substr(rest, 2, ?2) = ?3 OR substr(rest, 2, ?4) = ?5"
                " OR substr(rest, 1, ?2) = ?3 OR substr(rest, 1, ?4) = ?6)",
                (head, len(first) - 1, first[1:], len(first), first, first[1] + first[0] + first[2:]),
            )

    def _align(self, asked: list[str], known: list[str], spare: int, romanised: bool) -> int | None:
        """Edits between the tokens before the surname, None where they do not fit."""
        if len(known) > len(asked):
            known = known[:1] + [token for token in known[1:] if len(token) > 1]
        if len(asked) != len(known):
            # "vander" for "van der": one space too few or too many.
            return (
                1
                if spare and abs(len(asked) - len(known)) == 1 and "".join(asked) == "".join(known)
                else None
            )
        edits = 0
        for one, other in zip(asked, known, strict=True):
            if one == other or _initial(one, other):
                continue
            if romanised and self.spelling.same(one, other):
                continue
            distance = self.slip(one, other, spare - edits)
            if distance is None:
                return None
            edits += distance
        return edits


def _initial(one: str, other: str) -> bool:
    return (len(one) == 1 and other.startswith(one)) or (len(other) == 1 and one.startswith(other))
