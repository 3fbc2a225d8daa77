"""A dump's plain bytes, piece by piece, with the places from which reading can go on."""

from __future__ import annotations

import gzip
import zlib
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from factlint.errors import SnapshotError
from factlint.kbbuild.dump.bzip2 import Block, Bzip2Error, decompress, find_blocks

SUFFIXES = (".json", ".gz", ".bz2", ".zst")
"""What the file names of dumps end with."""

_PIECE = 1 << 20
_FED = 1 << 11
"""Compressed bytes given to Zstandard at a time: four of them may stand for 128 kB of zeros."""


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a dump's plain bytes.

    Attributes:
        mark: where reading can begin: a byte of a plain file, a bit of a ``.bz2`` file, 0 for other
            compressed files, which can only be read from the beginning.
        skip: how many plain bytes to pass over from there.
    """

    mark: int = 0
    skip: int = 0

    def __add__(self, plain_bytes: int) -> Position:
        return Position(self.mark, self.skip + plain_bytes)


BEGINNING = Position()


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes of a dump.

    Attributes:
        data: plain bytes.
        position: the place of the first of them.
        offset: how far into the file reading has come, in bytes as they are on disk.
    """

    data: bytes
    position: Position
    offset: int


class _Stream(Protocol):
    def read(self, size: int, /) -> bytes: ...


def read_pieces(
    path: Path, position: Position = BEGINNING, executor: Executor | None = None, ahead: int = 0
) -> Iterator[Piece]:
    """The bytes of a dump from a position on.

    Args:
        path: a file named ``.json``, ``.gz``, ``.bz2`` or ``.zst``; others are taken for plain files.
        position: where to begin: that of a piece, or within one.
        executor: decompresses the blocks of ``.bz2`` files; without one, this process does.
        ahead: how many blocks may be waiting in it.

    Raises:
        SnapshotError: the file cannot be read, its compression is broken, or a library for it is missing.
    """
    try:
        if path.suffix == ".bz2":
            yield from _bzip2(path, position, executor, ahead)
        elif path.suffix in (".gz", ".zst"):
            yield from _compressed(path, position)
        else:
            yield from _plain(path, position)
    except OSError as error:
        raise SnapshotError(f"{path}: the dump cannot be read ({error.strerror or error})") from error
    except _damage() as error:
        raise SnapshotError(
            f"{path}: the dump is cut short or damaged ({error})", "check its checksum, or download it again"
        ) from error


def _plain(path: Path, position: Position) -> Iterator[Piece]:
    at = position.mark + position.skip
    with path.open("rb") as file:
        file.seek(at)
        while data := file.read(_PIECE):
            yield Piece(data, Position(at), at + len(data))
            at += len(data)


def _compressed(path: Path, position: Position) -> Iterator[Piece]:
    at = 0
    with path.open("rb") as raw:
        stream = _decompressor(path, raw)
        while data := stream.read(_PIECE):
            here, at = at, at + len(data)
            if at > position.skip:
                start = max(here, position.skip)
                yield Piece(data[start - here :], Position(0, start), raw.tell())


def _decompressor(path: Path, raw: IO[bytes]) -> _Stream:
    if path.suffix == ".zst":
        try:
            return _Zstandard(raw)
        except ImportError as error:
            raise SnapshotError(
                f"{path}: reading .zst files needs the library zstandard",
                "install it with `pip install 'factlint[kb]'`",
            ) from error
    try:
        from isal import igzip
    except ImportError:
        return gzip.GzipFile(fileobj=raw, mode="rb")
    stream: _Stream = igzip.IGzipFile(fileobj=raw, mode="rb")
    return stream


def _bzip2(path: Path, position: Position, executor: Executor | None, ahead: int) -> Iterator[Piece]:
    skip = position.skip
    for block, data in _decompressed(path, find_blocks(path, position.mark), executor, ahead):
        if len(data) > skip:
            yield Piece(data[skip:], Position(block.start, skip), block.stop // 8)
        skip = max(0, skip - len(data))


def _decompressed(
    path: Path, blocks: Iterator[Block], executor: Executor | None, ahead: int
) -> Iterator[tuple[Block, bytes]]:
    """Blocks with what they hold, in order."""
    waiting: deque[tuple[Block, Future[bytes] | None]] = deque()

    def take() -> bool:
        block = next(blocks, None)
        if block is not None:
            waiting.append((block, executor.submit(decompress, path, block) if executor else None))
        return block is not None

    while waiting or take():
        while len(waiting) <= ahead and take():
            pass
        block, future = waiting.popleft()
        try:
            data = future.result() if future else decompress(path, block)
        except Bzip2Error:
            # Once in 2^48 bits the compressed bytes look like the beginning of a block.
            if not waiting and not take():
                raise
            block = Block(block.start, waiting.popleft()[0].stop)
            data = decompress(path, block)
        yield block, data


class _Zstandard:
    """The plain bytes of Zstandard frames; the library's own reader does not notice a file cut short."""

    def __init__(self, raw: IO[bytes]) -> None:
        import zstandard

        self._decompressor = zstandard.ZstdDecompressor()
        self._raw = raw
        self._frame = self._decompressor.decompressobj()
        self._begun = False

    def read(self, size: int, /) -> bytes:
        parts: list[bytes] = []
        while sum(map(len, parts)) < size and (compressed := self._raw.read(_FED)):
            parts += self._decompress(compressed)
        if not parts and self._begun:
            raise EOFError("the file ends within a frame")
        return b"".join(parts)

    def _decompress(self, compressed: bytes) -> Iterator[bytes]:
        while compressed:
            self._begun = True
            yield self._frame.decompress(compressed)
            if not self._frame.eof:
                return
            compressed = self._frame.unused_data
            self._frame, self._begun = self._decompressor.decompressobj(), False


def _damage() -> tuple[type[BaseException], ...]:
    """The errors that damaged files give, also those of the optional libraries that are installed."""
    found: list[type[BaseException]] = [EOFError, zlib.error, Bzip2Error]
    try:
        import zstandard

        found.append(zstandard.ZstdError)
    except ImportError:
        pass
    try:
        from isal import igzip_lib

        found.append(igzip_lib.error)
    except ImportError:
        pass
    return tuple(found)
