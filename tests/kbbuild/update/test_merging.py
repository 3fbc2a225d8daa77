"""What parties, capitals and elections do to a draft, one by one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from factlint.kbbuild.compile.draft import (
    CapitalDraft,
    Draft,
    ElectionDraft,
    EntityDraft,
    OfficeDraft,
    PlaceDraft,
    TenureDraft,
)
from factlint.kbbuild.update import capitals, elections, parties
from factlint.kbbuild.update.capitals import FoundCapital
from factlint.kbbuild.update.elections import FoundElection
from factlint.kbbuild.update.parties import Membership

DAY = dt.date(2025, 6, 16)
AS_OF = "2024-01-01"


def draft(*held: TenureDraft) -> Draft:
    made = Draft(offices=[OfficeDraft("Q10", "Senator", "Q1", "Q1")])
    made.entities["Q1"] = EntityDraft("Q1", "country", "Ruritania", source="editors", as_of=AS_OF)
    made.places["Q1"] = PlaceDraft()
    for tenure in held:
        made.tenures[tenure.person].append(tenure)
    return made


def tenure(start: str, end: str, party: str = "", source: str = "wikidata") -> TenureDraft:
    return TenureDraft("Q2", 0, start, end, AS_OF, source, party=party, by_hand=source == "editors")


def member(party: str, start: str = "", end: str = "") -> Membership:
    return Membership(start, end, party, "Q2", DAY)


def spells(made: Draft) -> list[tuple[str, str, str]]:
    return [(held.start, held.end, held.party) for held in made.tenures["Q2"]]


UNKNOWN_PARTY = [("2010-01-01", "2020-01-01", "")]


@pytest.mark.parametrize(
    ("memberships", "expected"),
    [
        ([member("Crown")], [("2010-01-01", "2020-01-01", "Crown")]),
        ([member("Crown", "1999")], [("2010-01-01", "2020-01-01", "Crown")]),
        ([member("Crown", "1999", "2020-01-01")], [("2010-01-01", "2020-01-01", "Crown")]),
        (
            [member("Crown", "", "2015-05-05"), member("League", "2015-05-05")],
            [("2010-01-01", "2015-05-05", "Crown"), ("2015-05-05", "2020-01-01", "League")],
        ),
        ([member("Crown"), member("League", "2023-01-01")], [("2010-01-01", "2020-01-01", "Crown")]),
        # Nobody says which, or when.
        ([member("Crown"), member("League")], UNKNOWN_PARTY),
        ([member("Crown"), member("League", "2015")], UNKNOWN_PARTY),
        ([member("Crown", "", "2017"), member("League", "2015-05-05")], UNKNOWN_PARTY),
        ([member("Crown", "", "past"), member("League", "2015-05-05")], UNKNOWN_PARTY),
        ([member("Crown", "", "past")], UNKNOWN_PARTY),
        ([member("Crown", "2012-01-01")], UNKNOWN_PARTY),
        ([member("Crown", "", "2009")], UNKNOWN_PARTY),
    ],
)
def test_parties_of_a_tenure_from_wikidata(
    memberships: Sequence[Membership], expected: list[tuple[str, str, str]]
) -> None:
    made = draft(tenure("2010-01-01", "2020-01-01"))
    touched = parties.merge(made, memberships)
    assert spells(made) == expected
    assert touched == (set() if expected == UNKNOWN_PARTY else {"Q2"})


@pytest.mark.parametrize("source", ["editors", "congress-legislators"])
@pytest.mark.parametrize(
    ("end", "memberships", "parts"),
    [
        ("", [member("Crown Union", "1999"), member("League", "2025-02-03")], 2),
        ("", [member("League", "2025")], 1),
        ("", [member("League", "2023-02-03")], 1),
        ("", [member("Crown Union", "2025-02-03")], 1),
        ("", [member("League")], 1),
        ("2025-06-01", [member("League", "2025-02-03")], 1),
    ],
)
def test_parties_of_other_sources_change_only_after_their_day(
    source: str, end: str, memberships: Sequence[Membership], parts: int
) -> None:
    made = draft(tenure("2010-01-01", end, "Crown", source))
    parties.merge(made, memberships)
    changed = [("2010-01-01", "2025-02-03", "Crown"), ("2025-02-03", "", "League")]
    assert spells(made) == (changed if parts == 2 else [("2010-01-01", end, "Crown")])
    if parts == 2:
        assert [held.source for held in made.tenures["Q2"]] == [source, "wikidata-live"]


def test_parting_can_be_undone() -> None:
    made = draft(tenure("2010-01-01", ""))
    parties.merge(made, [member("Crown"), member("League", "2015-05-05"), member("Union", "2018-01-01")])
    assert len(spells(made)) == 3
    parties.join_parted(made, ["Q2"])
    assert [(start, end) for start, end, _ in spells(made)] == [("2010-01-01", "")]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Labour Party", "Labour"),
        ("independent politician", "Independent"),
        ("Party of Regions", "Party of Regions"),
    ],
)
def test_names_of_parties(label: str, name: str) -> None:
    assert parties.party_name(label) == name


def capital(name: str, start: str = "", end: str = "", *, preferred: bool = False) -> FoundCapital:
    return FoundCapital("Q1", f"Q3{len(name)}", name, "Q1", start, end, preferred, DAY)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([capital("Zenda", "2025-02-01")], [("Strelsau", "2025-02-01"), ("Zenda", "")]),
        ([capital("Strelsau")], [("Strelsau", "")]),
        # What was known when the tables were checked is not changed.
        ([capital("Zenda", "2020")], [("Strelsau", "")]),
        ([capital("Zenda")], [("Strelsau", "")]),
        # It moves in future, or not at all; or there are two.
        ([capital("Zenda", "2027-01-01")], [("Strelsau", "")]),
        ([capital("Zenda", "2025-02-01", "2025-03-01")], [("Strelsau", "")]),
        ([capital("Zenda", "2025-02-01"), capital("Hentzau", "2025-02-01")], [("Strelsau", "")]),
        (
            [capital("Zenda", "2025-02-01", preferred=True), capital("Hentzau", "2025-02-01")],
            [("Strelsau", "2025-02-01"), ("Zenda", "")],
        ),
    ],
)
def test_capitals_move_after_the_day_of_the_tables(
    found: Sequence[FoundCapital], expected: list[tuple[str, str]]
) -> None:
    made = draft()
    made.capitals.append(CapitalDraft("Q1", "Q38", ["Strelsau"], "capital", "", "", False, "editors", AS_OF))
    left_out: list[str] = []
    number = capitals.merge(made, found, left_out)
    assert [(one.names[0], one.end) for one in made.capitals] == expected
    assert number == len(expected) - 1
    unexplained = [one for one in found if one.name == "Zenda" and one.start in ("2020", "")]
    assert left_out == ["Q1: the capital is Strelsau here, Zenda there"] * len(unexplained)


def test_disputed_capitals_stay_as_they_are() -> None:
    made = draft()
    made.capitals.append(CapitalDraft("Q1", "Q38", ["Strelsau"], "capital", "", "", True, "editors", AS_OF))
    assert capitals.merge(made, [capital("Zenda", "2025-02-01")], []) == 0
    assert len(made.capitals) == 1


def test_another_name_of_a_known_capital_is_right_too() -> None:
    made = draft()
    made.capitals.append(CapitalDraft("Q1", "Q38", ["Strelsau"], "capital", "", "", False, "editors", AS_OF))
    renamed = FoundCapital("Q1", "Q38", "Rudolfsburg", "Q1", "", "", False, DAY)
    assert capitals.merge(made, [renamed], []) == 1
    assert made.capitals[0].names == ["Strelsau", "Rudolfsburg"]


def election(*dates: str, kind: str = "presidential", winners: Sequence[str] = ()) -> FoundElection:
    return FoundElection("Q1", kind, DAY, set(dates), set(winners))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (election("2025-05-04", winners=["Zoë Marsh"]), [("2025-05-04", "", "", "Zoë Marsh")]),
        (election("2025-05-04", winners=["Zoë Marsh", "Otto Lang"]), [("2025-05-04", "", "", "")]),
        (
            election("2025-05-04", "2025-05-18", winners=["Zoë Marsh"]),
            [("2025-05-04", "", "1", ""), ("2025-05-18", "", "2", "Zoë Marsh")],
        ),
        (election("2025-05-04", "2025-05-06"), [("2025-05-04", "2025-05-06", "", "")]),
        (election("2025-05-04", kind="parliamentary", winners=["Crown"]), [("2025-05-04", "", "", "")]),
        # Already known, if only by its second round; and of a parliament by whatever name.
        (election("2021-04-18"), []),
        (election("2022-10-10", kind="parliamentary"), []),
    ],
)
def test_elections_that_a_draft_lacks(
    found: FoundElection, expected: list[tuple[str, str, str, str]]
) -> None:
    made = draft()
    known = {
        ElectionDraft("Q1", "presidential", "2021-05-02", "", "2", "Otto Lang", "editors"),
        ElectionDraft("Q1", "lower house", "2022-10-10", "", "", "", "editors"),
    }
    made.elections |= known
    assert elections.merge(made, [found]) == len(expected)
    new = sorted(made.elections - known)
    assert [(one.start, one.end, one.round, one.winner) for one in new] == expected


def test_an_american_winner_is_left_to_the_tables() -> None:
    made = draft()
    made.places["Q30"] = PlaceDraft()
    elections.merge(made, [FoundElection("Q30", "presidential", DAY, {"2024-11-05"}, {"Zoë Marsh"})])
    assert [one.winner for one in made.elections] == [""]
