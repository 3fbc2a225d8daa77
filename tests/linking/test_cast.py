"""What a cast says of its people, on copy of our own with the embedded snapshot."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from factlint.annotate.layers import Annotations
from factlint.document.read import read_article
from factlint.kb.embedded import embedded_path
from factlint.kb.store import Snapshot
from factlint.linking.cast import Cast, Person
from factlint.linking.link import link_names
from factlint.text.source import SourceText

COPY = (
    "Ursula von der Leyen spoke first. Ms. von der Leyen thanked Jonas Brandtstetter.\n\n"
    "Brandtstetter, a baker, smiled. Mrs. Von Der Leyen left."
)


@pytest.fixture(scope="module")
def cast() -> Iterator[Cast]:
    with Snapshot(embedded_path()) as kb:
        article = read_article(SourceText("story.txt", COPY), date=dt.date(2021, 6, 16))
        yield Annotations(article, kb).derived(link_names).cast


@pytest.fixture
def baker(cast: Cast) -> Person:
    return next(person for person in cast.people if person.entity is None)


def test_every_place_of_a_mention_names_somebody_who_is_mentioned_there(cast: Cast) -> None:
    spans = [mention.span for person in cast.people for mention in person.mentions]
    assert len(spans) == 5
    assert all(span in cast.by_place[span].places for span in spans)


def test_a_token_is_given_as_the_article_first_writes_it(cast: Cast) -> None:
    known = next(person for person in cast.people if person.entity is not None)
    assert known.written["von"] == "von"
    assert known.first_with["Leyen"] is known.mentions[0]
    assert known.first_with["Von"] is known.mentions[-1]


def test_a_token_counts_once_in_each_mention(baker: Person) -> None:
    assert (baker.token_counts["jonas"], baker.token_counts["brandtstetter"]) == (1, 2)
    assert baker.token_counts["nobody"] == 0
