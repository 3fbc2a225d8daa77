"""The parts of a refresh, one by one."""

from __future__ import annotations

import bz2
import datetime as dt
import json
import sqlite3
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruritania import document, later
from tiny_kb import compile_tiny

import factlint
from factlint.cli.kb_update import ENDPOINT
from factlint.kbbuild.compile.draft import Draft, EntityDraft, OfficeDraft, TenureDraft
from factlint.kbbuild.compile.write import write_snapshot
from factlint.kbbuild.update import queries, read
from factlint.kbbuild.update.answers import read_bindings, read_entities
from factlint.kbbuild.update.client import is_loopback, retry_after, user_agent
from factlint.kbbuild.update.errors import AnswerError, BusyError, UpdateError
from factlint.kbbuild.update.findings import FoundNamesake, FoundTenure, agree
from factlint.kbbuild.update.identify import is_the_same
from factlint.kbbuild.update.reread import read_snapshot
from factlint.kbbuild.update.tenures import TenureMerge
from factlint.kbbuild.update.values import clean

DAY = dt.date(2025, 6, 16)
SHARED = Path(factlint.__file__).parents[2] / "shared" / "wikidata"


# --- a snapshot read back
def test_a_snapshot_written_again_has_the_same_content(tmp_path: Path) -> None:
    old, new = compile_tiny(tmp_path), tmp_path / "new.sqlite"
    write_snapshot(read_snapshot(old), new)
    with sqlite3.connect(old) as before, sqlite3.connect(new) as after:
        tables = [name for (name,) in before.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            rows = [set(connection.execute(f"SELECT * FROM {table}")) for connection in (before, after)]  # noqa: S608
            assert rows[0] == rows[1], table
    before.close()
    after.close()


# --- answers
@given(st.binary())
def test_bytes_are_an_answer_or_an_error(body: bytes) -> None:
    for reader in (read_bindings, lambda data: read_entities(data, ["Q1"])):
        with pytest.raises((AnswerError, BusyError)):
            reader(body)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "head": JSON | st.just({"vars": ["x"]}),
            "results": JSON | st.builds(lambda rows: {"bindings": rows}, JSON),
            "entities": JSON | st.dictionaries(st.just("Q1"), JSON),
            "error": JSON | st.just({"code": "maxlag"}) | st.just({"code": 1}),
        },
    )
)
def test_json_of_any_shape_is_an_answer_or_an_error(data: dict[str, object]) -> None:
    body = json.dumps(data).encode()
    for reader in (read_bindings, lambda data: read_entities(data, ["Q1"])):
        try:
            reader(body)
        except (AnswerError, BusyError, UpdateError):
            continue


@given(st.lists(st.sampled_from(["id", "type", "labels", "aliases", "claims", "descriptions"])), JSON)
def test_a_document_of_any_shape_is_a_person_none_or_an_error(keys: list[str], value: object) -> None:
    malformed = {**document(later().humans[0]), **dict.fromkeys(keys, value)}
    try:
        person = read.person(malformed, DAY)
    except read.MALFORMED:
        return
    assert person is None or person.name


def test_what_stands_for_an_unknown_value_is_told_apart() -> None:
    rows = read_bindings(
        json.dumps(
            {
                "head": {"vars": ["a", "b", "c"]},
                "results": {
                    "bindings": [
                        {
                            "a": {"type": "bnode", "value": "t1"},
                            "b": {"type": "uri", "value": "http://www.wikidata.org/.well-known/genid/1f"},
                            "c": {"type": "uri", "value": "http://www.wikidata.org/entity/Q42"},
                        }
                    ]
                },
            }
        ).encode()
    )
    (row,) = rows
    assert [row[name].unknown for name in "abc"] == [True, True, False]
    assert [row[name].item for name in "abc"] == ["", "", "Q42"]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the recorded answers are not here")
