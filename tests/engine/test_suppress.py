from __future__ import annotations

import pytest
from toy import AGAIN, CORPUS, WORD, check


def lines(text: str) -> list[int]:
    return [found.region.start.line for found in check(text).diagnostics]


def test_comment_beside_copy_speaks_of_its_line() -> None:
    text = "wrong <!-- factlint: ignore TT101 -->\nwrong\n"
    assert lines(text) == [2]


def test_comment_alone_speaks_of_the_block_below() -> None:
    text = "wrong\n\n<!-- factlint: ignore toy-word -- checked by phone -->\n\nwrong\nand wrong\n\nwrong\n"
    assert lines(text) == [1, 8]


def test_comment_may_name_several_rules_and_categories() -> None:
    text = "<!-- factlint: ignore name, TT1 -->\nwrong\n"
    assert lines(text) == []


def test_comment_for_another_rule_suppresses_nothing() -> None:
    assert lines("<!-- factlint: ignore TT201 -->\nwrong\n") == [2]


def test_comment_at_the_end_speaks_of_nothing_else() -> None:
    assert lines("wrong\n\n<!-- factlint: ignore TT101 -->\n") == [1]


def test_front_matter_switches_rules_off() -> None:
    report = check("---\nfactlint: {ignore: [toy-word]}\n---\nwrong again and again\n", rules=(WORD, AGAIN))
    assert [found.rule for found in report.diagnostics] == ["TT201"]
    assert report.exit_status == 1


def test_suppressions_hold_for_cross_article_rules() -> None:
    assert [*check("here <!-- factlint: ignore TT901 -->\n", "there\n", rules=(CORPUS,)).diagnostics] == []
    assert [
        *check("---\nfactlint: {ignore: TT901}\n---\nhere\n", "there\n", rules=(CORPUS,)).diagnostics
    ] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\n<!-- factlint: ignore TT999 -->\n", "0.md:2: there is no rule or category 'TT999'"),
        ("<!-- factlint: ignor TT101 -->\n", "0.md:1: the comment 'factlint: ignor TT101' is not understood"),
        ("<!-- factlint: ignore -->\n", "0.md:1: the comment"),
        ("---\nfactlint: {ignore: [nonsense]}\n---\n", "0.md:1: there is no rule or category 'nonsense'"),
    ],
)
def test_suppression_that_is_not_understood_is_a_problem(text: str, message: str) -> None:
    report = check(text + "\nwrong\n")
    [problem] = report.problems
    assert problem.message.startswith(message)
    assert len([*report.diagnostics]) == 1
    assert report.exit_status == 2
