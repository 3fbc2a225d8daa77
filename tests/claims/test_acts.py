"""Acts of people on a day."""

from __future__ import annotations

import datetime as dt

import pytest
from claim_articles import claims

from factlint.claims.acts import ActClaim

WEDNESDAY = dt.date(2021, 6, 16)
TUESDAY = dt.date(2021, 6, 15)


def acts(text: str) -> list[tuple[str, str, dt.date]]:
    return [(claim.people[0].label, claim.verb, claim.day) for claim in claims(text, ActClaim)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Angela Merkel said on Tuesday that it rained.", [("Angela Merkel", "said", TUESDAY)]),
        ("Angela Merkel, 66, told reporters Tuesday it rained.", [("Angela Merkel", "told", TUESDAY)]),
        ("On Tuesday, Angela Merkel met the mayor.", [("Angela Merkel", "met", TUESDAY)]),
        ("Angela Merkel is due to visit Vienna.", [("Angela Merkel", "is due to visit", WEDNESDAY)]),
        ("Angela Merkel signed it on June 3, 2020.", [("Angela Merkel", "signed", dt.date(2020, 6, 3))]),
        ("Angela Merkel came. Merkel said Tuesday it rained.", [("Angela Merkel", "said", TUESDAY)]),
        ("Angela Merkel said that it rained on Tuesday.", []),
        ("Angela Merkel said it rained.", []),
        ("Angela Merkel said in March that it rained.", []),
        ("Angela Merkel said on June 3, years ago, that it rained. It was Tuesday.", []),
        ("The Angela Merkel Bridge said on Tuesday that it was open.", []),
        ("Ada Invented said on Tuesday that it rained.", []),
    ],
)
def test_acts(text: str, expected: list[tuple[str, str, dt.date]]) -> None:
    assert acts(text) == expected


@pytest.mark.parametrize(
    ("text", "mourned", "introduced"),
    [
        ("Angela Merkel said on Tuesday that it rained.", False, False),
        ("The late Angela Merkel said on Tuesday that it rained.", True, False),
        ("Angela Merkel said on Tuesday it rained. A film on Merkel is out.", True, False),
        ("My sister Angela Merkel said on Tuesday that it rained.", False, True),
    ],
)
def test_what_stands_beside_the_name(text: str, mourned: bool, introduced: bool) -> None:
    [claim] = claims(text, ActClaim)
    assert (claim.mourned, claim.introduced) == (mourned, introduced)
