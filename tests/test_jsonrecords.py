from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.jsonrecords import plain, read


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Pair(NamedTuple):
    number: int
    text: str


@dataclass(frozen=True)
class Inner:
    day: dt.date | None
    share: float


@dataclass(frozen=True)
class Outer:
    inner: tuple[Inner, ...]
    pair: Pair
    colours: frozenset[Colour]
    both: tuple[int, str]
    sure: bool


OUTER = st.builds(
    Outer,
    st.lists(st.builds(Inner, st.none() | st.dates(), st.floats(allow_nan=False)), max_size=3).map(tuple),
    st.builds(Pair, st.integers(), st.text()),
    st.frozensets(st.sampled_from(Colour)),
    st.tuples(st.integers(), st.text()),
    st.booleans(),
)


@given(OUTER)
def test_written_and_read_again(record: Outer) -> None:
    assert read(Outer, json.loads(json.dumps(plain(record)))) == record


@pytest.mark.parametrize(
    "value",
    [
        [],
        [[], [1, "a"], [], [1, "a"]],
        [[], [1, "a"], ["green"], [1, "a"], True],
        [[["2021-02-30", 1.0]], [1, "a"], [], [1, "a"], True],
        [[], [1, 2], [], [1, "a"], True],
        [[], [1, "a"], [], [1, "a", 2], True],
        {"inner": []},
        "text",
        None,
    ],
)
def test_what_is_no_record_is_refused(value: object) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        read(Outer, value)
