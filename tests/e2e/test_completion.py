"""Shell completion, asked as each shell asks for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import factlint

SHELLS = ("bash", "zsh", "fish")


def complete(shell: str, *words: str, cwd: Path) -> list[str]:
    """What is proposed for the last of the words, with the type that click puts in front of it."""
    quoted = [f"'{word}'" if " " in word else word for word in words]
    asked = {
        "_FACTLINT_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": " ".join(["factlint", *quoted]),
        "COMP_CWORD": quoted[-1] if shell == "fish" else str(len(words)),
    }
    done = factlint(cwd=cwd, env=asked)
    assert (done.returncode, done.stderr) == (0, "")
    answers = done.stdout.strip().splitlines()
    if shell == "zsh":  # three lines a proposal: type, value, help
        return [f"{kind},{value}" for kind, value in zip(answers[::3], answers[1::3], strict=True)]
    return [answer.partition("\t")[0] for answer in answers]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("c",), ["plain,check", "plain,claims", "plain,config"]),
        (("kb", "se"), ["plain,search"]),
        (("kb", "info", "--sn"), ["plain,--snapshot"]),
        (("kb", "update", "--select", "p"), ["plain,people", "plain,places"]),
        (("kb", "use", "em"), ["plain,embedded", "file,em"]),
        (("kb", "diff", "x"), ["file,x"]),
        (("kb", "holders", "Secretary of St"), ["plain,Secretary of State"]),
        (("kb", "build", "--dump", "x"), ["file,x"]),
        (("kb", "compile", "--facts", "x"), ["dir,x"]),
    ],
)
def test_proposals(shell: str, words: tuple[str, ...], expected: list[str], tmp_path: Path) -> None:
    assert [found for found in complete(shell, *words, cwd=tmp_path) if found in expected] == expected


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_is_proposed(shell: str, tmp_path: Path) -> None:
    for group, commands in (
        ((), {"check", "claims", "config", "explain", "kb", "rule"}),
        (
            ("kb",),
            {"build", "compile", "diff", "holders", "info", "search", "show", "update", "use", "verify"},
        ),
    ):
        proposed = {answer.partition(",")[2] for answer in complete(shell, *group, "", cwd=tmp_path)}
        assert commands <= proposed


def test_offices_of_a_snapshot_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "bad.sqlite").write_text("no snapshot")
    words = ("kb", "holders", "--snapshot", "bad.sqlite", "Sec")
    assert complete("bash", *words, cwd=tmp_path) == []


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_each_shell(shell: str, tmp_path: Path) -> None:
    if shell == "bash" and not shutil.which("bash"):
        pytest.skip("click asks bash for its version")
    done = factlint(cwd=tmp_path, env={"_FACTLINT_COMPLETE": f"{shell}_source"})
    assert done.returncode == 0
    assert f"_FACTLINT_COMPLETE={shell}_complete" in done.stdout
    if found := shutil.which(shell):
        checked = subprocess.run(
            [found, "-n"], input=done.stdout, text=True, capture_output=True, check=False
        )
        assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.skipif(not shutil.which("bash") or sys.platform == "win32", reason="there is no bash")
def test_in_bash(tmp_path: Path) -> None:
    command = tmp_path / "factlint"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factlint "$@"\n')
    command.chmod(0o755)
    script = """
        eval "$(_FACTLINT_COMPLETE=bash_source factlint)"
        COMP_WORDS=(factlint kb v) COMP_CWORD=2
        _factlint_completion factlint v kb
        printf '%s\\n' "${COMPREPLY[@]}"
        complete -p factlint
    """
    env = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, env=env, text=True, capture_output=True, check=False
    )
    assert done.stdout.splitlines() == ["verify", "complete -o nosort -F _factlint_completion factlint"], done
