"""Who is in an article: full names grouped by person, and the later short mentions of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.kb.names import SUFFIXES, fold, tokens
from factlint.linking.model import Mention

if TYPE_CHECKING:
    from factlint.kb.model import Entity
    from factlint.kb.store import Snapshot
    from factlint.text.span import Span

FAMOUS = 4
"""Prominence from which copy names somebody by the surname alone without ever giving the full name."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the article names.

    Attributes:
        key: the entity's id, or the folded full name of somebody the knowledge base does not know.
        names: the folded tokens of each full name the article uses for them.
        entity: the person of the knowledge base; None where it knows nobody of this name.
        mentions: where they are named, full and short, in order.
        famous: whether they are here only because a surname alone is enough to know them.
    """

    key: str
    names: tuple[tuple[str, ...], ...]
    entity: Entity | None
    mentions: tuple[Mention, ...]
    famous: bool = False

    @property
    def label(self) -> str:
        """The name as the article first gives it, else as the knowledge base has it."""
        full = next((mention.text for mention in self.mentions if mention.full), None)
        return full or (self.entity.label if self.entity else self.mentions[0].text)

    @property
    def surnames(self) -> frozenset[str]:
        """The folded last tokens of their names."""
        return frozenset(name[-1] for name in self.names if name)


@dataclass(frozen=True)
class Cast:
    """The people of an article.

    Attributes:
        people: in order of first mention.
        by_token: folded token of a name -> the people who bear it, as given name or surname.
        unresolved: short mentions that are nobody's, in order.
    """

    people: tuple[Person, ...]
    by_token: Mapping[str, tuple[Person, ...]]
    unresolved: tuple[Mention, ...]

    def with_surname(self, folded: str) -> tuple[Person, ...]:
        """The people whose surname this is."""
        return tuple(person for person in self.by_token.get(folded, ()) if folded in person.surnames)


def assemble(mentions: Sequence[Mention], kb: Snapshot, misspelled: frozenset[Span] = frozenset()) -> Cast:
    """Group the mentions of an article by person.

    Args:
        mentions: all mentions, in order.
        kb: the snapshot, asked for people known by their surname alone.
        misspelled: where full mentions stand that are somebody else's name misspelt; they introduce nobody.
    """
    full = [mention for mention in mentions if mention.full and mention.span not in misspelled]
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in full:
        groups[_key(mention)].append(mention)
    names = {
        key: tuple(dict.fromkeys(name_tokens(mention) for mention in group)) for key, group in groups.items()
    }
    bearers: dict[str, list[str]] = defaultdict(list)
    for key, spelled in names.items():
        for token in dict.fromkeys(token for name in spelled for token in name):
            bearers[token].append(key)
    short: dict[str, list[Mention]] = defaultdict(list)
    famous: dict[str, Entity] = {}
    unresolved: list[Mention] = []
    for mention in mentions:
        if mention.full:
            continue
        token = fold(mention.text)
        if token in bearers:
            for key in bearers[token]:
                short[key].append(mention)
        elif (entity := _famous(token, mention, kb)) is not None:
            famous[token] = entity
            short[token].append(mention)
        else:
            unresolved.append(mention)
    people = [
        Person(key, names[key], group[0].people[0] if group[0].people else None, _ordered(group, short[key]))
        for key, group in groups.items()
    ]
    people += [
        Person(entity.id, (tokens(entity.label),), entity, tuple(short[token]), famous=True)
        for token, entity in famous.items()
    ]
    people.sort(key=lambda person: person.mentions[0].span)
    by_token: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for token in dict.fromkeys(token for name in person.names for token in name):
            by_token[token].append(person)
    return Cast(tuple(people), {token: tuple(group) for token, group in by_token.items()}, tuple(unresolved))


def name_tokens(mention: Mention) -> tuple[str, ...]:
    """The folded tokens of a name, without generational suffixes."""
    folded = tokens(mention.text)
    last = len(folded)
    while last > 1 and folded[last - 1] in SUFFIXES:
        last -= 1
    return folded[:last]


def _key(mention: Mention) -> str:
    return mention.people[0].id if mention.people else " ".join(name_tokens(mention))


def _ordered(*groups: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted((mention for group in groups for mention in group), key=lambda mention: mention.span))


def _famous(token: str, mention: Mention, kb: Snapshot) -> Entity | None:
    """The one person so prominent that the surname alone names them."""
    if mention.starts_sentence and kb.is_word(token):
        return None
    best = kb.surname_bearers(token, 1)
    return best[0] if best and best[0].prominence >= FAMOUS else None
