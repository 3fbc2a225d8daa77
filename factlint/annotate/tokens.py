"""Words, numbers and punctuation, without spaCy."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.document.article import Article


class TokenKind(StrEnum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    PUNCTUATION = "punctuation"


# Letters, each with its combining marks, as decomposed copy has them. Possessive, for a word of a million
# letters must not be kept letter by letter to go back to.
_LETTERS = r"(?:[^\W\d_]++[\u0300-\u036f]*+)++"
# A word may hold apostrophes, hyphens and points of initialisms ("O'Brien", "Jean-Claude", "U.S.");
# a number its separators. Each branch is a single run, so matching is linear.
_TOKEN = regex(
    rf"(?P<word>(?:[A-Z]\.){{2,}}|{_LETTERS}(?:['\-]{_LETTERS})*)"
    r"|(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<punctuation>(?P<mark>[^\w\s]|_)(?:(?P=mark){3,99})?)"
)
_KINDS = {kind.value: kind for kind in TokenKind}


class Token(NamedTuple):
    """One word, number or mark; of a mark that stands four times or more in a row, up to 100 are one token.

    Attributes:
        span: where it stands.
        text: its characters in the article's prose.
        kind: what it is.
    """

    span: Span
    text: str
    kind: TokenKind

    @property
    def capitalised(self) -> bool:
        """Whether it begins with an upper-case letter."""
        return self.text[:1].isupper()


def tokenize(article: Article) -> tuple[Token, ...]:
    """The tokens of all blocks of an article, in order.

    A possessive ``'s`` stays part of its word: "Russia's" is one token.
    """
    return tuple(
        Token(Span(*match.span()), match.group(), _KINDS[match.lastgroup or "punctuation"])
        for block in article.blocks
        for match in _TOKEN.finditer(article.prose, block.span.start, block.span.end)
    )
