"""The digest of an article."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factlint.crossing.reading.days import read_days
from factlint.crossing.reading.names import read_names
from factlint.crossing.reading.numbers import read_numbers
from factlint.crossing.reading.persons import read_persons
from factlint.crossing.reading.quotations import read_quotations
from factlint.crossing.reading.sentences import SentenceTable
from factlint.crossing.reading.sites import read_sites
from factlint.crossing.records import ArticleDigest
from factlint.crossing.words import stems
from factlint.document.article import BlockKind
from factlint.linking.link import link_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotate.layers import Annotations

MOST_TERMS = 80
"""So many of its weightiest terms are kept of an article."""

MOST_RECORDS = 400
"""So many records of one type are kept of an article; what has more is a table."""

LEAD_BLOCKS = 3
"""The headline and so many blocks tell what a story is about; their words weigh more."""

LEAD_WEIGHT = 3.0

FAMILIAR = 5
"""A name made up of ordinary words ("Daily News") tells stories apart as little as the most famous people."""


def digest(annotations: Annotations) -> ArticleDigest:
    """What is kept of an article to compare it with others."""
    article = annotations.article
    people = _people(annotations)
    sentences = SentenceTable(annotations)
    read = {
        "names": read_names(annotations, sentences),
        "numbers": read_numbers(annotations, sentences),
        "days": read_days(annotations, sentences),
        "places": read_sites(annotations, sentences),
        "persons": read_persons(annotations, sentences),
        "quotations": read_quotations(annotations, sentences),
    }
    return ArticleDigest(
        path=article.path,
        title=article.metadata.title,
        outlet=article.metadata.outlet,
        published=article.published.date if article.published else None,
        updates=article.metadata.updates,
        people=tuple(sorted(people)),
        famous=tuple(people[key] for key in sorted(people)),
        sites=tuple(sorted({entity.id for mention in annotations.places for entity in mention.entities[:1]})),
        terms=_terms(annotations),
        sentences=sentences.records,
        **{kind: records[:MOST_RECORDS] for kind, records in read.items()},  # type: ignore[arg-type]
    )


def _people(annotations: Annotations) -> dict[str, int]:
    """Key of each person of the article, and how well known that person is."""
    cast, kb = annotations.derived(link_names).cast, annotations.kb
    return {
        person.key: person.entity.prominence
        if person.entity
        else FAMILIAR * all(kb.is_word(token) for token in person.key.split())
        for person in cast.people
    }


def _terms(annotations: Annotations) -> tuple[tuple[str, float], ...]:
    counts: Counter[str] = Counter()
    for number, text in enumerate(_texts(annotations)):
        weight = LEAD_WEIGHT if number < LEAD_BLOCKS else 1.0
        for term in stems(text):
            counts[term] += weight  # type: ignore[assignment]
    # By weight and then by spelling, so that equal weights are cut alike on every machine.
    heaviest = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_TERMS]
    return tuple(sorted((term, round(weight**0.5, 2)) for term, weight in heaviest))


def _texts(annotations: Annotations) -> Iterator[str]:
    article = annotations.article
    if not any(block.kind is BlockKind.HEADLINE for block in article.blocks):
        yield article.metadata.title
    for block in article.blocks:
        yield block.span.of(article.prose)
