from __future__ import annotations

from pathlib import Path

import pytest
from tiny_kb import compile_tiny, write_text_form

from factlint.errors import SnapshotError
from factlint.kb.seats import is_single_seat
from factlint.kb.store import Snapshot
from factlint.kb.verify import verify_snapshot
from factlint.kbbuild.compile.derive import (
    IN_DOUBT,
    cap_open_tenures,
    doubt_shared_seats,
    join_terms,
    settle_lives,
)
from factlint.kbbuild.compile.draft import Draft, EntityDraft, OfficeDraft, PlaceDraft, TenureDraft
from factlint.kbbuild.compile.forms import short_forms
from factlint.kbbuild.compile.nicknames import Nicknames
from factlint.kbbuild.compile.regional import settle_regional_offices
from factlint.kbbuild.compile.run import compile_snapshot

OFFICE_HEADER = "person,qid,office,jurisdiction,start,end,role,party,constituency,as_of,checked,source,note\n"
PEOPLE_HEADER = "name,qid,aliases,known_for,country,born,died,prominence,checked,source\n"


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    assert compile_tiny(tmp_path / "a").read_bytes() == compile_tiny(tmp_path / "b").read_bytes()


def test_the_small_knowledge_base_is_consistent(tmp_path: Path) -> None:
    problems = list(verify_snapshot(compile_tiny(tmp_path)))
    # The text form says that Bern was the capital of Hungary.
    assert [(problem.kind, problem.subject) for problem in problems] == [("capital abroad", "Q28")]


def test_without_tables_kept_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "bare.sqlite"
    compile_snapshot(write_text_form(tmp_path / "text"), None, path)
    with Snapshot(path) as snapshot:
        assert snapshot.holders("Foreign Minister", "Russia")[0].person == "Q103"
        assert snapshot.named("Ada Quill") == ()


def test_a_failed_compilation_leaves_the_old_snapshot(tmp_path: Path) -> None:
    path = compile_tiny(tmp_path)
    before = path.read_bytes()
    with pytest.raises(SnapshotError):
        compile_tiny(tmp_path, offices__desk=OFFICE_HEADER + ",,,,,,,,,,,,\n")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            "X,Q1x,Mayor,Bern,2020,,,,,2024-06-30,2024-06-30,desk,",
            "desk.csv:2: qid: 'Q1x' is no Wikidata item",
        ),
        ("X,,Mayor,Bern,2020-13,,,,,2024-06-30,2024-06-30,desk,", "desk.csv:2: start: no such month"),
        ("X,,Mayor,Bern,past,,,,,2024-06-30,2024-06-30,desk,", "desk.csv:2: start: not an ISO date"),
        ("X,,Mayor,Bern,2020,,boss,,,2024-06-30,2024-06-30,desk,", "'boss' is none of acting, interim"),
        ("X,,Mayor,Bern,2020,,,,,2024-06,2024-06-30,desk,", "as_of: '2024-06' is no date to the day"),
        ("X,,,Bern,2020,,,,,2024-06-30,2024-06-30,desk,", "desk.csv:2: office: is empty"),
        ("X,,Mayor,Bern", "desk.csv:2: 4 columns, not 13"),
        ("X,Q30,Mayor,Bern,2020,,,,,2024-06-30,2024-06-30,desk,", "Q30 is United States, a country"),
    ],
)
def test_faults_of_a_table_are_named(tmp_path: Path, row: str, words: str) -> None:
    with pytest.raises(SnapshotError) as caught:
        compile_tiny(tmp_path, offices__desk=OFFICE_HEADER + row + "\n")
    assert words in str(caught.value)


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    bad = "X,,Mayor,Bern,2020-13,,boss,,,2024-06-30,2024-06-30,desk,\n"
    with pytest.raises(SnapshotError, match="have 7 errors"):
        compile_tiny(tmp_path, offices__desk=OFFICE_HEADER + bad * 2, countries="qid,nam\nQ1,Mars\n")


def test_columns_that_are_missing_or_unknown(tmp_path: Path) -> None:
    with pytest.raises(
        SnapshotError, match=r"people/desk\.csv|desk\.csv:1: no column qid; unknown column id"
    ):
        compile_tiny(tmp_path, people__desk=PEOPLE_HEADER.replace("qid", "id"))


def test_a_name_alone_meets_the_one_person_whom_it_fits(tmp_path: Path) -> None:
    people = PEOPLE_HEADER + (
        "Viktor Orlay,,,health minister,Hungary,1963,,3,2024-06-30,desk\n"  # Q104
        "Viktor Orlay,,,painter,Russia,1990,,1,2024-06-30,desk\n"
    )
    with Snapshot(compile_tiny(tmp_path, people__desk=people)) as snapshot:
        known = {entity.id: entity.description for entity in snapshot.named("Viktor Orlay")}
    assert known == {"Q104": "health minister", "local:viktor-orlay": "painter"}


