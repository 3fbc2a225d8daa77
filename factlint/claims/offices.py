"""Claims about offices: "Secretary of State Antony Blinken", "Serbia's president, Aleksandar Vucic"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.within import within
from factlint.claims.base import Claim
from factlint.claims.present import speaks_of_the_past
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.annotate.offices import OfficeMention
    from factlint.kb.model import Entity
    from factlint.linking.model import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeClaim(Claim):
    """The copy gives somebody a title.

    Attributes:
        mention: the full name.
        people: whom it may name, the most prominent first; empty for nobody known.
        office: the title with its place.
        past: whether the sentence may speak of another time than that of publication.
    """

    mention: Mention
    people: tuple[Entity, ...]
    office: OfficeMention
    past: bool = False


_DIRECT = regex(r"\.?\s+")
_APPOSED_BEFORE = regex(r",\s+")
_APPOSED_AFTER = regex(r",\s+(?:the\s+|an?\s+)?")
_REACH = 120
"""A title with its place and its links to the name is not longer."""

_ENDS = regex(r"\s*(?:[,;)]|\.\s*$|\.\s+[A-Z\"“])")


def extract(annotations: Annotations) -> tuple[OfficeClaim, ...]:
    """The titles that stand directly before a full name, or in apposition to it, in order of the names."""
    from factlint.linking.link import link_names

    names = annotations.derived(link_names)
    return tuple(
        OfficeClaim(
            span=Span(office.start, office.end).join(mention.span),
            sentence=mention.run.sentence,
            quoted=annotations.is_quoted(mention.span),
            mention=mention,
            people=mention.people,
            office=office,
            past=speaks_of_the_past(annotations, mention.span, mention.run.sentence),
        )
        for mention in names.mentions
        if mention.full
        for office in _titles_of(annotations, mention)
    )


def _titles_of(annotations: Annotations, mention: Mention) -> Iterator[OfficeMention]:
    prose = annotations.article.prose
    start, end = mention.span.start, mention.span.end
    for office in within(annotations.offices, Span(max(0, start - _REACH), end + _REACH)):
        # The point of "Gov." joins, the point after "foreign minister" ends the sentence.
        if office.possessive or annotations.sentence_at(office.start) != annotations.sentence_at(start):
            continue
        if office.end <= start:
            apposed = office.place is not None and _APPOSED_BEFORE.fullmatch(prose, office.end, start)
            if apposed or _DIRECT.fullmatch(prose, office.end, start):
                yield office
        elif _APPOSED_AFTER.fullmatch(prose, end, office.start) and _ENDS.match(prose, office.end):
            yield office
