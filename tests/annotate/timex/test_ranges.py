from __future__ import annotations

import pytest
from timex_articles import article

from factlint.annotate.sentences import split_sentences
from factlint.annotate.timex import find_timexes
from factlint.annotate.timex.ranges import RangeForm, find_ranges


def ranges(text: str) -> list[tuple[str, str, str, RangeForm]]:
    story = article(text)
    return [
        (found.span.of(text), found.begin.value, found.end.value, found.form)
        for found in find_ranges(story.prose, find_timexes(story, split_sentences(story)))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He ruled from 1990 to 1994.", ("from 1990 to 1994", "1990", "1994", RangeForm.FROM)),
        ("From 1980 until 2012 it held.", ("From 1980 until 2012", "1980", "2012", RangeForm.FROM)),
        ("It fell between 2010 and 2014.", ("between 2010 and 2014", "2010", "2014", RangeForm.BETWEEN)),
        ("The band (1989-1995) split.", ("1989-1995", "1989", "1995", RangeForm.DASH)),
        ("The band (1989 – 1995) split.", ("1989 – 1995", "1989", "1995", RangeForm.DASH)),
        ("It is long (six volumes, 2009 – 2016).", ("2009 – 2016", "2009", "2016", RangeForm.DASH)),
        ("The 2019–20 season.", ("2019–20", "2019", "2020", RangeForm.DASH)),
        ("Funds for 2019 through 2028.", ("2019 through 2028", "2019", "2028", RangeForm.UNTIL)),
        (
            "from June 2015 to May 2016",
            ("from June 2015 to May 2016", "2015-06", "2016-05", RangeForm.FROM),
        ),
        ("from the 1960s to the 1980s", ("from the 1960s to the 1980s", "196", "198", RangeForm.FROM)),
    ],
)
def test_ranges(text: str, expected: tuple[str, str, str, RangeForm]) -> None:
    assert ranges(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "In 2016 and 2012 she won.",
        "She won in 2016, and in 2012 she lost.",
        "The law of 2016 – 2012 saw none – stands.",
        "Call 555-2015-2012.",
        "From 2,016 to 1,998 votes.",
        "2016 votes to 1998",
    ],
)
def test_no_ranges(text: str) -> None:
    assert ranges(text) == []
