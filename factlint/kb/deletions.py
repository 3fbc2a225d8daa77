"""The deletion index: which tokens may be one edit apart.

Two strings within one insertion, deletion, substitution or transposition share a string that comes of
deleting at most one character from each (Garbe's symmetric-delete method, as in SymSpell). Keys are
32-bit hashes; a collision costs one needless comparison.
"""

from __future__ import annotations

from zlib import crc32


def deletion_keys(token: str) -> frozenset[int]:
    """Hashes of the token and of everything that is left after deleting one character."""
    return frozenset(
        (crc32(token.encode()), *(crc32((token[:i] + token[i + 1 :]).encode()) for i in range(len(token))))
    )
