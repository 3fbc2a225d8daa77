"""Slips between two numbers, and the pairs of places that they make suspect."""

from __future__ import annotations

import datetime as dt

import pytest
from claim_articles import annotated

from factlint.annotate.quantities import find_quantities
from factlint.api import check_text
from factlint.claims.designations import designation_pairs
from factlint.claims.number_slips import Slip, slip_between
from factlint.claims.quantities import quantity_claims
from factlint.claims.sourced_counts import sourced_pairs


@pytest.mark.parametrize(
    ("words", "slip"),
    [
        ("48 and 84", Slip.TRANSPOSED),
        ("1,204 and 1,402", Slip.TRANSPOSED),
        ("804 and 840", Slip.TRANSPOSED),
        ("$3.2 million and $3.2 billion", Slip.SCALE),
        ("12,500 and 17,500", Slip.DIGIT),
        ("12 and 17", None),
        ("101 and 102", None),
        ("48 and 48", None),
        ("3 and 3 million", None),
    ],
)
def test_slip(words: str, slip: Slip | None) -> None:
    first, second = find_quantities(annotated(words).article, ())
    assert slip_between(first, second) is slip


def test_names_of_flights_need_one_that_stands_alone() -> None:
    alone = annotated("Flight 318 left. Flight 318 fell. Flight 381 is missed.")
    [(first, second)] = designation_pairs(alone)
    assert (first.quantity.low, second.quantity.low) == (318, 381)
    assert not list(designation_pairs(annotated("Flight 318 left. Flight 381 followed.")))


def test_counts_of_two_sources_are_a_note() -> None:
    text = "Police said 12 people were hurt. The hospital said 14 people were hurt."
    layers = annotated(text)
    assert len(list(sourced_pairs(layers, quantity_claims(layers)))) == 1
    [found] = check_text(text, select=["FL704"]).diagnostics
    assert found.severity == "note"


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("Boris Johnson turned 65 on Friday.", "FL601", ["65"]),
        ("Boris Johnson turned 56 on Friday.", "FL601", []),
        ("When Boris Johnson turned 40, he was a member of Parliament.", "FL601", []),
        ("Lena Wolfhardt, 29, is three years older than her sister, Greta Wolfhardt, 21.", "FL602",
         ["three years older"]),
        ("Lena Wolfhardt, 29, is seven years older than her sister, Greta Wolfhardt, 21.", "FL602", []),
    ],
)  # fmt: skip
def test_ages(text: str, code: str, words: list[str]) -> None:
    report = check_text(text, date=dt.date(2020, 6, 21), select=[code])
    assert [found.words for found in report.diagnostics] == words
