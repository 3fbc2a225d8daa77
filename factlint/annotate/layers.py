"""The annotations of one article."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factlint.annotate.quotations import Quotation, find_quotations
from factlint.annotate.sentences import split_sentences
from factlint.annotate.tokens import Token, tokenize

if TYPE_CHECKING:
    from factlint.document.article import Article
    from factlint.kb.store import Snapshot
    from factlint.text.span import Span


class Annotations:
    """All annotation layers of one article, each computed at first use and kept.

    Args:
        article: the article; its ``prose`` is what the layers read.
        kb: the snapshot that name and title lexicons are built from.
    """

    def __init__(self, article: Article, kb: Snapshot) -> None:
        self.article = article
        self.kb = kb

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Words, numbers and punctuation of the blocks, in order."""
        return tokenize(self.article)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentence spans in order; none crosses a block's end."""
        return split_sentences(self.article)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Stretches between quotation marks."""
        return find_quotations(self.article)
