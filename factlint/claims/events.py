"""Claims that a known event was in a year or on a day: "the 2017 Helsinki summit"."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from factlint.annotate.timex.model import Timex, TimexType
from factlint.claims.base import Claim
from factlint.kb.names import fold
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.kb.model import Event
    from factlint.kb.store import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDateClaim(Claim):
    """The copy dates a known event.

    Attributes:
        timex: the date it gives.
        name: the event's name as written.
        events: the events of that name, by date.
        common: whether the name is but a place and what happened there, as other events may be called.
    """

    timex: Timex
    name: str
    events: tuple[Event, ...]
    common: bool = False


# These go on: a treaty is signed, enters into force and is left in different years.
_GOES_ON = frozenset({"treaty", "law", "war", "pandemic", "trial"})
_LONGEST_EVENT = dt.timedelta(days=40)
_LONGEST_NAME = 8
_LONGEST_NAME_CHARACTERS = 80
_WORDS = regex(r"[^\s,;:.!?()\"“”]+(?:\.(?=\S)[^\s,;:.!?()\"“”]+)*\.?")
# "the fall of the Berlin Wall in 1989": after a noun of action the date belongs to it and not to a verb.
_ACTION = regex(
    r"(?:fall|death|sinking|assassination|launch|landing|murder|killing|collapse|explosion|crash|bombing)"
    r" of\b"
)
# "The 2015 Boston Marathon bombing trial" dates the trial, "the 1997 Titanic film" the film.
_AFTERMATH = regex(
    r"[ ](?:\w+[ ])?(?:"
    + "|".join(
        "trials? films? movies? documentar(?:y|ies) series books? novel musical memoirs? plays? exhibitions? "
        "anniversar(?:y|ies) memorials? commemorations? ceremon(?:y|ies) vigils? museum survivors? victims? "
        "famil(?:y|ies) relatives suspects? defendants? gunm[ae]n shooter bombers? attackers? conspirators? "
        "plotters? verdicts? sentenc\\w+ convictions? appeals? cases? lawsuits? settlements? hearings? "
        "inquir(?:y|ies) inquests? investigations? reports? probe committee commission panel review reforms? "
        "bill law fund site cleanup legacy conspirac\\w+ hoax denier reunion prosecutions? executions? "
        "interviews? testimony".split()
    )
    + r")\b"
)
_COMMON = regex(
    r"(?:[\w.'’-]{1,24}[ ]){1,3}(?:"
    + "|".join(
        "attacks? bombings? blasts? explosions? summit conference riots? earthquakes? shootings? protests? "
        "crash fires? wildfires? floods? siege massacre stabbings? referendum meeting collapse coup "
        "revolution accident disaster assassination killings? uprising crisis handover".split()
    )
    + ")",
    re.IGNORECASE,
)
_DEFINITE = regex(r"\b(?:[Tt]he|[Tt]his|[Tt]hat|of|after|since|before)[ ]$")
_ADVERBIAL = regex(r"\b(?:[Ii]n|[Bb]y|[Uu]ntil|[Ff]rom|[Tt]hroughout|[Dd]uring|[Oo]n)[ ]$")
_OF = regex(r"[ ]of[ ]$")
_IN = regex(r",?[ ](?:in|on)[ ]$")


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All claims that date a known event, in order."""
    if not any(timex.written.year is not None for timex in annotations.timexes):
        return ()
    by_name = _events_by_name(annotations.kb)
    return tuple(claim for timex in annotations.timexes for claim in _claims(annotations, timex, by_name))


@lru_cache(maxsize=4)
def _events_by_name(kb: Snapshot) -> Mapping[str, tuple[Event, ...]]:
    """Folded name -> the events that bear it; names with a year in them are left out."""
    found: defaultdict[str, dict[str, Event]] = defaultdict(dict)
    for event in kb.events():
        for name in (event.name, *event.aliases):
            if not re.search(r"\d", name):
                found[fold(name)][event.id] = event
    return {name: tuple(events.values()) for name, events in found.items()}


def _claims(
    annotations: Annotations, timex: Timex, by_name: Mapping[str, tuple[Event, ...]]
) -> Iterator[EventDateClaim]:
    if timex.type is not TimexType.DATE or timex.written.year is None or timex.mod is not None:
        return
    prose = annotations.article.prose
    sentence = annotations.sentence_at(timex.span.start)
    span = _name_after(prose, timex, sentence, by_name) or _name_before(prose, timex, sentence, by_name)
    if span is None:
        return
    events = by_name[fold(span.of(prose))]
    # "A camp fire in 2015" is not the Camp Fire.
    if not any(letter.isupper() for letter in span.of(prose)) or _AFTERMATH.match(prose, span.end):
        return
    if not all(_is_sudden(event) for event in events):
        return
    whole = span.join(timex.span)
    yield EventDateClaim(
        span=whole,
        sentence=sentence,
        quoted=annotations.is_quoted(whole),
        timex=timex,
        name=span.of(prose),
        events=events,
        common=_COMMON.fullmatch(span.of(prose)) is not None,
    )


def _is_sudden(event: Event) -> bool:
    length = (event.end or event.start).latest - event.start.earliest
    return event.kind not in _GOES_ON and length <= _LONGEST_EVENT


def _name_after(
    prose: str, timex: Timex, sentence: Span, by_name: Mapping[str, tuple[Event, ...]]
) -> Span | None:
    """The longest name that follows the date as its attribute: "the 2018 [Helsinki summit]"."""
    start = timex.span.end
    left = max(sentence.start, timex.span.start - 12)
    if prose[start : start + 2] == ", ":
        if timex.written.day is None or not _DEFINITE.search(prose, left, timex.span.start):
            return None
        start += 1
    elif _ADVERBIAL.search(prose, left, timex.span.start):
        return None
    if prose[start : start + 1] != " ":
        return None
    limit = min(sentence.end, start + _LONGEST_NAME_CHARACTERS)
    words = _WORDS.finditer(prose, start + 1, limit)
    ends = [word.start() + len(word.group().rstrip(".")) for word in islice(words, _LONGEST_NAME)]
    for end in reversed(ends):
        if fold(prose[start + 1 : end]) in by_name:
            return Span(start + 1, end)
    return None


def _name_before(
    prose: str, timex: Timex, sentence: Span, by_name: Mapping[str, tuple[Event, ...]]
) -> Span | None:
    """The longest name that the date follows: "the [Helsinki summit] of 2018"."""
    left = max(sentence.start, timex.span.start - _LONGEST_NAME_CHARACTERS)
    of = _OF.search(prose, left, timex.span.start)
    link = of or _IN.search(prose, left, timex.span.start)
    if link is None:
        return None
    starts = [match.start() for match in _WORDS.finditer(prose, left, link.start())][-_LONGEST_NAME:]
    for start in starts:
        name = fold(prose[start : link.start()])
        if name in by_name and (of is not None or _ACTION.match(name)):
            return Span(start, link.start())
    return None
