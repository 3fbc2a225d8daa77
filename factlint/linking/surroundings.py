"""What stands around a mention: offices, countries, ages, and words that introduce somebody new."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factlint.annotate.tokens import TokenKind
from factlint.annotate.within import within
from factlint.kb.names import fold
from factlint.linking.introductions import Introduction, introduction
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.annotate.offices import OfficeMention
    from factlint.linking.model import Mention

_FARTHEST = 80
"""A title so far from a name does not belong to it."""

_GAP_BEFORE = regex(r"[\s,.]*(?:[A-Za-z]+(?:-[A-Za-z]+)?\s+){0,1}")
_APPOSED = regex(r",?\s*(?:\([^)]{1,12}\),?\s*)?(?:who\s+(?:is|was)\s+|was\s+|is\s+)?(?:the\s+|a\s+|an\s+)?")
_AGE = regex(r",\s*(\d{1,3})\s*(?:,|\)|$)|\s+\((\d{1,3})\)|,\s+an?\s+(\d{1,3})-year-old\b")


@dataclass(frozen=True)
class Surroundings:
    """The words around one mention.

    Attributes:
        annotations: the article's layers.
        mention: the mention.
    """

    annotations: Annotations
    mention: Mention

    @property
    def sentence(self) -> Span:
        """The sentence it stands in."""
        return self.mention.run.sentence

    @cached_property
    def offices(self) -> tuple[OfficeMention, ...]:
        """Office titles that stand directly before or after the name."""
        prose, span = self.annotations.article.prose, self.mention.span
        found = []
        reach = Span(max(0, span.start - _FARTHEST), span.end + _FARTHEST)
        for office in within(self.annotations.offices, reach):
            before = office.end <= span.start and not office.possessive
            if (
                before
                and span.start - office.end < 40
                and _GAP_BEFORE.fullmatch(prose, office.end, span.start)
            ):
                found.append(office)
            after = span.end <= office.start < span.end + 40
            if after and _APPOSED.fullmatch(prose, span.end, office.start):
                found.append(office)
        return tuple(found)

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words of the sentence."""
        return frozenset(
            word
            for token in within(self.annotations.tokens, self.sentence)
            if token.kind is TokenKind.WORD
            for word in fold(token.text.removesuffix("'s")).split()
        )

    @cached_property
    def place_ids(self) -> frozenset[str]:
        """Entity ids of the countries and regions that the sentence names."""
        return frozenset(
            entity.id for place in within(self.annotations.places, self.sentence) for entity in place.entities
        )

    @property
    def age(self) -> int | None:
        """The age the copy gives after the name ("Ann Smith, 34,"), None where it gives none."""
        match = _AGE.match(self.annotations.article.prose, self.mention.span.end, self.sentence.end)
        return int(match[match.lastindex or 0]) if match else None

    @property
    def introduced(self) -> Introduction | None:
        """How the copy introduces somebody unknown to its readers; None where it does not."""
        return introduction(self.mention, self.annotations.article.prose)

    @property
    def introduces(self) -> str:
        """How the copy surely introduces a stranger, in words; empty where it does not."""
        told = self.introduced
        return "" if told is None or told is Introduction.APPOSITIVE else told.value
