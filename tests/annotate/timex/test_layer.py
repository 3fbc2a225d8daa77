"""Values that depend on the publication date, the tense and what was said before."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timex_articles import article, timexes, values

from factlint.annotate.sentences import split_sentences
from factlint.annotate.timex import Anchor, Mod, TimexType, find_timexes


def test_spans_leave_out_final_punctuation() -> None:
    assert values("They met in 2016, on June 3, and on Tuesday.") == [
        ("2016", "2016"),
        ("June 3", "2016-06-03"),
        ("Tuesday", "2021-06-15"),
    ]


def test_a_range_of_days_shares_month_and_year() -> None:
    assert values("The fair ran June 9-10, 2020, in the park.") == [
        ("June 9", "2020-06-09"),
        ("10, 2020", "2020-06-10"),
    ]


def test_months_share_a_year_across_its_turn() -> None:
    assert values("It rained between March and May 2015.") == [("March", "2015-03"), ("May 2015", "2015-05")]
    assert values("It snowed from December to March 2015.") == [
        ("December", "2014-12"),
        ("March 2015", "2015-03"),
    ]


def test_short_second_year() -> None:
    assert values("The 1999-00 and 2019–20 seasons.") == [
        ("1999", "1999"),
        ("00", "2000"),
        ("2019", "2019"),
        ("20", "2020"),
    ]


def test_impossible_dates_keep_their_parts() -> None:
    (timex,) = timexes("It is due on Feb. 30, 2021.")
    assert (timex.value, timex.written.month, timex.written.day) == ("2021-02-30", 2, 30)
    assert not timex.written.possible
    assert timex.date is None


@pytest.mark.parametrize(
    ("text", "value", "anchor"),
    [
        ("They will meet on Tuesday.", "2021-06-22", Anchor.PUBLICATION),
        ("They said on Tuesday that they will meet.", "2021-06-15", Anchor.PUBLICATION),
        ("On Tuesday, voters will decide.", "2021-06-22", Anchor.PUBLICATION),
        ("The vote will be held on Tuesday.", "2021-06-22", Anchor.PUBLICATION),
        ("The hearing is June 16, 2021.", "2021-06-16", Anchor.NONE),
    ],
)
def test_tense_and_anchor(text: str, value: str, anchor: Anchor) -> None:
    (timex,) = timexes(text)
    assert (timex.value, timex.anchor) == (value, anchor)


def test_a_life_is_read_by_its_own_years() -> None:
    text = (
        "He was born on 4 March 1901 and died on 2 May 1950. He wed on 7 June 1930. The war came in 1939. "
        "In the summer he left, and on June 3 he sailed."
    )
    assert values(text)[-1] == ("June 3", "1939-06-03")


def test_clock_time_takes_the_day_beside_it() -> None:
    assert values("Polls close at 8 p.m. Tuesday.") == [
        ("8 p.m.", "2021-06-15T20"),
        ("Tuesday", "2021-06-15"),
    ]


def test_without_publication_date_nothing_is_invented() -> None:
    assert values("They met on June 3, a week after Tuesday, yesterday at noon.", None) == [
        ("June 3", "XXXX-06-03"),
        ("a week after", "XXXX-WXX"),
        ("Tuesday", "XXXX-WXX-2"),
        ("yesterday", "XXXX-XX-XX"),
        ("noon", "XXXX-XX-XXT12:00"),
    ]


def test_modifiers() -> None:
    text = "In early 2019, about 20 years ago, more than two years, the end of the year"
    assert [timex.mod for timex in timexes(text)] == [Mod.START, Mod.APPROX, Mod.MORE_THAN, Mod.END]


def test_stretches_have_ends() -> None:
    (timex,) = timexes("Prices rose in the past three years.")
    assert timex.type is TimexType.DURATION
    assert (timex.value, timex.begin, timex.end) == ("P3Y", "2018", "2021-06-16")


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May may march on Downing Street.",
        "The march for peace may be the largest in the second city.",
        "April Ryan and August Wilson sat with Billy Sunday.",
        "Boeing 1999 flew 1500 miles with 2000 people for $2016 on Route 1950.",
        "She read the Sunday Times on Black Friday.",
        "In her 90s she still won 21-14 and ran 5:30 miles.",
        "The sun sat on the wed lock.",
    ],
)
def test_no_times(text: str) -> None:
    assert values(text) == []


@given(st.text(alphabet="May March 2016-/:.,'’ \nJune31thofsat12TuesdayP.M.", max_size=80))
def test_spans_lie_in_order_within_the_text(text: str) -> None:
    story = article(text)
    end = 0
    for timex in find_timexes(story, split_sentences(story)):
        assert end <= timex.span.start < timex.span.end <= len(text)
        assert timex.span.of(story.prose).strip() == timex.span.of(story.prose)
        end = timex.span.end


@given(
    st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2098, 12, 31)),
    st.sampled_from(["{day} {month} {year}", "{month} {day}, {year}", "{year}-{number:02}-{day:02}"]),
)
def test_whole_dates_are_read_back(day: dt.date, form: str) -> None:
    text = (
        "On "
        + form.format(day=day.day, month=day.strftime("%B"), year=day.year, number=day.month)
        + ", it rained."
    )
    (timex,) = timexes(text)
    assert timex.value == day.isoformat()
    assert timex.date is not None
    assert timex.date.earliest == day


@given(st.dates(min_value=dt.date(1950, 1, 1), max_value=dt.date(2050, 12, 31)), st.integers(0, 6))
def test_a_weekday_in_the_past_lies_within_a_week(published: dt.date, weekday: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    (timex,) = timexes(f"It happened on {name}, police said.", published)
    day = dt.date.fromisoformat(timex.value)
    assert day.weekday() == weekday
    assert dt.timedelta(0) <= published - day < dt.timedelta(days=7)
