from __future__ import annotations

import datetime as dt

import pytest

from factlint.dates.partial import PartialDate
from factlint.kb.model import EntityKind, Fit
from factlint.kb.store import Snapshot


def labels(entities: tuple[object, ...]) -> list[str]:
    return [getattr(entity, "label", "") for entity in entities]


def test_info(tiny: Snapshot) -> None:
    info = tiny.info
    assert info.id == f"wikidata-2024-06-30+{info.checksum[:8]}"
    assert dict(info.counts)["person"] == 11
    assert [source.key for source in tiny.sources()] == ["desk", "dump"]


def test_entity(tiny: Snapshot) -> None:
    texas = tiny.entity("Q1439")
    assert texas is not None
    assert (texas.label, texas.kind, texas.country) == ("Texas", EntityKind.REGION, ("Q30",))
    assert texas.aliases == ("TX", "Tex.")
    assert tiny.entity("Q999") is None


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Tony Marlow", ["Q101"]),
        ("antony marlow", ["Q101"]),
        ("Antony J. Marlow, Jr.", ["Q101"]),
        ("Bob Kestrel", ["Q102"]),
        ("ROBERT KESTREL", ["Q102"]),
        ("Sergey Lomakin", ["Q103"]),
        ("Zoe Lukasiewicz Odegard", ["Q109"]),
        ("Ursula van der Wetering", ["Q106"]),
        ("Robert Kestrels", []),
        ("Anthony Marlow", []),
        ("United States of America", ["Q30"]),
        ("US", ["Q30"]),
        ("", []),
        ("...", []),
    ],
)
def test_named(tiny: Snapshot, name: str, found: list[str]) -> None:
    assert [entity.id for entity in tiny.named(name)] == found


def test_named_of_a_kind(tiny: Snapshot) -> None:
    assert tiny.named("Texas", EntityKind.PERSON) == ()
    assert labels(tiny.named("Texas", EntityKind.REGION, EntityKind.CITY)) == ["Texas"]


@pytest.mark.parametrize(
    ("surname", "found"),
    [
        ("Kestrel", ["Robert Kestrel", "Joan Kestrel"]),
        ("Wetering", ["Ursula van der Wetering"]),
        ("van der Wetering", ["Ursula van der Wetering"]),
        ("von Wetering", []),
        ("Wen", ["Wen Daming"]),
        ("Robert", []),
        ("", []),
    ],
)
def test_surname_bearers(tiny: Snapshot, surname: str, found: list[str]) -> None:
    assert labels(tiny.surname_bearers(surname)) == found


def test_surname_near(tiny: Snapshot) -> None:
    first = tiny.surname_near("Kestral")[0]
    assert (first.entity.label, first.name, first.edits) == ("Robert Kestrel", "Kestrel", 1)
    assert tiny.surname_near("Wrexhamshyer")[0].edits == 2
    assert tiny.surname_near("") == ()


def test_tokens_and_words(tiny: Snapshot) -> None:
    assert tiny.knows_token("Łukasiewicz")
    assert not tiny.knows_token("Kestrle")
    assert tiny.is_word("Ministers")
    assert not tiny.is_word("kestrle")


def test_adjectives(tiny: Snapshot) -> None:
    assert labels(tiny.country_by_adjective("swiss")) == ["Switzerland"]
    assert ("Texan", "Q1439") in tiny.adjectives()
    assert tiny.country_by_adjective("Martian") == ()


def test_lives(tiny: Snapshot) -> None:
    assert tiny.born("Q101") == PartialDate(1962, 4, 16)
    assert tiny.died("Q104") == PartialDate(2019, 5, 1)
    assert tiny.died("Q101") is None
    assert tiny.born("Q999") is None


def test_adjoining_terms_are_one(tiny: Snapshot) -> None:
    (senator,) = tiny.tenures("Q102")
    assert (senator.office, senator.jurisdiction) == ("Senator", "United States")
    assert (senator.party, senator.constituency) == ("Democrat", "Wisconsin")
    assert senator.jurisdiction_id == "Q30"
    assert (senator.validity.start, senator.validity.end) == (PartialDate(2013, 1, 3), None)
    (member,) = tiny.tenures("Q106")
    assert (member.office, str(member.validity.start)) == ("Member of Parliament", "2017-06-08")


