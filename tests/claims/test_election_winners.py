from __future__ import annotations

import pytest
from claim_articles import claims

from factlint.claims.election_winners import ElectionWinnerClaim
from factlint.kb.election_calendar import ElectionKind


@pytest.mark.parametrize(
    ("text", "person", "won", "year"),
    [
        ("Barack Obama won the 2012 presidential election.", "Barack Obama", True, 2012),
        ("Barack Obama, who won the 2012 presidential election, left.", "Barack Obama", True, 2012),
        (
            "Barack Obama narrowly defeated Mitt Romney in the 2012 presidential election.",
            "Barack Obama",
            True,
            2012,
        ),
        ("Mitt Romney lost the 2012 presidential election.", "Mitt Romney", False, 2012),
        ("Mitt Romney lost to Barack Obama in the 2012 presidential election.", "Mitt Romney", False, 2012),
        ("Mitt Romney's defeat in the 2012 presidential election hurt.", "Mitt Romney", False, 2012),
        ("Emmanuel Macron's victory in the 2017 French presidential election", "Emmanuel Macron", True, 2017),
        ("Jair Bolsonaro won Brazil's presidential election in 2018.", "Jair Bolsonaro", True, 2018),
        ("Barack Obama was elected president in 2008.", "Barack Obama", True, 2008),
        ("Barack Obama won the presidency in 2008.", "Barack Obama", True, 2008),
        ("David Cameron won Britain's 2015 general election.", "David Cameron", True, 2015),
    ],
)
def test_claims(text: str, person: str, *, won: bool, year: int) -> None:
    (claim,) = claims(text, ElectionWinnerClaim)
    assert (claim.person.label, claim.won, claim.year) == (person, won, year)


@pytest.mark.parametrize(
    "text",
    [
        "If Mitt Romney had won the 2012 presidential election, he would have left.",
        "Donald Trump says he won the 2020 presidential election.",
        "Many believe Mitt Romney won the 2012 presidential election.",
        "Mitt Romney won the 2012 presidential election, a poster said.",
        "Mitt Romney did not win the 2012 presidential election.",
        "Supporters of Mitt Romney lost the 2012 presidential election.",
        "Mitt Romney won the 2012 presidential election in Utah.",
        "In Utah, Mitt Romney won the 2012 presidential election.",
        "Mitt Romney won the 2012 presidential primary.",
        "Barack Obama was elected president of the Harvard Law Review in 1990.",
        "Barack Obama and Joe Biden won the 2008 presidential election.",
    ],
)
def test_no_claims(text: str) -> None:
    assert claims(text, ElectionWinnerClaim) == ()


def test_the_office_alone_names_no_election() -> None:
    (claim,) = claims("Barack Obama was elected president in 2008.", ElectionWinnerClaim)
    assert (claim.named, claim.kind, claim.countries) == (False, ElectionKind.PRESIDENTIAL, ())


def test_quoted() -> None:
    (claim,) = claims("The sign read: “Mitt Romney won the 2012 presidential election.”", ElectionWinnerClaim)
    assert claim.quoted
