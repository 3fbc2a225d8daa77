"""The tutorials print what they show."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from tutorials import agrees, environment, play, steps

TUTORIALS = sorted((Path(__file__).parents[2] / "docs" / "tutorials").glob("*.md"))

pytestmark = pytest.mark.skipif(
    os.name == "nt" or not all(map(shutil.which, ("bash", "git", "sed"))), reason="the shell of the tutorials"
)


@pytest.mark.parametrize("page", TUTORIALS, ids=lambda page: page.stem)
def test_commands_print_what_is_shown(page: Path, tmp_path: Path) -> None:
    text = page.read_text(encoding="utf-8")
    found = [*steps(text)]
    assert sum(bool(step.command) for step in found) >= 8
    folder = tmp_path / "desk"
    folder.mkdir()
    printed = play(found, folder, environment(tmp_path))
    assert len(printed) == len(found)
    for step, out in zip(found, printed, strict=True):
        line = text[: step.start].count("\n") + 1
        assert step.file or agrees(step.text, out), (
            f"{page.name}:{line}: $ {step.command}\n{out}\nrun: python tests/support/tutorials.py {page.name}"
        )


def test_three_dots_stand_for_any_lines_and_nothing_else() -> None:
    assert agrees("a\n...\nd\n", "a\nb\nc\nd\n")
    assert agrees("a\n...\nd\n", "a\nd\n")
    assert not agrees("a\n...\nd\n", "a\nb\n")
    assert not agrees("a.c\n", "abc\n")
    assert agrees("no newline\n", "no newline")
