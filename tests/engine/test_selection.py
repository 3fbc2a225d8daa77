from __future__ import annotations

import pytest
from toy import RULES, WORD, toy_rule

from factlint.engine.registry import all_rules, distinct
from factlint.engine.selection import resolve, select_rules
from factlint.errors import ConfigError
from factlint.rulekit.rule import Category, Profile


def selected(select: list[str], ignore: list[str] | None = None, profile: Profile = Profile.DESK) -> str:
    rules = select_rules(RULES, profile=profile, select=select, ignore=ignore or [])
    return " ".join(rule.code for rule in rules)


def test_without_select_the_profile_runs() -> None:
    assert selected([]) == "TT101 TT102 TT201 TT901 TT902"
    assert selected([], profile=Profile.PEDANTIC) == "TT101 TT102 TT201 TT301 TT901 TT902"


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("TT101", "TT101"),
        ("tt101", "TT101"),
        ("toy-word", "TT101"),
        ("TT1", "TT101 TT102"),
        ("TT", "TT101 TT102 TT201 TT901 TT902"),
        ("name", "TT102"),
        ("cross-article", "TT901 TT902"),
        ("all", "TT101 TT102 TT201 TT901 TT902"),
        ("toy-pedantic", "TT301"),
        ("TT301", "TT301"),
        ("TT3", ""),
    ],
)
def test_select(word: str, codes: str) -> None:
    assert selected([word]) == codes


def test_ignore_has_the_last_word() -> None:
    assert selected(["TT1", "toy-corpus"], ["toy-name"]) == "TT101 TT901"
    assert selected(["TT101"], ["date"]) == ""


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("toy-wrod", "did you mean 'toy-word'?"),
        ("TT103", "did you mean 'TT10"),
        ("crossarticle", "did you mean 'cross-article'?"),
        ("zzz", "'factlint rule' lists them all"),
        ("", "'factlint rule' lists them all"),
        ("101", ""),
    ],
)
def test_unknown_word_gets_a_hint(word: str, hint: str) -> None:
    with pytest.raises(ConfigError) as error:
        resolve(word, RULES)
    assert hint in error.value.hint


def test_empty_categories_can_be_named() -> None:
    for category in Category:
        assert resolve(category, ()).codes == frozenset()


@pytest.mark.parametrize(("code", "name"), [("TT101", "other"), ("TT999", "toy-word")])
def test_two_rules_of_one_code_or_name_are_an_error(code: str, name: str) -> None:
    twin = toy_rule(code, name, check_article=lambda _: ())
    with pytest.raises(ConfigError, match="two rules are called"):
        distinct([WORD, twin])


def test_built_in_rules_are_found() -> None:
    rules = all_rules()
    assert [rule.code for rule in rules] == sorted(rule.code for rule in rules)
    assert "FL301" in {rule.code for rule in rules}