def test_recorded_answers_are_read_as_they_are() -> None:
    files = sorted((SHARED / "sparql-results").rglob("*.json"))
    assert len(files) > 10
    for path in files:
        data = json.loads(path.read_bytes())
        rows = read_bindings(path.read_bytes())
        assert len(rows) == len(data["results"]["bindings"]), path
    mandates = SHARED / "sparql-results" / "mandates" / "Q14211.json"
    first = read_bindings(mandates.read_bytes())[0]
    assert (first["item"].item, first["start_date"].value) == ("Q264766", "2016-07-13T00:00:00Z")


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real documents are not here")
def test_real_documents_are_read() -> None:
    people = 0
    with bz2.open(SHARED / "real-entities.json.bz2", "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            text = line.strip().rstrip(",")
            if text not in "[]" and number % 4 == 0:
                entity = json.loads(text)
                answer = json.dumps({"entities": {entity["id"]: entity}}).encode()
                if entity["type"] == "item":
                    found = read_entities(answer, [entity["id"]])[entity["id"]]
                    assert found is not None
                    people += read.person(found, DAY) is not None
    assert people > 30


# --- reading
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna  Holt\n", "Anna Holt"),
        ("A\u202eb|c\x1b", "A b c"),
        ("x" * 101, ""),
        ("x" * 10_000_000, ""),
        ("\ud800", ""),
    ],
)
def test_texts_are_cleaned_and_bounded(text: str, expected: str) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    ("value", "precision", "expected"),
    [
        ("2016-07-13T00:00:00Z", "11", "2016-07-13"),
        ("2016-07-01T00:00:00Z", "10", "2016-07"),
        ("2016-01-01T00:00:00Z", "9", "2016"),
        ("2016-01-01T00:00:00Z", None, "2016"),
        ("2016-07-13T00:00:00Z", None, "2016-07-13"),
        ("2010-01-01T00:00:00Z", "8", ""),
        ("-0044-03-15T00:00:00Z", "11", ""),
        ("99999-01-01T00:00:00Z", "11", ""),
        ("2016-02-31T00:00:00Z", "11", "2016-02"),
        ("2016-07-13T00:00:00Z", "²", ""),
        ("not a date", "11", ""),
        ("", "11", ""),
    ],
)
def test_dates_are_as_precise_as_they_are_known(value: str, precision: str | None, expected: str) -> None:
    cells = {"start": {"type": "literal", "value": value}}
    if precision is not None:
        cells["startPrecision"] = {"type": "literal", "value": precision}
    entity = "http://www.wikidata.org/entity/"
    for name, item in (("person", "Q1"), ("office", "Q2"), ("statement", "s")):
        cells[name] = {"type": "uri", "value": entity + item}
    cells["rank"] = {"type": "uri", "value": "http://wikiba.se/ontology#NormalRank"}
    body = json.dumps({"head": {"vars": list(cells)}, "results": {"bindings": [cells]}}).encode()
    assert [found.start for found in read.tenures(read_bindings(body), DAY)] == (
        [expected] if expected else []
    )


# --- asking
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("120", 120.0),
        ("0", 0.0),
        ("Mon, 16 Jun 2025 00:02:00 GMT", 120.0),
        ("Mon, 16 Jun 2025 00:00:00 -0000", 0.0),
        ("Mon, 16 Jun 1997 00:00:00 GMT", 0.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("٣", None),
        ("9" * 500, 999_999_999.0),
    ],
)
def test_retry_after_is_seconds_or_a_date(text: str, expected: float | None) -> None:
    assert retry_after(text, dt.datetime(2025, 6, 16, tzinfo=dt.UTC)) == expected


def test_the_user_agent_is_that_of_the_policy() -> None:
    agent = user_agent("1.2", "https://newsroom.example/bots")
    assert agent.startswith("factlint/1.2 (https://newsroom.example/bots) python-requests/")
    for contact in ("a\r\nX-Evil: 1", "é", "x" * 300):
        with pytest.raises(UpdateError, match="--contact"):
            user_agent("1.2", contact)


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:8080/x", True),
        ("http://localhost/", True),
        ("http://[::1]:9/", True),
        ("https://127.0.0.1.example/", False),
        ("https://query.wikidata.org/sparql", False),
    ],
)
def test_this_machine_is_told_from_others(url: str, local: bool) -> None:
    assert is_loopback(url) is local


def test_the_endpoint_is_that_of_qwikidata() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from qwikidata.sparql import WIKIDATA_SPARQL_URL
    assert ENDPOINT == WIKIDATA_SPARQL_URL


def test_only_items_get_into_a_query() -> None:
    with pytest.raises(ValueError, match="not a Wikidata item"):
        queries.holders(["Q1 } DROP ALL #"])
    assert '"O\\"Neil \\\\"@en' in queries.namesakes(['O"Neil \\\n'])


# --- who is who
@pytest.mark.parametrize(
    ("born", "description", "their_born", "known_for", "same"),
    [
        ("1960-05-05", "", "1960-05-05", "painter", True),
        ("1960", "Ruritanian football chief", "1960-05-05", "association footballer", True),
        ("1960", "Ruritanian football chief", "1960-05-05", "Ruritanian politician", False),
        ("1960", "", "1960-05-05", "painter", False),
    ],
)
def test_a_year_and_a_nationality_make_nobody_the_same(
    born: str, description: str, their_born: str, known_for: str, same: bool
) -> None:
    person = EntityDraft("local:x", "person", "X Y", description=description, born=born)
    known = FoundNamesake({their_born}, {known_for})
    assert is_the_same(person, known, {"ruritanian"}) is same


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("1960", "1960-05-05", True), ("1960-05", "1960-06", False), ("", "1960", False), ("", "", False)],
)
def test_dates_agree_as_far_as_they_are_known(one: str, other: str, expected: bool) -> None:
    assert agree(one, other) is expected


