"""The rules on times, elections and places find in ``fixtures/passages/times.yml`` what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest
from passages import Expected, Passage, read_passages

from factlint.api import check_paths
from factlint.rulekit.rule import Category, Profile

PASSAGES = read_passages("times.yml")
CATEGORIES = (Category.DATE, Category.ELECTION, Category.PLACE)


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Expected]]:
    """Path -> what is found there; all in one run, which opens the snapshot once."""
    folder = tmp_path_factory.mktemp("times")
    for passage in PASSAGES:
        date = f"date: {passage.date}\n" if passage.date else ""
        (folder / _file(passage)).write_text(f"---\n{date}---\n\n{passage.text}\n", encoding="utf-8")
    report = check_paths([folder], select=CATEGORIES, profile=Profile.PEDANTIC)
    return {
        Path(article.path).name: sorted(
            Expected(found.rule, found.words) for found in article.diagnostics if found.severity != "note"
        )
        for article in report.articles
    }


def _file(passage: Passage) -> str:
    return f"{PASSAGES.index(passage):04}.md"


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.text[:50])
def test_passage(passage: Passage, reported: dict[str, list[Expected]]) -> None:
    assert reported[_file(passage)] == sorted((*passage.find, *passage.alarm))


def test_right_copy_is_at_least_as_frequent_as_wrong_copy() -> None:
    wrong = sum(bool(passage.find or passage.miss) for passage in PASSAGES)
    assert len(PASSAGES) >= 200
    assert wrong * 2 <= len(PASSAGES)


def test_few_errors_are_missed_and_hardly_any_right_copy_is_reported() -> None:
    found = sum(len(passage.find) for passage in PASSAGES)
    missed = sum(len(passage.miss) for passage in PASSAGES)
    alarms = sum(len(passage.alarm) for passage in PASSAGES)
    assert found / (found + missed) >= 0.85
    assert found / (found + alarms) >= 0.95
