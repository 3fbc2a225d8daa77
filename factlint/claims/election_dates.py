"""Claims that an election was or will be held on a day: "Election Day, Nov. 3, 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.timex.lexicon import expand
from factlint.annotate.timex.model import Timex
from factlint.claims.base import Claim
from factlint.claims.election_country import CountryMeant, election_countries
from factlint.kb.election_calendar import ElectionKind
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionDateClaim(Claim):
    """The copy says on which day an election is.

    Attributes:
        timex: the day.
        kind: what is elected; None for "Election Day", and for "election" without a word more.
        countries: the countries whose election may be meant, the likeliest first.
    """

    timex: Timex
    kind: ElectionKind | None
    countries: tuple[CountryMeant, ...]


_FLAGS = re.ASCII
_NATIONAL = r"(?:(?P<kind>presidential|parliamentary|general|mid-?term|congressional){_})?"
_BEHIND = regex(
    expand(
        r"(?:,|'s)?{_}(?:(?:[A-Z][\w.'-]{0,20}|national|federal){_}){0,2}"
        rf"(?:{_NATIONAL}(?:elections?|vote)\b(?!{{_}}(?:results?|night|eve|official|judge|commission))|"
        r"(?P<day>Election{_}Day)\b)"
    ),
    _FLAGS,
)
_BEFORE = regex(
    expand(
        rf"(?:\b{_NATIONAL}elections?|(?P<day>\bElection{{_}}Day))"
        r"(?:,|,?{_}(?:is|was|falls|fell|will{_}be|comes|came))?{_}?(?:{_}(?:on|of|held{_}on|set{_}for)|\()?{_}?$"
    ),
    _FLAGS,
)
# These are held on days of their own, or are not elections of the whole country.
_OTHER = regex(
    r"\b(?:special|primary|primaries|runoff|run-off|recall|local|municipal|mayoral|state|school|union|by-?election|"
    r"early|caucus|caucuses|snap|re-?run|after|before|since|from|until|ahead)\b",
    re.IGNORECASE,
)
_REACH = 60


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All claims about the day of an election, in order."""
    return tuple(claim for timex in annotations.timexes for claim in _claims(annotations, timex))


def _claims(annotations: Annotations, timex: Timex) -> Iterator[ElectionDateClaim]:
    written = timex.written
    if written.month is None or written.day is None or not written.possible:
        return
    prose = annotations.article.prose
    sentence = annotations.sentence_at(timex.span.start)
    match = _BEHIND.match(prose, timex.span.end, min(len(prose), timex.span.end + _REACH))
    if match is None:
        match = _BEFORE.search(prose, max(sentence.start, timex.span.start - _REACH), timex.span.start)
    if match is None:
        return
    span = timex.span.join(Span(*match.span()))
    if _OTHER.search(prose, max(sentence.start, match.start() - 16), match.end()):
        return
    kind = ElectionKind(match["kind"].replace("-", "")) if match["kind"] else None
    span = Span(span.start, span.start + len(span.of(prose).rstrip()))
    yield ElectionDateClaim(
        span=span,
        sentence=sentence,
        quoted=annotations.is_quoted(span),
        timex=timex,
        kind=kind,
        countries=election_countries(annotations, span, sentence, kind),
    )
