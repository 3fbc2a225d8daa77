from __future__ import annotations

import datetime as dt

import pytest
from claim_articles import claims

from factlint.annotate.timex import Mod
from factlint.claims.elapsed import ElapsedClaim, ElapsedForm, years_between
from factlint.dates.partial import PartialDate


@pytest.mark.parametrize(
    ("text", "form", "years", "since", "until"),
    [
        ("It opened in 1990, 30 years ago.", ElapsedForm.AGO, 30, "1990", ()),
        ("It opened 30 years ago, in 1990.", ElapsedForm.AGO, 30, "1990", ()),
        ("It opened three decades ago (1990).", ElapsedForm.AGO, 30, "1990", ()),
        (
            "the 20th anniversary of the Sept. 11, 2001, attacks",
            ElapsedForm.ANNIVERSARY,
            20,
            "2001-09-11",
            (),
        ),
        ("In 1999, the 30th anniversary of the 1969 flight", ElapsedForm.ANNIVERSARY, 30, "1969", (1999,)),
        ("the centenary of the 1918 armistice", ElapsedForm.ANNIVERSARY, 100, "1918", ()),
        ("He left in 1990. Ten years later, in 2000, he came.", ElapsedForm.LATER, 10, "1990", (2000,)),
        ("She led it for 12 years, from 1990 to 2002.", ElapsedForm.LENGTH, 12, "1990", (2002,)),
        ("a decade in office, 2010-2015", ElapsedForm.LENGTH, 10, "2010", (2015,)),
    ],
)
def test_claims(text: str, form: ElapsedForm, years: int, since: str, until: tuple[int, ...]) -> None:
    (claim,) = claims(text, ElapsedClaim)
    assert (claim.form, claim.years, str(claim.since), claim.until) == (form, years, since, until)


@pytest.mark.parametrize(
    "text",
    [
        "Thirty years ago he left. In 1990 she came.",
        "It opened in 1990; many years ago it closed.",
        "the 20th anniversary of the attacks, which in 2001 shook the city",
        "for 12 years. From 1990 to 2002 he slept.",
        "In 1990 he turned 30 years old.",
    ],
)
def test_no_claims(text: str) -> None:
    assert claims(text, ElapsedClaim) == ()


def test_approximation() -> None:
    (claim,) = claims("It opened in 1990, nearly 30 years ago.", ElapsedClaim)
    assert claim.mod is Mod.LESS_THAN


def test_of_several_earlier_years_the_best_is_meant() -> None:
    (claim,) = claims("He left in 1990 and wed in 1994. Ten years later, in 2000, he came.", ElapsedClaim)
    assert claim.since == PartialDate(1990)


def test_years_between() -> None:
    assert years_between(PartialDate(1990), dt.date(2020, 5, 4)) == (29, 30)
    assert years_between(PartialDate(1990, 5, 5), dt.date(2020, 5, 4)) == (29, 29)
    assert years_between(PartialDate(1990, 5, 4), dt.date(2020, 5, 4)) == (30, 30)
