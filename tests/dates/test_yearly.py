"""Days that come back every year."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.dates.us_elections import election_day
from factlint.dates.yearly import YearlyDay, easter


@pytest.mark.parametrize(
    ("text", "year", "day"),
    [
        ("07-14", 2021, "2021-07-14"),
        ("fourth Thursday of November", 2021, "2021-11-25"),
        ("fourth thursday in Nov", 2024, "2024-11-28"),
        ("the last Monday of May", 2021, "2021-05-31"),
        ("first Monday of September", 2025, "2025-09-01"),
        ("Tuesday after the first Monday of November", 2022, "2022-11-08"),
        ("Easter", 2024, "2024-03-31"),
        ("2 days before Easter", 2024, "2024-03-29"),
        ("39 days after Easter", 2021, "2021-05-13"),
    ],
)
def test_day_in_year(text: str, year: int, day: str) -> None:
    assert YearlyDay.parse(text).in_year(year) == dt.date.fromisoformat(day)


def test_a_day_that_some_years_lack() -> None:
    assert YearlyDay.parse("02-29").in_year(2023) is None
    assert YearlyDay.parse("02-29").in_year(2024) == dt.date(2024, 2, 29)
    assert YearlyDay.parse("fifth Friday of April").in_year(2024) is None


@pytest.mark.parametrize(
    "text", ["", "13-01", "02-30", "sixth Monday of May", "first Moonday of May", "July 14"]
)
def test_what_is_no_such_day(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        YearlyDay.parse(text)


@given(st.integers(1848, 2200))
def test_agrees_with_the_law_on_election_day(year: int) -> None:
    assert YearlyDay.parse("Tuesday after the first Monday of November").in_year(year) == election_day(year)


@given(st.integers(1583, 9998))
def test_easter_is_a_sunday_of_its_season(year: int) -> None:
    found = easter(year)
    assert found.weekday() == 6
    assert dt.date(year, 3, 22) <= found <= dt.date(year, 4, 25)


def test_easter_of_known_years() -> None:
    # The earliest and latest of the 19th to 21st centuries, and some between.
    known = [(1818, 3, 22), (1943, 4, 25), (1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2038, 4, 25)]
    assert [easter(year) for year, _, _ in known] == [dt.date(*day) for day in known]
