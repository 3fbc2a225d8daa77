from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from factlint.api import Profile, Severity, check_paths, check_text
from factlint.errors import ConfigError, SnapshotError

WRONG = "The committee will meet on June 31 in Geneva.\n"


def test_text_is_checked() -> None:
    report = check_text(WRONG, date=dt.date(2021, 6, 16))
    [found] = report.diagnostics
    assert (found.rule, found.words, found.severity) == ("FL401", "June 31", Severity.ERROR)
    assert found.region.span.of(WRONG) == "June 31"
    [article] = report.articles
    assert article.published
    assert article.published.date == dt.date(2021, 6, 16)
    assert report.exit_status == 1


def test_offsets_are_those_of_the_text_given() -> None:
    text = "\ufeff\r\n😀 " + WRONG
    [found] = check_text(text, date=dt.date(2021, 6, 16)).diagnostics
    assert found.region.span.of(text) == "June 31"


def test_text_that_no_file_could_hold_is_checked() -> None:
    [found] = check_text("\udc80 " + WRONG, select=["FL401"], date=dt.date(2021, 6, 16)).diagnostics
    assert found.words == "June 31"


def test_path_decides_about_markdown_and_date() -> None:
    text = "`June 31`\n"
    assert [*check_text(text, path="2021-06-16-a.txt", select=["date"]).diagnostics]
    report = check_text("Text", path="2021-06-16-a.md")
    assert report.articles[0].published is not None


def test_selection() -> None:
    assert not [*check_text(WRONG, ignore=["date"]).diagnostics]
    assert [rule.code for rule in check_text("", select=["FL401", "FL403"]).rules] == ["FL401", "FL403"]
    assert len(check_text("", profile=Profile.PEDANTIC).rules) >= len(check_text("").rules)


def test_front_matter_that_is_not_understood_is_a_problem() -> None:
    report = check_text("---\ndate: someday\n---\n")
    [problem] = report.problems
    assert problem.path == "article.txt"
    assert report.exit_status == 2


def test_paths_are_checked_together(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(WRONG)
    (tmp_path / "b.md").write_text(WRONG)
    report = check_paths([tmp_path, str(tmp_path / "missing.md")])
    assert [Path(article.path).name for article in report.articles] == ["a.md", "b.md"]
    assert len(report.problems) == 1


def test_configuration_is_read_only_where_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "factlint.yml"
    config.write_text("ignore: [FL401]\n")
    monkeypatch.chdir(tmp_path)
    assert [*check_text(WRONG).diagnostics]
    assert not [*check_text(WRONG, config=config).diagnostics]


def test_errors_of_the_caller_are_raised(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="FL999"):
        check_text(WRONG, select=["FL999"])
    with pytest.raises(SnapshotError, match="missing"):
        check_text(WRONG, kb=tmp_path / "missing.sqlite")