# --- tenures
def merged(
    known: list[tuple[str, str, str]], *found: tuple[str, str], hand: str = "", role: str = ""
) -> list[str]:
    """Tenures of Q1 in office Q10 after a merge: (start, end, source) known, (start, end) found."""
    draft = Draft()
    draft.entities = {key: EntityDraft(key, "person", key) for key in ("Q1", "Q2")}
    draft.offices = [OfficeDraft("Q10", "Foreign Minister", "Q30", "Q30")]
    for start, end, source in known:
        draft.tenures["Q1"].append(
            TenureDraft("Q1", 0, start, end, "2023-01-01", source, role, by_hand=source == "editors")
        )
    if hand:
        draft.tenures["Q2"].append(
            TenureDraft("Q2", 0, hand[:10], hand[11:], "2024-01-01", "editors", by_hand=True)
        )
    merge = TenureMerge(draft, [])
    merge.merge([FoundTenure("Q1", "Q10", start, end, day=DAY) for start, end in found])
    return sorted(f"{t.start}/{t.end} {t.source}" for t in draft.tenures["Q1"])


@pytest.mark.parametrize(
    ("known", "found", "expected"),
    [
        ([], [("2020-01-01", "")], ["2020-01-01/ wikidata-live"]),
        ([("2020", "", "wikidata")], [("2020-02-01", "2021-02-01")], ["2020-02-01/2021-02-01 wikidata-live"]),
        ([("2020-02-01", "past", "wikidata")], [("2020-02-01", "2021")], ["2020-02-01/2021 wikidata-live"]),
        # A known day is not given up for a year, nor a known end for none.
        ([("2020-02-01", "2021-02-01", "wikidata")], [("2020", "")], ["2020-02-01/2021-02-01 wikidata"]),
        # One of several terms that the snapshot has as one changes nothing.
        ([("1997-05-01", "2019-11-06", "wikidata")], [("2001-06-07", "2005-04-11")],
         ["1997-05-01/2019-11-06 wikidata"]),
        # Two spells of one year stay two.
        ([("2021-05-12", "2021-09-15", "wikidata"), ("2021-12-13", "", "wikidata")],
         [("2021-05-12", "2021-09-15"), ("2021-12-13", "2022-08-02")],
         ["2021-05-12/2021-09-15 wikidata", "2021-12-13/2022-08-02 wikidata-live"]),
        # No correction reaches into another spell.
        ([("2010-01-01", "2012-01-01", "wikidata"), ("2012-06-01", "2014-01-01", "wikidata")],
         [("2010-01-01", "2014-01-01")],
         ["2010-01-01/2012-01-01 wikidata", "2012-06-01/2014-01-01 wikidata"]),
        # A later spell is a new one.
        ([("2010-01-01", "2012-01-01", "wikidata")], [("2018-01-01", "")],
         ["2010-01-01/2012-01-01 wikidata", "2018-01-01/ wikidata-live"]),
        # Adjoining terms come as one.
        ([], [("2015-05-07", "2017-05-03"), ("2017-05-20", "2019-11-06")],
         ["2015-05-07/2019-11-06 wikidata-live"]),
        # By hand: an end only after the day on which the row was checked.
        ([("2020-02-01", "", "editors")], [("2020-01-15", "2025-02-01")], ["2020-02-01/2025-02-01 editors"]),
        ([("2020-02-01", "", "editors")], [("2020-02-01", "2021-02-01")], ["2020-02-01/ editors"]),
        ([("2020-02-01", "2024-02-01", "editors")], [("2020-02-01", "2025-02-01")],
         ["2020-02-01/2024-02-01 editors"]),
    ],
)  # fmt: skip
def test_what_is_found_completes_what_is_known(
    known: list[tuple[str, str, str]], found: list[tuple[str, str]], expected: list[str]
) -> None:
    assert merged(known, *found) == expected


def test_a_seat_that_the_tables_by_hand_fill_is_not_given_to_another() -> None:
    assert merged([], ("2020-01-01", "2022-01-01"), hand="2019-01-01/2023-01-01") == []
    assert merged([], ("2023-01-01", "2024-01-01"), hand="2019-01-01/2023-01-01") == [
        "2023-01-01/2024-01-01 wikidata-live"
    ]


def test_acting_by_hand_is_the_same_spell() -> None:
    known = [("2020-01-01", "2020-03-01", "editors")]
    assert merged(known, ("2020-01-01", "2020-03-01"), role="acting") == ["2020-01-01/2020-03-01 editors"]
    known = [("2020-01-01", "", "wikidata")]
    assert merged(known, ("2020-03-01", ""), role="acting") == [
        "2020-01-01/ wikidata",
        "2020-03-01/ wikidata-live",
    ]
