from __future__ import annotations

import pytest
from claim_articles import claims

from factlint.claims.clause_tense import ClauseTenseClaim
from factlint.claims.datelines import DatelineClaim
from factlint.claims.events import EventDateClaim


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The 1912 sinking of the Titanic.", "1912 sinking of the Titanic", "sinking of the Titanic"),
        (
            "The fall of the Berlin Wall in 1989.",
            "fall of the Berlin Wall in 1989",
            "fall of the Berlin Wall",
        ),
        (
            "The April 15, 2013, Boston Marathon bombing.",
            "April 15, 2013, Boston Marathon bombing",
            "Boston Marathon bombing",
        ),
        ("The Sydney Olympics of 2000.", "Sydney Olympics of 2000", "Sydney Olympics"),
    ],
)
def test_events(text: str, words: str, name: str) -> None:
    (claim,) = claims(text, EventDateClaim)
    assert (claim.span.of(text), claim.name) == (words, name)


@pytest.mark.parametrize(
    "text",
    [
        "They spoke of the Kabul airport bombing in 2022.",
        "He left the Iran nuclear deal in 2018.",
        "The 2018 harvest was good.",
        "In 2018, the fall of the Berlin Wall was long past.",
        "In 2015, Boston Marathon bombing survivors testified.",
        "The 2015 Boston Marathon bombing trial lasted four months.",
        "The 1997 Titanic disaster film won 11 Oscars.",
        "A 2017 camp fire got out of hand.",
    ],
)
def test_no_events(text: str) -> None:
    assert claims(text, EventDateClaim) == ()


@pytest.mark.parametrize(
    ("text", "future", "verb"),
    [
        ("They will meet in Rome on June 3.", True, "will"),
        ("The trial is scheduled to begin on June 3.", True, "is scheduled to"),
        ("He died at home on June 3.", False, "died"),
        ("The vote was held on June 3, 2020.", False, "was held"),
    ],
)
def test_tense(text: str, *, future: bool, verb: str) -> None:
    (claim,) = claims(text, ClauseTenseClaim)
    assert (claim.future, claim.verb) == (future, verb)


@pytest.mark.parametrize(
    "text",
    [
        "They will say what happened on June 3.",
        "He died, as he had said he would on June 3.",
        "They will meet those who won on Tuesday.",
        "He died after the vote on June 3.",
    ],
)
def test_other_clauses(text: str) -> None:
    assert claims(text, ClauseTenseClaim) == ()


def test_dateline() -> None:
    (claim,) = claims("GENEVA, June 6 (Reuters) — They met on June 3.", DatelineClaim)
    assert claim.timex.value == "2021-06-06"
    assert claims("GENEVA (Reuters) — They met on June 3.", DatelineClaim) == ()
