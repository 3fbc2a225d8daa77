from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import pytest

from factlint.annotate.office_titles import office_lexicon, title_key
from factlint.annotate.offices import OfficeMention, Standing, find_offices
from factlint.annotate.places import find_places
from factlint.annotate.sentences import split_sentences
from factlint.annotate.tokens import tokenize
from factlint.document.read import read_article
from factlint.kb.model import Entity, EntityKind
from factlint.kb.store import Snapshot
from factlint.text.source import SourceText

_TITLES = (
    "President",
    "Prime Minister",
    "Secretary of the Treasury",
    "Secretary of State",
    "Chief",
    "Governor",
)
_PLACES = {
    "serbia": Entity("Q1", EntityKind.COUNTRY, "Serbia"),
    "texas": Entity("Q2", EntityKind.REGION, "Texas"),
    "cuba": Entity("Q3", EntityKind.COUNTRY, "Cuba"),
}


@dataclass(frozen=True)
class _Lexicon:
    """As much of a snapshot as offices and places ask for."""

    def office_titles(self) -> tuple[tuple[str, str], ...]:
        return tuple((title, title) for title in _TITLES)

    def named(self, name: str, *_kinds: EntityKind) -> tuple[Entity, ...]:
        found = _PLACES.get(name.lower())
        return (found,) if found else ()

    def country_by_adjective(self, adjective: str) -> tuple[Entity, ...]:
        return (_PLACES["serbia"],) if adjective == "Serbian" else ()


def offices(text: str) -> tuple[OfficeMention, ...]:
    kb = cast("Snapshot", _Lexicon())
    article = read_article(SourceText("story.txt", text))
    tokens = tokenize(article)
    places = find_places(tokens, article.prose, kb)
    return find_offices(tokens, article.prose, split_sentences(article), places, office_lexicon(kb))


@pytest.mark.parametrize(
    ("text", "phrase", "standing", "place"),
    [
        ("Serbian President Boris Tadic left.", "Serbian President", Standing.HELD, "Serbian"),
        ("Serbia's president, Boris Tadic, left.", "Serbia's president", Standing.HELD, "Serbia"),
        ("He is the president of Serbia.", "president of Serbia", Standing.HELD, "Serbia"),
        ("They met former Texas Gov. Ann Richards.", "former Texas Gov", Standing.FORMER, "Texas"),
        ("They met then-President Boris Tadic.", "then-President", Standing.THEN, None),
        ("They met President-elect Boris Tadic.", "President-elect", Standing.ELECT, None),
        ("They met deputy prime minister Ivica Dacic.", "deputy prime minister", Standing.DEPUTY, None),
        ("It was built in Cuba. President Boris Tadic left.", "President", Standing.HELD, None),
    ],
)
def test_reads_what_stands_around_a_title(
    text: str, phrase: str, standing: Standing, place: str | None
) -> None:
    (office,) = offices(text)
    assert text[office.start : office.end] == phrase
    assert office.standing is standing
    assert (office.place.words if office.place else None) == place


def test_knows_acting_holders_and_possessives() -> None:
    acting, possessor = offices("Acting Prime Minister Ivica Dacic met the president's brother.")
    assert acting.acting
    assert possessor.possessive


@pytest.mark.parametrize("text", ["the Treasury Secretary", "the secretary of the Treasury"])
def test_turns_titles_round(text: str) -> None:
    (office,) = offices(text)
    assert office.titles == ("Secretary of the Treasury",)


def test_leaves_words_that_name_no_office() -> None:
    assert offices("The chief spoke to the state secretary.") == ()


def test_title_keys_see_through_order_and_country() -> None:
    assert title_key("Treasury Secretary") == title_key("United States Secretary of the Treasury")
    assert title_key("Defence Secretary") == title_key("Secretary of Defense")
    assert title_key("Secretary of State") != title_key("Secretary of the Treasury")
