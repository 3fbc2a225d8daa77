"""Only what a command needs is imported."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

_PROBE = """
import json, sys
from factlint.cli import main
try:
    main(sys.argv[1:])
except SystemExit as done:
    status = done.code
print(json.dumps([status, sorted({name.split(".")[0] for name in sys.modules})]))
"""


def modules(*arguments: str, cwd: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, *arguments], cwd=cwd, capture_output=True, text=True, check=True
    )
    status, names = json.loads(done.stdout.splitlines()[-1])
    assert status in {0, 1}
    return set(names)


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["check", "--help"], ["kb", "--help"], ["rule"], ["rule", "FL301"]],
)
def test_help_and_rule_import_neither_spacy_nor_the_store(arguments: list[str], tmp_path: Path) -> None:
    heavy = {"spacy", "thinc", "numpy", "sqlite3", "qwikidata", "requests"}
    assert modules(*arguments, cwd=tmp_path) & heavy == set()


def test_help_imports_no_yaml_and_no_pathspec(tmp_path: Path) -> None:
    assert modules("--help", cwd=tmp_path) & {"yaml", "pathspec", "rapidfuzz"} == set()


def test_checking_dates_imports_no_spacy(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ndate: 2021-06-16\n---\nPresident Joe Biden meets them on June 31.\n")
    loaded = modules("check", "--select", "date", "a.md", cwd=tmp_path)
    assert "factlint" in loaded
    assert loaded & {"spacy", "thinc", "numpy", "qwikidata", "requests"} == set()


def test_a_clean_story_imports_nothing_that_only_others_need(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\ndate: 2021-06-16\n---\nAngela Merkel met Joe Biden on 15 June 2021.\n"
    )
    loaded = modules("check", "--no-cache", "a.md", cwd=tmp_path)
    heavy = {"asyncio", "difflib", "email", "http", "multiprocessing", "tomllib", "unittest", "xml"}
    assert loaded & (heavy | {"spacy", "thinc", "numpy", "qwikidata", "requests"}) == set()
