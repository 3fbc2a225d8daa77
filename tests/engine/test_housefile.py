"""House lists: read strictly, and used by the rule that reports them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from factlint.engine.assemble import Choices, uniform_settings
from factlint.engine.configfile import read_config
from factlint.engine.fixes import diff_of_fixes
from factlint.engine.housefile import read_house_style, shipped_house_style
from factlint.engine.paths import ArticleFile
from factlint.engine.registry import all_rules
from factlint.engine.results import Report
from factlint.engine.run import run
from factlint.errors import ConfigError
from factlint.rulekit.house import Case, HouseStyle

EMAIL = "preferred-spelling:\n  - {avoid: e-mail, use: email, note: since 2011}\n"


def read(tmp_path: Path, text: str) -> HouseStyle:
    path = tmp_path / "house.yml"
    path.write_text(text, encoding="utf-8")
    return read_house_style(path)


def check(tmp_path: Path, house: str, article: str, options: str = "") -> Report:
    (tmp_path / "house.yml").write_text(house, encoding="utf-8")
    path = tmp_path / "factlint.yml"
    path.write_text(f"house: house.yml\n{options}", encoding="utf-8")
    choices = Choices(select=("FL107",), date=dt.date(2021, 6, 16))
    settings = uniform_settings(all_rules(), read_config(path, all_rules()), choices)
    return run([ArticleFile("story.md", article)], settings)


def words(report: Report) -> list[str]:
    return [found.words for found in report.diagnostics]


def replaced(report: Report) -> list[str]:
    return [found.fix.replacement if found.fix else "" for found in report.diagnostics]


def test_an_entry(tmp_path: Path) -> None:
    text = "- avoid: [Kiev,  Kieff]\n  use: Kyiv\n  unless: chicken  Kiev\n  case: exact\n  note: why\n"
    [entry] = read(tmp_path, f"preferred-spelling:\n{text}").spellings
    assert entry.avoid == ("Kiev", "Kieff")
    assert entry.use == ("Kyiv",)
    assert entry.unless == ("chicken Kiev",)
    assert entry.case is Case.EXACT
    assert entry.note == "why"
    assert entry.source == "house.yml:2"


@pytest.mark.parametrize("text", ["", "# nothing\n", "preferred-spelling: []\n"])
def test_an_empty_list(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == HouseStyle()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("spelling: []\n", "1:1: there is no setting 'spelling'"),
        (
            "preferred-spelling: []\npreferred-spelling: []\n",
            "2:1: 'preferred-spelling' stands here for the second time",
        ),
        (
            "preferred-spelling:\n- avoid: a\n  use: b\n  avoid: c\n",
            "4:3: 'avoid' stands here for the second time",
        ),
        (
            "preferred-spelling:\n- avoid: a\n  uses: b\n",
            "3:3: there is no setting 'uses'; did you mean 'use'?",
        ),
        ("preferred-spelling:\n- avoid: a\n", "2:3: the entry lacks 'use'"),
        ("preferred-spelling:\n- use: a\n", "2:3: the entry lacks 'avoid'"),
        ("preferred-spelling:\n- {avoid: a, use: a}\n", "2:11: 'a' is both avoided and used"),
        (
            "preferred-spelling:\n- {avoid: Web, use: web}\n",
            "2:11: 'Web' differs from what to use only in capitals",
        ),
        ("preferred-spelling:\n- {avoid: '...', use: a}\n", "2:11: '...' must begin with a letter or digit"),
        (
            "preferred-spelling:\n- {avoid: a, use: b, case: no}\n",
            "2:28: 'preferred-spelling.case' cannot be 'no'",
        ),
        (
            "preferred-spelling:\n- {avoid: [[a]], use: b}\n",
            "2:12: 'preferred-spelling.avoid' must be a single word",
        ),
        (
            f"preferred-spelling:\n- {{avoid: {'a' * 101}, use: b}}\n",
            "2:11: a spelling of more than 100 characters",
        ),
        ("preferred-spelling: word\n", "1:21: 'preferred-spelling' must be a mapping"),
    ],
)
def test_mistakes_name_their_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        read(tmp_path, text)
    assert str(error.value).removeprefix(f"{tmp_path / 'house.yml'}:").startswith(message)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "factlint.yml"
    path.write_text("house: [missing.yml]\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"missing\.yml"):
        read_config(path, all_rules())


def test_the_shipped_list_holds_unless_another_is_named(tmp_path: Path) -> None:
    path = tmp_path / "factlint.yml"
    path.write_text("profile: desk\n", encoding="utf-8")
    assert (
        uniform_settings(all_rules(), read_config(path, all_rules())).default.house == shipped_house_style()
    )
    path.write_text("house: []\n", encoding="utf-8")
    assert uniform_settings(all_rules(), read_config(path, all_rules())).default.house == HouseStyle()


def test_no_entry_of_the_shipped_list_avoids_what_another_wants() -> None:
    entries = shipped_house_style().spellings
    avoided = [word for entry in entries for word in entry.avoid]
    assert len(avoided) == len(set(avoided))
    assert not set(avoided) & {word for entry in entries for word in entry.use}


def test_the_correction_has_the_capitals_of_the_copy(tmp_path: Path) -> None:
    report = check(tmp_path, EMAIL, "E-mail him. Send e-mail now. THE E-MAIL CAME.\n")
    assert words(report) == ["E-mail", "e-mail", "E-MAIL"]
    assert replaced(report) == ["Email", "email", "EMAIL"]
    assert [found.message for found in report.diagnostics][1] == "write email, not e-mail (since 2011)"
    assert "+Email him. Send email now. THE EMAIL CAME." in diff_of_fixes(report)


def test_no_correction_where_it_is_not_sure(tmp_path: Path) -> None:
    house = "preferred-spelling:\n- {avoid: chairman, use: [chair, chairperson]}\n"
    house += "- {avoid: aubergine, use: eggplant}\n- {avoid: flat, use: apartment}\n"
    report = check(tmp_path, house, "The chairman has an aubergine in a flat.\n")
    assert replaced(report) == ["", "eggplant", ""]
    assert next(iter(report.diagnostics)).message == "write chair or chairperson, not chairman"


def test_a_capital_where_any_word_has_one_is_right(tmp_path: Path) -> None:
    house = "preferred-spelling:\n- {avoid: Internet, use: internet, case: exact}\n"
    article = "# Minister Visits Internet Exchange\n\nInternet use rose. The Internet grew.\n"
    report = check(tmp_path, house, article)
    assert words(report) == ["Internet"]
    assert replaced(report) == ["internet"]


def test_markup_urls_and_quotations_are_left_alone(tmp_path: Path) -> None:
    article = (
        "Write to [us](https://example.org/e-mail) by `e-mail`. “Use e-mail,” she said.\n\n<!-- e-mail -->\n"
    )
    assert words(check(tmp_path, EMAIL, article)) == ["e-mail"]
    asked = check(tmp_path, EMAIL, article, "options: {FL107: {quotations: true}}\n")
    assert [found.severity.value for found in asked.diagnostics] == ["warning", "note"]
