"""The baseline, changed lines and what makes a check fail, as a newsroom's repository has them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from commands import factlint

WRONG = "---\ndate: 2021-06-16\n---\nThey will meet on June 31.\n\nNothing here.\n"


def git(folder: Path, *arguments: str) -> None:
    identity = [
        "-c",
        "user.name=A Newsroom",
        "-c",
        "user.email=desk@example.org",
        "-c",
        "commit.gpgsign=false",
    ]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(WRONG)
    return tmp_path


@pytest.fixture
def repository(desk: Path) -> Path:
    git(desk, "init", "-q")
    git(desk, "add", ".")
    git(desk, "commit", "-qm", "first")
    return desk


def test_a_baseline_makes_findings_known(desk: Path) -> None:
    done = factlint("check", "--write-baseline", ".", cwd=desk)
    assert (done.returncode, done.stdout) == (0, "")
    assert "factlint-baseline.yml: 1 known findings" in done.stderr
    done = factlint("check", ".", cwd=desk)
    assert done.returncode == 0
    assert done.stdout.startswith("no findings in 1 article; 1 finding in the baseline; ")
    (desk / "a.md").write_text(WRONG.replace("Nothing", "And June 31 is"))
    assert factlint("check", ".", cwd=desk).returncode == 1
    (desk / "a.md").write_text(WRONG.replace("31", "30"))
    done = factlint("check", "--prune-baseline", ".", cwd=desk)
    assert (done.returncode, "1 removed" in done.stderr) == (0, True)
    assert "findings: []" in (desk / "factlint-baseline.yml").read_text()


def test_a_named_baseline_must_be_there(desk: Path) -> None:
    done = factlint("check", "--baseline", "known.yml", ".", cwd=desk)
    assert (done.returncode, "known.yml: No such file" in done.stderr) == (2, True)
    assert factlint("check", "--baseline", "known.yml", "--write-baseline", ".", cwd=desk).returncode == 0
    assert factlint("check", "--baseline", "known.yml", ".", cwd=desk).returncode == 0
    assert factlint("check", "--write-baseline", "--prune-baseline", ".", cwd=desk).returncode == 2


@pytest.mark.parametrize("option", [("--diff", "HEAD"), ("--diff=HEAD",), ("--changed-since", "HEAD")])
def test_only_changed_lines_are_reported(repository: Path, option: tuple[str, ...]) -> None:
    assert factlint("check", *option, ".", cwd=repository).returncode == 0
    (repository / "a.md").write_text(WRONG.replace("Nothing here.", "Or on April 31."))
    (repository / "new ä.md").write_text(WRONG)
    done = factlint("check", *option, "--format", "concise", ".", cwd=repository)
    assert [line.split(" ")[0] for line in done.stdout.splitlines()] == ["a.md:6:7:", "new"]
    assert done.returncode == 1


def test_changed_lines_of_odd_names_and_places(repository: Path) -> None:
    folder = repository / 'quo"te\\d tab\t'
    folder.mkdir()
    (folder / "ä b.md").write_text("---\ndate: 2021-06-16\n---\nNothing.\n")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "second")
    (folder / "ä b.md").write_text("---\ndate: 2021-06-16\n---\nOn June 31.\n")
    done = factlint(
        "check",
        "--diff",
        "HEAD",
        "ä b.md",
        "../a.md",
        cwd=folder,
    )
    assert done.returncode == 1
    assert done.stdout.count("FL401") == 1
    assert factlint("check", "--diff", "HEAD~1", "../a.md", cwd=folder).returncode == 0


def test_added_lines_that_look_like_a_diff(repository: Path) -> None:
    (repository / "a.md").write_text(WRONG + "\n++ b/other\n\n@@ -1 +1 @@\n\nOn April 31.\n")
    done = factlint("check", "--diff", "HEAD", "--format", "concise", ".", cwd=repository)
    assert [line.split(" ")[0] for line in done.stdout.splitlines()] == ["a.md:12:4:"]


@pytest.mark.parametrize("revision", ["nonsense", "--output=x", "-"])
def test_a_revision_that_is_none(repository: Path, revision: str) -> None:
    done = factlint("check", f"--changed-since={revision}", ".", cwd=repository)
    assert done.returncode == 2
    assert "revision" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (repository / "x").exists()


def test_changed_lines_need_a_repository(desk: Path) -> None:
    done = factlint("check", "--changed-since", "HEAD", ".", cwd=desk)
    assert done.returncode == 2
    assert "git" in done.stderr


def test_diff_alone_still_shows_corrections(desk: Path) -> None:
    (desk / "b.md").write_text("---\ndate: 2021-06-16\n---\nIt was embarassing.\n")
    for arguments in (["--diff", "b.md"], ["b.md", "--diff"], ["--diff", "--", "b.md"]):
        done = factlint("check", *arguments, cwd=desk)
        assert done.stdout.startswith("--- a/b.md\n+++ b/b.md\n"), arguments


def test_fail_on(desk: Path) -> None:
    (desk / "factlint.yml").write_text("severity: {FL401: warning}\n")
    assert factlint("check", "a.md", cwd=desk).returncode == 1
    assert factlint("check", "--fail-on", "error", "a.md", cwd=desk).returncode == 0
    (desk / "factlint.yml").write_text("severity: {FL401: note}\n")
    assert factlint("check", "a.md", cwd=desk).returncode == 0
    assert factlint("check", "--fail-on", "note", "a.md", cwd=desk).returncode == 1
    assert factlint("check", "--fail-on", "error", "missing.md", cwd=desk).returncode == 2


def test_statistics(desk: Path) -> None:
    (desk / "b.md").write_text(WRONG)
    done = factlint("check", "--statistics", ".", cwd=desk)
    assert done.stdout.splitlines()[0] == "     2  FL401 impossible-date"
    assert done.returncode == 1
