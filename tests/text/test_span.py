import pytest

from factlint.text.span import Span


def test_words_under_a_span() -> None:
    assert Span(2, 5).of("abcdefg") == "cde"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_refuses_what_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_touching_spans_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_covers_is_inclusive() -> None:
    assert Span(0, 5).covers(Span(0, 5))
    assert not Span(1, 5).covers(Span(0, 5))


def test_join_is_the_smallest_cover() -> None:
    assert Span(4, 6).join(Span(0, 2)) == Span(0, 6)
