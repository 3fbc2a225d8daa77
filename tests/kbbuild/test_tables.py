# ruff: noqa: E501 - a row of a table stays on one line

from __future__ import annotations

from pathlib import Path

import pytest

from factlint.kbbuild.importer import tables
from factlint.kbbuild.importer.join import add_tables
from factlint.kbbuild.textform import PersonRow, TenureRow

CONGRESS = """bioguide,qid,name,party,state,chamber,start,end,scheduled_end,gone_by,district,official_name,state_qid,note,source,as_of
K1,Q102,Bob Kestrel,Democrat,WI,senate,2013-01-03,2019-01-03,,,,Robert Kestrel,Q1537,,congress-legislators,2026-06-15
K1,Q102,Bob Kestrel,Democrat,WI,senate,2019-01-03,,2025-01-03,,,Robert Kestrel,Q1537,,congress-legislators,2026-06-15
Q1,,Ada Quill,Republican,TX,house,2011-01-05,,,2012-11-27,7,Ada Quill,Q1439,,congress-legislators,2026-06-15
"""
EXECUTIVE = """qid,bioguide,name,office,start,end,scheduled_end,party,how,birthday,source,as_of
,X1,Antony Marlow,president,1789-04-30,1793-03-04,,no party,election,1732-02-22,congress-legislators,2026-06-15
"""
BEYOND = """qid,name,aliases,description,country,birth,death,identity,sources
Q201,Antony Quentin Marlow,Marlow|President Marlow|A. Q. Marlow,statesman; farmer,,1732-02-22,1799,stated,PaulLerner/ViQuAE;wikitrivia
Q202,Old Poet,,poet,,1700,1750-01-01,stated,wikitrivia
Q203,Un Known,,,,,,candidate,Quotebank (EPFL ADA subsets)
Q204,Вера Перо,,poet,,,,stated,wikitrivia
"""
ELECTIONS = """country_qid,country,kind,date,precision,status,source,date_end,round,chamber,note,as_of
Q39,Switzerland,legislative-lower,2023-10-22,day,held,f,,first round,,,2026-01
Q39,Switzerland,legislative-lower,2027-10,month,scheduled,f,,,,,2026-01
Q39,Switzerland,executive,2023-12-13,day,held,f,,,,,2026-01
Q17,Japan,legislative-lower,2025-07-20,day,held,f,,,House of Representatives,,2026-01
Q403,Serbia,presidential,2023-12-17,day,held,f,,,,,2026-01
"""
CAPITALS = """country_qid,country,capital_name,role,note,source,capital_qid,as_of
Q183,Germany,Bonn,capital from 1949-11-29 until 1990-10-02,,Wikidata entity document,Q586,
Q39,Switzerland,Bern,state capital,,Natural Earth,Q70,2021-12-08
Q55,Netherlands,The Hague,,,CIA World Factbook,Q36600,2026-01-31
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (
        ("us_congress", CONGRESS), ("us_executive", EXECUTIVE), ("people_beyond_office", BEYOND),
        ("elections", ELECTIONS), ("capitals", CAPITALS),
    ):  # fmt: skip
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_people_beyond_office(folder: Path) -> None:
    people = {person.id: person for person in tables.people_beyond_office(folder)}
    assert set(people) == {"Q201", "Q203"}
    marlow = people["Q201"]
    assert (marlow.aliases, marlow.description, marlow.born, marlow.died) == (
        "A. Q. Marlow", "statesman", "1732-02-22", "1799",
    )  # fmt: skip
    assert (marlow.backing, people["Q203"].backing) == ("2", "0")


def test_congress(folder: Path) -> None:
    first, second, third = (tenure for _, tenure in tables.congress(folder))
    assert (first.constituency, first.party, first.end) == ("Wisconsin", "Democrat", "2019-01-03")
    assert (second.end, third.end) == ("", "past")
    assert (third.constituency, third.district, third.office) == ("Texas", "7", tables.REPRESENTATIVE)


def test_elections_that_were_held(folder: Path) -> None:
    election, _ = tables.elections(folder)
    assert (election.kind, election.start, election.round) == ("lower house", "2023-10-22", "1")


def test_what_the_source_of_elections_has_wrong(folder: Path) -> None:
    *_, japan = tables.elections(folder)
    assert (japan.country, japan.kind, japan.start) == ("Q17", "upper house", "2025-07-20")


def test_capitals(folder: Path) -> None:
    bonn, bern = tables.capitals(folder)
    assert (bonn.role, bonn.start, bonn.end) == ("capital", "1949-11-29", "1990-10-02")
    assert (bern.role, bern.start, bern.source) == ("capital", "", "natural-earth")


def test_tables_that_are_not_there(tmp_path: Path) -> None:
    assert list(tables.elections(tmp_path)) == []


def test_tables_join_what_the_dump_has(folder: Path) -> None:
    people = {
        "Q102": PersonRow("Q102", "Robert Kestrel", born="1950", source="dump"),
        "Q105": PersonRow("Q105", "Ada Quill", source="dump"),
        "Q106": PersonRow("Q106", "Ada Quill", source="dump"),
    }
    tenures = [
        TenureRow("Q102", "2013-01-03", "", tables.SENATOR, source="dump"),
        TenureRow("Q105", "2011-01-05", "2012-12-01", tables.REPRESENTATIVE, source="dump"),
    ]
    add_tables(people, tenures, folder)
    assert (people["Q102"].name, people["Q102"].aliases) == ("Bob Kestrel", "Robert Kestrel")
    assert people["Q201"].name == "Antony Quentin Marlow"
    # A first name and a surname alone may be another: John Quincy Adams is not John Adams.
    assert "Antony Marlow" not in people["Q201"].aliases
    assert {tenure.source for tenure in tenures} == {tables.CONGRESS}
    assert {tenure.person for tenure in tenures} == {"Q102", "Q105", "Q201"}
    assert not any(key.startswith("local:") for key in people)
