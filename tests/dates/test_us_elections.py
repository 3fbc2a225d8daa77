from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.dates.us_elections import (
    election_day,
    is_congressional_year,
    is_midterm_year,
    is_presidential_year,
)


@pytest.mark.parametrize("year", [1788, 1789, 1792, 1860, 1900, 2000, 2016, 2020, 2024])
def test_presidential_years(year: int) -> None:
    assert is_presidential_year(year)


@pytest.mark.parametrize("year", [1787, 1790, 2013, 2018, 2021])
def test_other_years(year: int) -> None:
    assert not is_presidential_year(year)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1848, dt.date(1848, 11, 7)),
        (2000, dt.date(2000, 11, 7)),
        (2008, dt.date(2008, 11, 4)),
        (2016, dt.date(2016, 11, 8)),
        (2020, dt.date(2020, 11, 3)),
        (2021, dt.date(2021, 11, 2)),
        (2022, dt.date(2022, 11, 8)),
    ],
)
def test_election_day(year: int, day: dt.date) -> None:
    assert election_day(year) == day


def test_no_uniform_day_before_1848() -> None:
    assert election_day(1844) is None


@given(st.integers(1792, 9999))
def test_every_even_year_is_one_or_the_other(year: int) -> None:
    assert (
        is_congressional_year(year)
        == (is_presidential_year(year) or is_midterm_year(year))
        == (year % 2 == 0)
    )
    assert not (is_presidential_year(year) and is_midterm_year(year))


@given(st.integers(1848, 9999))
def test_election_day_is_a_tuesday_after_a_monday(year: int) -> None:
    day = election_day(year)
    assert day is not None
    assert (day.weekday(), day.month) == (1, 11)
    assert 2 <= day.day <= 8
