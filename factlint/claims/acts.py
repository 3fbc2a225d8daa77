"""Claims that somebody does what only the living do: "Colin Powell said on Tuesday", "Ann Roe will visit"."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.names.lexicon import SUFFIXES
from factlint.annotate.timex.model import Anchor, Timex, TimexType
from factlint.claims.affiliations import people_of
from factlint.claims.base import Claim
from factlint.linking.surroundings import Surroundings
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.kb.model import Entity
    from factlint.linking.link import ArticleNames
    from factlint.linking.model import Mention

NEAR_DAYS = 10
"""A weekday or day without a year is the story's news only so near to publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActClaim(Claim):
    """Somebody acts on a day.

    Attributes:
        people: whom of the known the name may mean, the most prominent first.
        verb: the words that say what they do.
        day: the day on which they do it; the day of publication for what is to come.
        mourned: whether the article speaks of a death, or of what somebody left behind, beside the name.
        introduced: whether the copy introduces the name as that of somebody unknown to its readers.
    """

    people: tuple[Entity, ...]
    verb: str
    day: dt.date
    mourned: bool = False
    introduced: bool = False


_DEEDS = (
    "said|told|met|visited|spoke|announced|signed|arrived|flew|traveled|travelled|tweeted|warned|vowed|urged|"
    "rejected|dismissed|accused|condemned|voted|denied|addressed|testified|attended|unveiled|welcomed|"
    "resigned|called|wrote|asked|praised|criticized|criticised|endorsed|acknowledged|confirmed|declined|"
    "says|tells|meets|visits|speaks|announces|addresses|testifies|attends|warns"
)
_PLANS = (
    "meet|run|visit|speak|travel|attend|address|host|announce|testify|resign|campaign|fly|debate|sign|"
    "deliver|seek|decide|appoint|nominate|hold"
)
_APPOSED = r"(?:,[ ](?:\d{1,3}|[^,.;:\n\"“”()]{1,60}),)?[ \n]"
_ACTED = regex(rf"{_APPOSED}(?P<verb>(?:also[ ]|later[ ])?(?:{_DEEDS}))\b")
_WILL_ACT = regex(
    rf"{_APPOSED}(?P<verb>(?:will|(?:is|was)[ ](?:set|due|scheduled|expected)[ ]to|plans[ ]to)[ ]"
    rf"(?:{_PLANS}))\b"
)
# The same clause: nothing but a few words between verb and day, and no other clause begins.
_UP_TO_DAY = regex(
    r"(?:[ \n](?!(?:that|who|which|when|after|before|since|until|while|where|because|and|but|if|as)\b)"
    r"[\w'’$%-]{1,24}){0,8}[ \n]"
)
_OPENING = regex(r"(?:on[ ])?", re.IGNORECASE)
_MOURNED = regex(
    r"\b(?:late|died|dies|dead|death|deaths|dying|killed|assassinat\w+|murder\w*|funeral|obituar\w+|buried|burial|"
    r"memorial|posthumous\w*|estate|widow|widower|legacy|tribute\w*|mourn\w*|passed[ ]away|passing|"
    r"biograph\w+|"
    r"born|anniversary|actor|actress|plays?|played|portray\w*|film|movie|documentary|musical|novel|book|"
    r"character|statue|hologram|recording|archive\w*|histor\w+|then|once|famously)\b",
    re.IGNORECASE,
)


def extract(annotations: Annotations) -> tuple[ActClaim, ...]:
    """The acts of the known people whom the article names in full or by surname, in order."""
    from factlint.linking.link import link_names

    names = annotations.derived(link_names)
    return tuple(claim for mention in names.mentions for claim in _acts(annotations, names, mention))


def _acts(annotations: Annotations, names: ArticleNames, mention: Mention) -> Iterator[ActClaim]:
    people = people_of(mention, names)
    sentence = mention.run.sentence
    # "Franklin Roosevelt Jr." and "Kennedy Center" are others.
    if not people or mention.parts[-1] is not mention.run.parts[-1] or _has_suffix(mention):
        return
    prose, end = annotations.article.prose, mention.span.end
    acted = _ACTED.match(prose, end, sentence.end)
    planned = None if acted else _WILL_ACT.match(prose, end, sentence.end)
    match = acted or planned
    if match is None:
        return
    day = _day_of(annotations, mention, match, sentence) if acted else _published(annotations)
    if day is None:
        return
    bearer = next((person for person in names.cast.people if mention in person.mentions), None)
    mentions = bearer.mentions if bearer else (mention,)
    yield ActClaim(
        span=Span(mention.span.start, match.end()),
        sentence=sentence,
        quoted=annotations.is_quoted(mention.span),
        people=people,
        verb=match["verb"],
        day=day,
        mourned=any(_MOURNED.search(one.run.sentence.of(prose)) for one in mentions),
        introduced=any(bool(Surroundings(annotations, one).introduces) for one in mentions if one.full),
    )


def _has_suffix(mention: Mention) -> bool:
    return mention.parts[-1].text.lower().rstrip(".") in SUFFIXES


def _published(annotations: Annotations) -> dt.date | None:
    published = annotations.article.published
    return published.date if published else None


def _day_of(
    annotations: Annotations, mention: Mention, verb: re.Match[str], sentence: Span
) -> dt.date | None:
    """The day that the clause names, if it is one of the news: near publication, or with its year."""
    prose = annotations.article.prose
    first = bisect_left(annotations.timexes, sentence.start, key=lambda timex: timex.span.start)
    last = bisect_left(annotations.timexes, sentence.end, key=lambda timex: timex.span.start)
    for timex in annotations.timexes[first:last]:
        if timex.type is not TimexType.DATE:
            continue
        after = timex.span.start > verb.end() and _UP_TO_DAY.fullmatch(prose, verb.end(), timex.span.start)
        opens = timex.span.end <= mention.span.start and _OPENING.fullmatch(
            prose, sentence.start, timex.span.start
        )
        if after or opens:
            return _certain(timex, _published(annotations))
    return None


def _certain(timex: Timex, published: dt.date | None) -> dt.date | None:
    date = timex.date
    if date is None or date.day is None:
        return None
    if timex.written.year is not None:
        return date.earliest
    near = published is not None and abs((date.earliest - published).days) <= NEAR_DAYS
    return date.earliest if near and timex.anchor is Anchor.PUBLICATION else None
