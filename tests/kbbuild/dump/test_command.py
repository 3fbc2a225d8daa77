"""``factlint kb build --dump`` as a user meets it, also with dumps that are none."""

from __future__ import annotations

import bz2
import gzip
import io
from pathlib import Path

import pytest
from commands import Result, factlint
from dumps import Json, dump_bytes, human, item, statement, write_dump

from factlint.cli.kb_build_progress import DumpProgress, duration
from factlint.kbbuild.dump.journal import State

PEOPLE: list[Json | bytes] = [human(number) for number in range(1, 51)]
DEEP = b'{"id":"Q60","claims":{"P31":' + b"[" * 200_000 + b"]" * 200_000 + b'},"x":"Q5","P31":"Q5"}'


def build(folder: Path, *options: str | Path) -> Result:
    return factlint("kb", "build", "--text", folder / "text", *options, cwd=folder)


def test_the_bad_is_counted_and_named_and_the_good_read(tmp_path: Path) -> None:
    wrong = human(64, labels={"en": 7}, claims={"P31": [statement("P31", item("Q5"), "x")], "P39": "none"})
    dump = write_dump(
        tmp_path / "dump.json",
        [
            *PEOPLE,
            b"\x00\xff garbage",
            DEEP,
            b'{"id":"Q61","labels":"none","x":"Q5"}',
            b'{"id":"Q62","x":"' + b"y" * 50_000_000 + b'"}',
            b'{"id":"Q63","labels":{"en":{"value":"A\\ud800"}},"x":"Q5"}',
            wrong,
            human(65),
        ],
    )
    done = build(tmp_path, "--dump", dump, "--jobs", "2")
    assert done.returncode == 0
    assert "57 entities read" in done.stdout
    assert "51 people\n" in done.stdout
    assert "1 people left out who have no name in Latin script:\n            Q64\n" in done.stdout
    named = done.stdout.partition("5 entities skipped that cannot be read:\n")[2].splitlines()
    assert [line.strip() for line in named] == [
        "line 52: no JSON: Expecting value (column 1)" if "Expecting" in named[0] else "line 52: not UTF-8",
        "line 53 (Q60): nested too deeply",
        "line 54 (Q61): labels are no map",
        "line 55 (Q62): longer than 16,777,216 bytes",
        "line 56 (Q63): half a character (a lone surrogate)",
    ]
    assert not list(tmp_path.glob("*.partial*"))


def numbered(key: str) -> Json:
    """The value of a snak as dumps of before 2016 have it: without the item's identifier."""
    return {"value": {"entity-type": "item", "numeric-id": int(key[1:])}, "type": "wikibase-entityid"}


def test_entities_as_no_newsroom_would_expect_them(tmp_path: Path) -> None:
    old = human(1, claims={"P31": [statement("P31", numbered("Q5"), "q1$a", rank="normal", references=[])]})
    nameless = human(2, labels=[], descriptions=[], aliases=[], sitelinks=[])
    valueless = {"snaktype": "somevalue", "property": "P31", "datatype": "wikibase-item"}
    unknown = human(
        3, claims={"P31": [{"mainsnak": valueless, "type": "statement", "id": "x", "rank": "normal"}]}
    )
    no_class = human(4, claims=[])
    alive = human(
        5, claims={**human(5)["claims"], "P570": [{"mainsnak": {"snaktype": "novalue"}, "id": "y"}]}
    )
    withdrawn = human(6, claims={"P31": [statement("P31", item("Q5"), "z", rank="deprecated")]})
    country = {**human(7), "claims": {"P31": [statement("P31", item("Q6256"), "c")]}}
    a_property = {"type": "property", "id": "P31", "datatype": "wikibase-item", "labels": {}, "claims": {}}
    a_lexeme = {
        "type": "lexeme",
        "id": "L1",
        "lemmas": {"en": {"language": "en", "value": "first"}},
        "claims": [],
    }
    entities = [
        old,
        nameless,
        unknown,
        no_class,
        alive,
        withdrawn,
        country,
        a_property,
        a_lexeme,
        {"id": "Q9"},
    ]
    dump = write_dump(
        tmp_path / "dump.json", [*entities, {"type": "item", "id": 10, "claims": {"P31": "Q5"}}]
    )
    done = build(tmp_path, "--dump", dump, "--jobs", "1")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert "2 people\n" in done.stdout
    assert "1 places\n" in done.stdout
    assert "1 people left out who have no name in Latin script:\n            Q2\n" in done.stdout
    rows = (tmp_path / "text" / "people.tsv").read_text().splitlines()
    assert [row.split("\t")[0] for row in rows[1:]] == ["Q1", "Q5"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("dump.json", b""),
        ("dump.json", b"[" * 5_000_000),
        ("dump.json", b"\x00" * 100_000),
        ("dump.json", b"<html>404</html>\n" * 100),
        ("dump.json", b"y" * 50_000_000),
        ("dump.json.gz", gzip.compress(dump_bytes(PEOPLE))[:-20]),
        ("dump.json.gz", b"no gzip"),
        ("dump.json.bz2", bz2.compress(dump_bytes(PEOPLE))[:-20]),
        ("dump.json.bz2", b"no bzip2"),
        ("dump.json.zst", b"no zstandard"),
    ],
)
def test_where_nothing_can_be_read(tmp_path: Path, name: str, content: bytes) -> None:
    dump = tmp_path / name
    dump.write_bytes(content)
    done = build(tmp_path, "--dump", dump, "--jobs", "1")
    assert done.returncode == 2
    assert done.stderr.startswith(f"factlint: {dump}: ")
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "text").exists()


