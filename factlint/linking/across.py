"""One name spelt in two ways in two articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factlint.kb.names import fold
from factlint.linking.cast import name_tokens
from factlint.linking.link import SLIP_REPORTED, ArticleNames
from factlint.linking.model import Mention
from factlint.linking.nicknames import same_given_name
from factlint.linking.similarity import Slip, slip, slip_keys
from factlint.linking.spelling import SLIP_WEIGHTS
from factlint.linking.variants import MIN_LENGTH

if TYPE_CHECKING:
    from factlint.kb.store import Snapshot

_UNLIKELY = frozenset({Slip.NONE, Slip.FAR, Slip.SEVERAL})
COMPANY = 2
"""So many other people in common, and two articles are likely to be about one event."""


class Spelling(NamedTuple):
    """A full name as one article spells it.

    Attributes:
        path: the article.
        tokens: the folded name.
        mention: where it first stands.
        people: ids of the people it may name, the one it misspells included; empty for nobody known.
        right: whether a known person bears exactly this name.
    """

    path: str
    tokens: tuple[str, ...]
    mention: Mention
    people: frozenset[str]
    right: bool


class Conflict(NamedTuple):
    """Two spellings of one name in two articles: the odd one and the other."""

    odd: Spelling
    other: Spelling
    person: str


def conflicts(articles: Mapping[str, ArticleNames], kb: Snapshot) -> tuple[Conflict, ...]:
    """The pairs of spellings that name one person, one conflict for each pair.

    Args:
        articles: the linked names of each article, by path.
        kb: the snapshot, which says which words are names and how a known person's name is spelt.
    """
    by_name: dict[tuple[str, ...], list[Spelling]] = defaultdict(list)
    for path in sorted(articles):
        for spelling in _spellings(path, articles[path]):
            by_name[spelling.tokens].append(spelling)
    judge = _Judge(kb, {path: _company(names) for path, names in articles.items()})
    return tuple(
        conflict
        for left, right in sorted(_near_pairs(by_name))
        if (conflict := judge.conflict(by_name[left], by_name[right])) is not None
    )


def _spellings(path: str, names: ArticleNames) -> Iterator[Spelling]:
    seen: set[tuple[str, ...]] = set()
    for mention in names.mentions:
        if not mention.full or (tokens := name_tokens(mention)) in seen:
            continue
        seen.add(tokens)
        found = names.misspellings.get(mention.span.start)
        people = {entity.id for entity in mention.people}
        if found is not None and found.entity is not None:
            people.add(found.entity.id)
        yield Spelling(path, tokens, mention, frozenset(people), bool(mention.people))


def _company(names: ArticleNames) -> frozenset[str]:
    return frozenset(person.key for person in names.cast.people)


def _near_pairs(names: Iterable[tuple[str, ...]]) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Names that differ in one word by a slip, found by what is left of the word without one letter."""
    filed: dict[tuple[int, tuple[str, ...], str], list[tuple[str, ...]]] = defaultdict(list)
    for name in names:
        for place, token in enumerate(name if len(name) > 1 else ()):
            if len(token) < MIN_LENGTH:
                continue
            rest = (*name[:place], *name[place + 1 :])
            for key in slip_keys(token):
                filed[place, rest, key].append(name)
    pairs = set()
    for group in filed.values():
        for left, right in combinations(sorted(group), 2):
            one, other = next(pair for pair in zip(left, right, strict=True) if pair[0] != pair[1])
            if (
                slip(one, other) not in _UNLIKELY
                and not same_given_name(one, other)
                and not _plural(one, other)
            ):
                pairs.add((left, right))
    return pairs


def _plural(one: str, other: str) -> bool:
    return one + "s" == other or other + "s" == one


class _Judge(NamedTuple):
    kb: Snapshot
    company: Mapping[str, frozenset[str]]

    def conflict(self, left: Sequence[Spelling], right: Sequence[Spelling]) -> Conflict | None:
        """The conflict between two spellings, if one article has the one and not the other."""
        for one in left:
            for other in right:
                if one.path == other.path or (person := self._person(one, other)) is None:
                    continue
                odd, usual = sorted((one, other), key=self._oddness, reverse=True)
                if not any(two.path == usual.path for two in (left if odd is one else right)):
                    return Conflict(odd, usual, person)
        return None

    def _person(self, one: Spelling, other: Spelling) -> str | None:
        """Who both name, "" for somebody unknown, None where they need not be one person."""
        shared = one.people & other.people
        if shared:
            return min(shared)
        if (one.people and other.people) or self._is_ordinary(one) or self._is_ordinary(other):
            return None
        return "" if self._score(one, other) >= SLIP_REPORTED else None

    def _is_ordinary(self, spelling: Spelling) -> bool:
        """Whether a name that nobody known bears is made up of ordinary words."""
        return not spelling.people and all(self.kb.is_word(token) for token in spelling.tokens)

    def _score(self, one: Spelling, other: Spelling) -> float:
        written, known = next(
            pair for pair in zip(one.tokens, other.tokens, strict=True) if pair[0] != pair[1]
        )
        names = sum(self.kb.knows_token(token) or self.kb.is_word(token) for token in (written, known))
        common = self.company[one.path] & self.company[other.path]
        return (
            SLIP_WEIGHTS[slip(written, known)]
            + (2.0 if names < 2 else -2.0)
            + min(len(common), COMPANY)
            + (1.0 if one.mention.title and one.mention.title == other.mention.title else 0.0)
            - (2.0 if not common else 0.0)
        )

    def _oddness(self, spelling: Spelling) -> tuple[bool, bool, int, str]:
        """What makes a spelling the odd one: nobody known has it, no label has it, an unknown word, later."""
        labels = {fold(entity.label) for entity in spelling.mention.people}
        unknown = sum(not self.kb.knows_token(token) for token in spelling.tokens)
        return not spelling.right, " ".join(spelling.tokens) not in labels, unknown, spelling.path
