"""Lines and columns agree with a naive count on any input."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.text.lines import LineIndex, Position

TRICKY = st.text(
    alphabet=st.sampled_from(list("ab \t\r\n\u2028\u2029\x85\x0b\x0c😀é\u0301\ufeff")), max_size=60
)


def naive(text: str, offset: int) -> Position:
    line, column, i = 1, 1, 0
    while i < offset:
        if text[i] == "\r" and text[i + 1 : i + 2] == "\n":
            if i + 1 == offset:
                return Position(line, column + 1)
            i += 2
            line, column = line + 1, 1
            continue
        if text[i] in "\r\n":
            line, column = line + 1, 1
        else:
            column += 1
        i += 1
    return Position(line, column)


@given(TRICKY, st.data())
def test_positions_agree_with_a_naive_count(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert LineIndex(text).position(offset) == naive(text, offset)


@given(TRICKY)
def test_lines_and_line_ends_make_up_the_text(text: str) -> None:
    index = LineIndex(text)
    lines = [index.line_text(number) for number in range(1, len(index) + 1)]
    assert lines == text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        start = index.line_start(number)
        assert text[start : start + len(line)] == line


def test_unicode_line_separators_do_not_end_a_line() -> None:
    index = LineIndex("one\u2028still one\x85and\x0cthis\ntwo")
    assert len(index) == 2
    assert index.line_text(2) == "two"


@pytest.mark.parametrize("offset", [-1, 4])
def test_refuses_offsets_outside_the_text(offset: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        LineIndex("abc").position(offset)
