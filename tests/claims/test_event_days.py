from __future__ import annotations

import pytest
from claim_articles import claims

from factlint.claims.event_days import EventDayClaim


@pytest.mark.parametrize(
    ("text", "noun", "value", "place"),
    [
        ("The June 17 church shooting in Ardal left nine dead.", "shooting", "2021-06-17", "Ardal"),
        ("The April 4, 2019, trial will clear her.", "trial", "2019-04-04", ""),
        ("The referendum will be held on Sept. 18.", "referendum", "2021-09-18", ""),
        ("The trial in Borg begins on June 18.", "trial", "2021-06-18", "Borg"),
        ("The Monday run-off will be close.", "runoff", "2021-06-21", ""),
        ("Friday's funeral drew thousands.", "funeral", "2021-06-11", ""),
    ],
)
def test_claims(text: str, noun: str, value: str, place: str) -> None:
    (claim,) = claims(text, EventDayClaim)
    assert (claim.noun, claim.timex.value, claim.place) == (noun, value, place)


@pytest.mark.parametrize(
    "text",
    [
        "A June 17 shooting left nine dead.",
        "The June 17 trial-run went well.",
        "The referendum was announced on Sept. 18.",
        "The June referendum will be close.",
        "The June 17 referendums were all won.",
    ],
)
def test_no_claims(text: str) -> None:
    assert claims(text, EventDayClaim) == ()


@pytest.mark.parametrize("word", ["second", "postponed", "another"])
def test_one_of_several(word: str) -> None:
    (claim,) = claims(f"The June 18 trial, {word}, begins.", EventDayClaim)
    assert claim.one_of_several
