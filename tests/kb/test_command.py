from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from tiny_kb import write_facts, write_text_form

from factlint.cli import main


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["kb", *map(str, arguments)])


def test_info(tiny_path: Path) -> None:
    done = run("info", "--snapshot", tiny_path)
    assert done.exit_code == 0
    assert "wikidata-2024-06-30+" in done.stdout
    assert "Our own desk" in done.stdout


def test_info_as_json(tiny_path: Path) -> None:
    data = json.loads(run("info", "--json", "--snapshot", tiny_path).stdout)
    assert data["schema"] == 1
    assert data["counts"]["person"] == 11
    assert {source["key"] for source in data["sources"]} == {"dump", "desk"}


@pytest.mark.parametrize(
    ("name", "found", "why"),
    [
        ("Tony Marlow", "Q101", "bears this name"),
        ("Anthony Marlow", "Q101", "1 edit from Antony Marlow"),
        ("Serguei Lomakin", "Q103", "another spelling of Sergei Lomakin"),
        ("Kestrel", "Q102", "has this surname"),
        ("Kestral", "Q102", "surname Kestrel is 1 edit away"),
        ("Swizerland", "Q39", "1 edit from Switzerland"),
    ],
)
def test_search(tiny_path: Path, name: str, found: str, why: str) -> None:
    first = run("search", name, "--snapshot", tiny_path).stdout.splitlines()[1]
    assert first.startswith(found)
    assert first.endswith(why)
    match = json.loads(run("search", name, "--json", "--snapshot", tiny_path).stdout)["matches"][0]
    assert (match["id"], match["reason"]) == (found, why)


def test_search_in_vain(tiny_path: Path) -> None:
    done = run("search", "Zzyzx Road", "--snapshot", tiny_path)
    assert (done.exit_code, done.stdout) == (0, "nobody and nothing like Zzyzx Road is known\n")


def test_show(tiny_path: Path) -> None:
    by_name = run("show", "Sergei Lomakin", "--snapshot", tiny_path)
    by_id = run("show", "Q103", "--snapshot", tiny_path)
    assert by_name.stdout == by_id.stdout
    assert "position held  Foreign Minister (Russia)  2004-03-09 – 2023-01-15  desk" in by_name.stdout


def test_show_as_json(tiny_path: Path) -> None:
    data = json.loads(run("show", "Q102", "--json", "--snapshot", tiny_path).stdout)
    held = data["statements"][-1]
    assert (held["property"], held["value_id"], held["start"], held["end"]) == (
        "P39",
        "Q2",
        "2013-01-03",
        None,
    )
    assert (held["ended"], held["as_of"]) == (False, "2022-08-03")


def test_show_somebody_unknown(tiny_path: Path) -> None:
    done = run("show", "Zed Zzyzx", "--snapshot", tiny_path)
    assert done.exit_code == 2
    assert "'Zed Zzyzx' is not known" in done.stderr
    assert "kb search" in done.stderr


def test_holders(tiny_path: Path) -> None:
    done = run("holders", "foreign minister", "--of", "Russia", "--at", "2020-06-01", "--snapshot", tiny_path)
    assert [line.split("  ")[0] for line in done.stdout.splitlines()] == ["name", "Sergei Lomakin"]
    form = run("holders", "top diplomat", "--of", "U.S.", "--snapshot", tiny_path)
    assert "Tony Marlow" in form.stdout
    data = json.loads(run("holders", "Secretary-General", "--json", "--snapshot", tiny_path).stdout)
    assert [holder["jurisdiction"] for holder in data["holders"]] == ["NATO"]


def test_holders_of_an_unknown_office(tiny_path: Path) -> None:
    done = run("holders", "Grand Vizier", "--snapshot", tiny_path)
    assert (done.exit_code, done.stdout) == (2, "")


def test_a_broken_snapshot_is_a_message(tmp_path: Path) -> None:
    path = tmp_path / "broken.sqlite"
    path.write_bytes(b"no snapshot")
    for command in (["info"], ["search", "x"], ["show", "x"], ["holders", "x"], ["verify"]):
        done = run(*command, "--snapshot", path)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "not a factlint snapshot" in done.stderr


def test_verify_names_what_is_wrong(tiny_path: Path) -> None:
    done = run("verify", "--snapshot", tiny_path)
    assert done.exit_code == 1
    assert done.stdout == "Q28: capital abroad: Bern, the capital of Hungary, lies in Q39\n1 problem\n"