def test_tenures_kept_by_hand_win(tiny: Snapshot) -> None:
    (minister,) = tiny.tenures("Q103")
    assert (minister.office, minister.jurisdiction, minister.source) == ("Foreign Minister", "Russia", "desk")
    assert str(minister.validity.end) == "2023-01-15"
    (secretary,) = tiny.tenures("Q101")
    assert (secretary.party, secretary.office_id) == ("Whig", "Q1")


def test_holders(tiny: Snapshot) -> None:
    holders = tiny.holders("foreign minister", "Russia")
    assert [holder.person for holder in holders] == ["Q103", "local:irina-belskaya"]
    on_day = tiny.holders("Foreign Minister", "Russia", dt.date(2020, 6, 1))
    assert [holder.person for holder in on_day] == ["Q103"]
    assert tiny.holders("Foreign Minister", "Hungary") == ()


def test_an_end_not_known_is_not_still(tiny: Snapshot) -> None:
    (governor,) = tiny.tenures("Q107")
    assert governor.validity.at(dt.date(2020, 1, 1)) is Fit.YES
    assert governor.validity.at(dt.date(2023, 1, 1)) is Fit.UNKNOWN
    assert governor.validity.at(dt.date(2014, 1, 1)) is Fit.NO


def test_an_end_that_came_on_a_day_not_known(tiny: Snapshot) -> None:
    (minister,) = tiny.tenures("Q104")
    assert minister.validity.ended
    assert minister.validity.at(dt.date(2010, 6, 1)) is Fit.UNKNOWN
    assert minister.validity.at(dt.date(2009, 6, 1)) is Fit.NO


def test_office_titles(tiny: Snapshot) -> None:
    titles = tiny.office_titles()
    assert ("top diplomat", "Secretary of State") in titles
    assert ("Sen.", "Senator") in titles
    assert ("Secretary-General", "Secretary-General") in titles


def test_capitals(tiny: Snapshot) -> None:
    (bern,) = tiny.capitals_of("Q39")
    assert (bern.city, bern.role, bern.disputed) == ("Q70", "capital", False)
    assert bern.names == ("Bern", "Berne")
    assert {capital.place for capital in tiny.places_with_capital("berne")} == {"Q39", "Q28"}
    assert tiny.places_with_capital("Houston") == ()
    assert tiny.places_with_capital("?") == ()


def test_where_places_lie(tiny: Snapshot) -> None:
    (houston,) = tiny.named("Houston")
    assert (tiny.country_of(houston.id), tiny.region_of(houston.id)) == ("Q30", "Q1439")
    assert (tiny.country_of("Q1439"), tiny.country_of("Q30")) == ("Q30", None)


def test_elections(tiny: Snapshot) -> None:
    (election,) = tiny.elections("Q39")
    assert (election.kind, str(election.start), election.source) == ("parliamentary", "2019-10-20", "desk")
    assert tiny.elections("Q39", "presidential") == ()
    assert tiny.elections_complete("Q39", "parliamentary") == (2015, 2023)
    assert tiny.elections_complete("Q39", "presidential") is None


def test_events(tiny: Snapshot) -> None:
    (event,) = tiny.events()
    assert (event.name, event.place, str(event.start), str(event.end)) == (
        "Bern summit", "Bern", "2021-06-16", "2021-06-17",
    )  # fmt: skip


def test_statements(tiny: Snapshot) -> None:
    statements = tiny.statements("Q102")
    assert [statement.property for statement in statements] == ["P569", "P27", "P39"]
    (held,) = tiny.statements("Q102", "P39")
    assert held.value_id == "Q2"
    assert ("P768", "Wisconsin") in held.qualifiers
    assert [statement.value for statement in tiny.statements("Q39", "P36")] == ["Bern"]
    assert tiny.statements("Q999") == ()


def test_prominence_ranks(tiny: Snapshot) -> None:
    ranks = {key: entity.prominence for key in ("Q101", "Q102", "Q108") if (entity := tiny.entity(key))}
    assert ranks == {"Q101": 4, "Q102": 4, "Q108": 0}
    (quill,) = tiny.named("Ada Quill")
    assert (quill.prominence, quill.description) == (4, "alliance chief; former Swiss minister")


def test_closed_snapshots_answer_nothing(tiny: Snapshot) -> None:
    with Snapshot(tiny.path) as snapshot:
        snapshot.entity("Q30")
    with pytest.raises(Exception, match="closed"):
        snapshot.entity("Q30")
