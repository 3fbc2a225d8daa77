"""Where something is said to have happened: "in Lyon", "near the Polish border"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotate.places import PlaceForm
from factlint.crossing.clauses import clause_around
from factlint.crossing.records import SiteRecord
from factlint.regex import regex

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.annotate.places import PlaceMention
    from factlint.crossing.reading.sentences import SentenceTable

_AT = regex(
    r"\b(?:in|at|near|outside|over|off)[ \n](?:the )?(?:(?:northern|southern|eastern|western|central) )?$"
)


def read_sites(annotations: Annotations, sentences: SentenceTable) -> tuple[SiteRecord, ...]:
    """The places at which the copy puts something, in order."""
    prose = annotations.article.prose
    return tuple(
        _record(mention, annotations, sentences)
        for mention in annotations.places
        if mention.form is PlaceForm.NAME
        and _AT.search(prose, max(0, mention.span.start - 24), mention.span.start)
    )


def _record(mention: PlaceMention, annotations: Annotations, sentences: SentenceTable) -> SiteRecord:
    prose = annotations.article.prose
    sentence = annotations.sentence_at(mention.span.start)
    clause = clause_around(prose, sentence, mention.span)
    return SiteRecord(
        place=sentences.place(mention.span),
        words=mention.words,
        sentence=sentences.index(sentence),
        kind=mention.entities[0].kind.value,
        ids=tuple(sorted(entity.id for entity in mention.entities)),
        within=tuple(sorted({outer for entity in mention.entities for outer in entity.country})),
        near=clause.terms,
        verb=clause.verb,
    )
