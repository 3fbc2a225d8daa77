"""The time that claims take grows with the length of the copy, whatever the copy."""

from __future__ import annotations

import time

import pytest
from claim_articles import annotated

from factlint.claims import EXTRACTORS
from factlint.claims.base import Claim
from factlint.claims.clause_tense import ClauseTenseClaim
from factlint.claims.date_ranges import DateRangeClaim
from factlint.claims.dates import WeekdayClaim
from factlint.claims.elapsed import ElapsedClaim
from factlint.claims.election_dates import ElectionDateClaim
from factlint.claims.elections import ElectionClaim
from factlint.claims.events import EventDateClaim

GROWTH = 4
"""Quadratic time would make sixteen of this."""


@pytest.mark.parametrize(
    ("kind", "unit"),
    [
        (WeekdayClaim, "Tuesday, June 17 "),
        (WeekdayClaim, '"June 31" '),
        (DateRangeClaim, "from 2012 to 2010 "),
        (ElapsedClaim, "in 2014, five years later, in 2019 "),
        (ElapsedClaim, "the 20th anniversary of the 1969 "),
        (ElectionClaim, "the 2014 presidential election, Russia hacked "),
        (ElectionDateClaim, "Election Day, Nov. 4 "),
        (ClauseTenseClaim, "will meet on June 3 "),
        (EventDateClaim, "fall of the Berlin Wall in 1991 "),
    ],
)
def test_time_is_linear(kind: type[Claim], unit: str) -> None:
    short, long = (measured(kind, unit * (size // len(unit))) for size in (4_000, 4_000 * GROWTH))
    assert long < short * GROWTH * 3 + 0.1


def measured(kind: type[Claim], text: str) -> float:
    taken = []
    for _ in range(2):
        annotations = annotated(text)
        start = time.perf_counter()
        EXTRACTORS[kind](annotations)
        taken.append(time.perf_counter() - start)
    return min(taken)
