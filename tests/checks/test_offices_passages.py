"""The rules on offices find in the passages of ``fixtures/passages/offices.yml`` what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest
from passages import Expected, Passage, read_passages

from factlint.api import check_paths
from factlint.rulekit.rule import Profile

RULES = ("FL103", "FL201", "FL202", "FL203", "FL204", "FL603")
PASSAGES = read_passages("offices.yml")


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple[Expected, bool]]]:
    """Path -> what is found there, and whether as a note; all in one run, which opens the snapshot once."""
    folder = tmp_path_factory.mktemp("offices")
    for passage in PASSAGES:
        path = folder / _file(passage)
        path.write_text(f"---\ndate: {passage.date}\n---\n\n{passage.text}\n", encoding="utf-8")
    report = check_paths([folder], select=RULES, profile=Profile.PEDANTIC)
    return {
        Path(article.path).name: [
            (Expected(found.rule, found.words), found.severity == "note") for found in article.diagnostics
        ]
        for article in report.articles
    }


def _file(passage: Passage) -> str:
    return f"{PASSAGES.index(passage):04}.md"


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.text[:50])
def test_passage(passage: Passage, reported: dict[str, list[tuple[Expected, bool]]]) -> None:
    found = reported[_file(passage)]
    assert sorted(one for one, only_note in found if not only_note) == sorted((*passage.find, *passage.alarm))
    assert sorted(one for one, only_note in found if only_note) == sorted(passage.note)


def test_right_copy_is_more_frequent_than_wrong_copy() -> None:
    wrong = sum(bool(passage.find or passage.miss) for passage in PASSAGES)
    assert len(PASSAGES) >= 500
    assert wrong * 2 <= len(PASSAGES)


def test_few_errors_are_missed_and_no_right_copy_is_reported() -> None:
    found = sum(len(passage.find) for passage in PASSAGES)
    missed = sum(len(passage.miss) for passage in PASSAGES)
    assert found / (found + missed) >= 0.85
    assert not any(passage.alarm for passage in PASSAGES)


def test_what_is_quoted_or_claimed_is_a_note() -> None:
    assert {mark.code for passage in PASSAGES for mark in passage.note} >= {
        "FL201",
        "FL202",
        "FL203",
        "FL204",
    }
