from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from toy import WORD, settings

from factlint.engine.fixes import apply_fixes, corrected, diff_of_fixes, safe_fixes
from factlint.engine.paths import ArticleFile
from factlint.engine.results import ArticleReport, Diagnostic, Region, Report
from factlint.engine.run import run
from factlint.errors import InputError
from factlint.rulekit.rule import Fix, Severity
from factlint.text.source import SourceText
from factlint.text.span import Span


def check_file(path: Path) -> Report:
    return run([ArticleFile(str(path))], settings(WORD))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"It is wrong.\n", b"It is right.\n"),
        (b"\xef\xbb\xbfwrong\r\n\r\nwrong\rwrong", b"\xef\xbb\xbfright\r\n\r\nright\rright"),
        ("e\u0301 😀 wrong \u2028 \x0c\n".encode(), "e\u0301 😀 right \u2028 \x0c\n".encode()),
    ],
)
def test_only_the_words_change(tmp_path: Path, before: bytes, after: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(before)
    path.chmod(0o640)
    assert apply_fixes(check_file(path)) == before.count(b"wrong")
    assert path.read_bytes() == after
    assert path.stat().st_mode & 0o777 == 0o640
    assert [*tmp_path.iterdir()] == [path]


def test_symbolic_link_stays_one(tmp_path: Path) -> None:
    path, link = tmp_path / "a.md", tmp_path / "link.md"
    path.write_text("wrong")
    link.symlink_to(path)
    apply_fixes(check_file(link))
    assert link.is_symlink()
    assert path.read_text() == "right"


def test_clean_file_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("right")
    inode = path.stat().st_ino
    assert apply_fixes(check_file(path)) == 0
    assert path.stat().st_ino == inode


def test_file_that_has_changed_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("wrong")
    report = check_file(path)
    path.write_text("wrong, as somebody has just written")
    with pytest.raises(InputError, match="has changed"):
        apply_fixes(report)
    assert path.read_text() == "wrong, as somebody has just written"


def test_file_that_is_gone_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("wrong")
    report = check_file(path)
    path.unlink()
    with pytest.raises(InputError, match="cannot be written"):
        apply_fixes(report)


def test_diff_shows_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("a.md")
    path.write_text("One.\nIt is wrong.")
    assert diff_of_fixes(check_file(path)) == (
        "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n One.\n-It is wrong.\n+It is right.\n"
    )
    assert path.read_text() == "One.\nIt is wrong."


def article(text: str, *fixes: Fix) -> ArticleReport:
    source = SourceText("a.md", text)
    found = tuple(
        Diagnostic("TT101", Severity.ERROR, Region.of(source, fix.span), "", "", fix=fix) for fix in fixes
    )
    return ArticleReport(source, None, found)


def test_overlapping_and_doubled_fixes_are_made_once() -> None:
    one, twin, overlapping = Fix(Span(0, 4), "A"), Fix(Span(0, 4), "A"), Fix(Span(2, 6), "B")
    fixes = safe_fixes(article("abcdefgh", overlapping, one, twin, Fix(Span(6, 8), "C")))
    assert fixes == (one, Fix(Span(6, 8), "C"))


@given(st.text(min_size=1), st.data())
def test_what_is_not_under_a_fix_stays(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    replacement = data.draw(st.text())
    after = corrected(text, (Fix(Span(start, end), replacement),))
    assert after == text[:start] + replacement + text[end:]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_other_encodings_are_refused_and_left_alone(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.md"
    before = "wrong in Zürich\r\n".encode(encoding)
    path.write_bytes(before)
    report = check_file(path)
    assert report.problems
    assert apply_fixes(report) == 0
    assert path.read_bytes() == before
