from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy import AGAIN, check

from factlint.engine.baseline import Baseline, BaselineEntry, read_baseline
from factlint.engine.results import Report
from factlint.errors import ConfigError, FactlintError

TODAY = dt.date(2026, 1, 31)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "baseline.yml"


def words(report: Report) -> list[str]:
    return [found.words for found in report.diagnostics]


def test_known_findings_are_held_back_wherever_they_move(file: Path) -> None:
    baseline = Baseline(file).written(check("It is wrong.\n"))
    after = baseline.apply(check("A new lead.\n\nStill it is  wrong, and again\nwrong.\n"), TODAY)
    assert [found.region.start.line for found in after.diagnostics] == [4]
    assert after.known == 1


def test_other_words_and_other_articles_are_not_known(file: Path) -> None:
    baseline = Baseline(file).written(check("again and again\n", rules=(AGAIN,)))
    assert words(baseline.apply(check("wrong\n"), TODAY)) == ["wrong"]
    baseline = Baseline(file).written(check("right\n", "wrong\n"))
    assert words(baseline.apply(check("wrong\n"), TODAY)) == ["wrong"]


def test_notes_and_broken_rules_are_no_part_of_it(file: Path) -> None:
    assert Baseline(file).written(check("slight\n\nbroken\n")).entries == ()


def test_entries_expire(file: Path) -> None:
    [entry] = Baseline(file).written(check("wrong\n")).entries
    held = Baseline(file, (BaselineEntry(*entry.key, expires=TODAY),))
    assert words(held.apply(check("wrong\n"), TODAY)) == []
    assert words(held.apply(check("wrong\n"), TODAY + dt.timedelta(1))) == ["wrong"]


def test_reasons_survive_a_new_baseline_and_entries_of_other_articles_too(file: Path) -> None:
    [entry] = Baseline(file).written(check("wrong\n")).entries
    told = BaselineEntry(*entry.key, reason="a play", author="me", expires=TODAY)
    elsewhere = BaselineEntry("archive/b.md", "TT101", "0:1", reason="old")
    before = Baseline(file, (told, elsewhere, BaselineEntry("0.md", "TT101", "gone:1")))
    after = before.written(check("wrong\n\nwrong\n"))
    assert [(item.path, item.reason, item.words) for item in after.entries] == [
        ("0.md", "a play", "wrong"),
        ("0.md", "", "wrong"),
        ("archive/b.md", "old", ""),
    ]
    assert after.entries[0].expires == TODAY


def test_pruning_takes_out_what_is_no_longer_found(file: Path) -> None:
    before = Baseline(file).written(check("wrong\n\nwrong\n", "wrong\n"))
    after = before.pruned(check("wrong\n"))
    assert [entry.path for entry in after.entries] == ["0.md", "1.md"]
    assert after.entries[0].fingerprint.endswith(":1")


def test_written_and_read_again(file: Path) -> None:
    entries = Baseline(file).written(check("wrong\n\nAnd wrong\n")).entries
    baseline = Baseline(
        file, (*entries, BaselineEntry('ä "b"/#:.md', "TT101", "x:1", "w", "no", "off", TODAY))
    )
    baseline.save()
    assert read_baseline(file) == baseline


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_words_can_be_written(tmp_path_factory: pytest.TempPathFactory, reason: str, words: str) -> None:
    file = tmp_path_factory.mktemp("baseline") / "b.yml"
    spelt = "".join(character for character in reason if character.isprintable())
    shown = " ".join("".join(character for character in words if character.isprintable()).split())
    baseline = Baseline(file, (BaselineEntry("a", "b", "c", shown, spelt),))
    baseline.save()
    assert read_baseline(file) == baseline


def test_paths_are_relative_to_the_baseline(file: Path) -> None:
    outer = Baseline(file.parent.parent / "b.yml").written(check("wrong\n"))
    assert outer.entries[0].path == f"{file.parent.name}/0.md"


def test_a_missing_file_is_empty_or_a_mistake(file: Path) -> None:
    assert read_baseline(file, must_exist=False).entries == ()
    with pytest.raises(ConfigError, match=r"baseline\.yml: No such file"):
        read_baseline(file)
    with pytest.raises(FactlintError, match="check the path"):
        Baseline(file / "x").save()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("findings: []\n", "1:1: this is no baseline of version 1"),
        ("version: 2\n", "1:10: this is no baseline of version 1"),
        ("version: 1\nfinding: []\n", "2:1: there is no setting 'finding'; did you mean 'findings'?"),
        ("version: 1\nfindings: [{path: a, rule: b}]\n", "2:12: the entry lacks 'fingerprint'"),
        ("version: 1\nfindings: [a]\n", "2:12: 'findings' must be a mapping"),
        (
            "version: 1\nfindings:\n- {path: a, rule: b, fingerprint: c, expires: x}\n",
            "3:47: 'findings.expires'",
        ),
    ],
)
def test_mistakes_name_their_place(file: Path, text: str, said: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        read_baseline(file)
    assert str(error.value).removeprefix(f"{file}:").startswith(said)
