"""The clause around words, and its verb."""

from __future__ import annotations

import pytest

from factlint.crossing.clauses import Clause, clause_around, head_after
from factlint.text.span import Span


def around(text: str, words: str) -> Clause:
    start = text.index(words)
    return clause_around(text, Span(0, len(text)), Span(start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "verb", "terms"),
    [
        ("The mayor resigned on Tuesday, after the vote.", "resign", ("mayor", "resign")),
        ("Builders, who came on Tuesday from Oslo, sang.", "came", ("oslo",)),
        ("On Tuesday the council elected a mayor.", "elect", ("council", "elect", "mayor")),
        ("Snow, Tuesday.", "", ()),
    ],
)
def test_a_clause_ends_where_another_begins(text: str, verb: str, terms: tuple[str, ...]) -> None:
    clause = around(text, "Tuesday")
    assert clause.verb == verb
    assert set(terms) <= set(clause.terms)
    assert "sang" not in clause.terms
    assert "vote" not in clause.terms


def test_names_of_a_clause_leave_out_the_first_word_of_the_sentence() -> None:
    assert around("Builders from Oslo came to Norvik on Tuesday.", "Tuesday").names == ("oslo", "norvik")


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("After Tuesday's hearing they left.", "hear"),
        ("After Tuesday's scheduled hearing they left.", "hear"),
        ("In his Tuesday announcement he sang.", "announc"),
        ("It rained on Tuesday night.", ""),
        ("They said Tuesday evening was cold.", ""),
        ("They met Tuesday.", ""),
    ],
)
def test_the_noun_that_a_day_stands_before(text: str, head: str) -> None:
    start = text.index("Tuesday")
    assert head_after(text, Span(start, start + len("Tuesday")), len(text)) == head
