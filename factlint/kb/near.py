"""Names within an edit or two of what the copy has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from factlint.kb.clusters import Asked, Clusters
from factlint.kb.deletions import LONG, SHORTEST, deletion_keys, probe_keys
from factlint.kb.names import name_key
from factlint.kb.spelling import Spelling

if TYPE_CHECKING:
    import sqlite3

MOST_EDITS = 2
"""Two names further apart than this, over all their tokens, are not near."""


class NearName(NamedTuple):
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
        self._clusters = Clusters(connection, self.spelling)

    def near(self, name: str, *, thorough: bool = False) -> list[NearName]:
        """Names of which the tokens fit the given one's but for a slip.

        One token, or two by one edit each, may differ; all others must be the same, another
        romanisation, or an initial. Where nothing is found and the surname is long, surnames two edits
        away are tried, and then the name without what stands between given name and surname.

        Args:
            name: as the copy has it.
            thorough: find every name within two edits, wherever in the name they are. Short tokens two
                edits apart are mostly other names (Moore and Mohr), so this is for looking somebody up
                and not for calling a name wrong.
        """
        key = name_key(name)
        if key is None:
            return []
        before = key.rest.partition(",")[0]
        rest = before.split()
        asked = self._asked(rest)
        found: list[NearName] = []
        for head, edits, text in self._heads(key.head):
            strict = edits if edits or text == key.head else self.slip(key.head, text, MOST_EDITS)
            found += self._in_cluster(head, asked, edits, strict, before if thorough else None)
        if thorough:
            found += self._bearers(before, asked, key.head)
        if not found and len(key.head) >= LONG - MOST_EDITS and self._may_be_name(key.head, rest):
            for head, _ in self._distant(key.head, asked):
                found += self._in_cluster(head, asked, MOST_EDITS, MOST_EDITS)
        if not found and len(rest) > 1:
            return self.near(f"{rest[0]} {key.head}", thorough=thorough)
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
        for head, text in self._clusters.filed("deletion", deletion_keys(token)):
            if head not in seen and self._distance(token, text, score_cutoff=1) <= 1:
                yield head, 1, text

    def _distant(self, token: str, asked: Asked | None = None) -> Iterator[tuple[int, str]]:
        """(token id, text) of the long tokens two edits away; with ``asked`` only those that may fit it."""
        if asked is not None and len(asked.first) > 1:
            # With a given name to go by, comparing its surnames takes less time than the index.
            surnames = self._clusters.surnames(self._clusters.same_given(asked.first))
            long = {surname for surname in surnames if len(surname) >= LONG}
            tokens = self._clusters.ids(self._clusters.within(token, long, MOST_EDITS))
        else:
            tokens = self._clusters.filed("segment", probe_keys(token))
        for head, text in tokens:
            if self._distance(token, text, score_cutoff=MOST_EDITS) == MOST_EDITS:
                yield head, text

    def _bearers(self, before: str, asked: Asked, surname: str) -> Iterator[NearName]:
        """Names with the same first token, and a surname within two edits.

        The other tokens are the same too, or an edit away where the index of surnames has no tokens as
        short as this one.
        """
        surnames = self._clusters.surnames([asked.first])
        for head, text in self._clusters.ids(self._clusters.within(surname, surnames, MOST_EDITS)):
            edits: int = self._distance(surname, text)
            if not edits:
                continue
            rests = {before}
            if edits == 1 and min(len(surname), len(text)) < SHORTEST:
                rests = self._clusters.within(before, self._clusters.rests(head), 1)
            for rest, entity, kind, _, shown in self._clusters.rows(head, rests):
                yield NearName(entity, shown, kind, edits + self._distance(before, rest), 0)

    def _may_be_name(self, head: str, rest: list[str]) -> bool:
        """Whether two edits are worth looking for: an ordinary word is hardly a name misspelt twice."""
        if self._connection.execute("SELECT 1 FROM word WHERE text = ?", (head,)).fetchone():
            return False
        known = "SELECT 1 FROM token WHERE text = ?"
        return not rest or self._connection.execute(known, rest[:1]).fetchone() is not None

    def _asked(self, rest: list[str]) -> Asked:
        first = rest[0] if rest else ""
        letters = {form[:1] for form in (first, *self.spelling.variants(first))} if first else {""}
        tokens = rest[:1] + [token for token in rest[1:] if len(token) > 1]
        return Asked(tokens, len(rest), tuple(sorted(letters)))

    def _in_cluster(
        self, head: int, asked: Asked, edits: int, strict: int | None, before: str | None = None
    ) -> Iterator[NearName]:
        """Names with this head of which the other tokens fit.

        Args:
            head: token id of the surname.
            asked: what stands before the surname in the copy.
            edits: distance of the surnames where romanisations count as the same.
            strict: their distance where they do not, None where it is too large.
            before: where given, what stands before the surname may also differ from this by as many edits
                as are left, in whatever tokens they are.
        """
        read = self._clusters.likely_if_misspelt if edits else self._clusters.likely
        for known, entity, kind, romanised, text in read(head, asked):
            spent = edits if romanised else strict
            if spent is None:
                continue
            rest, _, suffix = known.partition(",")
            tokens = rest.split()
            spare = MOST_EDITS - spent
            distance = self._align(asked.tokens, tokens, spare, bool(romanised))
            if distance is None and before is not None:
                distance = self._distance(before, rest, score_cutoff=spare)
            if distance is not None and distance <= spare:
                extra = abs(len(tokens) - asked.length) + bool(suffix)
                yield NearName(entity, text, kind, spent + distance, extra)

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
