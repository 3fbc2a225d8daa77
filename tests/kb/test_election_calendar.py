from __future__ import annotations

import pytest
from claim_articles import snapshot

from factlint.kb.election_calendar import UNITED_STATES, ElectionKind, election_years

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
