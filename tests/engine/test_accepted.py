from __future__ import annotations

import datetime as dt

from toy import NAME, WORD, article_settings, settings

from factlint.engine.accepted import AcceptedName, find_accepted
from factlint.engine.paths import ArticleFile
from factlint.engine.run import run
from factlint.text.span import Span


def name(words: str, until: dt.date | None = None, *codes: str) -> AcceptedName:
    return AcceptedName(words, "as it is", until, frozenset(codes or {"TT101"}), "factlint.yml:1")


def test_whole_names_as_they_are_written() -> None:
    text = "Anna Wrong, anna Wrong, Anna Wrongs, Joanna Wrong; Anna\nWrong."
    places = find_accepted(text, [name("Anna Wrong")]).places
    assert [span.of(text) for span, _ in places] == ["Anna Wrong", "Anna\nWrong"]


def test_covers_its_rules_within_the_name() -> None:
    found = find_accepted("Anna Wrong", [name("Anna Wrong")])
    assert found.cover("TT101", Span(5, 10))
    assert not found.cover("TT102", Span(5, 10))
    assert not found.cover("TT101", Span(5, 12))


def test_markup_of_patterns_is_text() -> None:
    assert find_accepted("a.b aXb a.b", [name("a.b")]).places[1][0] == Span(8, 11)
    assert find_accepted("(", [name("(")]).places == ((Span(0, 1), frozenset({"TT101"})),)


def test_holds_to_its_last_day() -> None:
    day = dt.date(2030, 12, 31)
    assert name("a", day).holds(day)
    assert not name("a", day).holds(day + dt.timedelta(1))
    assert name("a").holds(dt.date.max)


def test_a_run_is_silent_on_accepted_names() -> None:
    held = article_settings(WORD, NAME, accept=(name("so wrong"),))
    report = run([ArticleFile("a.md", "so wrong or wrong")], settings(WORD, a=held))
    assert [(found.rule, found.region.span.start) for found in report.diagnostics] == [
        ("TT102", 3),
        ("TT101", 12),
        ("TT102", 12),
    ]
    past = article_settings(WORD, accept=(name("so wrong", dt.date(2020, 1, 1)),))
    report = run([ArticleFile("a.md", "so wrong")], settings(WORD, a=past))
    assert len(list(report.diagnostics)) == 1
