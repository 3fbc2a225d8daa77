"""Quantities: what is read, what is left alone, and how long it takes."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.annotate.quantities import Hedge, Quantity, find_quantities
from factlint.annotate.sentences import split_sentences
from factlint.annotate.timex import find_timexes
from factlint.document.article import Article
from factlint.document.read import read_article
from factlint.text.source import SourceText


def article(text: str) -> Article:
    return read_article(SourceText("story.txt", text))


def read(text: str) -> tuple[Quantity, ...]:
    story = article(text)
    return find_quantities(story, find_timexes(story, split_sentences(story)))


def summary(text: str) -> list[tuple[str, object]]:
    """Words and value of each quantity; a range as a pair, a unit with its name."""
    result: list[tuple[str, object]] = []
    for quantity in read(text):
        number: object = float(quantity.low)
        if quantity.is_range:
            number = (float(quantity.low), float(quantity.high))
        result.append((quantity.span.of(text), (number, quantity.unit.name) if quantity.unit else number))
    return result


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 people", [("12", 12)]),
        ("1,250,000 people", [("1,250,000", 1_250_000)]),
        ("twelve people", [("twelve", 12)]),
        ("twenty-five people", [("twenty-five", 25)]),
        ("two hundred and fifty men", [("two hundred and fifty", 250)]),
        ("twelve thousand men", [("twelve thousand", 12_000)]),
        ("two dozen dogs", [("two dozen", 24)]),
        ("a million people", [("a million", 1_000_000)]),
        ("half a million people", [("half a million", 500_000)]),
        ("1.2 million people", [("1.2 million", 1_200_000)]),
        ("3m people fled", [("3m", 3_000_000)]),
        ("a wall 3m high", [("3m", (3, "meter"))]),
        ("$3bn in debt", [("$3bn", (3_000_000_000, "$"))]),
        ("US$40 and €50", [("US$40", (40, "US$")), ("€50", (50, "€"))]),
        ("40 dollars a barrel", [("40 dollars a barrel", (40, "$"))]),
        ("two-thirds of voters", [("two-thirds", 2 / 3)]),
        ("a quarter of voters", [("a quarter", 0.25)]),
        ("one in five voters", [("one in five", 0.2)]),
        ("nine out of 10 doctors", [("nine out of 10", 0.9)]),
        ("12% or 12 per cent", [("12%", (12, "percent")), ("12 per cent", (12, "percent"))]),
        ("10 to 12 percent", [("10 to 12 percent", ((10, 12), "percent"))]),
        ("$10 to $12 million", [("$10 to $12 million", ((10_000_000, 12_000_000), "$"))]),
        ("between 10 and 15 people", [("10 and 15", (10, 15))]),
        ("rose from 10 to 20", [("10", 10), ("20", 20)]),
        ("6 feet 2 inches tall", [("6 feet 2 inches", (6 + 2 / 12, "foot"))]),
        ("2½ miles", [("2½ miles", (2.5, "mile"))]),
        ("half a mile", [("half a mile", (0.5, "mile"))]),
        ("minus 40 degrees Celsius", [("minus 40 degrees Celsius", (-40, "degree Celsius"))]),
        ("at -40°F", [("-40°F", (-40, "degree Fahrenheit"))]),
        ("100 square miles", [("100 square miles", (100, "square mile"))]),
        ("60 mph winds", [("60 mph", (60, "mile per hour"))]),
    ],
)  # fmt: skip
def test_reads(text: str, expected: list[tuple[str, object]]) -> None:
    assert summary(text) == [
        (words, pytest.approx(value) if isinstance(value, float) else value) for words, value in expected
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Flight 370 is missing",
        "on June 12, 2019, at 10:30 a.m.",
        "John Doe, 23, of Leeds",
        "the 52-year-old driver",
        "the 12th of them",
        "in the 1990s",
        "the vote was 52-48",
        "call 555-1234",
        "No. 10 and Room 101",
        "1600 Pennsylvania Avenue",
        "COVID-19 and the G20",
        "version 3.11.7",
        "a third man was hurt",
        "his half brother",
        "no one came",
        "page 12",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert summary(text) == []


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("12 people", Hedge.NONE),
        ("about 12 people", Hedge.ABOUT),
        ("some 12 people", Hedge.ABOUT),
        ("an estimated 12 people", Hedge.ABOUT),
        ("12 or so people", Hedge.ABOUT),
        ("nearly 12 people", Hedge.NEARLY),
        ("more than 12 people", Hedge.MORE_THAN),
        ("at least 12 people", Hedge.AT_LEAST),
        ("12 or more people", Hedge.AT_LEAST),
        ("as many as 12 people", Hedge.AT_MOST),
        ("up to 12 people", Hedge.AT_MOST),
        ("fewer than 12 people", Hedge.LESS_THAN),
    ],
)
def test_hedges(text: str, hedge: Hedge) -> None:
    [quantity] = read(text)
    assert quantity.hedge is hedge
    assert quantity.span.of(text) == "12"


def test_step_is_the_worth_of_the_last_digit_written() -> None:
    assert [quantity.step for quantity in read("1.2 million and 1,200 and 0.25 miles")] == [
        100_000, 1, Fraction(1, 100),
    ]  # fmt: skip


@given(st.text(alphabet="1234567890 ,.$%-–()mk½aonehundred\n", max_size=200))
def test_spans_are_in_order_and_within_the_text(text: str) -> None:
    end = 0
    for quantity in read(text):
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.low <= quantity.high
        assert quantity.extent.covers(quantity.span) or quantity.is_range
        end = quantity.span.end


@given(st.integers(min_value=1, max_value=99_999_999))
def test_digits_and_their_grouping_are_worth_the_same(number: int) -> None:
    [grouped] = read(f"They found {number:,} coins.")
    assert grouped.low == number


@pytest.mark.parametrize(
    "unit", ["1", "1 ", "1,", "1.", "one ", "one hundred ", "$", "(1 ", "1 to ", "half a ", "-1"]
)
def test_time_grows_with_length(unit: str) -> None:
    short, long = (measured(unit * (size // len(unit))) for size in (4_000, 16_000))
    assert long < short * 12 + 0.05


def measured(text: str) -> float:
    story = article(text)
    taken = []
    for _ in range(2):
        start = time.perf_counter()
        find_quantities(story, ())
        taken.append(time.perf_counter() - start)
    return min(taken)