def test_a_fuller_name_is_met_by_the_same_seat(tmp_path: Path) -> None:
    offices = (
        OFFICE_HEADER
        + "Antony Marlow,,Secretary of State,U.S.,2017-02-01,2021-01-20,,,,2024-06-30,2024-06-30,desk,\n"
    )
    with Snapshot(compile_tiny(tmp_path, offices__desk=offices)) as snapshot:
        assert [holder.person for holder in snapshot.holders("Secretary of State")] == ["Q101"]


def test_a_short_name_is_met_by_year_of_birth(tmp_path: Path) -> None:
    people = PEOPLE_HEADER + "Antony Marlow,,,diplomat,,1962,,5,2024-06-30,desk\n"
    with Snapshot(compile_tiny(tmp_path, people__desk=people)) as snapshot:
        (marlow,) = snapshot.named("Antony Marlow")
    assert (marlow.id, marlow.prominence) == ("Q101", 5)


@pytest.mark.parametrize(
    ("row", "key"),
    [
        # Known for other things than the office that the text form's person held, and no year of birth.
        ("Viktor Orlay,,,violinist,Hungary,,,3,2024-06-30,desk", "local:viktor-orlay"),
        ("Viktor Orlay,,,former health minister,Hungary,,,3,2024-06-30,desk", "Q104"),
        ("Viktor Orlay,,,physician,Hungary,1963,,3,2024-06-30,desk", "Q104"),
        # Under another name, by an alias and the very year of birth.
        ("Doctor Orlay,,Viktor Orlay,physician,Hungary,1963,,3,2024-06-30,desk", "Q104"),
        ("Doctor Orlay,,Viktor Orlay,physician,Hungary,1964,,3,2024-06-30,desk", "local:doctor-orlay"),
    ],
)
def test_namesakes_stay_apart(tmp_path: Path, row: str, key: str) -> None:
    with Snapshot(compile_tiny(tmp_path, people__desk=PEOPLE_HEADER + row + "\n")) as snapshot:
        named = snapshot.named(row.partition(",")[0])
        assert [entity.id for entity in named if entity.description == row.split(",")[3]] == [key]


def test_a_shorter_name_is_met_by_the_same_seat(tmp_path: Path) -> None:
    rows = (
        "Ursula Gertrud Vindt Orlay,Q901,Mayor,Bern,2010,2014,,,,2024-06-30,2024-06-30,desk,\n"
        "Ethelburga Wrexhamshire,,Governor,Texas,2015-01-20,,,,,2024-06-30,2024-06-30,desk,\n"
    )
    with Snapshot(compile_tiny(tmp_path, offices__desk=OFFICE_HEADER + rows)) as snapshot:
        assert [holder.person for holder in snapshot.holders("Governor", "Texas")] == ["Q107"]


def test_rows_of_one_new_person_are_one_person(tmp_path: Path) -> None:
    """Two namesakes in the text form do not make two more of a third."""
    rows = (
        "Wen Daming,Q901,Premier,China,2001,2002,,,,2024-06-30,2024-06-30,desk,\n"
        "Wen Daming,,Mayor,Bern,2010,2014,,,,2024-06-30,2024-06-30,desk,\n"
        "Wen Daming,,Mayor,Austin,2016,2018,,,,2024-06-30,2024-06-30,desk,\n"
    )
    with Snapshot(compile_tiny(tmp_path, offices__desk=OFFICE_HEADER + rows)) as snapshot:
        mayors = {
            holder.person for place in ("Bern", "Austin") for holder in snapshot.holders("Mayor", place)
        }
    assert mayors == {"local:wen-daming"}


def test_a_child_may_inherit_an_office(tmp_path: Path) -> None:
    people = PEOPLE_HEADER + "Prince Otmar,,Otmar,heir,Switzerland,1994,,3,2024-06-30,desk\n"
    rows = OFFICE_HEADER + "Otmar,,Crown Prince,Switzerland,2004,,,,,2024-06-30,2024-06-30,desk,\n"
    with Snapshot(compile_tiny(tmp_path, people__desk=people, offices__desk=rows)) as snapshot:
        assert snapshot.holders("Crown Prince", "Switzerland")[0].person == "local:prince-otmar"


def draft(*tenures: TenureDraft, title: str = "Mayor") -> Draft:
    made = Draft()
    made.offices.append(OfficeDraft("Q900", title, "Q70", "Q39"))
    for tenure in tenures:
        made.tenures[tenure.person].append(tenure)
    return made


