from __future__ import annotations

import datetime as dt

import pytest

from factlint.checks.telling import telling
from factlint.checks.wording import named, office_in_words, place_in_words, tenure_in_words
from factlint.dates.partial import PartialDate
from factlint.kb.model import Entity, EntityKind, Tenure, Validity

_ALWAYS = Validity(None, None, dt.date(2026, 1, 1))


def tenure(office: str, jurisdiction: str, **more: str) -> Tenure:
    return Tenure("Q1", office, None, jurisdiction, _ALWAYS, **more)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (tenure("Secretary of State", "United States"), "Secretary of State"),
        (tenure("Secretary of State", "Ohio"), "Secretary of State of Ohio"),
        (tenure("President", "United States"), "President of the United States"),
        (tenure("Prime Minister", "Netherlands"), "Prime Minister of the Netherlands"),
        (tenure("Foreign Minister", "France"), "Foreign Minister of France"),
        (tenure("Senate Majority Leader", "United States"), "Senate Majority Leader"),
        (tenure("Senator", "United States", constituency="Utah"), "Senator from Utah"),
        (tenure("Ambassador to Chad", "France"), "Ambassador to Chad for France"),
        (tenure("Governor", "Texas", role="acting"), "acting Governor of Texas"),
        (tenure("Pope", ""), "Pope"),
    ],
)
def test_offices_read_as_copy_writes_them(held: Tenure, expected: str) -> None:
    assert office_in_words(held) == expected


def test_time_is_told_as_far_as_it_is_known() -> None:
    start, end = PartialDate(2013, 1, 3), PartialDate(2019)
    told = Tenure("Q1", "Pope", None, "", Validity(start, end, dt.date(2026, 1, 1)))
    assert tenure_in_words(told) == "Pope, 3 January 2013 to 2019"
    assert tenure_in_words(tenure("Pope", "")) == "Pope"


def test_only_wikidata_items_are_shown() -> None:
    assert named(Entity("Q5", EntityKind.PERSON, "Jane Roe")) == "Jane Roe (Q5)"
    assert named(Entity("local:jane-roe", EntityKind.PERSON, "Jane Roe"), "Jane Rowe") == "Jane Rowe"


def test_places_take_their_article() -> None:
    assert place_in_words("United Kingdom") == "the United Kingdom"
    assert place_in_words("France") == "France"


def test_the_weightiest_office_tells_best() -> None:
    offices = [tenure("Member of Parliament", "Canada"), tenure("Prime Minister", "Canada")]
    assert max(offices, key=telling).office == "Prime Minister"
