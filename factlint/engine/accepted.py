"""Names that a newsroom has looked at and accepts as they are spelt."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factlint.text.span import Span

_GAP = r"\s{1,20}"


class AcceptedName(NamedTuple):
    """A spelling that no rule on names is to report.

    Attributes:
        name: the whole name, as it stands in copy; capitals count.
        reason: why it is right.
        until: the last day on which it holds, None for always.
        codes: the rules that are not to report it.
        source: where it is written, for example ``factlint.yml:12``.
    """

    name: str
    reason: str
    until: dt.date | None
    codes: frozenset[str]
    source: str

    def holds(self, today: dt.date) -> bool:
        """Whether it is still accepted."""
        return self.until is None or today <= self.until


class AcceptedPlaces(NamedTuple):
    """Where rules stay silent in an article: spans, each with the codes of those rules.

    Attributes:
        places: accepted names, in order; a finding must lie within one.
        settled: what the newsroom's own facts speak of; a finding need only touch it.
    """

    places: tuple[tuple[Span, frozenset[str]], ...] = ()
    settled: tuple[tuple[Span, frozenset[str]], ...] = ()

    def cover(self, code: str, span: Span) -> bool:
        """Whether a finding of a rule is accepted."""
        return any(code in codes and place.covers(span) for place, codes in self.places) or any(
            code in codes and place.overlaps(span) for place, codes in self.settled
        )


def find_accepted(text: str, names: Iterable[AcceptedName]) -> AcceptedPlaces:
    """The places of accepted names in a text, each as whole words exactly as it is written.

    Between the words of a name any white space may stand, so that a line may end within it.
    """
    found: list[tuple[Span, frozenset[str]]] = []
    for accepted in names:
        words: Sequence[str] = accepted.name.split()
        if not words or words[0] not in text:
            continue
        spelt = _GAP.join(map(re.escape, words))
        pattern = re.compile(rf"(?<!\w){spelt}(?!\w)")
        found += [(Span(*match.span()), accepted.codes) for match in pattern.finditer(text)]
    return AcceptedPlaces(tuple(sorted(found, key=lambda place: place[0])))
