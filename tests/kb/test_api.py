"""The Python API as a notebook user meets it."""

from __future__ import annotations

import datetime as dt
import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import factlint.kb
from factlint.kb import Fit, Snapshot, SnapshotError, open_snapshot

DOCS = Path(__file__).parents[2] / "docs"
FLAGS = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS


def test_the_examples_of_the_page() -> None:
    result = doctest.testfile(str(DOCS / "python-api.md"), module_relative=False, optionflags=FLAGS)
    assert (result.failed, result.attempted > 20) == (0, True)


def test_the_example_of_the_package() -> None:
    result = doctest.testmod(factlint.kb, optionflags=FLAGS)
    assert (result.failed, result.attempted > 1) == (0, True)


@pytest.mark.parametrize("name", factlint.kb.__all__)
def test_every_public_name_is_there_and_explained(name: str) -> None:
    assert name in dir(factlint.kb)
    assert getattr(factlint.kb, name).__doc__


def test_a_name_that_is_none() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Snapsot'"):
        _ = factlint.kb.Snapsot


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, factlint.kb; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"sqlite3", "rapidfuzz", "spacy", "factlint.kb.store"} & set(done.stdout.split())


def test_opening(tiny_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for given in (tiny_path, str(tiny_path)):
        with open_snapshot(given) as kb:
            assert repr(kb) == f"<Snapshot {tiny_path}>"
    monkeypatch.setenv("FACTLINT_KB", str(tiny_path))
    with open_snapshot() as kb:
        assert kb.path == tiny_path
    with pytest.raises(SnapshotError, match="no such snapshot"):
        open_snapshot(tmp_path / "none.sqlite")


def test_who_held(tiny: Snapshot) -> None:
    (holder,) = tiny.who_held("foreign minister", "Russia", dt.date(2020, 6, 1))
    assert (holder.person.id, holder.tenure.office, holder.fit) == ("Q103", "Foreign Minister", Fit.YES)
    assert [h.person.id for h in tiny.who_held("top diplomat", "U.S.", "2020-06-01")] == ["Q101"]
    assert [h.person.label for h in tiny.who_held("Senator", "Wisconsin")] == ["Robert Kestrel"]
    assert tiny.who_held("Senator", "Texas") == ()
    assert tiny.who_held("Foreign Minister", "Russia", "1999-01-01") == ()
    (later,) = tiny.who_held("Secretary-General", on="2099-01-01")
    assert later.fit is Fit.UNKNOWN
    with pytest.raises(ValueError, match="Invalid isoformat"):
        tiny.who_held("Senator", on="yesterday")


def test_reprs(tiny: Snapshot) -> None:
    (person,) = tiny.named("Tony Marlow")
    (tenure,) = tiny.tenures(person.id)
    assert repr(person) == "<Entity Q101 Tony Marlow (person)>"
    assert repr(tenure) == "<Tenure Q101 Secretary of State, United States: 2017-02-01 – 2021-01-20>"
    assert str(tenure) == "Secretary of State, United States (Whig): 2017-02-01 – 2021-01-20"
    assert repr(tenure.validity) == "<Validity 2017-02-01 – 2021-01-20>"
    assert repr(tiny.statements(person.id)[0]) == "<Statement Q101 P569 1962-04-16>"
    assert repr(tiny.near("Anthony Marlow")[0]) == "<NameMatch Q101 Antony Marlow, 1 edit>"
    (capital,) = tiny.capitals_of("Q39")
    assert repr(capital) == "<Capital Bern of Q39 (capital): 1848-11-28 – (no end known by 2024-06-30)>"
    assert repr(tiny.elections("Q39")[0]) == "<Election Q39 parliamentary 2019-10-20>"
    assert repr(tiny.events()[0]).endswith(" Bern summit, 2021-06-16>")
    (holder,) = tiny.who_held("Foreign Minister", "Russia", "2020-06-01")
    assert repr(holder).startswith("<OfficeHolder Sergei Lomakin: Foreign Minister, Russia: 2004-03-09 – ")
