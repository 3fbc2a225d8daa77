from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from archives import EARLY, LATE, OTHER, EntryOf, added, content, story
from digests import DigestOf

from factlint.archive.database import reading, transaction, writing
from factlint.archive.entries import Entry, entry, unpack_features, with_claims
from factlint.archive.schema import PAGE_SIZE
from factlint.archive.store import Change, add, entries, remove
from factlint.text.source import SourceText


def test_what_goes_in_comes_out(file: Path, entry_of: EntryOf) -> None:
    one, other = entry_of(EARLY, "a.md"), entry_of(OTHER, "b/ü.md", "")
    assert added(file, one, other) == Change(added=2)
    with reading(file) as connection:
        assert [*entries(connection)] == [one, other]


def test_a_digest_is_split_and_put_together_without_loss(digest_of: DigestOf) -> None:
    digest = replace(digest_of(EARLY, "a.md", "2021-06-15"), title="A “ferry”", outlet="Courier")
    kept = entry(digest, SourceText("a.md", EARLY), "a.md", b"")
    assert with_claims(unpack_features("a.md", kept.features), kept.claims) == digest


def test_the_same_text_is_added_once_whatever_its_path(file: Path, entry_of: EntryOf) -> None:
    assert added(file, entry_of(EARLY, "a.md"), entry_of(EARLY, "b.md")) == Change(added=1, known=1)
    before = content(file)
    assert added(file, entry_of(EARLY, "a.md")) == Change(known=1)
    assert content(file) == before
    assert [row[0] for row in before["article"]] == ["a.md"]


def test_a_new_version_takes_the_place_of_the_old(file: Path, entry_of: EntryOf) -> None:
    added(file, entry_of(EARLY, "a.md"), entry_of(OTHER, "b.md"))
    assert added(file, entry_of(LATE, "a.md")) == Change(replaced=1)
    afresh = file.with_name("afresh.sqlite")
    added(afresh, entry_of(OTHER, "b.md"), entry_of(LATE, "a.md"))
    assert content(file) == content(afresh)


def test_versions_within_one_batch(file: Path, entry_of: EntryOf) -> None:
    change = added(file, entry_of(EARLY, "a.md"), entry_of(LATE, "a.md"), entry_of(EARLY, "c.md"))
    assert change == Change(added=2, replaced=1)
    assert sorted(row[0] for row in content(file)["article"]) == ["a.md", "c.md"]


def test_the_same_text_read_otherwise_is_added_anew(file: Path, entry_of: EntryOf) -> None:
    added(file, entry_of(EARLY, "a.md", "2021-06-15"))
    assert added(file, entry_of(EARLY, "a.md", "2020-01-01", b"2")) == Change(replaced=1)
    assert content(file)["article"][0][3] == "2020-01-01"


def test_what_is_removed_leaves_nothing_behind(file: Path, entry_of: EntryOf) -> None:
    added(file, entry_of(EARLY, "a.md"))
    before = content(file)
    added(file, entry_of(LATE, "b.md"), entry_of(OTHER, "c.md", ""))
    with writing(file) as connection, transaction(connection):
        remove(connection, [2, 3, 99])
    assert content(file) == before


def test_a_damaged_record_can_be_removed(file: Path, entry_of: EntryOf) -> None:
    added(file, entry_of(EARLY, "a.md"), entry_of(OTHER, "b.md"))
    with writing(file) as connection, transaction(connection):
        connection.execute("UPDATE article SET features = x'00' WHERE id = 2")
        remove(connection, [2])
        assert connection.execute("SELECT COUNT(*) FROM posting WHERE article = 2").fetchone() == (0,)


def test_the_order_of_adding_changes_nothing(file: Path, entry_of: EntryOf) -> None:
    made = [entry_of(story(number), f"{number}.md", f"2021-0{number % 9 + 1}-15") for number in range(12)]
    added(file, *made)
    other = file.with_name("other.sqlite")
    for one in reversed(made):
        added(other, one)
    assert content(file) == content(other)


def test_sql_in_paths_and_names_is_text(file: Path, entry_of: EntryOf) -> None:
    hostile = "'); DROP TABLE article; --.md"
    added(file, entry_of(EARLY, hostile))
    with reading(file) as connection:
        assert [one.path for one in entries(connection)] == [hostile]


def test_pages_hold_whole_records(file: Path, entry_of: EntryOf) -> None:
    added(file, entry_of(EARLY))
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA page_size").fetchone() == (PAGE_SIZE,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize("broken", [True, False])
def test_a_transaction_is_all_or_nothing(file: Path, entry_of: EntryOf, broken: bool) -> None:
    def some() -> Iterator[Entry]:
        yield entry_of(EARLY, "a.md")
        if broken:
            raise KeyboardInterrupt
        yield entry_of(OTHER, "b.md")

    added(file)
    with suppress(KeyboardInterrupt), writing(file) as connection, transaction(connection):
        add(connection, some())
    assert len(content(file)["article"]) == (0 if broken else 2)
