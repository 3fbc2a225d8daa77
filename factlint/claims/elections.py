"""Claims that an election was or will be held in a year: "the 2018 US presidential election"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from factlint.annotate.timex.bounds import bounds
from factlint.annotate.timex.model import Anchor, Timex, TimexType
from factlint.claims.base import Claim
from factlint.claims.election_country import (
    FEDERATIONS,
    CountryMeant,
    election_countries,
    markers_beside,
    within_reach,
)
from factlint.kb.election_calendar import ElectionKind
from factlint.linking.country_context import MarkerKind
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations


class Head(StrEnum):
    """What the copy calls it."""

    ELECTION = "election"
    """The vote itself, its results, or the race that bears the name of its year."""
    CAMPAIGN = "campaign"
    """What may begin in the year before: "her 2007 presidential campaign"."""
    CANDIDATE = "candidate"
    """Somebody who runs, and may be said to in the year before: "a 2007 presidential hopeful"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionClaim(Claim):
    """The copy speaks of an election of a year.

    Attributes:
        kind: what is elected.
        head: what the copy calls it.
        years: the year it names, or the two of a cycle such as 2015-16, of which one is meant.
        relative: whether the year is counted from the publication date: "this year's".
        period: the week or month that it names instead of a year, its first and last day: "next month's".
        owned: whether it is somebody's: "her 2007 campaign".
        begins: whether the sentence tells how something began or was abandoned.
        countries: the countries whose election may be meant, the likeliest first.
    """

    kind: ElectionKind
    head: Head
    years: tuple[int, ...]
    relative: bool
    owned: bool
    begins: bool
    countries: tuple[CountryMeant, ...]
    period: tuple[dt.date, dt.date] | None = None


_ELECTION = (
    r"(?i:elections?)|races?|contests?|vote|voting|cycles?|primar(?:y|ies)|caucus(?:es)?|nomination|polls|results?|"
    r"runoffs?|run-offs?|ballots?|matchup|season|nominees?|ticket"
)
_CAMPAIGN = r"campaigns?|bids?|runs?|effort"
_CANDIDATE = r"candidates?|contenders?|hopefuls?"
_KIND = r"(?P<kind>(?i:presidential|parliamentary|legislative|congressional|general|mid-?term))"
# Regions hold neither federal nor national elections, but other things are federal and national.
_NATIONAL = r"(?P<national>(?i:federal|national))[ ](?i:elections?)\b"
# What bears the name of elections without being one, or may come in any year.
_NOT_ITSELF = (
    r"(?![ ](?i:commission|committee|council|board|stud(?:y|ies)|laws?|reforms?|interference|meddling|"
    r"announcement|launch|kick-?off|rall(?:y|ies)|events?|stops?|speech|debates?|year|cycle|season|authority|cent(?:re|er)))"
)
_FILLERS = r"(?:[ -](?:primary|nominating|nomination|general|election|elections|recall|and[ ]\w{1,20})){0,2}"
_MIDTERMS = r"(?P<midterms>(?i:mid-?terms))\b"
# Between the year and the kind stand countries, parties and words such as "national".
_MODIFIERS = r"(?:[ ](?:[A-Z][\w.'-]{0,24}|national|federal|open|disputed|contentious|historic)){0,3}"
_MORE_YEARS = r"(?:(?:,|,?[ ]and|,?[ ]or|-|–|[ ]through)[ ]?\d{2,4}){0,3}"

_AFTER_YEAR = regex(
    rf"{_MORE_YEARS}(?:'s|')?{_MODIFIERS}[ ](?:{_KIND}{_FILLERS}[ ]"
    rf"(?:(?P<election>{_ELECTION})(?:[ ](?:campaign|race|cycle|season))?"
    rf"|(?P<campaign>{_CAMPAIGN}){_NOT_ITSELF}|(?P<candidate>{_CANDIDATE}))\b|{_MIDTERMS}"
    rf"|{_NATIONAL}{_NOT_ITSELF}"
    rf"|(?<![Ff]ederal[ ])(?<![Nn]ational[ ])(?P<plain>election)\b{_NOT_ITSELF}(?![ ]campaign))"
)
_BEFORE_YEAR = regex(
    rf"\b(?:{_KIND}{_FILLERS}[ ](?:(?i:elections?)|vote|race|contest|cycle)|{_MIDTERMS}|{_NATIONAL})"
    r"(?:[ ]held|[ ]scheduled)?(?:[ ]in[ ][A-Z][\w.'-]{1,20})?(?:[ ](?:in|of|for))?[ ]$"
)
# Special elections fall in any year.
_SPECIAL_BEFORE = regex(r"\b(?:special|recall|by-?|snap)[ -]$", re.IGNORECASE)
_OWNER_BEFORE = regex(r"(?:\b(?:his|her|my|your|their|our|own)|[\w.]'s|s')[ ](?:\w+[ ])?$")
_BEGINS = regex(
    r"\b(?:beg[aiu]n\w*|start\w*|launch\w*|announc\w*|kick\w*|open\w*|enter\w*|early|debut\w*|declar\w*|unveil\w*|"
    r"first|roll\w*|drop\w*|suspend\w*|abandon\w*|quit\w*|end(?:s|ed|ing)?|explor\w*)\b",
    re.IGNORECASE,
)
# An election by itself, without primaries and races, has a day of its own.
_ITS_DAY = regex(
    r"(?:presidential|parliamentary|mid-?term|general)[ ](?:elections?|vote)$|mid-?terms$", re.IGNORECASE
)
_REACH = 90

