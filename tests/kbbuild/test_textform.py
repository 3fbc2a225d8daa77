from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.errors import SnapshotError
from factlint.kbbuild.textform import PersonRow, SourceRow, read, write

CELL = st.text(st.characters(codec="utf-8", exclude_characters="\t\n\r")).map(
    lambda text: " ".join(text.split())
)


@given(st.sets(st.builds(SourceRow, CELL, CELL, CELL, CELL), max_size=5))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, rows: set[SourceRow]) -> None:
    folder = tmp_path_factory.mktemp("text")
    assert write(folder, SourceRow, rows) == len(rows)
    assert list(read(folder, SourceRow)) == sorted(rows)


def test_rows_are_sorted_and_single(tmp_path: Path) -> None:
    rows = [PersonRow("Q2", "Ada Quill"), PersonRow("Q1", "Tony  Marlow"), PersonRow("Q2", "Ada Quill")]
    assert write(tmp_path, PersonRow, rows) == 2
    assert [row.name for row in read(tmp_path, PersonRow)] == ["Tony Marlow", "Ada Quill"]


def test_a_missing_table(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match=r"people\.tsv"):
        list(read(tmp_path, PersonRow))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("key\ttitle\n", "line 1: the columns"),
        ("", "line 1: the columns"),
        ("key\ttitle\tlicence\tas_of\na\tb\tc\n", "line 2: 3 columns, not 4"),
    ],
)
def test_a_malformed_table(tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "sources.tsv").write_text(content, encoding="utf-8")
    with pytest.raises(SnapshotError, match=rf"sources\.tsv: {words}"):
        list(read(tmp_path, SourceRow))
