"""What repositories take from ours: the action, the GitLab job, the image."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEP = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")


def run_step(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the action's own script as a runner would, with factlint installed where the action puts it."""
    program = folder / "temp" / "factlint" / "bin" / "factlint"
    program.parent.mkdir(parents=True, exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factlint "$@"\n')
    program.chmod(0o755)
    defaults = {name: str(given["default"]) for name, given in ACTION["inputs"].items()}
    given = {**defaults, **inputs}
    env = {
        "PATHS": given["paths"],
        "ARGUMENTS": given["arguments"],
        "FAIL_ON": given["fail-on"],
        "SARIF": str(folder / "temp" / "factlint.sarif"),
        "RUNNER_TEMP": str(folder / "temp"),
        "GITHUB_OUTPUT": str(folder / "temp" / "output"),
        "GITHUB_STEP_SUMMARY": str(folder / "temp" / "summary"),
        "FACTLINT_KB": "embedded",
    }
    assert set(STEP["env"]) <= set(env)
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", STEP["run"]],
        cwd=folder / "copy",
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "a story.md").write_text("---\ndate: 2021-06-16\n---\nOn June 31.\n")
    return tmp_path


def test_action_annotates_summarises_and_writes_sarif(runner: Path) -> None:
    done = run_step(runner)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=a story.md,line=4,")
    log = json.loads((runner / "temp" / "factlint.sarif").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["FL401"]
    assert (runner / "temp" / "output").read_text() == f"sarif={runner / 'temp' / 'factlint.sarif'}\n"
    assert "FL401" in (runner / "temp" / "summary").read_text(encoding="utf-8")


def test_action_obeys_its_inputs(runner: Path) -> None:
    assert run_step(runner, **{"fail-on": "never"}).returncode == 0
    assert run_step(runner, arguments="--ignore\nFL401\n").returncode == 0
    assert run_step(runner, paths="a story.md\n\n").returncode == 1
    assert run_step(runner, paths="$(touch gone); `touch gone`").returncode == 2
    assert not (runner / "copy" / "gone").exists()


def test_action_installs_what_stands_beside_it() -> None:
    [install] = [step for step in ACTION["runs"]["steps"] if step.get("name") == "Install factlint"]
    assert '"$GITHUB_ACTION_PATH"' in install["run"]
    assert not any("${{" in step.get("run", "") for step in ACTION["runs"]["steps"])


def test_gitlab_job_reports_code_quality() -> None:
    job = yaml.safe_load((ROOT / "docs" / "ci" / "factlint.gitlab-ci.yml").read_text(encoding="utf-8"))[
        "factlint"
    ]
    file = job["artifacts"]["reports"]["codequality"]
    assert any(f"--output gitlab:{file}" in line for line in job["script"])


def test_image_copies_no_repository_history() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert ".git" in ignored