def test_a_second_try_goes_on_and_a_restart_does_not(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "dump.json.gz", PEOPLE)
    # A table cannot be written, so that what was read stays beside the output.
    obstacle = tmp_path / "text" / "people.tsv"
    for again, options in (("", ()), ("all 50 entities were read before", ()), ("", ("--restart",))):
        obstacle.mkdir(parents=True, exist_ok=True)
        failed = build(tmp_path, "--dump", dump, *options)
        assert failed.returncode == 2
        assert "the text form cannot be written" in failed.stderr
        assert "Traceback" not in failed.stderr
        assert ("were read before" in failed.stderr) == bool(again)
        assert again in failed.stderr
    obstacle.rmdir()
    done = build(tmp_path, "--dump", dump)
    assert done.returncode == 0
    assert "50 people\n" in done.stdout
    assert not list(tmp_path.glob("*.partial*"))


def progress(terminal: bool, ticks: list[float]) -> tuple[DumpProgress, io.StringIO]:
    stream = io.StringIO()
    moments = iter(ticks)
    now = [0.0]

    def clock() -> float:
        now[0] = next(moments, now[0])
        return now[0]

    return DumpProgress(stream, 100_000_000_000, terminal, clock), stream


def test_lines_for_a_log_with_the_time_that_is_left() -> None:
    shown, stream = progress(False, [0, 0, 5, 60, 60])
    shown.begin(State())
    shown(State(offset=500_000_000, entities=500_000))
    shown(State(offset=1_000_000_000, entities=1_200_000))
    shown.close()
    assert stream.getvalue() == (
        "factlint: 1.0% of 100.00 GB, 1,200,000 entities, 20,000 a second, about 1 h 39 min left\n"
    )


def test_what_an_earlier_run_read_is_no_speed() -> None:
    shown, stream = progress(False, [0, 0, 100, 100])
    shown.begin(State(offset=50_000_000_000, entities=50_000_000))
    shown(State(offset=60_000_000_000, entities=50_001_000))
    assert stream.getvalue() == (
        "factlint: going on after 50,000,000 entities\n"
        "factlint: 60.0% of 100.00 GB, 50,001,000 entities, 10 a second, about 6 min 40 s left\n"
    )


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    shown, stream = progress(True, [0, 0, 10, 10])
    shown.begin(State())
    shown(State(offset=25_000_000_000, entities=10_000))
    shown.close()
    assert stream.getvalue() == (
        "\r\x1b[K[######..................] 25.0% of 100.00 GB, 10,000 entit\r\x1b[K"
    )


@pytest.mark.parametrize(
    ("seconds", "text"), [(3, "3 s"), (75, "1 min 15 s"), (7260, "2 h 1 min"), (180_000, "2 d 2 h")]
)
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text
