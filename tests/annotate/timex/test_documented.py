"""The examples of ``docs/time-expressions.md`` have the values that stand there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from timex_articles import timexes

_PAGE = Path(__file__).parents[3] / "docs" / "time-expressions.md"
_ROW = re.compile(r"\| (?P<copy>[^|`]*`[^|`]+`[^|]*) \| (?P<value>[\w:-]+) \| ?(?P<mod>\w*) ?\|")
EXAMPLES = [match.groups() for match in _ROW.finditer(_PAGE.read_text(encoding="utf-8"))]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 25


@pytest.mark.parametrize(("copy", "value", "mod"), EXAMPLES, ids=lambda cell: cell[:40])
def test_example(copy: str, value: str, mod: str) -> None:
    text = copy.replace("`", "")
    start, end = copy.index("`"), copy.rindex("`") - 1
    [timex] = [one for one in timexes(text) if one.span.start < end and one.span.end > start]
    assert (timex.value, timex.mod or "") == (value, mod)
