from __future__ import annotations

import bz2
import gzip
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from dumps import PACK
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.errors import SnapshotError
from factlint.kbbuild.dump import pieces as pieces_module
from factlint.kbbuild.dump.bzip2 import Block, Bzip2Error, decompress, find_blocks
from factlint.kbbuild.dump.pieces import Position, read_pieces

# Enough for four blocks of 100 kB.
NOISE = random.Random(1).randbytes(350_000)  # noqa: S311 - repeatable
PACKED = bz2.compress(NOISE, 1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.binary(max_size=2000), max_size=4), st.integers(1, 9))
def test_blocks_hold_what_was_compressed(tmp_path: Path, parts: list[bytes], level: int) -> None:
    path = tmp_path / "data.bz2"
    # Several streams in a row, as parallel compressors write them.
    path.write_bytes(b"".join(bz2.compress(part, level) for part in (*parts, b"")))
    assert b"".join(decompress(path, block) for block in find_blocks(path)) == b"".join(parts)


def test_blocks_can_be_found_from_any_block_on(tmp_path: Path) -> None:
    path = tmp_path / "data.bz2"
    path.write_bytes(PACKED)
    blocks = list(find_blocks(path))
    assert len(blocks) == 4
    for number, block in enumerate(blocks):
        assert list(find_blocks(path, block.start)) == blocks[number:]


@pytest.mark.parametrize("size", [20, len(PACKED) // 2, len(PACKED) - 12])
def test_a_bzip2_file_cut_short(tmp_path: Path, size: int) -> None:
    path = tmp_path / "data.bz2"
    path.write_bytes(PACKED[:size])
    with pytest.raises(Bzip2Error, match="cut short"):
        list(find_blocks(path))


def test_bytes_that_look_like_a_block_begin_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "data.bz2"
    path.write_bytes(PACKED)
    first, *others = find_blocks(path)
    middle = (first.start + first.stop) // 2
    halves = [Block(first.start, middle), Block(middle, first.stop)]
    monkeypatch.setattr(pieces_module, "find_blocks", lambda *_: iter([*halves, *others]))
    assert b"".join(piece.data for piece in read_pieces(path)) == NOISE


@pytest.mark.parametrize("suffix", PACK)
def test_reading_goes_on_anywhere(tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces_module, "_PIECE", 50_000)
    path = tmp_path / f"data{suffix}"
    path.write_bytes(PACKED if suffix == ".bz2" else PACK[suffix](NOISE))
    pieces = list(read_pieces(path))
    assert len(pieces) > 3
    assert b"".join(piece.data for piece in pieces) == NOISE
    read = 0
    for piece in pieces:
        for within in (0, 1, len(piece.data) // 2, len(piece.data)):
            rest = b"".join(again.data for again in read_pieces(path, piece.position + within))
            assert rest == NOISE[read + within :]
        read += len(piece.data)
    assert pieces[-1].offset == pytest.approx(path.stat().st_size, abs=20)


def test_zstandard(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    path = tmp_path / "data.zst"
    compress = zstandard.ZstdCompressor().compress
    path.write_bytes(compress(NOISE[:200_000]) + compress(NOISE[200_000:]))
    assert b"".join(piece.data for piece in read_pieces(path, Position(0, 100))) == NOISE[100:]
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(SnapshotError, match="cut short or damaged"):
        list(read_pieces(path))
    path.write_bytes(b"nonsense" * 20)
    with pytest.raises(SnapshotError, match="cut short or damaged"):
        list(read_pieces(path))


def test_zstandard_without_its_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "zstandard", None)
    path = tmp_path / "data.zst"
    path.write_bytes(b"anything")
    with pytest.raises(SnapshotError, match=r"needs the library zstandard; install it"):
        list(read_pieces(path))


@pytest.mark.parametrize(
    ("suffix", "damage"),
    [
        (".gz", lambda data: data[:-1]),
        (".gz", lambda data: data[: len(data) // 2]),
        (".gz", lambda data: data[:50_000] + b"x" * 100 + data[50_100:]),
        (".bz2", lambda data: data[: len(data) // 2]),
        (".bz2", lambda data: data[:50_000] + b"x" * 100 + data[50_100:]),
        (".bz2", lambda _: b"nonsense" * 20),
        (".bz2", lambda _: b""),
    ],
)
def test_damaged_files(tmp_path: Path, suffix: str, damage: Callable[[bytes], bytes]) -> None:
    path = tmp_path / f"data{suffix}"
    path.write_bytes(damage(gzip.compress(NOISE) if suffix == ".gz" else PACKED))
    with pytest.raises(SnapshotError, match=r"the dump (is cut short or damaged|cannot be read)"):
        list(read_pieces(path))


def test_a_folder_is_no_dump(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="cannot be read"):
        list(read_pieces(tmp_path))