def term(start: str, end: str, person: str = "Q1", **more: str) -> TenureDraft:
    return TenureDraft(person, 0, start, end, "2024-06-30", "desk", **more)


def spans(made: Draft, person: str = "Q1") -> list[tuple[str, str]]:
    return [(tenure.start, tenure.end) for tenure in made.tenures[person]]


@pytest.mark.parametrize(
    ("terms", "joined"),
    [
        ([("2010-01-01", "2014-01-01"), ("2014-01-03", "2018-01-01")], [("2010-01-01", "2018-01-01")]),
        ([("2010-01-01", "2014-01-01"), ("2014-01-03", "")], [("2010-01-01", "")]),
        ([("2010-01-01", "2014-01-01"), ("2012-01-01", "2013-01-01")], [("2010-01-01", "2014-01-01")]),
        ([("2010-01-01", ""), ("2010-01-01", "2014-01-01")], [("2010-01-01", "")]),
        (
            [("2010-01-01", "2014-01-01"), ("2015-01-01", "2018-01-01")],
            [("2010-01-01", "2014-01-01"), ("2015-01-01", "2018-01-01")],
        ),
        (
            [("2010-01-01", "2014-01-01"), ("2014-01-01", "past")],
            [("2010-01-01", "2014-01-01"), ("2014-01-01", "past")],
        ),
        ([("2010", "2014"), ("2014", "2018")], [("2010", "2018")]),
    ],
)
def test_adjoining_terms_are_joined(terms: list[tuple[str, str]], joined: list[tuple[str, str]]) -> None:
    made = draft(*(term(start, end) for start, end in terms))
    join_terms(made)
    assert spans(made) == joined


def test_terms_of_two_parties_stay_apart_without_a_gap() -> None:
    made = draft(
        term("2010-01-01", "2014-10-18", party="Whig"),
        term("2015-01-03", "2017-01-03", party="Tory"),
        title="Senator",
    )
    join_terms(made)
    assert spans(made) == [("2010-01-01", "2015-01-03"), ("2015-01-03", "2017-01-03")]


def test_a_successor_ends_an_open_term() -> None:
    made = draft(
        term("2010-01-01", ""),
        term("2014-06-01", "", "Q2"),
        term("2012-01-01", "2012-02-01", "Q3", role="acting"),
    )
    cap_open_tenures(made)
    assert spans(made) == [("2010-01-01", "2014-06-01")]
    assert spans(made, "Q2") == [("2014-06-01", "")]


def test_members_do_not_end_each_others_terms() -> None:
    made = draft(term("2010-01-01", ""), term("2014-06-01", "", "Q2"), title="Senator")
    cap_open_tenures(made)
    assert spans(made) == [("2010-01-01", "")]


def test_the_source_does_not_extend_a_term_kept_by_hand() -> None:
    by_hand = term("2007-11-22", "2009-10-29")
    by_hand.by_hand = True
    made = draft(by_hand, term("2009-10-29", "2012-08-10"))
    join_terms(made)
    assert spans(made) == [("2007-11-22", "2009-10-29"), ("2009-10-29", "2012-08-10")]


@pytest.mark.parametrize(
    ("first", "second", "role", "by_hand", "roles"),
    [
        (("2010-01-01", "2014-01-01"), ("2012-01-01", "2013-01-01"), "", False, (IN_DOUBT, IN_DOUBT)),
        (("2010-01-01", "2014-01-01"), ("2012-01-01", "2013-01-01"), "", True, ("", IN_DOUBT)),
        (("2010-01-01", "2014-01-01"), ("2012-01-01", "2013"), "acting", False, ("", "acting")),
        (("2010-01-01", "2014-01-20"), ("2014-01-01", "2016-01-01"), "", False, ("", "")),
        (("2010", "2014"), ("2014", "2016"), "", False, ("", "")),
        (("2010-01-01", ""), ("2014-01-01", "2016-01-01"), "", False, ("", "")),
    ],
)
def test_two_holders_of_one_seat_are_in_doubt(
    first: tuple[str, str], second: tuple[str, str], role: str, *, by_hand: bool, roles: tuple[str, str]
) -> None:
    earlier, later = term(*first), term(*second, "Q2", role=role)
    earlier.by_hand = by_hand
    made = draft(earlier, later)
    doubt_shared_seats(made)
    assert (earlier.role, later.role) == roles


@pytest.mark.parametrize(
    ("end", "died", "settled"),
    [
        ("2014-01-01", "2012-05-01", "2012-05-01"),
        ("", "2012-05-01", "2012-05-01"),
        ("2012-03-01", "2012-05-01", "2012-03-01"),
        ("2012", "2012-05-01", "2012"),
        ("past", "2012-05-01", "past"),
        ("2014-01-01", "2009-05-01", "2014-01-01"),
    ],
)
def test_death_ends_an_office(end: str, died: str, settled: str) -> None:
    made = draft(term("2010-01-01", end))
    made.entities["Q1"] = EntityDraft("Q1", "person", "Ada Quill", born="1950", died=died)
    settle_lives(made)
    assert spans(made) == [("2010-01-01", settled)]


