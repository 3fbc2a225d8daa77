from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy import AGAIN, CORPUS, WORD, check, settings, toy_rule

from factlint.engine.paths import ArticleFile
from factlint.engine.run import run
from factlint.report import concise
from factlint.report.characters import visible
from factlint.report.text import cells, render, room_on
from factlint.rulekit.rule import Finding, Judgement
from factlint.text.span import Span


def lines(*texts: str) -> list[str]:
    return render(check(*texts)).splitlines()


def test_finding_with_line_caret_evidence_and_fix() -> None:
    report = check("First.\n\nIt is wrong here.\n")
    assert render(report).splitlines() == [
        "0.md:3:7: error TT101 toy-word: wrong is not right",
        "  3 | It is wrong here.",
        "    |       ^^^^^",
        "  = toys are right [toys]",
        "  + fix: write 'right'",
        "",
        (
            "1 finding in 1 article; 1 claim found, 1 checked against "
            f"{report.snapshot.id}; 0.md: no publication date"
        ),
    ]


@pytest.mark.parametrize(
    ("before", "width"),
    [("", 0), ("ab ", 3), ("😀😀 ", 5), ("日本 ", 5), ("nai\u0308ve ", 6), ("a\tb ", 4), ("👩\u200d👩 ", 5)],
)
def test_caret_stands_below_the_words_whatever_precedes(before: str, width: int) -> None:
    [_, shown, carets, *_] = lines(f"{before}wrong\n")
    assert carets == "    | " + " " * width + "^^^^^"
    assert cells(shown[: shown.index("wrong")]) == cells(carets[: carets.index("^")])


def test_long_line_is_cut_around_the_finding() -> None:
    [_, shown, carets, *_] = lines("start " + "word " * 60 + "wrong " + "more " * 60 + "end\n")
    assert "start" not in shown
    assert "end" not in shown
    assert shown.startswith("  1 | …word")
    assert shown.endswith("…")
    assert len(shown) <= 110
    assert carets.index("^") == shown.index("wrong")


@given(
    st.text(alphabet="ab \t日😀\u0308\u202e\x1b\u200d", max_size=200),
    st.text(alphabet="ab \t日😀\u0308\u202e\x1b\u200d", max_size=200),
)
def test_caret_and_width_hold_for_any_line(before: str, after: str) -> None:
    report = check(f"a{before} wrong {after}a\n")
    assert len([*report.diagnostics]) == 1
    [_, shown, carets, *_] = render(report).split("\n")
    assert cells(shown[: shown.index("wrong")]) == cells(carets[: carets.index("^")])
    assert cells(shown) <= 112


def test_finding_over_several_lines_is_shown_to_the_end_of_the_first() -> None:
    def two_lines(_: object) -> list[Judgement]:
        return [Judgement.refuted(Finding(Span(2, 8), "two lines"))]

    report = check("a bcd\nef\n", rules=(toy_rule("TT401", "toy-lines", check_article=two_lines),))
    assert render(report).splitlines()[1:3] == ["  1 | a bcd", "    |   ^^^"]


def test_related_places_are_listed() -> None:
    text = render(check("It is here.\n", "Or there.\n", rules=(CORPUS,)))
    assert "  > 1.md:1:4: there\n" in text


def test_nothing_of_an_article_reaches_the_terminal_raw() -> None:
    text = "\x1b[31m\u202ewrong \x07\x9b \u2028\n"
    shown = render(check(text)) + concise.render(check(text))
    assert not set(shown) & {"\x1b", "\u202e", "\x07", "\x9b", "\u2028"}
    assert "<U+001B>[31m<U+202E>wrong" in shown


def test_paths_are_made_visible_too() -> None:
    report = run([ArticleFile("a\x1b[2J\udce9.md", "wrong")], settings(WORD))
    assert render(report).startswith("a<U+001B>[2J<U+DCE9>.md:1:1: error")


def test_broken_rule_has_no_excerpt() -> None:
    assert lines("broken")[:2] == [
        (
            "0.md:1:1: error FL000 internal-error: TT101 toy-word broke and left this article unchecked:"
            " ZeroDivisionError: toy"
        ),
        "  = raised in toy.judge, line " + lines("broken")[1].rpartition(" ")[2],
    ]


def test_summary_counts_notes_apart_and_says_what_was_not_checked() -> None:
    summary = lines("slight, unsure, unsure, undated and right\n")[-1]
    assert summary.startswith("no findings in 1 article and 1 note; 5 claims found, 2 checked against ")
    assert "(not checked: 2 context not certain)" in summary
    assert summary.endswith("; 0.md: no publication date, 1 claim not checked")


def test_summary_of_many_undated_articles_is_short() -> None:
    summary = lines(*["undated\n"] * 6)[-1]
    assert summary.endswith("; 6 articles without a publication date, 6 claims not checked")


def test_summary_names_rules_that_had_no_model() -> None:
    assert "TT101 could not judge everything" in lines("modelless\n")[-1]


def test_concise_is_one_line_a_finding() -> None:
    report = check("It is wrong.\n\nagain and again\n", rules=(WORD, AGAIN))
    assert concise.render(report) == (
        "0.md:1:7: error TT101 toy-word: wrong is not right\n"
        "0.md:3:11: warning TT201 toy-again: again stands here again\n"
    )


def test_style_colours_severity_and_carets() -> None:
    def mark(text: str, **_: object) -> str:
        return f"<{text}>"

    text = render(check("It is wrong.\n"), style=mark)
    assert "0.md:1:7: <error> TT101" in text
    assert "<^^^^^>" in text


@given(st.text())
def test_visible_leaves_no_control_character(text: str) -> None:
    assert all(
        character == "\t" or character.isprintable() or ord(character) > 0x9F for character in visible(text)
    )
    visible(text).encode()


@pytest.mark.parametrize("columns", [1, 50, 72, 200])
def test_the_excerpt_fits_the_terminal(columns: int) -> None:
    report = check("word " * 60 + "wrong " + "word " * 60)
    shown = render(report, width=room_on(columns)).splitlines()[1:3]
    assert all(cells(line) <= max(columns, 50) for line in shown)
    assert shown[0].index("wrong") == shown[1].index("^")
