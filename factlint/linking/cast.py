"""Who is in an article: full names grouped by person, and the later short mentions of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factlint.annotate.names.lexicon import PARTICLES
from factlint.dates.lexicon import MONTHS
from factlint.kb.names import SUFFIXES, fold, tokens
from factlint.linking.model import Mention

if TYPE_CHECKING:
    from factlint.kb.model import Entity
    from factlint.kb.store import Snapshot
    from factlint.text.span import Span

FAMOUS = 4
"""Prominence from which copy names somebody by the surname alone without ever giving the full name."""


@dataclass(frozen=True)
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

    @cached_property
    def places(self) -> frozenset[Span]:
        """Where the mentions stand."""
        return frozenset(mention.span for mention in self.mentions)

    @cached_property
    def first_with(self) -> Mapping[str, Mention]:
        """The first mention with each word, as it is written."""
        return {word: mention for mention in reversed(self.mentions) for word in mention.text.split()}

    @cached_property
    def written(self) -> Mapping[str, str]:
        """How each folded token of their name is first written in full here, else in their label."""
        names = [mention.text for mention in reversed(self.mentions) if mention.full]
        if self.entity is not None:
            names.insert(0, self.entity.label)
        return {fold(word): word for name in names for word in reversed(name.split())}

    @cached_property
    def token_counts(self) -> Counter[str]:
        """How many mentions have each folded token."""
        return Counter(token for mention in self.mentions for token in set(fold(mention.text).split()))

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

    @cached_property
    def by_entity(self) -> Mapping[str, Person]:
        """The people whom the knowledge base knows, by the entity's id."""
        return {person.entity.id: person for person in reversed(self.people) if person.entity is not None}

    @cached_property
    def by_place(self) -> Mapping[Span, Person]:
        """Whom the mention at a span names; of several who bear a short name the first."""
        return {mention.span: person for person in reversed(self.people) for mention in person.mentions}

    @cached_property
    def unresolved_texts(self) -> Counter[str]:
        """How often each folded short mention is nobody's."""
        return Counter(fold(mention.text) for mention in self.unresolved)

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
    assembler = _Assembler(kb)
    introduced = [
        one for one in mentions if one.full and one.span not in misspelled and assembler.introduce(one)
    ]
    rest = frozenset(mention.span for mention in introduced)
    for mention in mentions:
        if mention.span not in rest:
            assembler.resolve(mention)
    return assembler.cast()


class _Assembler:
    """Collects the full names of an article first, then hands the short ones out to them."""

    def __init__(self, kb: Snapshot) -> None:
        self._kb = kb
        self._full: dict[str, list[Mention]] = {}
        self._names: dict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
        self._bearers: dict[str, dict[str, None]] = defaultdict(dict)
        self._short: dict[str, list[Mention]] = defaultdict(list)
        self._famous: dict[str, Entity] = {}
        self._unresolved: list[Mention] = []

    def introduce(self, mention: Mention) -> bool:
        """Take in a full name; not one that is the end of a longer name given before."""
        name = name_tokens(mention)
        surname_alone = not mention.people or mention.parts[0].text.lower() in PARTICLES
        if surname_alone and self._ends_earlier(name):
            return False
        key = mention.people[0].id if mention.people else " ".join(name)
        self._full.setdefault(key, []).append(mention)
        self._names[key][name] = None
        for token in name:
            self._bearers[token][key] = None
        return True

    def _ends_earlier(self, end: tuple[str, ...]) -> bool:
        """Whether a name ends a longer one: both surnames of a Spaniard."""
        return any(
            len(name) > len(end) and name[-len(end) :] == end
            for key in self._bearers.get(end[-1], ())
            for name in self._names[key]
        )

    def resolve(self, mention: Mention) -> None:
        """Hand a short name to those in the article who bear it, else to whom it alone makes known."""
        name = name_tokens(mention)
        first, *others = (self._bearers.get(token, {}) for token in name)
        keys = [key for key in first if all(key in other for other in others)]
        if not keys and not _is_ordinary(mention, self._kb):
            entity = _famous(name[-1], mention, self._kb)
            if entity is not None:
                self._famous[name[-1]] = entity
                keys = [name[-1]]
            elif not mention.full:
                self._unresolved.append(mention)
        for key in keys:
            self._short[key].append(mention)

    def cast(self) -> Cast:
        """Everybody who was met."""
        people = [
            Person(
                key,
                tuple(self._names[key]),
                group[0].people[0] if group[0].people else None,
                tuple(sorted((*group, *self._short[key]), key=lambda mention: mention.span)),
            )
            for key, group in self._full.items()
        ]
        people += [
            Person(entity.id, (tokens(entity.label),), entity, tuple(self._short[token]), famous=True)
            for token, entity in self._famous.items()
        ]
        people.sort(key=lambda person: person.mentions[0].span)
        by_token: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            for token in dict.fromkeys(token for name in person.names for token in name):
                by_token[token].append(person)
        return Cast(
            tuple(people),
            {token: tuple(group) for token, group in by_token.items()},
            tuple(self._unresolved),
        )


def name_tokens(mention: Mention) -> tuple[str, ...]:
    """The folded tokens of a name, without generational suffixes."""
    folded = tokens(mention.text)
    last = len(folded)
    while last > 1 and folded[last - 1] in SUFFIXES:
        last -= 1
    return folded[:last] or ("",)


def _is_ordinary(mention: Mention, kb: Snapshot) -> bool:
    """Whether a word is capitalised for its place in the sentence or headline and not as a name."""
    by_place = mention.starts_sentence or mention.run.title_case
    return by_place and not mention.full and kb.is_word(mention.text.lower())


def _famous(token: str, mention: Mention, kb: Snapshot) -> Entity | None:
    """The one person so prominent that the surname alone names them, where it is no town's name too."""
    if mention.full or (not mention.title and (token in MONTHS or kb.named(mention.text))):
        return None
    best = kb.surname_bearers(token, 1)
    needed = FAMOUS + (not mention.title and kb.is_word(token))
    return best[0] if best and best[0].prominence >= needed else None
