"""How far the sentences of two articles say the same."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from factlint.crossing.common import COMMON
from factlint.crossing.records import ArticleDigest

_COMMON_WEIGHT = 0.6


class Alignment:
    """Two articles, and what their words weigh.

    A word weighs the less the more of the two articles' sentences have it: what both stories are
    about tells none of their sentences apart.
    """

    def __init__(self, one: ArticleDigest, other: ArticleDigest) -> None:
        self.one = one
        self.other = other

    @cached_property
    def _counts(self) -> Counter[str]:
        sentences = chain(self.one.sentences, self.other.sentences)
        return Counter(term for sentence in sentences for term in sentence.terms)

    def weight(self, term: str) -> float:
        """What a word weighs, up to 1."""
        rarity = 1.0 / (1.0 + math.log(max(1, self._counts[term])))
        return rarity * (_COMMON_WEIGHT if term in COMMON else 1.0)

    def mass(self, terms: Iterable[str]) -> float:
        """The weight of some different words together."""
        return math.fsum(sorted(map(self.weight, terms)))

    def shared(self, left: Iterable[str], right: Iterable[str]) -> tuple[float, float]:
        """How much of the shorter of two sets of words the other has, 0 to 1, and the weight of that."""
        ours, theirs = set(left), set(right)
        common = self.mass(ours & theirs)
        shorter = min(self.mass(ours), self.mass(theirs))
        return (common / shorter if shorter else 0.0), common

    def sentences(self, left: int, right: int) -> tuple[float, float]:
        """The same for a sentence of the one and a sentence of the other article, by index."""
        return self.shared(self.one.sentences[left].terms, self.other.sentences[right].terms)
