from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factlint.report.linehash import line_hashes
from factlint.text.source import SourceText


def hashes(text: str) -> tuple[str, ...]:
    return line_hashes(SourceText("a.md", text))


def test_values_of_the_codeql_action() -> None:
    """As in the tests of its ``fingerprints.ts``."""
    assert hashes("") == ("c129715d7a2bc9a3:1",)
    assert hashes(" a\nb\n  \t\tc\n d") == (
        "271789c17abda88f:1",
        "54703d4cd895b18:1",
        "180aee12dab6264:1",
        "a23a3dc5e078b07b:1",
    )


def test_line_ends_spaces_and_tabs_do_not_count() -> None:
    assert hashes("a b\r\nc\td\r\n") == hashes("ab\ncd\n") == hashes("ab\rcd\r")


def test_equal_lines_are_counted() -> None:
    long = "x" * 120
    assert [value.split(":")[1] for value in hashes(f"{long}\n{long}\n")] == ["1", "2", "1"]


@given(st.text(alphabet="ab \t\r\n😀"))
def test_one_hash_a_line(text: str) -> None:
    source = SourceText("a.md", text)
    assert len(line_hashes(source)) == len(source.lines)
