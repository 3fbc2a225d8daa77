"""``factlint claims --events``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from factlint.cli.claims import claims


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "a": "---\noutlet: Courier\ndate: 2022-05-18\n---\n\nAgnes Thorvald of Lower Brenning raised a dam.",
        "b": "The dam of Lower Brenning was raised by Agnes Thorvald.",
        "c": "A jury in Truro acquitted the beekeeper Edwin Trelawne-Pascoe.",
    }.items():
        (tmp_path / f"{name}.md").write_text(f"{text}\n", encoding="utf-8")
    return tmp_path


def test_as_text(folder: Path) -> None:
    result = CliRunner().invoke(claims, ["--events", str(folder)])
    assert result.exit_code == 0, result.output
    lines = result.output.replace(f"{folder}/", "").splitlines()
    assert lines[:3] == ["event 1", "  a.md, Courier, 2022-05-18", "  b.md, undated"]
    assert "a.md and b.md: " in lines[3]
    assert "person agnes thorvald" in lines[3]
    assert lines[4:] == ["compared with nothing", "  c.md, undated"]


def test_as_json(folder: Path) -> None:
    result = CliRunner().invoke(claims, ["--events", "--format", "json", str(folder)])
    assert result.exit_code == 0, result.output
    value = json.loads(result.output)
    [event] = value["events"]
    assert [Path(article["path"]).name for article in event["articles"]] == ["a.md", "b.md"]
    [pair] = event["pairs"]
    assert pair["days"] is None
    assert pair["score"] == pytest.approx(sum(reason["weight"] for reason in pair["reasons"]), abs=0.01)
    assert [article["published"] for article in value["alone"]] == [None]


def test_several_articles_need_events(folder: Path) -> None:
    result = CliRunner().invoke(claims, [str(folder / "a.md"), str(folder / "b.md")])
    assert result.exit_code == 2
    assert "--events" in result.output
