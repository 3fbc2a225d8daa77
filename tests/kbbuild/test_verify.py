"""Each fault that a snapshot can have is found; a snapshot without it has no such problem."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tiny_kb import compile_tiny

from factlint.kb.verify import verify_snapshot

OFFICE_HEADER = "person,qid,office,jurisdiction,start,end,role,party,constituency,as_of,checked,source,note\n"
PEOPLE_HEADER = "name,qid,aliases,known_for,country,born,died,prominence,checked,source\n"
BY_DESIGN = ("capital abroad", "Q28")
"""The small text form says that Bern was the capital of Hungary."""


def office(person: str, start: str, end: str, title: str = "Governor", role: str = "") -> str:
    return f"{person},,{title},Texas,{start},{end},{role},,,2024-06-30,2024-06-30,desk,\n"


def person(name: str, aliases: str = "", born: str = "", died: str = "") -> str:
    return f"{name},,{aliases},,,{born},{died},3,2024-06-30,desk\n"


def problems(snapshot: Path) -> list[tuple[str, str]]:
    found = [(problem.kind, problem.subject) for problem in verify_snapshot(snapshot)]
    return [problem for problem in found if problem != BY_DESIGN]


@pytest.mark.parametrize(
    ("people", "offices", "kind", "subject"),
    [
        (
            "",
            office("Ada Quill", "2001-01-01", "2005-01-01") + office("Bo Quay", "2004-01-01", "2008-01-01"),
            "two holders",
            "local:bo-quay",
        ),
        # Not the neighbour in order of time, but the one before overlaps.
        (
            "",
            office("Ada Quill", "2001-01-01", "2009-01-01")
            + office("Bo Quay", "2001-01-02", "2001-01-20")
            + office("Cy Quant", "2004-01-01", "2008-01-01"),
            "two holders",
            "local:cy-quant",
        ),
        ("", office("Ada Quill", "2005-01-01", "2001-01-01"), "end before start", "local:ada-quill"),
        (person("Ada Quill", born="1980", died="1970"), "", "death before birth", "local:ada-quill"),
        (person("Ada Quill", aliases="House"), "", "common word", "local:ada-quill"),
        (
            "".join(person(f"Ada {name}", "Marlowe Quill") for name in ("A", "B", "C", "D", "E", "F", "G")),
            "",
            "crowded alias",
            "Marlowe Quill",
        ),
    ],
)
def test_what_is_wrong_is_found(tmp_path: Path, people: str, offices: str, kind: str, subject: str) -> None:
    snapshot = compile_tiny(
        tmp_path, people__desk=PEOPLE_HEADER + people, offices__desk=OFFICE_HEADER + offices
    )
    assert problems(snapshot) == [(kind, subject)]


@pytest.mark.parametrize(
    ("born", "died", "start", "kind"),
    [
        ("1990-03-01", "", "1989-01-01", "office before birth"),
        ("1990-03-01", "", "2005-01-01", "age in office"),
        ("1890-03-01", "", "1991-01-01", "age in office"),
        ("1950-03-01", "2000-01-01", "2001-01-01", "office after death"),
        ("1950-03-01", "2000-01-01", "1999-01-01", ""),
    ],
)
def test_offices_out_of_a_life(tmp_path: Path, born: str, died: str, start: str, kind: str) -> None:
    rows = f"Ada Quill,Q901,Governor,Texas,{start},,,,,2024-06-30,2024-06-30,desk,\n"
    snapshot = compile_tiny(tmp_path, people__desk=PEOPLE_HEADER, offices__desk=OFFICE_HEADER + rows)
    connection = sqlite3.connect(snapshot)
    connection.execute("UPDATE entity SET born = ?, died = ? WHERE key = 'Q901'", (born, died))
    connection.commit()
    connection.close()
    kinds = {found for found, _ in problems(snapshot)} - {"checksum"}
    assert kinds == ({kind, "age in office"} if kind == "office before birth" else {kind} - {""})


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ("UPDATE entity SET key = 'Q0815' WHERE key = 'Q101'", "identifier"),
        ("UPDATE tenure SET source = 'hearsay'", "source"),
        ("UPDATE entity SET label = 'Anthony Marlow' WHERE key = 'Q101'", "checksum"),
    ],
)
def test_a_snapshot_that_was_changed(tmp_path: Path, change: str, kind: str) -> None:
    snapshot = compile_tiny(tmp_path)
    connection = sqlite3.connect(snapshot)
    connection.execute(change)
    connection.commit()
    connection.close()
    assert {found for found, _ in problems(snapshot)} == {kind, "checksum"}


def test_handovers_and_acting_holders_are_no_fault(tmp_path: Path) -> None:
    offices = (
        office("Ada Quill", "2001-01-01", "2005-01-20")
        + office("Bo Quay", "2005-01-01", "2008")
        + office("Cy Quant", "2002-01-01", "2004-01-01", role="acting")
        + office("Di Quince", "2008", "2010")
    )
    assert problems(compile_tiny(tmp_path, offices__desk=OFFICE_HEADER + offices)) == []
