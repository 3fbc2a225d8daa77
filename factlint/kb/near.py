"""Names within an edit or two of what the copy has."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factlint.kb.deletions import deletion_keys
from factlint.kb.names import SUFFIXES

LONG = 8
"""A token of this many letters may differ by two edits, a shorter one by one."""


@dataclass(frozen=True, slots=True)
class NearName:
    """A row of the name table with its distance."""

    entity: int
    text: str
    kind: int
    edits: int


def near_names(connection: sqlite3.Connection, query: Sequence[str], kinds: Sequence[str]) -> list[NearName]:
    """Names of which one token differs slightly from the query's and the others fit.

    Args:
        connection: the snapshot.
        query: folded tokens of the name in the copy.
        kinds: kinds of entities wanted, all where empty.
    """
    query = [token for token in query if token not in SUFFIXES]
    if not query:
        return []
    found: dict[tuple[int, str], NearName] = {}
    for text, folded, entity, kind in _candidates(connection, query, kinds):
        edits = alignment_edits(query, folded.split())
        if edits is None:
            continue
        best = found.get((entity, text))
        if best is None or edits < best.edits:
            found[entity, text] = NearName(entity, text, kind, edits)
    return list(found.values())


def similar_tokens(connection: sqlite3.Connection, token: str) -> dict[str, tuple[int, int]]:
    """Known tokens within the edits allowed: token -> (its id, edits); the token itself included."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only misses need it

    keys = sorted(deletion_keys(token))
    rows = connection.execute(
        "SELECT DISTINCT token.id, token.text FROM deletion JOIN token ON token.id = deletion.token"
        f" WHERE hash IN ({','.join('?' * len(keys))})",
        keys,
    )
    similar = {}
    for token_id, text in rows:
        edits = OSA.distance(token, text, score_cutoff=1)
        if edits <= 1:
            similar[text] = (token_id, edits)
    return similar


def alignment_edits(query: Sequence[str], name: Sequence[str]) -> int | None:
    """Edits between two names token by token, None where more than one token differs or too much.

    Generational suffixes of the known name do not count; an initial fits a token that begins with it.
    """
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only misses need it

    known = [token for token in name if token not in SUFFIXES]
    if len(known) != len(query):
        return None
    edits = 0
    for asked, token in zip(query, known, strict=True):
        if asked == token:
            continue
        if edits:
            return None
        allowed = 2 if min(len(asked), len(token)) >= LONG else 1
        edits = OSA.distance(asked, token, score_cutoff=allowed)
        if edits > allowed or min(len(asked), len(token)) < 3:
            return None
    return edits


def _candidates(
    connection: sqlite3.Connection, query: Sequence[str], kinds: Sequence[str]
) -> Iterable[tuple[str, str, int, int]]:
    """Names that hold, for one slot, a similar token and, for the others, the query's own."""
    of_kind = f" AND entity.kind IN ({','.join('?' * len(kinds))})" if kinds else ""
    sql = (
        "SELECT name.text, name.folded, name.entity, name.kind FROM posting"
        " JOIN name ON name.id = posting.name JOIN entity ON entity.id = name.entity"
        " WHERE posting.token = ?" + of_kind
    )
    exact = {
        token: row
        for token in query
        if (row := connection.execute("SELECT id, names FROM token WHERE text = ?", (token,)).fetchone())
    }
    drivers: set[int] = set()
    for slot, token in enumerate(query):
        others = [exact.get(other) for index, other in enumerate(query) if index != slot]
        known = [row for row in others if row is not None]
        if len(known) < len(others):
            continue
        similar = [token_id for token_id, _ in similar_tokens(connection, token).values()]
        rarest = min(known, key=lambda row: row[1], default=None)
        if rarest is not None and rarest[1] <= len(similar) * 20:
            drivers.add(rarest[0])
        else:
            drivers.update(similar)
    for driver in sorted(drivers):
        yield from connection.execute(sql, (driver, *kinds))
