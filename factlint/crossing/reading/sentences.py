"""The sentences that records refer to."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factlint.crossing.records import Place, SentenceRecord
from factlint.crossing.words import capitalised, fingerprint, stems
from factlint.kb.names import fold
from factlint.regex import regex

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.text.span import Span

MOST_TERMS = 60
"""A sentence has no more stems in its record: what is longer is a list."""

_REVISES = regex(
    r"\b(?:revis(?:ed|es)|updat(?:ed|es)|earlier (?:report|estimate|count|toll|version|figure)s?"
    r"|previous(?:ly)?|initial(?:ly)?|originally|at first|up from|down from|correct(?:ed|ion|s)|clarification"
    r"|misstated|mistakenly|wrongly|so far|rising to|r(?:ose|ises|isen) (?:\w+ )?(?:to|from)"
    r"|climb(?:ed|s) (?:\w+ )?to|(?:grew|grown|jumped|increased|fell|dropped|soared|raised"
    r"|lowered) (?:\w+ )?(?:to|from)|and rising|continues to (?:rise|grow)"
    r"|conflicting|unconfirmed|later (?:said|put))\b",
    re.IGNORECASE,
)
_ACCORDING = regex(r"\b[Aa]ccording to (?:the |an? )?(?P<who>[\w.'& -]{2,60})")
_SAYS = regex(
    r"(?:^|[,;.:\"”][ \n])(?:the |an? )?(?P<who>(?:[\w'.-]+[ \n]){0,5}[\w'-]+)(?:[ \n](?:has|have|had))?[ \n]"
    r"(?:said|says|estimated|estimates|reported|reports|put|puts|claimed|claims|counted|announced|confirmed)\b"
)
_SAID = regex(
    r"\b(?:said|says)[ \n]"
    r"(?:(?:the |an? )?(?P<who>(?:[A-Z][\w.'-]*[ \n]?){1,4})|(?:the|an?) (?P<what>[a-z]+))"
)
_NOBODY = frozenset(
    "he she they it who that which we i you officials official authorities spokesman spokeswoman "
    "spokesperson sources source statement report reports people on in at there this these both also "
    "and two percent majority".split()
)
"""Last words before "said" that do not tell one source from another."""


@dataclass
class SentenceTable:
    """Gives records the index of their sentence; a sentence is read when it is first asked for."""

    annotations: Annotations
    _numbers: dict[Span, int] = field(default_factory=dict)
    _records: list[SentenceRecord] = field(default_factory=list)

    def index(self, sentence: Span) -> int:
        """The index of a sentence in the digest."""
        if sentence not in self._numbers:
            self._numbers[sentence] = len(self._records)
            self._records.append(self._record(sentence))
        return self._numbers[sentence]

    @property
    def records(self) -> tuple[SentenceRecord, ...]:
        """The sentences asked for so far."""
        return tuple(self._records)

    def place(self, span: Span) -> Place:
        """Where a span stands."""
        source = self.annotations.article.source
        start, end = source.position(span.start), source.position(span.end)
        return Place(span.start, span.end, start.line, start.column, end.line, end.column)

    def _record(self, sentence: Span) -> SentenceRecord:
        text = sentence.of(self.annotations.article.prose)
        return SentenceRecord(
            number=bisect_left(self.annotations.sentences, sentence.start, key=lambda one: one.start),
            fingerprint=fingerprint(text),
            terms=tuple(sorted(set(stems(text)))[:MOST_TERMS]),
            names=tuple(sorted(capitalised(text, skip_first=True))[:MOST_TERMS]),
            speaker=_speaker(text),
            revises=_REVISES.search(text) is not None,
        )


def _speaker(text: str) -> str:
    """Who is named as the source of what a sentence says: the last word of the name, folded."""
    found = _ACCORDING.search(text) or _SAYS.search(text) or _SAID.search(text)
    if found is None:
        return ""
    said = found["who"] or found.groupdict().get("what") or ""
    words = re.split(r"[,;:]|\b(?:on|in|at|and|who|that)\b", said)[0].split()
    who = fold(words[-1]) if words else ""
    return "" if who in _NOBODY else who
