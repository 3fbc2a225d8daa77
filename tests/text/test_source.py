import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.errors import InputError
from factlint.text.source import MAX_BYTES, decode
from factlint.text.span import Span

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@given(TEXTS, st.booleans())
def test_no_character_is_lost(text: str, bom: bool) -> None:
    data = (b"\xef\xbb\xbf" if bom else b"") + text.encode()
    if not bom and text.startswith("\ufeff"):
        text = text[1:]
    source = decode("story.txt", data)
    assert source.text == text
    assert source.slice(Span(0, len(text))) == text


def test_a_byte_order_mark_is_not_counted() -> None:
    source = decode("story.txt", b"\xef\xbb\xbfOne\nTwo")
    assert source.bom
    assert source.text == "One\nTwo"
    assert source.position(4).line == 2


def test_columns_count_code_points() -> None:
    source = decode("story.txt", "😀😀 naïve".encode())
    assert source.position(source.text.index("naïve")).column == 4


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"caf\xe9", "story.txt:1: byte 0xe9 is not UTF-8; save"),
        (b"one\ntwo\n\xff", "story.txt:3: byte 0xff is not UTF-8"),
        (b"\xef\xbb\xbfa\n\xe9", "story.txt:2: byte 0xe9"),
        (b"\x89PNG\0\0", "binary"),
        ("Wien".encode("utf-16"), "UTF-16; save it as UTF-8"),
        (b"a" * (MAX_BYTES + 1), "too large"),
    ],
    ids=["latin-1", "line", "after-bom", "binary", "utf-16", "large"],
)
def test_says_what_is_wrong_with_a_file(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=r"story\.txt") as caught:
        decode("story.txt", data)
    assert says in str(caught.value)
