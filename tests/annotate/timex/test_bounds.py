from __future__ import annotations

import datetime as dt

import pytest
from timex_articles import timexes

from factlint.annotate.timex.bounds import bounds


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in 2020", dt.date(2020, 1, 1), dt.date(2020, 12, 31)),
        ("in June 2020", dt.date(2020, 6, 1), dt.date(2020, 6, 30)),
        ("last week", dt.date(2021, 6, 7), dt.date(2021, 6, 13)),
        ("over the weekend", dt.date(2021, 6, 12), dt.date(2021, 6, 13)),
        ("the winter of 2019", dt.date(2019, 12, 1), dt.date(2020, 2, 29)),
        ("the third quarter of 2020", dt.date(2020, 7, 1), dt.date(2020, 9, 30)),
        ("the 1990s", dt.date(1990, 1, 1), dt.date(1999, 12, 31)),
        ("the 20th century", dt.date(1900, 1, 1), dt.date(1999, 12, 31)),
    ],
)
def test_bounds(text: str, first: dt.date, last: dt.date) -> None:
    (timex,) = timexes(text)
    assert bounds(timex) == (first, last)


@pytest.mark.parametrize("text", ["for three years", "Feb. 30, 2021", "44 B.C.", "fiscal 2021", "recently"])
def test_no_bounds(text: str) -> None:
    (timex,) = timexes(text)
    assert bounds(timex) is None
