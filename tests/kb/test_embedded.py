from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

import pytest

from factlint.errors import SnapshotError
from factlint.kb import embedded
from factlint.kb.model import EntityKind, Fit
from factlint.kb.store import Snapshot
from factlint.kb.verify import verify_snapshot


@pytest.fixture(scope="module")
def kb() -> Iterator[Snapshot]:
    with Snapshot(embedded.embedded_path()) as snapshot:
        yield snapshot


def test_it_is_consistent() -> None:
    assert list(verify_snapshot(embedded.embedded_path())) == []


def test_it_holds_what_it_should(kb: Snapshot) -> None:
    counts = dict(kb.info.counts)
    assert counts["person"] > 130_000
    assert counts["tenure"] > 130_000
    assert counts["country"] > 190


def test_there_is_a_message_where_it_was_not_compiled(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setattr(embedded, "DATA", tmp_path)
    with pytest.raises(SnapshotError, match="factlint kb compile"):
        embedded.embedded_path()


@pytest.mark.parametrize(
    ("office", "jurisdiction", "day", "name"),
    [
        ("Secretary of State", "United States", "2021-06-16", "Antony Blinken"),
        ("President", "United States", "1965-06-01", "Lyndon B. Johnson"),
        ("Chancellor", "Germany", "2010-03-01", "Angela Merkel"),
        ("Prime Minister", "United Kingdom", "2018-03-01", "Theresa May"),
        ("Foreign Minister", "Russia", "2015-03-01", "Sergei Lavrov"),
        ("Governor", "California", "2015-03-01", "Jerry Brown"),
    ],
)
def test_who_held_an_office(kb: Snapshot, office: str, jurisdiction: str, day: str, name: str) -> None:
    holders = kb.holders(office, jurisdiction, dt.date.fromisoformat(day))
    people = [person for holder in holders if (person := kb.entity(holder.person))]
    assert [person.id for person in people] == [kb.named(name, EntityKind.PERSON)[0].id]


@pytest.mark.parametrize(
    ("place", "day", "city"),
    [
        ("Switzerland", "2021-06-16", "Bern"),
        ("Australia", "2020-01-01", "Canberra"),
        ("Texas", "2020-01-01", "Austin"),
    ],
)
def test_capitals(kb: Snapshot, place: str, day: str, city: str) -> None:
    (key,) = {entity.id for entity in kb.named(place, EntityKind.COUNTRY, EntityKind.REGION)}
    on_day = dt.date.fromisoformat(day)
    assert city in {
        name
        for capital in kb.capitals_of(key)
        for name in capital.names
        if capital.validity.at(on_day) != "no"
    }


def test_senators_have_party_and_state(kb: Snapshot) -> None:
    senators = kb.holders("Senator", "United States", dt.date(2016, 3, 1))
    sure = [senator for senator in senators if senator.validity.at(dt.date(2016, 3, 1)) is Fit.YES]
    by_state = Counter(senator.constituency for senator in sure)
    assert len(by_state) == 50
    assert set(by_state.values()) == {2}


def test_places_of_one_name_are_told_apart(kb: Snapshot) -> None:
    georgia = {
        office: kb.holders(office, "Georgia")[-1].jurisdiction_id for office in ("Governor", "President")
    }
    assert georgia["President"] == kb.named("Georgia", EntityKind.COUNTRY)[0].id
    assert georgia["Governor"] == kb.named("Georgia", EntityKind.REGION)[0].id


def test_ordinary_words_are_told_from_names(kb: Snapshot) -> None:
    assert kb.is_word("house")
    assert kb.is_word("Centre")
    assert not kb.is_word("merkel")
