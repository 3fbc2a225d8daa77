"""The hook, run by the real pre-commit on a scratch repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

HOOKS = Path(__file__).parents[2] / ".pre-commit-hooks.yaml"
_GIT = {
    "GIT_AUTHOR_NAME": "Desk",
    "GIT_AUTHOR_EMAIL": "desk@example.org",
    "GIT_COMMITTER_NAME": "Desk",
    "GIT_COMMITTER_EMAIL": "desk@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A Git repository with the hook installed, running the factlint under test."""
    return make_repository(tmp_path, "factlint")


def make_repository(parent: Path, name: str) -> Path:
    hook = hooks()[name]
    # What pre-commit would install from the network is here already; everything else is the hook's own.
    hook |= {
        "language": "system",
        "entry": hook["entry"].replace("factlint", f"{sys.executable} -m factlint", 1),
    }
    folder = parent / "desk"
    folder.mkdir()
    (folder / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]})
    )
    git(folder, "init", "-q")
    run(folder, sys.executable, "-m", "pre_commit", "install")
    return folder


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, **_GIT, "PRE_COMMIT_HOME": str(folder.parent / "cache")}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "git", *arguments)


def hooks() -> dict[str, dict[str, Any]]:
    return {hook["id"]: hook for hook in yaml.safe_load(HOOKS.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("name", ["factlint", "factlint-changed"])
def test_hook_runs_once_over_all_articles_of_a_commit(name: str) -> None:
    assert hooks()[name]["language"] == "python"
    assert hooks()[name]["require_serial"] is True


def test_hook_on_changed_lines_leaves_old_copy_alone(tmp_path: Path) -> None:
    folder = make_repository(tmp_path, "factlint-changed")
    article = folder / "story.md"
    article.write_text("---\ndate: 2021-06-16\n---\nThey will meet on June 31.\n")
    git(folder, "add", ".")
    assert git(folder, "commit", "--no-verify", "-m", "Add a story").returncode == 0
    with article.open("a") as stream:
        stream.write("\nNothing else is known.\n")
    git(folder, "add", ".")
    assert git(folder, "commit", "-m", "Add a line").returncode == 0
    with article.open("a") as stream:
        stream.write("\nThe minutes come out on April 31.\n")
    git(folder, "add", ".")
    refused = git(folder, "commit", "-m", "Add another")
    assert refused.returncode == 1
    assert (refused.stdout + refused.stderr).count("FL401") == 1


def test_commit_with_a_wrong_date_is_refused_and_goes_through_once_mended(repository: Path) -> None:
    article = repository / "story.md"
    article.write_text("---\ndate: 2021-06-16\n---\nThe committee will meet on June 31.\n")
    (repository / "code.py").write_text("# June 31 is nobody's concern here\n")
    git(repository, "add", ".")
    refused = git(repository, "commit", "-m", "Add a story")
    assert refused.returncode == 1
    assert "story.md:4:28: error FL401 impossible-date" in refused.stdout + refused.stderr
    assert "code.py" not in refused.stdout + refused.stderr

    article.write_text("---\ndate: 2021-06-16\n---\nThe committee will meet on June 30.\n")
    git(repository, "add", ".")
    accepted = git(repository, "commit", "-m", "Add a story")
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    assert git(repository, "log", "--format=%s").stdout == "Add a story\n"
