"""The number rules find in the passages of ``fixtures/passages/numbers.yml`` what stands there, and nothing "
"else."""

from __future__ import annotations

import pytest
from passages import Passage, found_in, read_passages

PASSAGES = read_passages("numbers.yml")


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.text[:50])
def test_passage(passage: Passage) -> None:
    assert found_in(passage) == sorted((*passage.find, *passage.alarm))


def test_right_copy_is_at_least_as_frequent_as_wrong_copy() -> None:
    wrong = sum(bool(passage.find or passage.miss) for passage in PASSAGES)
    assert len(PASSAGES) >= 150
    assert wrong * 2 <= len(PASSAGES)


def test_few_errors_are_missed_and_hardly_any_right_copy_is_reported() -> None:
    found = sum(len(passage.find) for passage in PASSAGES)
    missed = sum(len(passage.miss) for passage in PASSAGES)
    alarms = sum(len(passage.alarm) for passage in PASSAGES)
    assert found / (found + missed) >= 0.85
    assert found / (found + alarms) >= 0.95
