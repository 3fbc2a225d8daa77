from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy import AGAIN, BROKEN_CORPUS, CORPUS, NAME, WORD, article_settings, check, settings

from factlint.engine.paths import ArticleFile
from factlint.engine.results import Report
from factlint.engine.run import run
from factlint.errors import SnapshotError

ARTICLES = ("It is here and wrong.\n", "It is there and there.\n", "broken\n", "again and again\n")


def verdicts(report: Report) -> set[tuple[str, str, str, str]]:
    return {(found.region.path, found.rule, found.message, found.fingerprint) for found in report.diagnostics}


def test_order_of_paths_changes_only_the_order_of_findings() -> None:
    files = [ArticleFile(f"{number}.md", text) for number, text in enumerate(ARTICLES)]
    runs = [run(order, settings(WORD, AGAIN, CORPUS)) for order in permutations(files)]
    assert {frozenset(verdicts(report)) for report in runs} == {frozenset(verdicts(runs[0]))}
    assert [article.path for article in runs[-1].articles] == ["3.md", "2.md", "1.md", "0.md"]


def test_processes_give_the_report_of_one(tmp_path: Path) -> None:
    for number, text in enumerate(ARTICLES * 2):
        (tmp_path / f"{number}.md").write_text(text)
    (tmp_path / "binary.md").write_bytes(b"\0")
    files = [ArticleFile(str(path)) for path in sorted(tmp_path.iterdir())]
    rules = settings(WORD, AGAIN, CORPUS)
    alone, together = run(files, rules), run(files, rules, jobs=2)
    assert [*alone.diagnostics] == [*together.diagnostics]
    assert alone.problems == together.problems
    assert alone.claims == together.claims
    assert len(alone.articles) == 8


def test_one_article_is_compared_with_nothing() -> None:
    report = check("here\n", rules=(CORPUS, BROKEN_CORPUS))
    assert [*report.diagnostics] == []
    assert report.exit_status == 0


def test_cross_article_finding_points_at_both_places() -> None:
    [found] = check("It is here.\n", "Or there.\n", rules=(CORPUS,)).diagnostics
    [other] = found.related
    assert (found.region.path, found.words) == ("0.md", "here")
    assert (other.region.path, other.region.span.start) == ("1.md", 3)


def test_cross_article_rule_that_raises_is_reported() -> None:
    report = check("here\n", "there\n", rules=(BROKEN_CORPUS, CORPUS))
    assert [found.rule for found in report.diagnostics] == ["FL000", "TT901"]
    assert report.exit_status == 2


def test_unreadable_article_does_not_hide_the_others() -> None:
    files = [ArticleFile("missing.md"), ArticleFile("empty.md", b""), ArticleFile("0.md", "wrong")]
    report = run(files, settings(WORD))
    [problem] = report.problems
    assert problem.message.startswith("missing.md: ")
    assert [found.words for found in report.diagnostics] == ["wrong"]
    assert [article.path for article in report.articles] == ["empty.md", "0.md"]
    assert report.exit_status == 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_article_that_breaks_the_reader_does_not_hide_the_others(jobs: int) -> None:
    # Bytes are what a file gives; a number stands for whatever a reader does not expect.
    files = [ArticleFile("odd.md", 1), ArticleFile("0.md", "wrong"), ArticleFile("1.md", "here")]  # type: ignore[arg-type]
    report = run(files, settings(WORD, CORPUS), jobs=jobs)
    [problem] = report.problems
    assert problem.message.startswith("odd.md: factlint broke while it read the article: TypeError: ")
    assert [found.words for found in report.diagnostics] == ["wrong"]
    assert report.exit_status == 2


def test_foreign_snapshot_is_refused(tmp_path: Path) -> None:
    foreign = tmp_path / "notes.txt"
    foreign.write_text("not a snapshot")
    with pytest.raises(SnapshotError, match=r"notes\.txt"):
        run([ArticleFile("0.md", "wrong")], settings(WORD, kb=foreign))


def test_each_article_by_its_own_settings() -> None:
    files = [ArticleFile("wire.md", "wrong there"), ArticleFile("own.md", "wrong here")]
    report = run(files, settings(WORD, NAME, CORPUS, wire=article_settings(NAME)))
    assert [(found.region.path, found.rule) for found in report.diagnostics] == [
        ("wire.md", "TT102"),
        ("own.md", "TT101"),
        ("own.md", "TT102"),
        ("own.md", "TT901"),
    ]
    assert [rule.code for rule in report.rules] == ["TT101", "TT102", "TT901"]
    report = run(files, settings(CORPUS, own=article_settings(NAME), wire=article_settings(CORPUS)))
    assert [(found.region.path, found.rule) for found in report.diagnostics] == [("own.md", "TT102")]


def test_fingerprints_survive_edits_elsewhere_and_tell_repeats_apart() -> None:
    before = check("wrong\n\nwrong\n")
    after = check("A new lead, right.\n\nNow  wrong\n\nand wrong\n")
    marks = [found.fingerprint for found in before.diagnostics]
    assert marks == [found.fingerprint for found in after.diagnostics]
    assert len(set(marks)) == 2


@given(
    st.lists(
        st.sampled_from(["wrong", "right", "\n", "\r\n", "\r", " ", "é", "😀", "e\u0301", "\u2028", "\t"])
    )
)
def test_every_region_is_its_words(parts: list[str]) -> None:
    report = check("".join(parts))
    [article] = report.articles
    assert not report.problems
    for found in article.diagnostics:
        text = article.source.text
        assert text[found.region.span.start : found.region.span.end] == found.words == "wrong"
        before = text[: found.region.span.start].replace("\r\n", "\n").replace("\r", "\n")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        assert (found.region.start.line, found.region.start.column) == (line, column)
