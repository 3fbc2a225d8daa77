"""The time that the layer takes grows with the length of the text, whatever the text."""

from __future__ import annotations

import time

import pytest
from timex_articles import article

from factlint.annotate.timex import find_timexes

GROWTH = 4
"""Quadratic time would make sixteen of this."""


@pytest.mark.parametrize(
    "unit",
    ["1", "1 ", "A", "([", '"', "May ", "the ", "2000 ", "June 16 ", "2010-", "from 2010 to ", " ", "one-"],
)
def test_time_is_linear(unit: str) -> None:
    short, long = (measured(unit * (size // len(unit))) for size in (10_000, 10_000 * GROWTH))
    assert long < short * GROWTH * 3 + 0.05


def measured(text: str) -> float:
    story = article(text)
    taken = []
    for _ in range(2):
        start = time.perf_counter()
        find_timexes(story, ())
        taken.append(time.perf_counter() - start)
    return min(taken)
