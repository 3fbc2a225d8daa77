"""``factlint kb update``, ``use`` and ``diff`` as a user runs them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import factlint
from ruritania import base_snapshot, later
from wikidata_server import Reply, WikidataServer, serving


@pytest.fixture
def server() -> Iterator[WikidataServer]:
    with serving(later()) as running:
        yield running


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return base_snapshot(tmp_path / "base.sqlite")


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {"XDG_DATA_HOME": str(tmp_path / "data"), "FACTLINT_KB": ""}


def arguments(server: WikidataServer, *more: str | Path) -> list[str | Path]:
    return ["kb", "update", "--endpoint", server.sparql, "--entity-endpoint", server.entities, *more]


def test_an_update_is_in_use_from_then_on(
    tmp_path: Path, server: WikidataServer, base: Path, env: dict[str, str]
) -> None:
    used = factlint("kb", "use", base, cwd=tmp_path, env=env)
    assert (used.returncode, used.stdout[:19]) == (0, "in use from now on:")
    done = factlint(*arguments(server), cwd=tmp_path, env=env)
    assert done.returncode == 0, done.stderr
    assert "2 people added" in done.stdout
    assert "holders of offices: 5 of 5" in done.stderr
    info = json.loads(factlint("kb", "info", "--json", cwd=tmp_path, env=env).stdout)
    assert info["file"] == str(tmp_path / "data" / "factlint" / "snapshot.sqlite")
    assert info["chosen_by"] == "kb use"
    (tmp_path / "a.txt").write_text("The prime minister met Zoe Marsh.\n")
    report = json.loads(factlint("check", "--format", "json", "a.txt", cwd=tmp_path, env=env).stdout)
    assert info["id"] in json.dumps(report)
    back = factlint("kb", "use", "embedded", cwd=tmp_path, env=env)
    assert back.returncode == 0
    assert "chosen by     default" in factlint("kb", "info", cwd=tmp_path, env=env).stdout


def test_the_environment_wins_over_the_choice_and_the_option_over_both(
    tmp_path: Path, base: Path, env: dict[str, str]
) -> None:
    factlint("kb", "use", base, cwd=tmp_path, env=env)
    named = {**env, "FACTLINT_KB": "embedded"}
    assert "chosen by     environment" in factlint("kb", "info", cwd=tmp_path, env=named).stdout
    given = factlint("kb", "info", "--snapshot", base, "--json", cwd=tmp_path, env=named).stdout
    assert json.loads(given)["chosen_by"] == "option"
    again = factlint("kb", "use", base, cwd=tmp_path, env=named)
    assert "FACTLINT_KB is set" in again.stderr


def test_a_chosen_snapshot_that_is_gone_is_named(tmp_path: Path, base: Path, env: dict[str, str]) -> None:
    factlint("kb", "use", base, cwd=tmp_path, env=env)
    base.unlink()
    (tmp_path / "a.txt").write_text("Copy.\n")
    done = factlint("check", "a.txt", cwd=tmp_path, env=env)
    assert done.returncode == 2
    assert "is gone; choose another, or go back with `factlint kb use embedded`" in done.stderr


def test_what_is_no_snapshot_is_not_used(tmp_path: Path, env: dict[str, str]) -> None:
    (tmp_path / "b.sqlite").write_text("no snapshot")
    done = factlint("kb", "use", "b.sqlite", cwd=tmp_path, env=env)
    assert (done.returncode, "not a factlint snapshot" in done.stderr) == (2, True)
    assert not (tmp_path / "data").exists()


def test_a_failed_update_exits_with_2_and_says_that_nothing_changed(
    tmp_path: Path, server: WikidataServer, base: Path, env: dict[str, str]
) -> None:
    server.always = lambda _: Reply(403, "text/html", b"<h1>Blocked</h1>")
    output = tmp_path / "new.sqlite"
    output.write_bytes(b"the old one")
    done = factlint(*arguments(server, "--snapshot", base, "--output", output), cwd=tmp_path, env=env)
    assert done.returncode == 2
    assert "not updated" in done.stderr
    assert "the snapshot in use is as it was" in done.stderr
    assert "Traceback" not in done.stderr
    assert output.read_bytes() == b"the old one"


def test_an_address_of_another_kind_is_refused(tmp_path: Path, base: Path, env: dict[str, str]) -> None:
    done = factlint(
        *("kb", "update", "--endpoint", "ftp://127.0.0.1/", "--snapshot", base), cwd=tmp_path, env=env
    )
    assert (done.returncode, "is no address of a web service" in done.stderr) == (2, True)


def test_wikidata_itself_is_asked_only_by_somebody_who_can_be_reached(
    tmp_path: Path, base: Path, env: dict[str, str]
) -> None:
    done = factlint(*("kb", "update", "--snapshot", base), cwd=tmp_path, env={**env, "FACTLINT_CONTACT": ""})
    assert (done.returncode, "--contact" in done.stderr) == (2, True)


def test_the_user_agent_names_the_contact(
    tmp_path: Path, server: WikidataServer, base: Path, env: dict[str, str]
) -> None:
    output = tmp_path / "new.sqlite"
    contact = {**env, "FACTLINT_CONTACT": "desk@newsroom.example"}
    done = factlint(*arguments(server, "--snapshot", base, "--output", output), cwd=tmp_path, env=contact)
    assert f"use it with: factlint kb use {output}" in done.stdout
    (agent,) = {asked.headers["User-Agent"] for asked in server.asked}
    assert agent.startswith("factlint/")
    assert "(desk@newsroom.example) python-requests/" in agent
    assert not (tmp_path / "data" / "factlint" / "snapshot-in-use").exists()


def test_a_dry_run_asks_nothing(
    tmp_path: Path, server: WikidataServer, base: Path, env: dict[str, str]
) -> None:
    done = factlint(*arguments(server, "--snapshot", base, "--dry-run"), cwd=tmp_path, env=env)
    assert done.returncode == 0
    assert "4 offices and their holders, in 1 queries" in done.stdout
    assert server.asked == []
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("answers", [1, 4, 10])
def test_killed_at_any_moment_it_goes_on_without_asking_again(
    tmp_path: Path, server: WikidataServer, base: Path, env: dict[str, str], answers: int
) -> None:
    command = arguments(server, "--snapshot", base, "--output", tmp_path / "new.sqlite")
    server.stop_after = answers
    process = subprocess.Popen(
        [sys.executable, "-m", "factlint", *command], env={**os.environ, **env}, stderr=subprocess.DEVNULL
    )
    assert server.stopped.wait(20)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not (tmp_path / "new.sqlite").exists()
    answered = {asked.question for asked in server.asked[:answers]}
    server.released.set()
    server.stop_after = None
    server.asked.clear()
    done = factlint(*command, cwd=tmp_path, env=env)
    assert done.returncode == 0, done.stderr
    assert f"going on with {answers} answers" in done.stderr
    assert answered.isdisjoint(asked.question for asked in server.asked)
    assert len(server.asked) == 11 - answers
    again = factlint("kb", "verify", "--snapshot", "new.sqlite", cwd=tmp_path, env=env)
    assert again.returncode == 0


def test_a_difference_in_words_and_as_json(
    tmp_path: Path, server: WikidataServer, base: Path, env: dict[str, str]
) -> None:
    factlint(*arguments(server, "--snapshot", base, "--output", "new.sqlite"), cwd=tmp_path, env=env)
    done = factlint("kb", "diff", base, "new.sqlite", cwd=tmp_path, env=env)
    assert done.returncode == 0
    lines = done.stdout.splitlines()[3:]
    assert lines == DIFFERENCE.splitlines()
    data = json.loads(factlint("kb", "diff", base, "new.sqlite", "--json", cwd=tmp_path, env=env).stdout)
    assert [person["id"] for person in data["people"]["added"]] == ["Q9000301", "Q9000302"]
    assert [held["end"] for held in data["tenures"]["ended"]] == ["2025-03-01", "past"]
    same = factlint("kb", "diff", base, base, cwd=tmp_path, env=env).stdout
    assert same.splitlines()[2:] == ["the same facts"]


DIFFERENCE = """\
people added (2)
  + Zoë Marsh (Q9000301)
  + Ève Dubois (Q9000302)

