"""The line hash by which GitHub code scanning follows a result through edits.

The algorithm is that of the CodeQL action's ``fingerprints.ts``: a polynomial hash of the 100 UTF-16
code units from the beginning of the line, without spaces and tabs, line ends as LF, the end of the
file as 65535 and padded with zeros; then a colon and how often that hash has come up so far.
"""

from __future__ import annotations

import struct
from collections import Counter

from factlint.regex import regex
from factlint.text.source import SourceText

_BLOCK = 100
_FACTOR = 37
_MASK = (1 << 64) - 1
_END_OF_FILE = 65535
_SKIPPED = regex(r"[ \t]+")
_LINE_END = regex(r"\r\n?")


def line_hashes(source: SourceText) -> tuple[str, ...]:
    """The ``primaryLocationLineHash`` of every line of a text; index 0 is line 1."""
    text = ("\ufeff" if source.bom else "") + _LINE_END.sub("\n", source.text)
    packed = _SKIPPED.sub("", text).encode("utf-16-le", "surrogatepass")
    units = (*struct.unpack(f"<{len(packed) // 2}H", packed), _END_OF_FILE)
    seen: Counter[int] = Counter()
    hashes = []
    for start in _line_starts(units):
        value = _hash(units[start : start + _BLOCK])
        seen[value] += 1
        hashes.append(f"{value:x}:{seen[value]}")
    return tuple(hashes)


def _line_starts(units: tuple[int, ...]) -> list[int]:
    line_feed = ord("\n")
    return [0, *(place + 1 for place, unit in enumerate(units) if unit == line_feed)]


def _hash(units: tuple[int, ...]) -> int:
    value = 0
    for unit in units:
        value = (value * _FACTOR + unit) & _MASK
    return value * pow(_FACTOR, _BLOCK - len(units), 1 << 64) & _MASK