_OF_REGIONS = regex(r"\b(?:European|EU|E\.U|regional|state|local|provincial|municipal|cantonal)\b")
# A mere "election" beside these may be the one of a council.
_LOCAL = regex(
    r"\b(?:local|municipal|regional|provincial|state|mayor(?:al)?|councils?|assembly|governors?|gubernatorial|district|"
    r"union|party|leadership|primar(?:y|ies)|by-?elections?|referendum)\b",
    re.IGNORECASE,
)
# Presidents who preside over something else than a country.
_OF_SOMETHING_ELSE = regex(
    r"\b(?:FIFA|UEFA|IOC|IAAF|CONCACAF|Interpol|student[ ](?:body|government|union)|union[ ]president|"
    r"bar[ ]association|(?:football|soccer)[ ](?:federation|association)|club[ ]president|synod)\b",
    re.IGNORECASE,
)


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All claims about elections of a year, in order."""
    return tuple(claim for timex in annotations.timexes for claim in _claims(annotations, timex))


def _claims(annotations: Annotations, timex: Timex) -> Iterator[ElectionClaim]:
    relative = timex.anchor is Anchor.PUBLICATION
    if timex.type is not TimexType.DATE or not _is_year(timex, relative=relative):
        return
    prose = annotations.article.prose
    sentence = annotations.sentence_at(timex.span.start)
    match = _AFTER_YEAR.match(prose, timex.span.end, min(len(prose), timex.span.end + _REACH))
    if match is None:
        reach = max(sentence.start, timex.span.start - _REACH)
        match = _BEFORE_YEAR.search(prose, reach, timex.span.start)
    if match is None:
        return
    near = within_reach(sentence, timex.span)
    if _OF_SOMETHING_ELSE.search(prose, near.start, near.end):
        return
    if _SPECIAL_BEFORE.search(prose, max(0, match.start() - 12), match.start()):
        return
    period = None if re.match(r"\d{4}$", timex.value) or not relative else bounds(timex)
    if period is not None and not _ITS_DAY.search(prose, *match.span()):
        return
    span = timex.span.join(Span(*match.span()))
    if _OF_REGIONS.search(prose, span.start, span.end):
        return
    kind = _kind(match)
    if match.groupdict().get("plain") and not _of_a_country(annotations, timex, match, near):
        return
    yield ElectionClaim(
        span=span,
        sentence=sentence,
        quoted=annotations.is_quoted(span),
        kind=kind,
        head=_head(match),
        years=_years(prose, timex),
        relative=relative,
        owned=_OWNER_BEFORE.search(prose, max(sentence.start, span.start - 40), span.start) is not None,
        begins=_BEGINS.search(prose, near.start, near.end) is not None,
        countries=tuple(
            meant
            for meant in election_countries(annotations, span, sentence, kind)
            if not _is_federal(match) or meant.country in FEDERATIONS
        ),
        period=period,
    )


def _is_year(timex: Timex, *, relative: bool) -> bool:
    """Whether the time is a year, a month whose year is written, or "next month" and the like."""
    if relative:
        parts = r"\d{4}(?:-\d{2}|-W\d{2})?" if timex.written.month is None else r"\d{4}"
        return re.fullmatch(parts, timex.value) is not None
    return timex.written.year is not None and re.fullmatch(r"\d{4}(?:-\d{2})?", timex.value) is not None


def _of_a_country(annotations: Annotations, timex: Timex, match: re.Match[str], near: Span) -> bool:
    """Whether a mere "election" is called a country's: "the 2016 US election", "Brazil's 2018 election"."""
    prose = annotations.article.prose
    if _LOCAL.search(prose, near.start, near.end):
        return False
    span = timex.span.join(Span(*match.span()))
    between = prose[timex.span.end : match.start("plain")].strip()
    return any(
        marker.kind is MarkerKind.PLACE
        and not marker.part
        and (marker.words == between if between else marker.span.end <= span.start)
        for marker in markers_beside(annotations, span)
    )


def _is_federal(match: re.Match[str]) -> bool:
    national = match.groupdict().get("national")
    return national is not None and national.lower() == "federal"


def _kind(match: re.Match[str]) -> ElectionKind:
    groups = match.groupdict()
    if groups.get("national") or groups.get("plain"):
        return ElectionKind.NATIONAL
    kind = (match["kind"] or "midterm").lower().replace("-", "")
    return ElectionKind.PARLIAMENTARY if kind == "legislative" else ElectionKind(kind)


def _head(match: re.Match[str]) -> Head:
    groups = match.groupdict()
    if groups.get("campaign"):
        return Head.CAMPAIGN
    return Head.CANDIDATE if groups.get("candidate") else Head.ELECTION


_SECOND_YEAR = regex(r"[-–/](\d{4}|\d{2})\b")


def _years(prose: str, timex: Timex) -> tuple[int, ...]:
    year = int(timex.value[:4])
    second = _SECOND_YEAR.match(prose, timex.span.end)
    if second is None:
        return (year,)
    return (year, int(second[1]) if len(second[1]) == 4 else year // 100 * 100 + int(second[1]))
