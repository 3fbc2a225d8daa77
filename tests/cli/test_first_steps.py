"""What somebody new to factlint stumbles over."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from factlint.api import check_text
from factlint.cli import main


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("chek", "(Did you mean 'check'?)"),
        ("story.md", "(Did you mean 'factlint check story.md'?)"),
        ("nonsense", "No such command 'nonsense'.\n"),
    ],
)
def test_a_wrong_command_is_told_with_the_right_one(
    word: str, hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.md").touch()
    result = CliRunner().invoke(main, [word])
    assert result.exit_code == 2
    assert hint in result.stderr


def test_the_capital_of_undated_copy_is_the_one_of_now() -> None:
    [found] = check_text("Sydney, the capital of Australia, votes on Saturday.").diagnostics
    assert found.message == "Sydney is not the capital of Australia; Canberra is"
    assert [item.text for item in found.evidence] == ["capital of Australia: Canberra, since 9 May 1927"]
