"""``factlint archive`` and ``factlint check --archive`` as a user meets them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from archives import EARLY, LATE, content, story
from commands import factlint

HEAD = "---\ndate: 2021-06-15\noutlet: Brenning Courier\n---\n"
ENVIRONMENT = {**os.environ, "FACTLINT_KB": "embedded", "FACTLINT_CACHE_DIR": os.devnull}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / "early.md").write_text(HEAD + EARLY, encoding="utf-8")
    (tmp_path / "new.md").write_text(HEAD + LATE, encoding="utf-8")
    return tmp_path


def stories(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number:04}.md").write_text(HEAD + story(number), encoding="utf-8")
    return folder


def test_new_copy_is_compared_with_what_was_published(desk: Path) -> None:
    done = factlint("archive", "add", "published", cwd=desk)
    assert (done.returncode, done.stdout) == (0, "factlint-archive.sqlite: 1 article added\n")
    # Nothing of the published article is on disk any more.
    (desk / "published" / "early.md").unlink()
    checked = factlint("check", "--archive", "factlint-archive.sqlite", "new.md", cwd=desk)
    assert checked.returncode == 1
    assert "new.md:5:55: warning FL902 cross-article-number: 15 people here, 12 people in " in checked.stdout
    assert "  > published/early.md:5:55: 12 people, Brenning Courier, 15 June 2021\n" in checked.stdout
    assert factlint("check", "new.md", cwd=desk).returncode == 0


def test_reports_point_at_both_places(desk: Path) -> None:
    factlint("archive", "add", "published", cwd=desk)
    (desk / "published" / "early.md").unlink()
    archive = ("--archive", "factlint-archive.sqlite", "new.md")
    sarif = json.loads(factlint("check", "--format", "sarif", *archive, cwd=desk).stdout)
    [result] = sarif["runs"][0]["results"]
    [related] = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "published/early.md"
    assert related["physicalLocation"]["region"]["startLine"] == 5
    page = factlint("check", "--format", "html", *archive, cwd=desk).stdout
    assert "killing <b>12</b> people" in page
    assert "killing <b>15</b> people" in page
    for form in ("json", "rdjson", "gitlab", "junit", "github", "markdown"):
        assert factlint("check", "--format", form, *archive, cwd=desk).returncode == 1


def test_the_archive_may_stand_in_the_configuration(desk: Path) -> None:
    (desk / "factlint.yml").write_text("archive: kept.sqlite\n", encoding="utf-8")
    assert factlint("archive", "add", "published", cwd=desk).stdout == "kept.sqlite: 1 article added\n"
    assert factlint("check", "new.md", cwd=desk).returncode == 1
    assert 'archive: "kept.sqlite"' in factlint("config", "show", cwd=desk).stdout


def test_an_update_takes_the_place_of_what_was_published(desk: Path) -> None:
    factlint("archive", "add", "published", cwd=desk)
    (desk / "new.md").write_text(HEAD.replace("---\nd", "---\nupdates: early.md\nd") + LATE, encoding="utf-8")
    done = factlint("check", "--archive", "factlint-archive.sqlite", "new.md", cwd=desk)
    assert (done.returncode, done.stderr) == (0, "")


def test_adding_again_changes_nothing(desk: Path) -> None:
    stories(desk / "stories", 12)
    factlint("archive", "add", "stories", "published", cwd=desk)
    before = content(desk / "factlint-archive.sqlite")
    again = factlint("archive", "add", "published", "stories", cwd=desk)
    assert again.stdout == "factlint-archive.sqlite: 0 articles added, 13 were there already\n"
    assert content(desk / "factlint-archive.sqlite") == before


def test_several_processes_give_the_same_archive(desk: Path) -> None:
    stories(desk / "stories", 250)
    factlint("archive", "add", "--jobs", "1", "--archive", "one.sqlite", "stories", cwd=desk)
    factlint("archive", "add", "--jobs", "3", "--archive", "three.sqlite", "stories", cwd=desk)
    assert content(desk / "one.sqlite") == content(desk / "three.sqlite")
    assert len(content(desk / "one.sqlite")["article"]) == 250


def test_an_article_that_cannot_be_read_hides_no_other(desk: Path) -> None:
    (desk / "published" / "broken.md").write_bytes(b"\xff\xfe\x00\x01 no text \x00")
    done = factlint("archive", "add", "published", "missing.md", cwd=desk)
    assert done.returncode == 2
    assert "1 article added" in done.stdout
    assert "broken.md: " in done.stderr
    assert "missing.md: " in done.stderr


def test_standard_input_needs_a_name(desk: Path) -> None:
    assert factlint("archive", "add", "-", cwd=desk, stdin=EARLY).returncode == 2
    done = factlint("archive", "add", "-", "--stdin-filename", "wire.md", cwd=desk, stdin=HEAD + EARLY)
    assert done.returncode == 0
    assert json.loads(factlint("archive", "export", cwd=desk).stdout)["path"] == "wire.md"


def test_info_export_remove_vacuum(desk: Path) -> None:
    stories(desk / "stories", 5)
    factlint("archive", "add", "published", "stories", cwd=desk)
    about = json.loads(factlint("archive", "info", "--json", cwd=desk).stdout)
    assert (about["articles"], about["first"], about["outlets"]) == (6, "2021-06-15", 1)
    assert "2021-06-15 to 2021-06-15" in factlint("archive", "info", cwd=desk).stdout
    factlint("archive", "export", "--output", "all.jsonl", cwd=desk)
    lines = (desk / "all.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0])["path"] == "published/early.md"
    assert len(lines) == 6
    assert factlint("archive", "remove", "stories", cwd=desk).stdout.endswith(": 5 articles removed\n")
    done = factlint("archive", "remove", "nothing.md", cwd=desk)
    assert (done.returncode, done.stderr) == (2, "factlint: nothing.md: not in the archive\n")
    assert factlint("archive", "vacuum", cwd=desk).returncode == 0
    assert json.loads(factlint("archive", "info", "--json", cwd=desk).stdout)["articles"] == 1


def test_articles_out_of_a_feed(desk: Path) -> None:
    body = EARLY.replace("\n", " ")
    items = [
        {"headline": "Ferry", "datePublished": "2021-06-15", "articleBody": body},
        {"articleBody": story(1)},
    ]
    (desk / "feed.json").write_text(json.dumps(items, indent=1), encoding="utf-8")
    assert "2 articles added" in factlint("archive", "add", "feed.json", cwd=desk).stdout
    (desk / "feed.json").unlink()
    done = factlint("check", "--archive", "factlint-archive.sqlite", "new.md", cwd=desk)
    assert done.returncode == 1
    assert "feed.json:5:" in done.stdout or "feed.json#1:5:" in done.stdout
    assert "2 articles removed" in factlint("archive", "remove", "feed.json", cwd=desk).stdout


@pytest.mark.parametrize("command", [("archive", "info"), ("archive", "export"), ("check", "new.md")])
@pytest.mark.parametrize("spoilt", [None, b"no archive at all, but text\n" * 99])
def test_what_is_no_archive_is_an_error(desk: Path, command: tuple[str, ...], spoilt: bytes | None) -> None:
    if spoilt is not None:
        (desk / "a.sqlite").write_bytes(spoilt)
    done = factlint(*command, "--archive", "a.sqlite", cwd=desk)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("factlint: a.sqlite: ")
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_kill_loses_nothing_that_was_added_and_the_same_command_goes_on(desk: Path) -> None:
    folder, file = stories(desk / "stories", 500), desk / "factlint-archive.sqlite"
    command = [sys.executable, "-m", "factlint", "archive", "add", "--jobs", "1", folder.name]
    running = subprocess.Popen(command, cwd=desk, env=ENVIRONMENT, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while _articles(file) < 100 and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.wait()
    there = _articles(file)
    assert 100 <= there < 500
    done = factlint("archive", "add", folder.name, cwd=desk)
    assert done.stdout.endswith(f"{500 - there} articles added, {there} were there already\n")
    factlint("archive", "add", "--archive", "afresh.sqlite", folder.name, cwd=desk)
    assert content(file) == content(desk / "afresh.sqlite")


@pytest.mark.skipif(os.name == "nt", reason="processes")
def test_two_who_add_at_once(desk: Path) -> None:
    stories(desk / "stories", 220)
    command = [sys.executable, "-m", "factlint", "archive", "add", "--jobs", "1", "stories"]
    running = [
        subprocess.Popen(command, cwd=desk, env=ENVIRONMENT, stderr=subprocess.PIPE, stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    told = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0, 0], told
    assert len(content(desk / "factlint-archive.sqlite")["article"]) == 220


@pytest.mark.skipif(os.name == "nt", reason="no limits")
def test_a_full_disk_is_told_and_loses_nothing(desk: Path) -> None:
    factlint("archive", "add", "published", cwd=desk)
    before = content(desk / "factlint-archive.sqlite")
    stories(desk / "stories", 60)
    limited = f"ulimit -f 100; exec '{sys.executable}' -m factlint archive add --jobs 1 stories"
    done = subprocess.run(
        ["bash", "-c", limited], cwd=desk, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert "disk" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert content(desk / "factlint-archive.sqlite") == before


def _articles(file: Path) -> int:
    if not file.exists():
        return 0
    done = factlint("archive", "info", "--json", cwd=file.parent)
    return int(json.loads(done.stdout)["articles"]) if done.returncode == 0 else 0
