"""Prose is as long as the text, keeps line ends, and holds no markup."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.document.masking import comments, to_prose
from factlint.text.lines import LineIndex

MARKUP = st.text(
    alphabet=st.sampled_from(list("ab. \r\n#*_`[]()<>!-|~=&'\u2019\u00a0\u2028😀e\u0301")), max_size=80
)


@given(MARKUP, st.booleans())
def test_same_length_and_same_lines(text: str, markdown: bool) -> None:
    prose = to_prose(text, markdown=markdown)
    assert len(prose) == len(text)
    assert len(LineIndex(prose)) == len(LineIndex(text))


@given(st.text(alphabet="abcdefghij ABC.,;é😀", max_size=80), st.booleans())
def test_plain_words_stay(text: str, markdown: bool) -> None:
    assert to_prose(text, markdown=markdown) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Navalny and Guantanamo.** In", "Navalny and Guantanamo. In"),
        ("### A heading ###", "A heading"),
        ("Talks\n---\nwent on", "Talks went on"),
        ("see [the talks](https://example.org/a_(b)) now", "see the talks now"),
        ("see ![a summit](x.jpg) now", "see a summit now"),
        ("see <b>bold</b> now", "see bold now"),
        ("a <!-- FL101\nis off --> b", "a b"),
        ("```\nSwiss capital\n```\nBern", "Bern"),
        ("> quoted\n> copy", "quoted copy"),
        ("* one\n* two", "one two"),
        ("mail a.writer@example.org or https://example.org/Bern", "mail or"),
        ("| Bern | Geneva |", "Bern Geneva"),
        ("[1]: https://example.org 'Bern'", ""),
        ("_Bern_ and snake_case", "Bern and snake_case"),
    ],
)
def test_markdown_is_blanked(text: str, words: str) -> None:
    assert " ".join(to_prose(text, markdown=True).split()) == words


def test_plain_text_keeps_brackets_and_angles() -> None:
    assert to_prose("[sic] 3 < 4 > 2", markdown=False) == "[sic] 3 < 4 > 2"


def test_typography_becomes_plain() -> None:
    assert to_prose("Russia\u2019s\u00a0non\u2011aligned", markdown=False) == "Russia's non-aligned"


def test_a_comment_without_end_hides_nothing() -> None:
    assert list(comments("a <!-- b")) == []


@pytest.mark.parametrize(
    "pattern", ["[", "](", "<a ", "<!--", "`", "*", "_", "> ", "# ", "- ", "(", "\u201c", "a@", "www."]
)
def test_hostile_repetition_takes_linear_time(pattern: str) -> None:
    text = pattern * 50_000
    start = time.process_time()
    assert len(to_prose(text, markdown=True)) == len(text)
    assert time.process_time() - start < 5
