"""Ages, parties, offices and relatives of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.annotate.office_titles import title_key
from factlint.annotate.offices import Standing
from factlint.claims.affiliations import PartyClaim
from factlint.claims.affiliations import extract as party_claims
from factlint.claims.ages import extract as age_claims
from factlint.claims.offices import extract as office_claims
from factlint.crossing.records import PersonRecord
from factlint.kb.names import fold
from factlint.linking.link import link_names
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.annotate.offices import OfficeMention
    from factlint.crossing.reading.sentences import SentenceTable
    from factlint.kb.model import Entity
    from factlint.kb.store import Snapshot
    from factlint.linking.cast import Person
    from factlint.linking.link import ArticleNames
    from factlint.linking.model import Mention

_RELATIVE = regex(
    r"(?<![\w-])(?:(?P<owner>(?:[A-Z][\w-]{1,30} ){0,3}[A-Z][\w-]{1,30})'s?|his|her|[Hh]e and|[Ss]he and)"
    r" (?:late )?"
    r"(?P<kind>wife|husband|father|mother|spouse),? "
    r"(?P<name>[A-Z][a-z]+)(?: [A-Z][a-z]+)?\b(?! [A-Z])"
)
"""Relatives of whom everybody has one at a time; "his brother, Juan" may be one of several."""

_LABEL = regex(r" [(\[](?P<party>[DRI])(?:[-–](?P<state>[A-Z][A-Za-z.]{1,20}(?: [A-Z][a-z]{1,20})?))?[)\]]")

_PARTIES = {"D": "Democratic", "R": "Republican", "I": "Independent"}

_FORMER = regex(r"\b(?:first|second|third|former|ex|then|next|future)[ -]+$", re.IGNORECASE)


def read_persons(annotations: Annotations, sentences: SentenceTable) -> tuple[PersonRecord, ...]:
    """What the copy says of its people, in order."""
    names = annotations.derived(link_names)
    found = [
        *_ages(annotations, sentences, names),
        *_parties(annotations, sentences, names),
        *_offices(annotations, sentences, names),
        *_relatives(annotations, sentences, names),
    ]
    return tuple(sorted(found, key=lambda record: (record.place, record.fact)))


def _key(mention: Mention, names: ArticleNames) -> tuple[str, str]:
    """Key and label of the one person whom a mention names, empty for nobody or several."""
    bearers = names.bearers_of(mention)
    return (bearers[0].key, bearers[0].label) if len(bearers) == 1 else ("", "")


def _ages(annotations: Annotations, sentences: SentenceTable, names: ArticleNames) -> Iterator[PersonRecord]:
    published = annotations.article.published
    for claim in age_claims(annotations):
        key, label = _key(claim.mention, names)
        # An age that the sentence ties to another year says nothing of the age now.
        then = published is not None and any(time.latest.year < published.date.year for time in claim.times)
        if key and not then:
            yield PersonRecord(
                sentences.place(claim.span),
                f"{label}, {claim.age}",
                key,
                label,
                "age at death" if claim.at_death else "age",
                str(claim.age),
            )


def _parties(
    annotations: Annotations, sentences: SentenceTable, names: ArticleNames
) -> Iterator[PersonRecord]:
    for mention, span, party, state in _party_labels(annotations, names):
        key, label = _key(mention, names)
        if key:
            words = span.of(annotations.article.prose)
            yield PersonRecord(sentences.place(span), words, key, label, "party", party, state)


def _party_labels(annotations: Annotations, names: ArticleNames) -> Iterator[tuple[Mention, Span, str, str]]:
    """Where a party stands beside a name, with the party and the state, "" where none is given."""
    prose = annotations.article.prose
    for claim in party_claims(annotations):
        if isinstance(claim, PartyClaim):
            yield claim.mention, claim.span, claim.party, claim.state
    # The claims are about people whom the knowledge base knows.
    for mention in names.mentions:
        label = None if mention.people else _LABEL.match(prose, mention.span.end)
        if label is not None:
            party = _PARTIES[label["party"]]
            yield mention, Span(*label.span("party")), party, fold(label["state"] or "")


def _offices(
    annotations: Annotations, sentences: SentenceTable, names: ArticleNames
) -> Iterator[PersonRecord]:
    for claim in office_claims(annotations):
        key, label = _key(claim.mention, names)
        office = claim.office
        if key and office.standing is Standing.HELD and not office.plural:
            yield PersonRecord(
                sentences.place(office.span),
                office.words,
                key,
                label,
                "office",
                "|".join(sorted({" ".join(sorted(title_key(title))) for title in office.titles})),
                f"{entity.kind}:{entity.id}" if (entity := _place(office)) else "",
            )


def _place(office: OfficeMention) -> Entity | None:
    return office.place.entities[0] if office.place else None


def _relatives(
    annotations: Annotations, sentences: SentenceTable, names: ArticleNames
) -> Iterator[PersonRecord]:
    prose = annotations.article.prose
    for block in annotations.article.blocks:
        for match in _RELATIVE.finditer(prose, block.span.start, block.span.end):
            if not _FORMER.search(prose, max(0, match.start("kind") - 10), match.start("kind")):
                owner = _owner(match, block.span, names, annotations.kb)
                if owner is not None:
                    span = Span(*match.span("name"))
                    yield PersonRecord(
                        sentences.place(span), match["name"], owner.key, owner.label, match["kind"],
                        fold(match["name"]),
                    )  # fmt: skip


def _owner(match: re.Match[str], block: Span, names: ArticleNames, kb: Snapshot) -> Person | None:
    """Whose relative is named: who bears the name, or the only one whom the block has named before."""
    if match["owner"] is not None:
        owners = names.cast.with_surname(fold(match["owner"].split()[-1]))
        return owners[0] if len(owners) == 1 else None
    before = [
        person
        for person in names.cast.people
        if any(block.start <= place.start < match.start() for place in person.places)
        # "Duke University" is capitalised as a person's name is.
        and (person.entity is not None or not all(kb.is_word(token) for token in person.key.split()))
    ]
    return before[0] if len(before) == 1 else None
