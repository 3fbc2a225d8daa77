from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factlint.errors import SnapshotError
from factlint.kb.schema import SCHEMA_VERSION
from factlint.kb.store import Snapshot


def refused(path: Path, words: str) -> None:
    with pytest.raises(SnapshotError, match=words) as caught:
        Snapshot(path)
    assert str(path) in str(caught.value)
    assert caught.value.hint


def test_a_missing_file(tmp_path: Path) -> None:
    refused(tmp_path / "none.sqlite", "no such snapshot")


def test_a_folder(tmp_path: Path) -> None:
    refused(tmp_path, "cannot be opened")


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    path.touch()
    refused(path, "is empty")


@pytest.mark.parametrize("content", [b"x", b"\0" * 4096, b"SQLite format 3\0", b'{"type": "item"}' * 100])
def test_garbage(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "garbage.sqlite"
    path.write_bytes(content)
    refused(path, "not a factlint snapshot")


@pytest.mark.parametrize("keep", [100, 4096, 0.5, -1])
def test_a_truncated_file(tmp_path: Path, tiny_path: Path, keep: float) -> None:
    content = tiny_path.read_bytes()
    path = tmp_path / "cut.sqlite"
    path.write_bytes(content[: int(len(content) * keep) if isinstance(keep, float) else keep])
    refused(path, "cut short")


def test_another_programs_database(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE meta (key TEXT, value TEXT)")
    connection.close()
    refused(path, "not a factlint snapshot")


def test_another_schema(tmp_path: Path, tiny_path: Path) -> None:
    path = tmp_path / "newer.sqlite"
    path.write_bytes(tiny_path.read_bytes())
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    refused(path, f"schema {SCHEMA_VERSION + 1}, but this factlint reads schema {SCHEMA_VERSION}")


def test_a_snapshot_without_tables(tmp_path: Path, tiny_path: Path) -> None:
    path = tmp_path / "bare.sqlite"
    path.write_bytes(tiny_path.read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("DROP TABLE meta")
    connection.close()
    refused(path, "cannot be read")


def test_a_path_with_a_question_mark_and_a_percent_sign(tmp_path: Path, tiny_path: Path) -> None:
    path = tmp_path / "50%?copy.sqlite"
    path.write_bytes(tiny_path.read_bytes())
    with Snapshot(path) as snapshot:
        assert snapshot.entity("Q30")


def test_reading_does_not_write(tmp_path: Path, tiny_path: Path) -> None:
    path = tmp_path / "copy.sqlite"
    path.write_bytes(tiny_path.read_bytes())
    path.chmod(0o444)
    with Snapshot(path) as snapshot:
        snapshot.near("Antony Marlow")
    assert path.read_bytes() == tiny_path.read_bytes()
    assert [item.name for item in tmp_path.iterdir()] == ["copy.sqlite"]


def test_pages_that_are_damaged(tmp_path: Path, tiny_path: Path) -> None:
    path = tmp_path / "damaged.sqlite"
    content = bytearray(tiny_path.read_bytes())
    with closing(sqlite3.connect(tiny_path)) as connection:
        [[size]] = connection.execute("PRAGMA page_size")
        pages = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE rootpage AND name <> 'meta'"
        ).fetchall()
    for (page,) in pages:
        content[(page - 1) * size : page * size] = b"\xff" * size
    path.write_bytes(content)
    with Snapshot(path) as snapshot:
        for ask in (snapshot.named, snapshot.near, snapshot.surname_near, snapshot.statements):
            with pytest.raises(SnapshotError, match="damaged") as caught:
                ask("Antony Marlow")
            assert str(path) in str(caught.value)


def test_a_snapshot_that_does_not_say_which_it_is(tmp_path: Path, tiny_path: Path) -> None:
    path = tmp_path / "nameless.sqlite"
    path.write_bytes(tiny_path.read_bytes())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM meta WHERE key = 'id'")
    with Snapshot(path) as snapshot, pytest.raises(SnapshotError, match="does not say its id"):
        _ = snapshot.info


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    refused(tmp_path / "pipe", "a pipe")
