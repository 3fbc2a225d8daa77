"""Full names as an article spells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.crossing.records import NameRecord
from factlint.kb.names import fold
from factlint.linking.cast import name_tokens
from factlint.linking.link import link_names

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.crossing.reading.sentences import SentenceTable


def read_names(annotations: Annotations, sentences: SentenceTable) -> tuple[NameRecord, ...]:
    """Each full name of an article once, where it first stands, in order."""
    names = annotations.derived(link_names)
    seen: set[tuple[str, ...]] = set()
    records = []
    for mention in names.mentions:
        if not mention.full or (tokens := name_tokens(mention)) in seen:
            continue
        seen.add(tokens)
        found = names.misspellings.get(mention.span.start)
        people = {entity.id for entity in mention.people}
        if found is not None and found.entity is not None:
            people.add(found.entity.id)
        labels = {fold(entity.label) for entity in mention.people}
        records.append(
            NameRecord(
                place=sentences.place(mention.span),
                words=mention.text,
                tokens=tokens,
                title=mention.title,
                people=tuple(sorted(people)),
                right=bool(mention.people),
                labelled=" ".join(tokens) in labels,
            )
        )
    return tuple(records)
