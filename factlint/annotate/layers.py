"""The annotations of one article."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from factlint.annotate.names.runs import NameRun, find_name_runs
from factlint.annotate.nlp import LanguageModel, NamedEntity
from factlint.annotate.office_titles import office_lexicon
from factlint.annotate.offices import OfficeMention, find_offices
from factlint.annotate.places import PlaceMention, find_places
from factlint.annotate.quotations import Quotation, find_quotations
from factlint.annotate.sentences import split_sentences
from factlint.annotate.timex import Timex, find_timexes
from factlint.annotate.tokens import Token, tokenize
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.document.article import Article
    from factlint.kb.store import Snapshot

LayerT = TypeVar("LayerT")


class Annotations:
    """All annotation layers of one article, each computed at first use and kept.

    Args:
        article: the article; its ``prose`` is what the layers read.
        kb: the snapshot that name and title lexicons are built from.
        model: the language model, loaded when a sentence is first given to it.
    """

    def __init__(self, article: Article, kb: Snapshot, model: LanguageModel | None = None) -> None:
        self.article = article
        self.kb = kb
        self.model = model or LanguageModel()
        self._entities: dict[Span, tuple[NamedEntity, ...]] = {}
        self._derived: dict[object, object] = {}

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

    @cached_property
    def timexes(self) -> tuple[Timex, ...]:
        """Time expressions with their TIMEX3 values."""
        return find_timexes(self.article, self.sentences)

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """Countries, regions and cities named in the copy."""
        return find_places(self.tokens, self.article.prose, self.kb)

    @cached_property
    def name_runs(self) -> tuple[NameRun, ...]:
        """Runs of capitalised words that may be, or hold, names of people."""
        return find_name_runs(self.article.prose, self.tokens, self.sentences)

    @cached_property
    def offices(self) -> tuple[OfficeMention, ...]:
        """Titles of offices, with the words that say whose and whether they are held now."""
        return find_offices(
            self.tokens, self.article.prose, self.sentences, self.places, office_lexicon(self.kb)
        )

    def derived(self, build: Callable[[Annotations], LayerT]) -> LayerT:
        """What a later stage (linking) makes of these layers, made once and kept."""
        if build not in self._derived:
            self._derived[build] = build(self)
        return cast("LayerT", self._derived[build])

    def sentence_at(self, offset: int) -> Span:
        """The sentence around an offset, or an empty span there when it is between sentences."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        if index >= 0 and self.sentences[index].start <= offset <= self.sentences[index].end:
            return self.sentences[index]
        return Span(offset, offset)

    def is_quoted(self, span: Span) -> bool:
        """Whether a span stands within quotation marks."""
        index = bisect_right(self.quotations, span.start, key=lambda quotation: quotation.span.start) - 1
        return index >= 0 and self.quotations[index].span.covers(span)

    def named_entities(self, sentence: Span) -> tuple[NamedEntity, ...]:
        """What spaCy takes for names in one sentence; asked for only where a verdict hangs on it.

        Raises:
            ModelError: there is no usable model.
        """
        if sentence not in self._entities:
            self._entities[sentence] = self.model.entities(sentence.of(self.article.prose), sentence.start)
        return self._entities[sentence]
