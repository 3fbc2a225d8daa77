"""Claims that something will be, or was, on a day: "will meet on June 3"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.timex.model import Timex, TimexType
from factlint.claims.base import Claim
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseTenseClaim(Claim):
    """The verb of a clause puts a day into the future or the past.

    Attributes:
        timex: the day.
        future: whether the verb looks ahead.
        verb: the words that say so.
    """

    timex: Timex
    future: bool
    verb: str


# One clause: no comma and no conjunction may stand between the verb and the day.
_SAME_CLAUSE = (
    r"(?:[ \n](?!(?:was|were|is|are|had|has|have|been|that|which|what|who|whom|after|before|since|until|when|"
    r"while|where|how|why|whether|if|because|and|but|or|as|than|from|for|of|to)\b)[\w'’$%-]{1,24}){0,6}"
    r"[ \n]on[ \n]$"
)
_AHEAD = regex(
    r"\b(?P<verb>(?:will|shall)(?:[ ]not)?(?:[ ]be)?|won't|"
    r"(?:is|are)[ ](?:scheduled|set|due|slated|expected)(?:[ ]to(?:[ ]be)?)?)" + _SAME_CLAUSE
)
_BACK = regex(
    r"\b(?P<verb>(?:was|were)[ ](?:held|killed|shot|arrested|elected|signed|opened|released|sworn[ ]in|"
    r"inaugurated|sentenced|found|born|buried)|took[ ]place|met|died|resigned|arrived|voted|began|crashed|"
    r"collapsed|won|erupted)" + _SAME_CLAUSE
)
_REACH = 160


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All claims that put a day into the future or the past, in order."""
    return tuple(claim for timex in annotations.timexes for claim in _claims(annotations, timex))


def _claims(annotations: Annotations, timex: Timex) -> Iterator[ClauseTenseClaim]:
    if timex.type is not TimexType.DATE or timex.written.day is None:
        return
    prose = annotations.article.prose
    sentence = annotations.sentence_at(timex.span.start)
    left = max(sentence.start, timex.span.start - _REACH)
    for future, pattern in ((True, _AHEAD), (False, _BACK)):
        match = pattern.search(prose, left, timex.span.start)
        if match is not None:
            span = Span(match.start(), timex.span.end)
            yield ClauseTenseClaim(
                span=span,
                sentence=sentence,
                quoted=annotations.is_quoted(span),
                timex=timex,
                future=future,
                verb=match["verb"],
            )
            return
