"""Terms are counted where they are regular, and not at all elsewhere."""

from __future__ import annotations

import datetime as dt

import pytest
from claim_articles import snapshot

from factlint.checks.term_count import terms_of


@pytest.mark.parametrize(
    ("name", "office", "day", "number"),
    [
        ("Ted Cruz", "Senator", "2018-12-01", 1),
        ("Ted Cruz", "Senator", "2019-01-05", 2),
        ("Barack Obama", "President", "2012-06-01", 1),
        ("Barack Obama", "President", "2018-06-01", 2),
        ("Ayanna Pressley", "Representative", "2022-06-01", 2),
        ("Scott Walker", "Governor", "2016-06-01", 2),
        ("Tina Smith", "Senator", "2019-06-01", None),  # appointed
        ("Jan Brewer", "Governor", "2010-06-01", None),  # succeeded
        ("Jerry Brown", "Governor", "2015-06-01", None),  # came back
        ("Angela Merkel", "President", "2015-06-01", None),
    ],
)
def test_counts_terms(name: str, office: str, day: str, number: int | None) -> None:
    kb = snapshot()
    person = kb.named(name)[0]
    terms = terms_of(kb.tenures(person.id), office, dt.date.fromisoformat(day), kb)
    assert (terms.number if terms else None) == number
