"""Finding the finding that somebody means."""

from __future__ import annotations

from pathlib import Path

import pytest

from factlint.api import check_paths
from factlint.engine.locating import WantedFinding
from factlint.engine.results import Report
from factlint.errors import InputError


@pytest.fixture
def report(tmp_path: Path) -> Report:
    story = tmp_path / "story.md"
    story.write_text(
        "---\ndate: 2021-06-16\n---\nOn June 31 and on April 31.\nAnd on June 31 again.\n", encoding="utf-8"
    )
    return check_paths([story])


def words(report: Report, text: str) -> list[str]:
    return [found.words for found in WantedFinding.parse(text).find(report)]


def test_by_fingerprint_and_by_its_unique_beginning(report: Report) -> None:
    first, second, third = report.diagnostics
    assert words(report, first.fingerprint) == ["June 31"]
    assert WantedFinding.parse(third.fingerprint).find(report) == (third,)
    assert words(report, second.fingerprint[:10]) == ["April 31"]


def test_an_ambiguous_beginning_names_the_findings(report: Report) -> None:
    first, *_ = report.diagnostics
    with pytest.raises(InputError) as raised:
        words(report, first.fingerprint[:12])
    assert "2 findings" in str(raised.value)
    assert f"story.md:4:4 FL401 {first.fingerprint}" in str(raised.value)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("4", ["June 31", "April 31"]),
        ("4:4", ["June 31"]),
        ("4:10", ["June 31"]),
        ("4:19", ["April 31"]),
        ("5:8", ["June 31"]),
    ],
)
def test_by_place(report: Report, tmp_path: Path, place: str, expected: list[str]) -> None:
    assert words(report, f"{tmp_path}/story.md:{place}") == expected


@pytest.mark.parametrize("place", ["4:3", "4:11", "6", "400:1"])
def test_nothing_at_a_place(report: Report, tmp_path: Path, place: str) -> None:
    with pytest.raises(InputError, match="no such finding"):
        words(report, f"{tmp_path}/story.md:{place}")


@pytest.mark.parametrize("text", ["", "nonsense", "story.md", "story.md:", "story.md:0", ":1", "12:1x"])
def test_neither_id_nor_place(text: str) -> None:
    with pytest.raises(InputError, match="neither"):
        WantedFinding.parse(text)


def test_a_path_may_have_a_colon() -> None:
    assert WantedFinding.parse("C:/desk/a.md:6:1") == WantedFinding(path="C:/desk/a.md", line=6, column=1)
    assert str(WantedFinding.parse("C:/desk/a.md:6")) == "C:/desk/a.md:6"
