from __future__ import annotations

import pytest
from claim_articles import snapshot

from factlint.kb.election_calendar import UNITED_STATES, ElectionKind, election_years, winners_in, years_won

AUSTRALIA, BRITAIN, FRANCE, CAMEROON, ICELAND = "Q408", "Q145", "Q142", "Q1009", "Q189"


@pytest.mark.parametrize(
    ("country", "kind", "year", "held"),
    [
        (UNITED_STATES, ElectionKind.PRESIDENTIAL, 2016, True),
        (UNITED_STATES, ElectionKind.NATIONAL, 2018, True),
        (UNITED_STATES, ElectionKind.NATIONAL, 2015, False),
        (AUSTRALIA, ElectionKind.NATIONAL, 2019, True),
        (AUSTRALIA, ElectionKind.NATIONAL, 2018, False),
        (BRITAIN, ElectionKind.GENERAL, 1979, True),
        (BRITAIN, ElectionKind.GENERAL, 1972, False),
        (FRANCE, ElectionKind.MIDTERM, 2018, False),
    ],
)
def test_years(country: str, kind: ElectionKind, year: int, held: bool) -> None:
    years = election_years(snapshot(), country, kind, year)
    assert years is not None
    assert (year in years) is held


def test_a_list_of_presidents_alone_says_nothing_of_parliaments() -> None:
    assert election_years(snapshot(), CAMEROON, ElectionKind.PRESIDENTIAL, 2018) is not None
    assert election_years(snapshot(), CAMEROON, ElectionKind.GENERAL, 2017) is None


def test_a_list_of_parliaments_alone_says_nothing_of_presidents() -> None:
    assert election_years(snapshot(), ICELAND, ElectionKind.PARLIAMENTARY, 2018) is not None
    assert election_years(snapshot(), ICELAND, ElectionKind.NATIONAL, 2018) is None


@pytest.mark.parametrize(
    ("country", "kind", "year", "winner"),
    [
        (UNITED_STATES, ElectionKind.PRESIDENTIAL, 2016, "Donald Trump"),
        (FRANCE, ElectionKind.PRESIDENTIAL, 2017, "Emmanuel Macron"),
        (BRITAIN, ElectionKind.GENERAL, 2015, "David Cameron"),
    ],
)
def test_winners(country: str, kind: ElectionKind, year: int, winner: str) -> None:
    assert winner in winners_in(snapshot(), country, kind, year)


@pytest.mark.parametrize(
    ("country", "year"),
    [
        pytest.param("Q114", 2017, id="Kenya's was annulled and held again"),
        pytest.param(FRANCE, 2015, id="none was held"),
    ],
)
def test_no_certain_winner(country: str, year: int) -> None:
    assert winners_in(snapshot(), country, ElectionKind.PRESIDENTIAL, year) == ()


def test_years_that_somebody_won() -> None:
    won = years_won(snapshot(), UNITED_STATES, ElectionKind.PRESIDENTIAL)
    assert {year for year, name in won if name == "Barack Obama"} == {2008, 2012}
