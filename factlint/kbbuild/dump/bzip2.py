"""Blocks of a bzip2 file, each of which can be decompressed by itself.

A bzip2 stream is a row of blocks of at most 900 kB that share nothing. A block begins with 48 bits, the
digits of pi, at any bit of any byte; a stream ends with another 48. Cutting the file there lets every
core decompress, and a run that was killed go on at a block. The layout is described by Joe Tsai,
"BZIP2: Format Specification" (2016).
"""

from __future__ import annotations

import bz2
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_BLOCK, _END = 0x314159265359, 0x177245385090
_MAGIC_BITS = 48
_WINDOW = 1 << 20
_HEADER = b"BZh9"
"""Written in front of each block, whatever the file's own block size: a larger one does no harm."""


@dataclass(frozen=True, slots=True)
class Block:
    """Where a block lies in the file: its first bit and the first bit after it."""

    start: int
    stop: int


class Bzip2Error(Exception):
    """The file is no bzip2 file, or is damaged or cut short."""


def find_blocks(path: Path, start: int = 0) -> Iterator[Block]:
    """The blocks of a file in order, from a block's first bit on, or from the beginning.

    Raises:
        Bzip2Error: it does not begin as a bzip2 file does, or ends within a block.
        OSError: it cannot be read.
    """
    if not start:
        with path.open("rb") as file:
            if file.read(3) != _HEADER[:3]:
                raise Bzip2Error("it is not compressed with bzip2")
    opened: int | None = None
    ended = False
    for bit, is_block in _magics(path, start):
        if opened is not None:
            yield Block(opened, bit)
        opened, ended = (bit, False) if is_block else (None, True)
    if not ended:
        raise Bzip2Error("it is cut short")


def decompress(path: Path, block: Block) -> bytes:
    """What a block holds.

    Raises:
        Bzip2Error: the block is damaged, or is only a part of one.
        OSError: the file cannot be read.
    """
    first, last = block.start // 8, (block.stop + 7) // 8
    with path.open("rb") as file:
        file.seek(first)
        read = file.read(last - first)
    length = block.stop - block.start
    bits = int.from_bytes(read, "big") >> (-block.stop % 8) & (1 << length) - 1
    # A stream of this block alone has the block's checksum, which follows its first bits, as its own.
    checksum = bits >> (length - _MAGIC_BITS - 32) & 0xFFFFFFFF
    bits = (bits << _MAGIC_BITS | _END) << 32 | checksum
    length += _MAGIC_BITS + 32
    padding = -length % 8
    stream = _HEADER + (bits << padding).to_bytes((length + padding) // 8, "big")
    decompressor = bz2.BZ2Decompressor()
    try:
        data = decompressor.decompress(stream)
    except (OSError, ValueError, EOFError) as error:
        raise Bzip2Error(f"it is damaged at byte {first}") from error
    if not decompressor.eof:
        raise Bzip2Error(f"it is damaged at byte {first}")
    return data


def _magics(path: Path, start: int) -> Iterator[tuple[int, bool]]:
    """First bit of each magic number from a bit on, and whether it begins a block."""
    overlap = _MAGIC_BITS // 8 + 1
    with path.open("rb") as file:
        offset = start // 8
        file.seek(offset)
        window = b""
        while more := file.read(_WINDOW):
            window += more
            found = {
                (offset * 8 + bit, is_block)
                for magic, is_block in ((_BLOCK, True), (_END, False))
                for bit in _search(window, magic)
            }
            for bit, is_block in sorted(found):
                if bit >= start:
                    yield bit, is_block
                    start = bit + 1
            offset += max(0, len(window) - overlap)
            window = window[-overlap:]


def _search(window: bytes, magic: int) -> Iterator[int]:
    """First bits of a 48-bit number in some bytes."""
    for shift in range(8):
        # Whole bytes in the middle of the number, as they look when it begins `shift` bits into a byte.
        skipped = 1 if shift else 0
        middle = (magic << 8 - shift).to_bytes(7, "big")[skipped:6]
        at = window.find(middle)
        while at >= 0:
            first = at - skipped
            word = int.from_bytes(window[max(first, 0) : first + 7].ljust(7, b"\0"), "big")
            whole = first >= 0 and first * 8 + shift + _MAGIC_BITS <= len(window) * 8
            if whole and word >> 8 - shift & (1 << _MAGIC_BITS) - 1 == magic:
                yield first * 8 + shift
            at = window.find(middle, at + 1)
