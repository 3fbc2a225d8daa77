"""A check that is given twice is only done once, and again as soon as anything it read has changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from commands import factlint, install_plugin

from factlint.kb.embedded import embedded_path

STORY = "---\ndate: 2021-06-16\n---\nThey will meet on June 31.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    (folder / "sub").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "a.md").write_text(STORY)
    (folder / "sub" / "b.md").write_text("Nothing.\n")
    return folder


def check(
    desk: Path, *arguments: str, env: dict[str, str] | None = None, imports: bool = False
) -> tuple[str, bool]:
    """What a check prints, and whether it had to import the rules for it."""
    settings = {"FACTLINT_CACHE_DIR": str(desk.parent / "cache"), **(env or {})}
    if imports:
        settings["PYTHONPROFILEIMPORTTIME"] = "1"
    done = factlint("check", "--format", "concise", *arguments, cwd=desk, env=settings)
    assert "Traceback" not in done.stderr
    return f"{done.returncode} {done.stdout}", "factlint.checks" in done.stderr


def unchanged(desk: Path, *arguments: str, env: dict[str, str] | None = None) -> bool:
    """Whether a check is printed again without looking at the copy."""
    return not check(desk, *arguments, env=env, imports=True)[1]


def test_the_same_check_is_printed_again(desk: Path) -> None:
    first = check(desk, ".")
    assert first[0].startswith("1 a.md:4:19: error FL401")
    assert unchanged(desk, ".")
    assert check(desk, ".") == first


def test_another_command_line_is_another_check(desk: Path) -> None:
    check(desk, ".")
    assert not unchanged(desk, ".", "--select", "name")
    assert check(desk, "--exit-zero", ".")[0].startswith("0 a.md")
    assert not unchanged(desk, "--no-cache", ".")


def test_whatever_was_read_may_change(desk: Path) -> None:
    changes = [
        (desk / "a.md", STORY.replace("31", "30")),
        (desk / "a.md", STORY),
        (desk / "new.md", STORY),
        (desk / "sub" / "factlint.yml", "profile: pedantic\n"),
        (desk.parent / "factlint.yml", "profile: pedantic\n"),
        (desk / "factlint.yml", "extends: base.yml\n"),
        (desk / "base.yml", "house: [h.yml]\n"),
        (desk / "h.yml", "preferred-spelling: [{avoid: Nothing, use: Nought}]\n"),
        (desk / "h.yml", "preferred-spelling: [{avoid: meet, use: assemble}]\n"),
        (desk / ".gitignore", "new.md\n"),
        (desk / "sub" / ".gitignore", "*.md\n"),
        (desk / "factlint-baseline.yml", "version: 1\nfindings: []\n"),
    ]
    (desk / "base.yml").write_text("profile: desk\n")
    (desk / "h.yml").write_text("preferred-spelling: []\n")
    for file, text in changes:
        check(desk, ".")
        assert unchanged(desk, "."), file
        file.write_text(text)
        fresh = check(desk, ".")
        assert fresh == check(desk, ".", "--no-cache"), file
    (desk / "new.md").unlink()
    assert not unchanged(desk, ".")


def test_the_snapshot_may_change(desk: Path) -> None:
    copy = desk.parent / "snapshot.sqlite"
    copy.write_bytes(embedded_path().read_bytes())
    env = {"FACTLINT_KB": str(copy)}
    check(desk, "a.md", env=env)
    assert unchanged(desk, "a.md", env=env)
    os.utime(copy, (1, 1))
    assert not unchanged(desk, "a.md", env=env)
    assert not unchanged(desk, "a.md", env={"FACTLINT_KB": "embedded"})


def test_what_goes_wrong_or_writes_is_done_each_time(desk: Path) -> None:
    for arguments in (["missing.md", "a.md"], ["--output", "out", "a.md"], ["--diff", "a.md"]):
        check(desk, *arguments)
        assert not unchanged(desk, *arguments), arguments


def test_plugins_are_asked_each_time(desk: Path) -> None:
    env = install_plugin(desk.parent / "plugins", "NAMED")
    check(desk, "a.md", env=env)
    assert not unchanged(desk, "a.md", env=env)


def test_a_damaged_record_is_no_error(desk: Path) -> None:
    first = check(desk, ".")
    cache = next((desk.parent / "cache").iterdir())
    data = bytearray(cache.read_bytes())
    for place in range(4096, len(data), 3):
        data[place] ^= 0x55
    cache.write_bytes(data)
    assert check(desk, ".") == first
    assert check(desk, ".") == first
