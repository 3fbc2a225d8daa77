"""Tokens, sentences and quotations."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.annotate.quotations import find_quotations
from factlint.annotate.sentences import MAX_LENGTH, split_sentences
from factlint.annotate.tokens import tokenize
from factlint.document.article import Article
from factlint.document.read import read_article
from factlint.text.source import SourceText
from factlint.text.span import Span

COPY = st.text(alphabet=st.sampled_from(list("Abc. 12,'\"“”’-\n\r!?e\u0301😀U.S")), max_size=100)


def read(text: str) -> Article:
    return read_article(SourceText("story.txt", text))


@given(COPY)
def test_every_token_is_the_text_under_its_span(text: str) -> None:
    article = read(text)
    for token in tokenize(article):
        assert token.span.of(article.prose) == token.text
        assert len(token.text) == len(article.words(token.span))


@given(COPY)
def test_tokens_and_sentences_are_in_order_and_lose_no_word(text: str) -> None:
    article = read(text)
    for spans in ([token.span for token in tokenize(article)], split_sentences(article)):
        assert all(before.end <= after.start for before, after in pairwise(spans))
    sentences = "".join(span.of(article.prose) for span in split_sentences(article))
    assert "".join(sentences.split()) == "".join(article.prose.split())


@pytest.mark.parametrize("unit", ["Aa Bb, ", "Aa,", "😀", "\u0301", "Aa\nbb "])
def test_a_stretch_without_an_end_is_cut_between_words(unit: str) -> None:
    article = read(unit * 3_000)
    sentences = split_sentences(article)
    assert max(map(len, sentences)) <= MAX_LENGTH + len(unit)
    starts = {token.span.start for token in tokenize(article)}
    assert {sentence.start for sentence in sentences} <= starts


def test_a_long_word_is_not_cut() -> None:
    assert split_sentences(read("7" * 9_000)) == (Span(0, 9_000),)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Russia's O'Brien", ["Russia's", "O'Brien"]),
        ("U.S.-led talks", ["U.S.", "-", "led", "talks"]),
        ("Jean-Claude paid $1,200.50.", ["Jean-Claude", "paid", "$", "1,200.50", "."]),
        ("Erdog\u0306an", ["Erdog\u0306an"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(read(text))] == tokens


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("They met. They left.", ["They met.", "They left."]),
        ("Sen. J. D. Smith of the U.S. Senate spoke.", ["Sen. J. D. Smith of the U.S. Senate spoke."]),
        ("It rained on Nov. 3, 2020. “Yes.” He left!", ["It rained on Nov. 3, 2020.", "“Yes.”", "He left!"]),
        ("Caption without a point\nThe story begins.", ["Caption without a point", "The story begins."]),
        (
            "This line of copy was cut by a margin at seventy-two columns, so\nSwitzerland goes on here.",
            ["This line of copy was cut by a margin at seventy-two columns, so\nSwitzerland goes on here."],
        ),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    article = read(text)
    assert [span.of(article.prose) for span in split_sentences(article)] == sentences


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("“One, she said.\n\n“Two,” she said.", ["“One, she said.", "“Two,”"]),
        ("no marks", []),
    ],
)
def test_quotations(text: str, quotations: list[str]) -> None:
    assert [found.span.of(text) for found in find_quotations(read(text))] == quotations


@pytest.mark.parametrize("word", ["A", "é", "1", ".", "😀"])
def test_a_word_longer_than_any_sentence_is_cut_off(word: str) -> None:
    text = "They met " + word * (3 * MAX_LENGTH) + " there."
    spans = split_sentences(read(text))
    assert "".join(span.of(text) for span in spans).replace(" ", "") == text.replace(" ", "")
