"""Full names as an article spells them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factlint.crossing.records import NameRecord
from factlint.kb.names import fold
from factlint.linking.cast import name_tokens
from factlint.linking.link import link_names

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.crossing.reading.sentences import SentenceTable
    from factlint.kb.store import Snapshot
    from factlint.linking.model import Mention


_LEGAL_FORMS = frozenset({"inc", "corp", "co", "ltd", "llc", "plc", "ag", "sa", "gmbh"})


def read_names(annotations: Annotations, sentences: SentenceTable) -> tuple[NameRecord, ...]:
    """Each full name of an article once, where it first stands, in order."""
    names = annotations.derived(link_names)
    seen: set[tuple[str, ...]] = set()
    records = []
    for whole in names.mentions:
        mention = _without_common_noun(whole, annotations.kb)
        if not mention.full or (tokens := _without_legal_form(name_tokens(mention))) in seen:
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


def _without_legal_form(tokens: tuple[str, ...]) -> tuple[str, ...]:
    """The name of a firm without "Inc" behind it, which copy gives or leaves out."""
    return tokens[:-1] if len(tokens) > 2 and tokens[-1] in _LEGAL_FORMS else tokens


def _without_common_noun(mention: Mention, kb: Snapshot) -> Mention:
    """The name without the noun that is capitalised only as the first word: "Goalkeeper Ann Roe"."""
    first = mention.parts[0].text.lower()
    common = mention.starts_sentence and len(mention.parts) > 2 and not mention.people
    if common and kb.is_word(first) and not kb.knows_token(first):
        return replace(mention, parts=mention.parts[1:])
    return mention
