from __future__ import annotations

import datetime as dt

import pytest
from claim_articles import claims, snapshot

from factlint.claims.election_dates import ElectionDateClaim
from factlint.kb.election_calendar import ElectionKind, election_days, election_years


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Election Day, Nov. 3, 2020", None),
        ("Nov. 3, 2020, presidential election", ElectionKind.PRESIDENTIAL),
        ("Nov. 6 midterm elections", ElectionKind.MIDTERM),
        ("presidential election on May 7, 2017", ElectionKind.PRESIDENTIAL),
        ("Nov. 8, 2016, election", None),
    ],
)
def test_phrases(words: str, kind: ElectionKind | None) -> None:
    text = f"They were ready for the {words}, they said."
    (claim,) = claims(text, ElectionDateClaim)
    assert (claim.span.of(text), claim.kind) == (words, kind)


@pytest.mark.parametrize(
    "words",
    [
        "Nov. 3, 2020, special election",
        "state election on Nov. 3, 2020",
        "Nov. 3 election results",
        "election; on Nov. 3 they met",
        "meeting on Nov. 3, 2020",
    ],
)
def test_other_phrases(words: str) -> None:
    assert claims(f"They were ready for the {words}, they said.", ElectionDateClaim) == ()


def test_years_by_law() -> None:
    years = election_years(snapshot(), "Q30", ElectionKind.PRESIDENTIAL, 2013)
    assert years == (2004, 2008, 2012, 2016, 2020)
    assert election_years(snapshot(), "Q30", ElectionKind.GENERAL, 2013) is None


def test_days_by_law() -> None:
    assert election_days(snapshot(), "Q30", ElectionKind.MIDTERM, 2018) == ((dt.date(2018, 11, 6),) * 2,)
    assert election_days(snapshot(), "Q30", ElectionKind.MIDTERM, 2016) == ()


def test_unknown_country() -> None:
    assert election_years(snapshot(), "Q0", ElectionKind.PRESIDENTIAL, 2013) is None
    assert election_days(snapshot(), "Q0", ElectionKind.PRESIDENTIAL, 2013) is None
