"""Linking on copy of our own, with the embedded snapshot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.annotate.layers import Annotations
from factlint.document.read import read_article
from factlint.kb.embedded import embedded_path
from factlint.kb.store import Snapshot
from factlint.linking.link import ArticleNames, link_names
from factlint.text.source import SourceText


@pytest.fixture(scope="module")
def kb() -> Iterator[Snapshot]:
    with Snapshot(embedded_path()) as snapshot:
        yield snapshot


def link(text: str, kb: Snapshot, date: str = "2019-05-10", path: str = "story.txt") -> ArticleNames:
    article = read_article(SourceText(path, text), date=dt.date.fromisoformat(date))
    return Annotations(article, kb).derived(link_names)


def meant(text: str, kb: Snapshot, date: str = "2019-05-10") -> list[tuple[str, str]]:
    """(name as written, label of who is meant or NIL), the unresolved left out."""
    names = link(text, kb, date)
    return [
        (mention.text, entity.label if (entity := names.entity_of(mention)) else "NIL")
        for person in names.cast.people
        for mention in person.mentions
    ]


def misspelled(text: str, kb: Snapshot, date: str = "2019-05-10") -> list[tuple[str, str]]:
    """(word, right word) of each misspelling."""
    found = link(text, kb, date).misspellings
    return [(part.text, right) for _, one in sorted(found.items()) for part, right in one.replacements]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Angela Merkel spoke. Merkel left.",
            [("Angela Merkel", "Angela Merkel"), ("Merkel", "Angela Merkel")],
        ),
        ("It was up to Angela D. Merkel.", [("Angela D Merkel", "Angela Merkel")]),
        ("Talks with Volodymyr Zelensky.", [("Volodymyr Zelensky", "Volodymyr Zelenskyy")]),
        ("They met Ulrike Hammerschlag-Voss.", [("Ulrike Hammerschlag-Voss", "NIL")]),
    ],
)
def test_links_full_and_short_names(text: str, expected: list[tuple[str, str]], kb: Snapshot) -> None:
    assert meant(text, kb) == expected


def test_a_surname_that_two_bear_means_the_one_last_named(kb: Snapshot) -> None:
    text = "Bill Clinton came. Hillary Clinton stayed home. Clinton was ill."
    assert ("Clinton", "Hillary Clinton") in meant(text, kb)
    assert ("Clinton", "Bill Clinton") not in meant(text, kb)


def test_a_private_namesake_is_nobody_known(kb: Snapshot) -> None:
    assert meant("They met Joe Biden, 34, a plumber from Leeds.", kb) == [("Joe Biden", "NIL")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chancellor Angela Merkle spoke in Berlin.", [("Merkle", "Merkel")]),
        ("Angela Merkel spoke. Pro-Merkle crowds cheered.", [("Merkle", "Merkel")]),
        ("Sen. Kristen Gillibrand of New York spoke.", [("Kristen", "Kirsten")]),
        ("Jens Stolenberg of NATO spoke. Stolenberg left.", [("Stolenberg", "Stoltenberg")] * 2),
        ("NATO chief Stoltenberg Jens spoke.", [("Stoltenberg", "Jens"), ("Jens", "Stoltenberg")]),
        ("Viktor Orban spoke. Orban Viktor left.", []),
        ("They went to Camp David on Friday.", []),
        ("First came Merkel Angela, Macron Emmanuel, Stoltenberg Jens and Biden Joe.", []),
        ("Steven Hawking, the physicist, was born in Oxford.", [("Steven", "Stephen")]),
        ("Kellyanne Conway met Willliam Brandtmann, a plumber.", [("Willliam", "William")]),
        ("Vladimir Putyn spoke in Moscow.", [("Putyn", "Putin")]),
        ("Anthony Fauci met Peter Fondb and Jane Fonda.", [("Fondb", "Fonda")]),
        ("Harry Kane and Son Heung-min passed to James Maddison.", []),
        ("She read A Room With a View and A Hall of Mirrors.", []),
        ("Angela Merkel spoke. The Merkels left.", []),
        ("Angela Merkel spoke to Angela Merkler, 34, of Ulm.", []),
        ("Steven Mnuchin spoke. Steve Mnuchin left.", []),
        ("It said that Angela Merkle [sic] had spoken in Berlin.", []),
        ("Vladimir Putin spoke of Mohammed Morsi.", []),
        ("The Pence family sat down. Pence by pence the fund grew.", []),
    ],
)
def test_finds_misspellings_and_nothing_else(
    text: str, expected: list[tuple[str, str]], kb: Snapshot
) -> None:
    assert misspelled(text, kb) == expected


def test_namesakes_are_told_apart_by_what_stands_beside_them(kb: Snapshot) -> None:
    names = link("The US ambassador to Russia, John Sullivan, flew in.", kb, "2021-06-16")
    entity = names.entity_of(names.mentions[-1])
    assert entity is not None
    assert any("Ambassador" in tenure.office for tenure in kb.tenures(entity.id))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.sampled_from("Merkel Angla.,'-\nBidn\"O'"), max_size=120))
def test_never_raises_and_points_at_what_it_says(text: str, kb: Snapshot) -> None:
    names = link(text, kb)
    for one in names.misspellings.values():
        for part, _ in one.replacements:
            assert part.span.of(text.replace("\r", "\n")) == part.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hillary Clinton followed Bill Clinton. Mrs. Clinton spoke.", "Hillary Clinton"),
        ("Hillary Clinton followed Bill Clinton. Mr. Clinton spoke.", "Bill Clinton"),
        ("Marine Le Pen followed Jean-Marie Le Pen. Ms. Le Pen spoke.", "Marine Le Pen"),
        ("Bill Clinton came alone. Mrs. Clinton was ill.", "NIL"),
    ],
)
def test_titles_tell_men_from_women(text: str, expected: str, kb: Snapshot) -> None:
    names = link(text, kb, "2016-05-10")
    entity = names.entity_of(names.mentions[-1])
    assert (entity.label if entity else "NIL") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Antony Blinkin, 34, a baker from Leeds, won the prize.",
        "Amy Klobucher of Mill Lane saw the fire first.",
        "She called her brother, Pat Toomer, and ran.",
        "The winner was Rudy Giulini, a neighbour of the mayor.",
        "A man identified as Mitt Romeny was arrested.",
        "A student, Jay Insley, asked why.",
        "Tom Barkin met Tom Harkin.",
        "A dog called Angela Merkle was found.",
    ],
)
def test_leaves_those_alone_whom_the_copy_introduces_as_others(text: str, kb: Snapshot) -> None:
    assert misspelled(text, kb) == []


def test_may_is_a_month_where_time_is_spoken_of(kb: Snapshot) -> None:
    text = "Theresa May spoke. In May 2018 she met Donald Trump. Later May left."
    assert [words for words, _ in meant(text, kb) if words == "May"] == ["May"]


def test_whoever_is_named_by_somebody_is_no_stranger(kb: Snapshot) -> None:
    assert ("Tony Abbott", "Tony Abbott") in meant("Scott Morrison named Tony Abbott once.", kb)


def test_a_title_may_be_part_of_a_name(kb: Snapshot) -> None:
    names = link("They met Pope Francis.", kb)
    (mention,) = (one for one in names.mentions if one.text == "Pope Francis")
    entity = names.entity_of(mention)
    assert entity is not None
    assert entity.id == "Q450675"
