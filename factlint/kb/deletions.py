"""The two indexes that find tokens within an edit or two.

*Deletions*: two strings within one insertion, deletion, substitution or transposition share a string
that comes of deleting at most one character from each (Garbe's symmetric-delete method, as in SymSpell).

*Segments*: a string cut into three parts and two edits apart from another shares at least one part with
it, shifted by at most two places (the pigeonhole principle, as in Li, Deng, Wang and Feng, "Pass-Join",
VLDB 2012). Deleting two characters would need forty keys a token, this needs three.

Keys are 18-bit hashes, and all tokens of a key are packed into one row. Three tokens share a key by chance,
which costs three needless comparisons; rows of full hashes would take twice the room in the wheel.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zlib import crc32

LONG = 8
"""Tokens of at least this many letters may differ by two edits, shorter ones by one."""
SHORTEST = 3
"""Tokens of fewer letters have so many neighbours that an edit means nothing."""
LONGEST = 40
"""Longer tokens are near nothing: no token of a name has so many letters (of 118,000 the longest has 20), and
taking each letter in turn out of a word of a million would take hours."""

_PARTS = 3
_HASH_BITS = 18
_ID_BYTES = 3


def deletion_keys(token: str) -> frozenset[int]:
    """Hashes of the token and of everything that is left after deleting one of its characters.

    Empty for a token of more than ``LONGEST`` characters, like ``probe_keys``.
    """
    if len(token) > LONGEST:
        return frozenset()
    return frozenset((_hash(token), *(_hash(token[:i] + token[i + 1 :]) for i in range(len(token)))))


def segment_keys(token: str) -> frozenset[int]:
    """Hashes under which a long token is filed: its length, and each of its three parts with its number."""
    return frozenset(_segment(len(token), part, token[a:b]) for part, a, b in _cuts(len(token)))


def probe_keys(token: str) -> frozenset[int]:
    """Hashes of all filed segments that a token within two edits of this one may have.

    Of three parts two edits leave one whole: the first where it was, the last as far from the end as it
    was, or the middle one, at most one place away from either (Pass-Join's multi-match-aware selection).
    Two neighbours that changed places across a cut damage two parts at once; so the first part is also
    looked for with its last letter where the next one stands, and the last part likewise.
    """
    if len(token) > LONGEST:
        return frozenset()
    keys = set()
    for length in range(max(LONG, len(token) - 2), len(token) + 3):
        (_, _, first), (_, second, third), _ = _cuts(length)
        difference = len(token) - length
        keys.add(_segment(length, 0, token[:first]))
        keys.add(_segment(length, 0, token[: first - 1] + token[first : first + 1]))
        for start in range(second + max(-1, difference - 1), second + min(1, difference + 1) + 1):
            keys.add(_segment(length, 1, token[start : start + third - second]))
        last = third + difference
        keys.add(_segment(length, 2, token[last:]))
        keys.add(_segment(length, 2, token[last - 1 : last] + token[last + 1 :]))
    return frozenset(keys)


def _cuts(length: int) -> Iterator[tuple[int, int, int]]:
    """Number, start and end of each part of a string of this length."""
    for part in range(_PARTS):
        yield part, part * length // _PARTS, (part + 1) * length // _PARTS


def _segment(length: int, part: int, text: str) -> int:
    return _hash(f"{length} {part} {text}")


def pack(tokens: Iterable[int]) -> bytes:
    """Token ids as the three-byte numbers of a row."""
    return b"".join(token.to_bytes(_ID_BYTES, "big") for token in sorted(tokens))


def unpack(row: bytes) -> Iterator[int]:
    """The token ids of a row."""
    return (int.from_bytes(row[i : i + _ID_BYTES], "big") for i in range(0, len(row), _ID_BYTES))


def _hash(text: str) -> int:
    return crc32(text.encode()) >> 32 - _HASH_BITS
