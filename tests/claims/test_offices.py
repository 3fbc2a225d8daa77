"""Titles before and after names: the time that the copy speaks of, and who contests them."""

from __future__ import annotations

import pytest
from claim_articles import claims

from factlint.claims.offices import OfficeClaim


def office(text: str, date: str = "2021-06-16") -> OfficeClaim:
    (claim,) = claims(text, OfficeClaim, date)
    return claim


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("It rained. German Chancellor Angela Merkel flew to Rome on Tuesday.", True),
        ("It rained. On Tuesday, German Chancellor Angela Merkel flew to Rome.", True),
        ("It rained. German Chancellor Angela Merkel will visit Rome.", True),
        ("German Chancellor Angela Merkel told reporters that it rained.", True),
        ("It rained. German Chancellor Angela Merkel told reporters so.", False),
        ("It rained. German Chancellor Angela Merkel flew to Rome on a Tuesday.", False),
        ("It rained. German Chancellor Angela Merkel flew to Rome in 2015.", False),
        ("It rained. A film about German Chancellor Angela Merkel opened on Tuesday.", False),
        ("It rained. He compared her on Tuesday to German Chancellor Angela Merkel.", False),
        ("It rained. Under German Chancellor Angela Merkel, wages rose on Tuesday.", False),
    ],
)
def test_says_when_the_copy_surely_speaks_of_the_present(text: str, present: bool) -> None:
    assert office(text).present is present


@pytest.mark.parametrize(
    ("text", "contested"),
    [
        ("They met Serbian President Boris Tadic.", False),
        ("They met Moldovan Russian President Boris Tadic.", True),
        ("They met self-proclaimed President Boris Tadic.", True),
        ("They met southern Sudanese President Salva Kiir.", True),
    ],
)
def test_says_who_is_not_everybodys_holder(text: str, contested: bool) -> None:
    assert office(text).contested is contested


@pytest.mark.parametrize(
    "text",
    [
        "The French president, Angela Merkel and Mark Rutte met.",
        "Angela Merkel, the French president, and Mark Rutte met.",
        "They fought for French President Angela Merkel's seat.",
    ],
)
def test_leaves_lists_and_what_was_left_behind_alone(text: str) -> None:
    assert not [one for one in claims(text, OfficeClaim) if one.mention.text == "Angela Merkel"]


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("They met NATO chief Jens Stoltenberg.", "NATO"),
        ("They met former Labour leader Ed Miliband.", "Labour Party"),
        ("They met London Mayor Sadiq Khan.", "London"),
        ("They met conservative leader Jeremy Corbyn.", None),
        ("They met Scottish Labour leader Jeremy Corbyn.", None),
    ],
)
def test_reads_heads_of_organisations(text: str, organisation: str | None) -> None:
    assert [one.office.organisation for one in claims(text, OfficeClaim)] == [organisation] * bool(
        organisation
    )


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Ada claimed that German Chancellor Angela Merkel left.", True),
        ("German Chancellor Angela Merkel left, Ada alleged.", True),
        ("Ada wrongly called German Chancellor Angela Merkel a friend.", True),
        ("Ada said that German Chancellor Angela Merkel left.", False),
        ("Ada joked with German Chancellor Angela Merkel.", False),
        ("Friends, led by German Chancellor Angela Merkel, claimed that it rained.", False),
    ],
)
def test_tells_what_somebody_claims(text: str, reported: bool) -> None:
    assert office(text).reported is reported
