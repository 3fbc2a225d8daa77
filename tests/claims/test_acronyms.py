"""Acronyms that the copy explains."""

from __future__ import annotations

import time

import pytest
from claim_articles import claims

from factlint.claims.acronyms import AcronymClaim
from factlint.kb.acronyms import content_words, known_acronyms


def explained(text: str) -> list[tuple[str, str]]:
    return [
        (claim.acronym, " ".join(word.text for word in claim.words)) for claim in claims(text, AcronymClaim)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Blue Harbor Fund (BHF) closed.", [("BHF", "Blue Harbor Fund")]),
        ("They met; the Blue Harbor Fund (B.H.F.) closed.", [("BHF", "Blue Harbor Fund")]),
        ("Two local building firms (LBFs) closed.", [("LBF", "Two local building firms")]),
        ("The BHF (Blue Harbor Fund) closed.", [("BHF", "Blue Harbor Fund")]),
        ("Labor and Congress of Unions (LCU-USA) met.", [("LCUUSA", "Labor and Congress of Unions")]),
        ("A bureau of food, drink and tobacco (BFDT) met.", [("BFDT", "bureau of food drink and tobacco")]),
        ("DUBAI, United Arab Emirates (AP) — It rained.", []),
        ("He won (AGAIN), and (as ever) smiled (BF1).", [("AGAIN", "He won")]),
        ("(BHF) was all it said.", []),
    ],
)
def test_extracted(text: str, expected: list[tuple[str, str]]) -> None:
    assert explained(text) == expected


def test_span_is_that_of_words_and_acronym() -> None:
    text = "The Blue Harbor Fund (BHF) closed."
    [claim] = claims(text, AcronymClaim)
    assert claim.span.of(text) == "Blue Harbor Fund (BHF"
    assert claim.acronym_span.of(text) == "BHF"


def test_hostile_input_is_read_in_linear_time() -> None:
    text = "A (" * 20_000 + "AB (CD) " * 20_000 + "A" * 100_000
    begun = time.process_time()
    claims(text, AcronymClaim)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("World Trade Organisation", "World Trade Organization"),
        ("the U.N. Children's Fund", "United Nations Children’s Fund"),
        ("Ministry of Defence", "Ministry of Defense"),
        ("non-governmental organization", "nongovernmental organization"),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert content_words(one) == content_words(other)


def test_every_expansion_has_words_and_every_acronym_is_written_in_capitals() -> None:
    table = known_acronyms()
    assert len(table.expansions) > 150
    for acronym, expansions in table.expansions.items():
        assert acronym.replace("-", "").isupper()
        assert len(set(expansions)) == len(expansions)
        assert all(len(content_words(words)) > 1 or words.isupper() for words in expansions), acronym


def test_the_table_is_sorted() -> None:
    acronyms = list(known_acronyms().expansions)
    assert acronyms == sorted(acronyms)
