from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.annotate.names.runs import NameRun, find_name_runs
from factlint.annotate.sentences import split_sentences
from factlint.annotate.tokens import tokenize
from factlint.document.read import read_article
from factlint.text.source import SourceText


def runs(text: str) -> tuple[NameRun, ...]:
    article = read_article(SourceText("story.txt", text))
    return find_name_runs(article.prose, tokenize(article), split_sentences(article))


def texts(text: str) -> list[str]:
    return [run.text for run in runs(text)]


def titled(text: str) -> list[tuple[str, str]]:
    return [(run.title, run.text) for run in runs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She met Angela Merkel and Gordon Brown.", ["Angela Merkel", "Gordon Brown"]),
        ("It was up to Harry S. Truman to decide.", ["Harry S Truman"]),
        ("The vote for J.D. Vance was close.", ["J.D. Vance"]),
        ("He read Martin Luther King, Jr. at school.", ["Martin Luther King Jr"]),
        ("It was Ursula von der Leyen who spoke.", ["Ursula von der Leyen"]),
        ("It was Khalid bin Salman who spoke.", ["Khalid bin Salman"]),
        ("They met Bashar al-Assad there.", ["Bashar al-Assad"]),
        ("They met Ban Ki-moon there.", ["Ban Ki-moon"]),
        ("They met Jean-Claude Juncker there.", ["Jean-Claude Juncker"]),
        ("They met Sinead O'Connor there.", ["Sinead O'Connor"]),
        ("They met Éric Cantona there.", ["Éric Cantona"]),
        ("a post-Thatcher, Reagan-era, Nixon-like deal", ["Thatcher", "Reagan", "Nixon"]),
        ("a Macron-backed plan", ["Macron"]),
        ("talks of the NATO chief Jens Stoltenberg", ["Jens Stoltenberg"]),
        ("Asked by the BBC, Jones's lawyer and James' lawyer left.", ["Jones", "James"]),
        ("On Tuesday Theresa May left.", ["Theresa May"]),
        ("Will Smith left.", ["Will Smith"]),
        ("But Brown left.", ["Brown"]),
        ("the plan of de gaulle", []),
    ],
)
def test_finds_names_and_where_they_end(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is Prime Minister Gordon Brown.", [("", "Prime"), ("minister", "Gordon Brown")]),
        ("It is Sen. Ted Cruz.", [("sen", "Ted Cruz")]),
        ("It is House Speaker Sam Rayburn.", [("", "House"), ("speaker", "Sam Rayburn")]),
        ("It is the actor Tom Hanks.", [("actor", "Tom Hanks")]),
        ("It is Mr. Brown and Mrs. Brown.", [("mr", "Brown"), ("mrs", "Brown")]),
        ("It is Angus King again.", [("", "Angus King")]),
        ("It is Russia's Boris Yeltsin.", [("", "Russia"), ("", "Boris Yeltsin")]),
    ],
)
def test_splits_titles_and_possessors_from_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert titled(text) == expected


def test_knows_sentence_starts_headlines_and_shouting() -> None:
    (start,) = runs("Brown left early.")
    assert start.starts_sentence
    assert not start.title_case
    assert any(run.title_case for run in runs("Brown Tells Blair That Party Must Change"))
    assert all(run.shouted for run in runs("BROWN TELLS BLAIR TO CHANGE THE PARTY"))


@given(st.text(st.sampled_from("Aa bB.,'-’\"\nMr Jr von O'É🙂\t"), max_size=200))
def test_spans_cover_what_the_parts_say(text: str) -> None:
    article = read_article(SourceText("story.txt", text))
    for run in find_name_runs(article.prose, tokenize(article), split_sentences(article)):
        assert run.sentence.covers(run.span)
        for part in run.parts:
            assert part.span.of(article.prose) == part.text
