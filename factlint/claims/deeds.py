"""What somebody does in a clause, and on which day: what only the living, and those in office, do."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from factlint.annotate.timex.model import Anchor, Timex, TimexType
from factlint.annotate.within import within
from factlint.regex import regex

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.text.span import Span

NEAR_DAYS = 10
"""A weekday or day without a year is the story's news only so near to publication."""

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
ACTED = regex(rf"{_APPOSED}(?P<verb>(?:also[ ]|later[ ])?(?:{_DEEDS}))\b")
"""Behind a name, "said", ", the veteran senator, said"."""

WILL_ACT = regex(
    rf"{_APPOSED}(?P<verb>(?:will|(?:is|was)[ ](?:set|due|scheduled|expected)[ ]to|plans[ ]to)[ ]"
    rf"(?:{_PLANS}))\b"
)
"""Behind a name, "will visit"."""

DID = regex(
    rf"{_APPOSED}(?P<verb>(?:also[ ]|later[ ])?(?:[a-z]+ed|{_DEEDS}|lost|won|took|gave|left|went|"
    r"came|began|held|made|led|sent|ran|rose|sought|put|set|cut|hit|laid|drew|struck|stood|sat|threw|broke))\b"
)
"""Behind a name, any verb of the past tense."""

DOES = regex(
    r"[ \n](?P<verb>says|tells|has[ ](?:said|told|called|ordered|agreed|announced|warned|signed|urged)"
    rf"|(?:will|is[ ](?:set|due|scheduled|expected)[ ]to|plans[ ]to)[ ](?:{_PLANS}))\b"
)
"""Behind a name, what needs no day to be of the present."""

# The same clause: nothing but a few words between verb and day, and no other clause begins.
_UP_TO_DAY = regex(
    r"(?:[ \n](?!(?:that|who|which|when|after|before|since|until|while|where|because|and|but|if|as)\b)"
    r"[\w'’$%-]{1,24}){0,8}[ \n]"
)
_OPENING = regex(r"(?:on[ ])?", re.IGNORECASE)
_SOME = regex(r"\b[Aa]n?[ \n]$")  # "on a Thursday" is no day of the news
MOURNED = regex(
    r"\b(?:late|died|dies|dead|death|deaths|dying|killed|assassinat\w+|murder\w*|funeral|obituar\w+|buried|burial|"
    r"memorial|posthumous\w*|estate|widow|widower|legacy|tribute\w*|mourn\w*|passed[ ]away|passing|"
    r"biograph\w+|"
    r"born|anniversary|actor|actress|plays?|played|portray\w*|film|movie|documentary|musical|novel|book|"
    r"character|statue|hologram|recording|archive\w*|histor\w+|then|once|famously)\b",
    re.IGNORECASE,
)
"""Words of a sentence about a death, or about what somebody left behind."""


def day_of(annotations: Annotations, name: Span, verb: re.Match[str], sentence: Span) -> dt.date | None:
    """The day that the clause names, if it is one of the news: near publication, or with its year.

    Args:
        annotations: the article's layers.
        name: the name of who acts.
        verb: the match of what they do, behind the name.
        sentence: the sentence of both.
    """
    prose = annotations.article.prose
    for timex in within(annotations.timexes, sentence):
        if timex.type is not TimexType.DATE:
            continue
        if _SOME.search(prose, max(sentence.start, timex.span.start - 4), timex.span.start):
            continue
        after = timex.span.start > verb.end() and _UP_TO_DAY.fullmatch(prose, verb.end(), timex.span.start)
        opens = timex.span.end <= name.start and _OPENING.fullmatch(prose, sentence.start, timex.span.start)
        if after or opens:
            return _certain(annotations, timex)
    return None


def _certain(annotations: Annotations, timex: Timex) -> dt.date | None:
    date, published = timex.date, annotations.article.published
    if date is None or date.day is None:
        return None
    if timex.written.year is not None:
        return date.earliest
    near = published is not None and abs((date.earliest - published.date).days) <= NEAR_DAYS
    return date.earliest if near and timex.anchor is Anchor.PUBLICATION else None
