from __future__ import annotations

import pytest
from claim_articles import claims

from factlint.claims.ages import AgeClaim


@pytest.mark.parametrize(
    ("text", "age", "at_death"),
    [
        ("John Updike, 76, wrote on.", 76, False),
        ("John Updike has died at the age of 76.", 76, True),
        ("John Updike, who died in January aged 76, wrote on.", 76, True),
        ("Novelist John Updike dies at 76", 76, True),
        ("John Updike dead at 76", 76, True),
        ("John Updike died on Tuesday at the age of 76 in Massachusetts.", 76, True),
    ],
)
def test_ages(text: str, age: int, at_death: bool) -> None:
    (claim,) = claims(text, AgeClaim, "2009-01-28")
    assert (claim.age, claim.at_death, claim.span.of(text)) == (age, at_death, str(age))


@pytest.mark.parametrize(
    "text",
    [
        "John Updike died at 11 p.m. on Monday.",
        "John Updike died at 4:30 on Monday.",
        "John Updike has died, leaving a son aged 46.",
        "John Updike died after driving at 70 miles an hour.",
        "Souter, 90; Thomas, 52; John Updike, 12;",
    ],
)
def test_other_numbers(text: str) -> None:
    assert claims(text, AgeClaim, "2009-01-28") == ()
