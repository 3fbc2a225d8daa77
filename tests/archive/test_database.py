from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from archives import EARLY, OTHER, EntryOf, added, content

from factlint.archive.database import guarded, reading, transaction, writing
from factlint.archive.schema import APPLICATION_ID, VERSION
from factlint.archive.upkeep import info, vacuum
from factlint.errors import ArchiveError

VERSION_1 = """
CREATE TABLE article (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, content BLOB NOT NULL UNIQUE, reading BLOB NOT NULL,
    digest INTEGER NOT NULL, bucket INTEGER NOT NULL, published TEXT, outlet TEXT NOT NULL,
    updates TEXT NOT NULL, features BLOB NOT NULL
);
CREATE INDEX article_updates ON article (updates) WHERE updates <> '';
CREATE TABLE record (article INTEGER PRIMARY KEY, claims BLOB NOT NULL, excerpts BLOB NOT NULL);
CREATE TABLE feature (id INTEGER PRIMARY KEY, articles INTEGER NOT NULL);
CREATE TABLE bucket (id INTEGER PRIMARY KEY, articles INTEGER NOT NULL);
CREATE TABLE posting (
    feature INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (feature, article)
) WITHOUT ROWID;
"""


def to_version_1(file: Path) -> None:
    """The archive as version 1 of its tables had it."""
    old = file.with_name("old.sqlite")
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(VERSION_1)
        connection.execute("ATTACH ? AS new", (os.fspath(file),))
        for table in ("article", "record", "feature", "bucket"):
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM new.{table}")  # noqa: S608
        connection.execute("INSERT INTO main.posting SELECT feature, article FROM new.posting")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    old.replace(file)


@pytest.mark.parametrize("opening", [reading, writing])
def test_an_archive_of_version_1_is_migrated(
    file: Path, entry_of: EntryOf, opening: Callable[[Path], object]
) -> None:
    added(file, entry_of(EARLY, "a.md"), entry_of(OTHER, "b.md", ""))
    before = content(file)
    to_version_1(file)
    with opening(file):  # type: ignore[attr-defined]
        pass
    assert content(file) == before
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        left = connection.execute("SELECT COUNT(*) FROM sqlite_master WHERE name = 'posting_1'")
        assert left.fetchone() == (0,)


def test_a_migration_that_is_broken_off_leaves_the_old_version(
    file: Path, entry_of: EntryOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(file, entry_of(EARLY, "a.md"))
    before = content(file)
    to_version_1(file)

    def broken(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TABLE posting")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("factlint.archive.schema._STEPS", (broken,))
        with pytest.raises(KeyboardInterrupt):
            info(file)
    assert info(file).articles == 1
    assert content(file) == before


def _text(file: Path) -> None:
    file.write_text("This is no archive.\n" * 100, encoding="utf-8")


def _another_database(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")


def _later_version(file: Path) -> None:
    added(file)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")


def _folder(file: Path) -> None:
    file.mkdir()


def _pipe(file: Path) -> None:
    os.mkfifo(file)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_text, "not a factlint archive"),
        (_another_database, "a database, but not a factlint archive"),
        (_later_version, f"archive version {VERSION + 1}, but this factlint reads version {VERSION}"),
        (_folder, "not a file"),
        pytest.param(_pipe, "not a file", marks=pytest.mark.skipif(os.name == "nt", reason="no pipes")),
    ],
)
@pytest.mark.parametrize("opening", [reading, writing])
def test_what_is_no_archive_is_refused_and_left_alone(
    file: Path, opening: Callable[[Path], object], spoil: Callable[[Path], None], said: str
) -> None:
    spoil(file)
    before = file.read_bytes() if file.is_file() else None
    with pytest.raises(ArchiveError, match=said), opening(file):  # type: ignore[attr-defined]
        pass
    assert (file.read_bytes() if file.is_file() else None) == before


def test_a_missing_archive_is_not_made_by_reading(file: Path) -> None:
    with pytest.raises(ArchiveError, match="no such archive"), reading(file):
        pass
    assert not file.exists()


def test_a_damaged_archive_is_told(file: Path, entry_of: EntryOf) -> None:
    added(file, *(entry_of(f"{EARLY} {number}", f"{number}.md") for number in range(5)))
    data = bytearray(file.read_bytes())
    data[16_384 + 100 :] = b"\xff" * (len(data) - 16_484)
    file.write_bytes(data)
    with pytest.raises(ArchiveError, match=r"damaged|not a factlint archive"):
        info(file)


def test_an_archive_that_is_cut_short_is_told(file: Path, entry_of: EntryOf) -> None:
    added(file, *(entry_of(f"{EARLY} {number}", f"{number}.md") for number in range(5)))
    file.write_bytes(file.read_bytes()[:40_000])
    with pytest.raises(ArchiveError, match="damaged"):
        added(file, entry_of(OTHER, "b.md"))


def test_a_full_disk_takes_nothing_away(file: Path, entry_of: EntryOf) -> None:
    added(file, entry_of(EARLY, "a.md"))
    before = content(file)

    def fill() -> None:
        with writing(file) as connection:
            [pages] = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages}")
            with transaction(connection):
                connection.execute("INSERT INTO record VALUES (99, ?, ?)", (os.urandom(50_000), b""))

    with pytest.raises(ArchiveError, match="the disk is full"):
        fill()
    assert content(file) == before


def test_readers_see_what_was_there_when_they_began(file: Path, entry_of: EntryOf) -> None:
    added(file, entry_of(EARLY, "a.md"))
    with reading(file) as connection:
        assert connection.execute("SELECT COUNT(*) FROM article").fetchone() == (1,)
        added(file, entry_of(OTHER, "b.md"))
        assert connection.execute("SELECT COUNT(*) FROM article").fetchone() == (1,)
    assert info(file).articles == 2


def test_vacuum_while_somebody_reads(file: Path, entry_of: EntryOf) -> None:
    added(file, *(entry_of(f"{EARLY} {number}", f"{number}.md") for number in range(40)))
    with reading(file) as connection:
        rows = connection.execute("SELECT path FROM article")
        first = rows.fetchone()
        with writing(file) as other, transaction(other):
            other.execute("DELETE FROM record")
            other.execute("DELETE FROM posting")
        vacuum(file)
        assert len([first, *rows]) == 40
    before, after = vacuum(file)
    assert after <= before
    assert info(file).articles == 40


def test_a_second_writer_waits_for_the_first(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factlint.archive.database._PATIENCE", 0.05)
    added(file)
    with writing(file) as first, transaction(first), pytest.raises(ArchiveError, match="another process"):
        added(file)
    assert added(file).added == 0


def test_an_archive_in_a_folder_that_cannot_be_written_is_read(file: Path, entry_of: EntryOf) -> None:
    added(file, entry_of(EARLY, "a.md"))
    file.chmod(0o444)
    file.parent.chmod(0o555)
    try:
        if os.access(file.parent, os.W_OK):
            pytest.skip("root writes everywhere")
        assert info(file).articles == 1
        with pytest.raises(ArchiveError, match="cannot be opened or written"):
            added(file, entry_of(OTHER, "b.md"))
    finally:
        file.parent.chmod(0o755)


def test_an_io_error_is_told(file: Path) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    with pytest.raises(ArchiveError, match="the disk fails, or is full"), guarded(file):
        raise error
