from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factlint.archive.excerpts import LONG, cut, restore
from factlint.crossing.records import Place
from factlint.text.source import SourceText
from factlint.text.span import Span

TEXT = st.text(alphabet="ab é😀\n\r", max_size=400)
OFFSETS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 300)), max_size=6)


def place(source: SourceText, start: int, length: int) -> Place:
    start = min(start, len(source.text))
    end = min(start + length, len(source.text))
    first, last = source.position(start), source.position(end)
    return Place(start, end, first.line, first.column, last.line, last.column)


@given(TEXT, OFFSETS)
def test_every_kept_place_stands_where_it_stood(text: str, spans: list[tuple[int, int]]) -> None:
    # A line end of two characters is one to positions, so that no claim begins or ends within it.
    source = SourceText("a.md", text.replace("\r", "\r\n"))
    kept = [
        one
        for one in (place(source, *span) for span in spans)
        if not any(source.text[edge - 1 : edge + 1] == "\r\n" for edge in (one.start, one.end) if edge)
    ]
    restored = restore("a.md", cut(source, kept))
    for one in kept:
        span = Span(one.start, one.end)
        if len(span) <= LONG:
            assert restored.slice(span) == source.slice(span)
        assert restored.position(one.start) == source.position(one.start)
        assert restored.position(one.end) == source.position(one.end)


def test_only_the_words_round_a_claim_are_kept() -> None:
    text = f"{'x' * 500} twelve people {'y' * 500}\nA second line.\n"
    source = SourceText("a.md", text)
    [excerpt] = cut(source, [place(source, text.index("twelve"), 6)])
    assert "twelve people" in excerpt.text
    assert len(excerpt.text) < 130
    assert "second" not in restore("a.md", [excerpt]).text


def test_left_out_words_show_as_an_ellipsis() -> None:
    text = f"One {'x' * 500} two {'y' * 500} three."
    source = SourceText("a.md", text)
    excerpts = cut(source, [place(source, 0, 3), place(source, text.index("two"), 3)])
    assert restore("a.md", excerpts).text.count("…") == 2


def test_of_a_long_quotation_the_beginning_and_the_end_are_kept() -> None:
    text = f"“Nobody {'x' * 500} knew,” she said."
    source = SourceText("a.md", text)
    restored = restore("a.md", cut(source, [place(source, 0, text.index("”") + 1)]))
    assert restored.text.startswith("“Nobody xxx")
    assert restored.slice(Span(text.index("knew"), text.index(" she"))) == "knew,”"
    assert len(restored.text.replace(" ", "")) < 200
