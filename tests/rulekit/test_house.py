"""Finding in prose what a house list avoids."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.rulekit.house import Case, HouseStyle, PreferredSpelling
from factlint.text.span import Span


def entry(
    *avoid: str, use: str = "new", unless: tuple[str, ...] = (), case: Case = Case.ANY
) -> PreferredSpelling:
    return PreferredSpelling(avoid, (use,), unless, case)


def found(text: str, *entries: PreferredSpelling) -> list[str]:
    return [one.span.of(text) for one in HouseStyle(entries).avoided(text, [Span(0, len(text))])]


def test_whole_words_in_any_case() -> None:
    text = "Kiev, KIEV-based, anti-Kiev, Kiev's; Kievan, Kiev1, _Kiev"
    assert found(text, entry("Kiev", use="Kyiv")) == ["Kiev", "KIEV", "Kiev", "Kiev"]


def test_exact_case() -> None:
    assert found("the Internet and the internet", entry("Internet", case=Case.EXACT)) == ["Internet"]


def test_white_space_between_words_does_not_count() -> None:
    assert found("vice\n  president, vice president; vicepresident", entry("vice president")) == [
        "vice\n  president",
        "vice president",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("chicken Kiev", []),
        ("Chicken  Kiev and Kiev", ["Kiev"]),
        ("Kiev chicken Kiev", ["Kiev"]),
        ("chicken, Kiev", ["Kiev"]),
    ],
)
def test_unless(text: str, words: list[str]) -> None:
    assert found(text, entry("Kiev", unless=("chicken Kiev",))) == words


def test_the_longest_of_several_counts() -> None:
    entries = (entry("web"), entry("web site"), entry("site"))
    assert found("a web site, the web", *entries) == ["web site", "web"]


def test_the_wanted_spelling_is_never_found() -> None:
    assert found("Web site, web site", entry("web site", use="Web site")) == ["web site"]


def test_nothing_crosses_a_block() -> None:
    text = "the web\nsite"
    style = HouseStyle((entry("web site"),))
    assert not list(style.avoided(text, [Span(0, 7), Span(8, 12)]))


@given(st.text(alphabet="Kievk \n-'", max_size=60))
def test_spans_stand_for_their_words(text: str) -> None:
    style = HouseStyle((entry("Kiev", unless=("k Kiev",)),))
    last = 0
    for one in style.avoided(text, [Span(0, len(text))]):
        assert one.span.of(text) == one.words
        assert one.words.lower() == "kiev"
        assert one.span.start >= last
        last = one.span.end


def test_long_lists_and_long_lines_cost_little() -> None:
    style = HouseStyle(
        tuple(entry(f"word{number} more", unless=(f"a word{number} more",)) for number in range(5000))
    )
    text = "word1 word2 word2 more " * 20_000
    begun = time.process_time()
    assert sum(1 for _ in style.avoided(text, [Span(0, len(text))])) == 20_000
    assert time.process_time() - begun < 5
