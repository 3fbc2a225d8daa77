"""``factlint explain``."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from factlint.cli import main

CAPITAL = "---\ndate: 2019-05-20\n---\nBonn, the capital of Germany, was quiet on Monday.\n"
NAME = "---\ndate: 2021-06-16\n---\nUS Secretary of State Anthony Blinken flew home.\n"


@pytest.fixture(autouse=True)
def _without_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLINT_CACHE_DIR", os.devnull)
    monkeypatch.setenv("FACTLINT_KB", "embedded")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["explain", *map(str, arguments)])


def explained(*arguments: str | Path) -> dict[str, Any]:
    result = run("--format", "json", *arguments)
    assert result.exit_code == 0, result.output
    [value] = json.loads(result.stdout)
    assert isinstance(value, dict)
    return value


def write(folder: Path, text: str, name: str = "story.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_capital_by_its_statements_and_the_days_on_which_it_was_one(tmp_path: Path) -> None:
    story = write(tmp_path, CAPITAL)
    value = explained(f"{story}:4:1")
    [claim] = value["claims"]
    assert claim["kind"] == "CapitalClaim"
    assert claim["verdicts"][0]["verdict"] == "refuted"
    germany = {
        (item["value"], item["held"])
        for item in value["statements"]
        if (item["property"], item["subject"]["label"]) == ("capital", "Germany")
    }
    assert ("Berlin", "yes") in germany
    assert all(item["source"]["title"] and item["as_of"] for item in value["statements"])
    assert value["published"] == {"date": "2019-05-20", "source": "front matter"}


def test_a_name_by_its_candidates_and_their_scores(tmp_path: Path) -> None:
    value = explained(f"{write(tmp_path, NAME)}:4")
    link = next(item for item in value["links"] if item["kind"] == "person")
    assert link["misspelled"]
    assert link["meant"]["label"] == "Antony Blinken"
    best = link["candidates"][0]
    assert best["score"] == pytest.approx(sum(reason["weight"] for reason in best["reasons"]))
    assert best["score"] >= link["needed"]
    assert {"kind": "correction", "text": "'Antony' instead of 'Anthony'"} in value["silent_with"]
    reasons = [item["text"] for item in value["silent_with"] if item["kind"] == "reason"]
    assert reasons
    assert all("Secretary of State" in text for text in reasons)


def test_a_day_named_as_silencing_silences(tmp_path: Path) -> None:
    text = "---\ndate: 2017-03-01\n---\nSecretary of State John Kerry spoke on Tuesday.\n"
    story = write(tmp_path, text)
    value = explained(f"{story}:4")
    [day] = [
        item["text"].split()[5].strip(",")
        for item in value["silent_with"]
        if "Secretary of State" in item["text"] and "such as" in item["text"]
    ]
    quiet = CliRunner().invoke(main, ["check", "--date", day, "--select", value["rule"], str(story)])
    assert quiet.exit_code == 0, quiet.output


def test_an_id_is_looked_for_in_the_paths_and_in_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = write(tmp_path, CAPITAL)
    write(tmp_path, NAME, "other.md")
    identity = explained(f"{story}:4")["id"]
    assert explained(identity[:9], tmp_path)["message"].startswith("Bonn is not the capital")
    monkeypatch.chdir(tmp_path)
    assert explained(identity)["id"] == identity


def test_as_text(tmp_path: Path) -> None:
    result = run(f"{write(tmp_path, CAPITAL)}:4:1")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].partition("story.md")[2] == (
        ":4:1: error FL301 wrong-capital: Bonn is not the capital of Germany; Berlin is on 20 May 2019"
    )
    titles = [line.strip() for line in lines if line.startswith("  ") and not line.startswith("   ")]
    assert [title for title in titles if title.endswith(":")] == [
        "evidence:",
        "claim:",
        "names:",
        next(title for title in titles if title.startswith("statements in ")),
        "sources:",
        "would be silent with:",
    ]
    assert "    beside the words: <!-- factlint: ignore[FL301] reason -->" in lines


def test_a_finding_between_articles_needs_both(tmp_path: Path) -> None:
    for name, toll in (("a", "twelve"), ("b", "fifteen")):
        text = (
            f"The ferry Aurelia sank off Samos on Tuesday night. The storm killed {toll} people, police said."
        )
        write(tmp_path, f"---\ndate: 2022-05-18\n---\n{text}\n", f"{name}.md")
    value = explained(f"{tmp_path}/b.md:4", tmp_path)
    assert value["rule"] == "FL902"
    assert [Path(item["region"]["path"]).name for item in value["related"]] == ["a.md"]
    assert any("updates" in item["text"] for item in value["silent_with"])


def test_a_suppression_of_nothing_has_no_claim(tmp_path: Path) -> None:
    value = explained(f"{write(tmp_path, 'Nothing. <!-- factlint: ignore[FL401] x -->')}:1")
    assert (value["rule"], value["claims"], value["links"]) == ("FL001", [], [])


def test_what_is_not_found_or_cannot_be_read_is_said(tmp_path: Path) -> None:
    story = write(tmp_path, "Nothing wrong.\n")
    for finding, said in (
        (f"{story}:1", "no such finding"),
        (f"{tmp_path}/gone.md:1", "gone.md: No such file"),
        ("what", "neither a finding's id nor a place"),
    ):
        result = run(finding)
        assert result.exit_code == 2
        assert said in result.stderr


def test_a_finding_against_the_archive(tmp_path: Path) -> None:
    head = "---\ndate: 2022-05-18\n---\n"
    event = "The ferry Aurelia sank off Samos on Tuesday night. The storm killed {} people, police said.\n"
    old = write(tmp_path, head + event.format("twelve"), "old.md")
    archive = tmp_path / "archive.sqlite"
    added = CliRunner().invoke(main, ["archive", "add", "--archive", str(archive), str(old)])
    assert added.exit_code == 0, added.output
    old.unlink()
    new = write(tmp_path, head + event.format("fifteen"), "new.md")
    value = explained("--archive", archive, f"{new}:4")
    assert (value["rule"], value["words"]) == ("FL902", "fifteen")
    assert run(f"{new}:4").exit_code == 2
