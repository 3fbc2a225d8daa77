from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import factlint
from dumps import human

from factlint.errors import SnapshotError
from factlint.kbbuild.dump.documents import collect_documents
from factlint.kbbuild.dump.entities import read_entities


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "entities"
    (folder / "more").mkdir(parents=True)
    (folder / "Q1.json").write_text(json.dumps({"entities": {"Q1": human(1)}}))
    (folder / "Q2.json").write_text(json.dumps(human(2)))
    (folder / "more" / "answer.json").write_text(
        json.dumps({"entities": {"Q3": human(3), "Q4": human(4)}, "success": 1})
    )
    (folder / "notes.txt").write_text("no document")
    return folder


def test_documents_of_every_form(folder: Path, tmp_path: Path) -> None:
    assert collect_documents(folder, tmp_path / "dump.json") == ()
    assert [entity["id"] for entity in read_entities(tmp_path / "dump.json")] == ["Q1", "Q2", "Q3", "Q4"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html>404</html>", "no entity document (Expecting value"),
        (b"\xff\xfe\x00", "no entity document ("),
        (b"[1]", "no entity document (no JSON object)"),
        (b'{"entities": {"Q1": "missing"}}', "no entity document (an entity that is no JSON object)"),
        (b"[" * 200_000, "nested too deeply"),
    ],
)
def test_files_that_are_none_are_named(folder: Path, tmp_path: Path, content: bytes, reason: str) -> None:
    (folder / "bad.json").write_bytes(content)
    (unread,) = collect_documents(folder, tmp_path / "dump.json")
    assert str(unread).startswith(f"{folder / 'bad.json'}: {reason}")
    assert len(list(read_entities(tmp_path / "dump.json"))) == 4


def test_a_folder_without_documents(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match=r"there are no \.json files"):
        collect_documents(tmp_path, tmp_path / "dump")


def test_the_command(folder: Path, tmp_path: Path) -> None:
    (folder / "bad.json").write_text("<html>")
    done = factlint("kb", "build", "--entities", folder, "--text", "text", "--jobs", "1", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr.startswith(f"factlint: {folder / 'bad.json'}: no entity document")
    assert "4 people\n" in done.stdout


@pytest.mark.parametrize("options", [(), ("--dump", "x.json", "--entities", "folder")])
def test_one_of_both(tmp_path: Path, options: tuple[str, ...]) -> None:
    done = factlint("kb", "build", "--text", "text", *options, cwd=tmp_path)
    assert done.returncode == 2
    assert "give either --dump or --entities" in done.stderr