def test_nobody_comes_to_office_at_more_than_a_hundred() -> None:
    made = draft(term("2010-01-01", "2014-01-01"))
    made.entities["Q1"] = EntityDraft("Q1", "person", "Ada Quill", born="1855-04-01")
    settle_lives(made)
    assert made.entities["Q1"].born == ""


@pytest.mark.parametrize(
    ("title", "single"),
    [
        ("President", True), ("Foreign Minister", True), ("Governor", True), ("Ambassador to France", True),
        ("Secretary of State", True), ("Deputy Prime Minister", False), ("Vice President", False),
        ("Senator", False), ("Member of Parliament", False), ("Minister of State for Europe", False),
    ],
)  # fmt: skip
def test_single_seats(title: str, *, single: bool) -> None:
    assert is_single_seat(title) is single


def test_an_office_of_regional_legislators_is_the_regions() -> None:
    made = Draft()
    made.places = {"Q408": PlaceDraft(), "Q36074": PlaceDraft("Q408")}
    made.offices = [
        OfficeDraft("Q900", "Finance Minister", "Q408", "Q408"),
        OfficeDraft("Q901", "Member of the Legislative Assembly", "Q36074", "Q408"),
    ]
    for person in ("Q1", "Q2", "Q3"):
        made.tenures[person] = [
            TenureDraft(person, 0, "2010", "2012", "2024-06-30", "dump"),
            TenureDraft(person, 1, "2008", "2014", "2024-06-30", "dump"),
        ]
    settle_regional_offices(made, stated=())
    assert made.offices[0].jurisdiction == "Q36074"


def test_a_later_seat_in_parliament_does_not_make_an_office_national() -> None:
    made = Draft()
    made.places = {"Q408": PlaceDraft(), "Q36074": PlaceDraft("Q408")}
    made.offices = [
        OfficeDraft("Q900", "Attorney General", "Q408", "Q408"),
        OfficeDraft("Q901", "Member of the Legislative Assembly", "Q36074", "Q408"),
        OfficeDraft("Q902", "Member of Parliament", "Q408", "Q408"),
        OfficeDraft("Q903", "Ambassador to France", "Q408", "Q408"),
    ]
    made.tenures["Q1"] = [
        TenureDraft("Q1", number, start, end, "2024-06-30", "dump")
        for number, start, end in (
            (1, "2008", "2013"), (0, "2009", "2012"), (2, "2014", "2022"), (3, "2013", "2013"),
        )
    ]  # fmt: skip
    settle_regional_offices(made, stated=())
    assert [office.jurisdiction for office in made.offices] == ["Q36074", "Q36074", "Q408", "Q408"]


@pytest.mark.parametrize(
    ("name", "countries", "forms"),
    [
        ("Joseph R. Biden Jr.", ["Q30"], ["Joseph R. Biden", "Joseph Biden"]),
        ("Ursula Gertrud von der Leyen", ["Q183"], ["Ursula von der Leyen"]),
        ("Gerhard Schröder", ["Q183"], ["Gerhard Schroeder"]),
        ("Bashar al-Assad", ["Q858"], ["Bashar Assad"]),
        ("Andrés Manuel López Obrador", ["Q96"], ["Andrés Obrador", "Andrés López", "Andrés López Obrador"]),
        ("Kim Jong Un", ["Q423"], []),
        ("J. D. Vance", ["Q30"], []),
        ("Angela Merkel", ["Q183"], []),
    ],
)
def test_short_forms(name: str, countries: list[str], forms: list[str]) -> None:
    assert list(short_forms(name, countries)) == forms


def test_nicknames() -> None:
    nicknames = Nicknames([("Robert", ["Bob"]), ("Anthony", ["Tony"]), ("Antony", ["Tony"])])
    assert list(nicknames.forms(["Robert Kestrel"])) == ["Bob Kestrel"]
    assert list(nicknames.forms(["Tony Marlow"])) == ["Anthony Marlow", "Antony Marlow"]
    assert list(nicknames.forms(["Tony Marlow", "Antony J. Marlow", "Antony Marlow"])) == ["Tony Marlow"]


def test_keys_of_people_without_an_item_are_unique() -> None:
    made = Draft()
    for expected in ("local:ada-quill", "local:ada-quill-2"):
        key = made.local_key("Ada Quill")
        assert key == expected
        made.entities[key] = EntityDraft(key, "person", "Ada Quill")
