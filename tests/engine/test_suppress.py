from __future__ import annotations

import pytest
from toy import AGAIN, CORPUS, NAME, WORD, check

from factlint.engine.internal import UNUSED_SUPPRESSION
from factlint.rulekit.rule import Rule


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
        ("---\nfactlint: {ignore: [nonsense]}\n---\n", "0.md:2: there is no rule or category 'nonsense'"),
    ],
)
def test_suppression_that_is_not_understood_is_a_problem(text: str, message: str) -> None:
    report = check(text + "\nwrong\n")
    [problem] = report.problems
    assert problem.message.startswith(message)
    assert len([*report.diagnostics]) == 1
    assert report.exit_status == 2


def test_brackets_and_a_reason() -> None:
    assert lines("wrong <!-- factlint: ignore[TT101, name] checked -- by phone -->\nwrong\n") == [2]
    assert lines("wrong <!-- factlint: ignore [ toy-word ] -->\n") == []


def test_the_whole_article() -> None:
    assert lines("wrong\n\nwrong\n\n<!-- factlint: ignore-file[TT101] an archive -->\n") == []
    assert lines("<!-- factlint: ignore-file -- an archive -->\n\nwrong\n\nwrong\n") == []
    assert lines("wrong\n\n<!-- factlint: ignore-file[TT201] -->\n") == [1]


@pytest.mark.parametrize("sic", ["[sic]", "(sic)", "[Sic]", '," [sic]', "\n[sic]"])
def test_sic_is_honoured(sic: str) -> None:
    report = check(f"It is wrong {sic} and wrong here, sic.\n")
    assert [found.region.span.start for found in report.diagnostics] == [len(f"It is wrong {sic} and ")]


def test_sic_speaks_of_the_words_before_it_only() -> None:
    assert lines("wrong and so [sic] it goes\n\n[sic] wrong\n") == [1, 3]


def unused(*texts: str, rules: tuple[Rule, ...] = (WORD, CORPUS)) -> list[tuple[str, int, str]]:
    report = check(*texts, rules=(*rules, UNUSED_SUPPRESSION))
    found = [item for item in report.diagnostics if item.rule == "FL001"]
    return [(item.region.path, item.region.start.line, item.message) for item in found]


def test_unused_suppressions_are_reported() -> None:
    assert unused("right <!-- factlint: ignore[TT101] -->\n") == [
        ("0.md", 1, "nothing to suppress here by TT101")
    ]
    assert unused("wrong <!-- factlint: ignore[TT101, name] -->\n", rules=(WORD, NAME)) == []
    assert unused("---\ndate: 2021-06-16\nfactlint: {ignore: [toy-word]}\n---\nright\n") == [
        ("0.md", 3, "nothing to suppress here by toy-word")
    ]
    assert unused("---\nfactlint: {ignore: [toy-word]}\n---\nwrong\n") == []
    assert unused("<!-- factlint: ignore-file -->\nright\n") == []


def test_nobody_knows_what_a_rule_that_did_not_run_would_have_found() -> None:
    assert unused("<!-- factlint: ignore[TT102] -->\nright\n") == []
    assert unused("<!-- factlint: ignore[TT901] -->\nhere\n") == []
    assert unused("<!-- factlint: ignore[TT901] -->\nhere\n", "there\n") == []
    assert unused("<!-- factlint: ignore[TT901] -->\nhere\n", "nothing\n") == [
        ("0.md", 1, "nothing to suppress here by TT901")
    ]


def test_an_unused_suppression_can_be_suppressed() -> None:
    text = "---\nfactlint: {ignore: [FL001]}\n---\nright <!-- factlint: ignore[TT101] -->\n"
    assert unused(text) == []
