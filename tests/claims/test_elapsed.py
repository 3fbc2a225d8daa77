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
        ("Half a century ago, in 1989, it fell.", ElapsedForm.AGO, 50, "1989", ()),
        ("It has been 35 years since the 1986 disaster.", ElapsedForm.AGO, 35, "1986", ()),
        ("Two decades have passed since 1994.", ElapsedForm.AGO, 20, "1994", ()),
        ("Nine years after the 2004 tsunami, in 2019, it rose.", ElapsedForm.LENGTH, 9, "2004", (2019,)),
        ("In 2019, nine years after the 2004 tsunami, it rose.", ElapsedForm.LENGTH, 9, "2004", (2019,)),
        ("Between 1984 and 1990, a span of six years, it shrank.", ElapsedForm.LENGTH, 6, "1984", (1990,)),
        ("Built in 1931, the tower is now 60 years old.", ElapsedForm.AGO, 60, "1931", ()),
        (
            "Founded in 1919, the club celebrated its 100th anniversary this year.",
            ElapsedForm.ANNIVERSARY,
            100,
            "1919",
            (),
        ),
        ("He is six years older: she was born in 1956, he in 1950.", ElapsedForm.LENGTH, 6, "1950", (1956,)),
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
