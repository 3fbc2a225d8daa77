"""Configuration as a newsroom meets it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from commands import factlint

STORY = "Officials said on Tuesday, May 4, that Secretary of State Anthony Blinken would fly to Geneva.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "story.md").write_text(STORY, encoding="utf-8")
    return tmp_path


def configure(desk: Path, text: str) -> None:
    (desk / "factlint.yml").write_text(text, encoding="utf-8")


def test_init_writes_a_start_that_holds(desk: Path) -> None:
    done = factlint("config", "init", cwd=desk)
    assert (done.returncode, done.stdout) == (
        0,
        "factlint.yml written; 'factlint config show' says what holds\n",
    )
    shown = factlint("config", "show", cwd=desk)
    assert shown.returncode == 0
    assert "# from factlint.yml\n" in shown.stdout
    again = factlint("config", "init", cwd=desk)
    assert again.returncode == 2
    assert "factlint.yml is already there" in again.stderr
    assert factlint("config", "init", "missing/factlint.yml", cwd=desk).returncode == 2


def test_init_uncommented_is_valid_too(desk: Path) -> None:
    factlint("config", "init", cwd=desk)
    file = desk / "factlint.yml"
    (desk / "newsroom-facts.yml").write_text("people: [Ada Brandt]\n", encoding="utf-8")
    text = file.read_text(encoding="utf-8")
    # What is proposed begins with "#" and no space, or two: the line of a list.
    file.write_text(re.sub(r"^#(?=\S|  )", "", text, flags=re.MULTILINE), encoding="utf-8")
    shown = factlint("config", "show", "wire/a.md", cwd=desk)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert 'name: "Anthony Blinken"' in shown.stdout
    assert "wrong-capital: warning" in shown.stdout
    assert 'ignore: ["FL302", "style"]' in shown.stdout


def test_show_says_where_each_value_comes_from(desk: Path) -> None:
    (desk / "base.yml").write_text("severity:\n  place: warning\n")
    configure(desk, "extends: base.yml\nprofile: pedantic\noverrides: [{paths: wire/, profile: desk}]\n")
    shown = factlint("config", "show", cwd=desk).stdout
    lines = {
        line.split("#")[0].strip(): line.split("#")[1].strip()
        for line in shown.splitlines()
        if "#" in line[1:]
    }
    assert lines["profile: pedantic"] == "factlint.yml:2"
    assert lines["wrong-capital: warning"] == "base.yml:2"
    assert "profile: desk" in factlint("config", "show", "wire/a.md", cwd=desk).stdout


def test_the_nearest_file_of_each_article_holds(desk: Path) -> None:
    configure(desk, "ignore: [FL101]\n")
    (desk / "own").mkdir()
    (desk / "own" / "factlint.yml").write_text("profile: desk\n")
    (desk / "own" / "story.md").write_text(STORY, encoding="utf-8")
    done = factlint("check", "--format", "concise", "--date", "2021-05-05", ".", cwd=desk)
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["own/story.md"]
    done = factlint("check", "--config", "factlint.yml", "--date", "2021-05-05", ".", cwd=desk)
    assert done.returncode == 0


def test_accepted_names_are_not_reported(desk: Path) -> None:
    said = factlint("check", "--format", "concise", "--date", "2021-05-05", "story.md", cwd=desk).stdout
    assert "FL101" in said
    configure(desk, "accept: [{name: Anthony Blinken, reason: baker}]\n")
    assert factlint("check", "--date", "2021-05-05", "story.md", cwd=desk).returncode == 0
    configure(desk, "accept: [{name: Anthony Blinken, until: 2020-01-01}]\n")
    assert factlint("check", "--date", "2021-05-05", "story.md", cwd=desk).returncode == 1


@pytest.mark.parametrize(("zone", "day"), [("Asia/Tokyo", "2021-05-05"), ("America/New_York", "2021-05-04")])
def test_the_publication_date_defaults_to_the_files_own(desk: Path, zone: str, day: str) -> None:
    configure(desk, f"publication-date: modified\ntime-zone: {zone}\n")
    os.utime(desk / "story.md", (1620172800, 1620172800))  # 5 May 2021, 0:00 UTC
    done = factlint("check", "--format", "json", "story.md", cwd=desk)
    assert f'"published": {{\n        "date": "{day}",\n        "source": "file\'s time"' in done.stdout


def test_the_time_zone_decides_the_day_of_publication(desk: Path) -> None:
    (desk / "story.md").write_text("---\ndate: 2021-05-04T23:30:00Z\n---\nNothing.\n")
    shown = factlint("check", "--format", "json", "story.md", cwd=desk).stdout
    assert '"date": "2021-05-04"' in shown
    configure(desk, "time-zone: Europe/Zurich\n")
    shown = factlint("check", "--format", "json", "story.md", cwd=desk).stdout
    assert '"date": "2021-05-05"' in shown


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "time-zone: Europe/Zurch\n",
            "1:12: there is no time zone 'Europe/Zurch'; did you mean 'Europe/Zurich'?",
        ),
        ("publication-date: tomorrow\n", "1:19: 'publication-date' cannot be 'tomorrow'"),
        ("accept: [{reason: a}]\n", "1:10: the entry lacks 'name'"),
        ("accept: ['-']\n", "1:10: '-' is no name"),
        ("accept: [{name: a, until: soon}]\n", "1:27: 'accept.until' must be a date, not 'soon'"),
        ("overrides: [{profile: desk}]\n", "1:13: the override lacks 'paths'"),
        ("overrides: [{paths: a, exclude: b}]\n", "1:24: there is no setting 'exclude'"),
        ("gitignore: maybe\n", "1:12: 'gitignore' must be true or false, not 'maybe'"),
        ("extends: factlint.yml\n", "1:10: 'factlint.yml' extends this file in turn"),
    ],
)
def test_mistakes_name_line_and_column(desk: Path, text: str, said: str) -> None:
    configure(desk, text)
    done = factlint("check", "story.md", cwd=desk)
    assert done.returncode == 2
    assert f"factlint.yml:{said}" in done.stderr
    assert "Traceback" not in done.stderr
