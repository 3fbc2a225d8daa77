from __future__ import annotations

import pytest
from claim_articles import claims

from factlint.claims.date_ranges import DateRangeClaim
from factlint.claims.dates import DateClaim, WeekdayClaim


@pytest.mark.parametrize(
    ("text", "weekday", "words"),
    [
        ("They met on Monday, May 5, 2020, in Rome.", 0, "Monday, May 5, 2020"),
        ("They met on May 5, 2020 (a Tuesday), in Rome.", 1, "May 5, 2020 (a Tuesday)"),
        ("June 16, 2021, was a Wednesday.", 2, "June 16, 2021, was a Wednesday"),
        ("June 20 falls on a Sunday.", 6, "June 20 falls on a Sunday"),
        ("In this Friday, Dec. 30, 2019, photo he smiles.", 4, "this Friday, Dec. 30, 2019"),
        ("She resigned yesterday, Tuesday, in Rome.", 1, "yesterday, Tuesday"),
        ("She resigned on Tuesday (yesterday).", 1, "Tuesday (yesterday)"),
        ("They vote tomorrow (Thursday).", 3, "tomorrow (Thursday)"),
    ],
)
def test_weekday_claims(text: str, weekday: int, words: str) -> None:
    (claim,) = claims(text, WeekdayClaim)
    assert (claim.weekday, claim.span.of(text)) == (weekday, words)


@pytest.mark.parametrize(
    "text",
    [
        "They met on May 5, a Monday night they forgot.",
        "The Edmonton Sun, August 16, 2008, had it.",
        "On May 5 they met; on Monday they parted.",
        "They met on Tuesday; yesterday, Tuesday's offer was withdrawn.",
        "Rain is expected today, Thursday, Friday and Saturday.",
    ],
)
def test_no_weekday_claims(text: str) -> None:
    assert claims(text, WeekdayClaim) == ()


def test_a_day_that_the_sentence_looks_back_to() -> None:
    (claim,) = claims("He recalled the sky of Tuesday, Sept. 11, over New York.", WeekdayClaim, "2016-09-09")
    assert claim.looks_back


def test_years_around_a_date_without_one() -> None:
    text = "In 2014 she won.\n\nIn 2016 she lost. On Tuesday, June 17, her party met.\n\nIn 2019 she left."
    (claim,) = claims(text, WeekdayClaim)
    assert claim.other_years == (2014, 2016)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("There is no Feb. 30.", True),
        ("There is no such day as June 31.", True),
        ("The nonexistent June 31 amused them.", True),
        ("There was no meeting on June 31.", False),
    ],
)
def test_denied_dates(text: str, *, denied: bool) -> None:
    (claim,) = claims(text, DateClaim)
    assert claim.denied is denied


def test_quoted_dates() -> None:
    quoted, plain = claims('"We meet on June 3," she said on June 2.', DateClaim)
    assert quoted.quoted
    assert not plain.quoted


@pytest.mark.parametrize(
    "text",
    [
        "She was mayor from 2015 to 2012.",
        "Turnout rose from 2014 to 2010.",
        "It was cold between 2014 and 2010.",
        "From 2006 to 2001, bills failed.",
    ],
)
def test_surely_time(text: str) -> None:
    (claim,) = claims(text, DateRangeClaim)
    assert claim.surely_time


@pytest.mark.parametrize(
    "text",
    [
        "The index fell sharply from 2015 to 2012.",
        "There is a gap between 2014 and 2010.",
        "He lists them in reverse order, from 2014 to 2010.",
        "The tally went from 2015 to 1998 votes.",
        "Output must go from 2015 to 1998 levels.",
    ],
)
def test_perhaps_not_time(text: str) -> None:
    (claim,) = claims(text, DateRangeClaim)
    assert not claim.surely_time