def test_verify_as_json(tiny_path: Path) -> None:
    done = run("verify", "--json", "--snapshot", tiny_path)
    assert done.exit_code == 1
    assert json.loads(done.stdout) == {
        "problems": [
            {
                "kind": "capital abroad",
                "subject": "Q28",
                "text": "Bern, the capital of Hungary, lies in Q39",
            }
        ]
    }


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["holders", "Secretery of State"], "did you mean 'Secretary of State'?"),
        (["holders", "Grand Vizier"], "try another title"),
        (["holders", "Secretary of State", "--of", "Ruritania"], "leave out --of or --at"),
        (["holders", "Secretary of State", "--at", "yesterday"], "write it as 2021-06-16"),
        (["holders", "Secretary of State", "--at", "2021-02-30"], "write it as 2021-06-16"),
        (["holders"], "Missing argument 'OFFICE'"),
        (["search"], "Missing argument 'NAME'"),
        (["search", "…"], "give a name as copy has it"),
        (["search", "x", "--limit", "0"], "1<=x<=200"),
        (["search", "x", "y"], "Got unexpected extra argument (y)"),
        (["show", "Zed Zzyzx"], "try `factlint kb search"),
        (["show", "Q999"], "try `factlint kb search"),
        (["show", "--jsn", "Q101"], "Did you mean '--json'?"),
    ],
)
def test_wrong_arguments_of_look_ups(tiny_path: Path, arguments: list[str], advice: str) -> None:
    done = run(*arguments, "--snapshot", tiny_path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert advice in done.stderr


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["frobnicate"], "No such command 'frobnicate'"),
        (["info", "--snapshot", "none.sqlite"], "none.sqlite: no such snapshot; build one"),
        (["verify", "--snapshot", "."], "--snapshot"),
        (["diff"], "Missing argument 'A'"),
        (["diff", "none.sqlite", "embedded"], "none.sqlite: no such snapshot"),
        (["use"], "Missing argument 'PATH|embedded'"),
        (["use", "none.sqlite"], "none.sqlite: no such snapshot"),
        (["build"], "give --text, --output or both"),
        (["build", "--text", "text"], "give either --dump or --entities"),
        (["build", "--dump", "none.json", "--text", "text"], "none.json: the dump cannot be read"),
        (["build", "--entities", "none", "--text", "text"], "none: there are no .json files"),
        (["build", "--jobs", "0"], "1<=x<=256"),
        (["update", "--since", "soon"], "write it as 2021-06-16"),
        (["update", "--since", "2999-01-01"], "give a day of the past"),
        (["update", "--select", "all of it"], "'people', 'offices', 'places', 'all'"),
        (["update", "--timeout", "0"], "0.1<=x<=600"),
        (["update", "--endpoint", "query.wikidata.org"], "write it with https://"),
    ],
)
def test_wrong_arguments_of_the_other_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], advice: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert advice in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_every_command_and_option_is_explained() -> None:
    group = main.get_command(click.Context(main), "kb")
    assert isinstance(group, click.Group)
    for name, command in group.commands.items():
        assert command.help, name
        assert len(command.help) > 20, name
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{name} {parameter.name}"


def test_compile(tmp_path: Path, tiny_path: Path) -> None:
    text, facts = write_text_form(tmp_path / "text"), write_facts(tmp_path / "facts")
    target = tmp_path / "new.sqlite"
    done = run("compile", "--text", text, "--facts", facts, "--output", target)
    assert done.exit_code == 0
    assert target.read_bytes() == tiny_path.read_bytes()


def test_compile_without_a_text_form(tmp_path: Path) -> None:
    done = run("compile", "--text", tmp_path, "--output", tmp_path / "new.sqlite")
    assert done.exit_code == 2
    assert "sources.tsv" in done.stderr


def test_build(tmp_path: Path) -> None:
    dump = tmp_path / "dump.json"
    dump.write_text(
        '[\n{"type": "item", "id": "Q1", "labels": {}, "claims": {}},\nbroken\n]\n', encoding="utf-8"
    )
    done = run("build", "--dump", dump, "--text", tmp_path / "text")
    assert done.exit_code == 0
    assert "1 entities skipped that cannot be read:\n            line 3: no JSON" in done.stdout
    assert (tmp_path / "text" / "people.tsv").is_file()


def test_build_to_nowhere(tmp_path: Path) -> None:
    done = run("build", "--dump", tmp_path / "dump.json")
    assert done.exit_code == 2