people identified (1)
  = Karl Brandt: local:karl-brandt is Q9000303

people changed (3)
  ~ Anna Holt (Q9000201): born 1961 -> 1961-07-04; also Anna M. Holt
  ~ Otto Lang (Q9000202): died ? -> 2025-01-20
  ~ Lucía Pérez (Q9000203): born ? -> 1970

tenures added (4)
  + Anna Holt (Q9000201): Prime Minister, Ruritania (People's League), 2023-06-30 – 2025-03-01
  + Zoë Marsh (Q9000301): Finance Minister, Ruritania (acting, Crown), 2024-02-01 – 2025-03-01
  + Zoë Marsh (Q9000301): Prime Minister, Ruritania (Crown), 2025-03-01 –
  + Ève Dubois (Q9000302): Foreign Minister, Ruritania, 2025-03-01 –

tenures ended (2)
  x Lucía Pérez (Q9000203): Foreign Minister, Ruritania, 2022-05-01 – 2025-03-01
  x Ion Iliescu Popa (Q9000204): Finance Minister, Ruritania, 2022-04-01 – past

tenures changed (1)
  ~ Anna Holt (Q9000201): Prime Minister, Ruritania, 2021 –  ->  2021-03-02 – 2023-06-30 (Crown)

tenures removed (1)
  - Ion Iliescu Popa (Q9000204): Finance Minister, Ruritania, 2019-04-01 – 2020-04-01

rows of other tables (5)
  ~ office: 4 -> 5
  ~ place: 3 -> 5
  ~ capital: 1 -> 3
  ~ election: 1 -> 4
  ~ source: 2 -> 3
"""
