"""Which snapshot is used."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from factlint.errors import ConfigError, SnapshotError
from factlint.kb.active import ChosenBy, active_snapshot, data_folder, updated_path, use_snapshot
from factlint.kb.embedded import embedded_path


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"XDG_DATA_HOME": str(tmp_path / "data")}


def test_nothing_chosen_is_the_embedded_one(environment: dict[str, str]) -> None:
    active = active_snapshot(environment=environment)
    assert (active.path, active.chosen_by) == (embedded_path(), ChosenBy.DEFAULT)


def test_the_choice_lasts_until_another(tmp_path: Path, environment: dict[str, str]) -> None:
    chosen = tmp_path / "naïve \n snapshot.sqlite"
    chosen.write_bytes(b"")
    use_snapshot(chosen, environment)
    active = active_snapshot(environment=environment)
    assert (active.path, active.chosen_by) == (chosen, ChosenBy.USER)
    use_snapshot(None, environment)
    use_snapshot(None, environment)
    assert active_snapshot(environment=environment).chosen_by is ChosenBy.DEFAULT


def test_option_before_environment_before_choice(tmp_path: Path, environment: dict[str, str]) -> None:
    use_snapshot(tmp_path / "chosen", environment)
    environment["FACTLINT_KB"] = "named"
    assert active_snapshot(environment=environment).path == Path("named")
    assert active_snapshot(Path("given"), environment).path == Path("given")
    environment["FACTLINT_KB"] = "embedded"
    assert active_snapshot(environment=environment).path == embedded_path()


def test_a_choice_that_is_gone_is_an_error(tmp_path: Path, environment: dict[str, str]) -> None:
    use_snapshot(tmp_path / "chosen", environment)
    with pytest.raises(SnapshotError, match="kb use embedded"):
        active_snapshot(environment=environment)


def test_a_choice_that_cannot_be_noted_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match="FACTLINT_KB"):
        use_snapshot(tmp_path, {"XDG_DATA_HOME": str(tmp_path / "file")})


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"HOME": "/home/desk"}, "/home/desk/.local/share/factlint"),
        ("linux", {"HOME": "/home/desk", "XDG_DATA_HOME": "/data"}, "/data/factlint"),
        ("darwin", {"HOME": "/Users/desk"}, "/Users/desk/Library/Application Support/factlint"),
        ("win32", {"HOME": "/u", "LOCALAPPDATA": "/u/AppData/Local"}, "/u/AppData/Local/factlint"),
        ("win32", {"HOME": "/u"}, "/u/AppData/Local/factlint"),
    ],
)
def test_the_folder_is_the_usual_one(
    monkeypatch: pytest.MonkeyPatch, platform: str, environment: dict[str, str], expected: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert data_folder(environment) == Path(expected)
    assert updated_path(environment) == Path(expected) / "snapshot.sqlite"
