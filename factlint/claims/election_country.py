"""Whose election a phrase speaks of that names no country: "the 2016 presidential election"."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from factlint.kb.election_calendar import UNITED_STATES, ElectionKind
from factlint.linking.country_context import (
    CountryMarker,
    MarkerKind,
    country_markers,
    country_shares,
    markers_within,
)
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotate.layers import Annotations
    from factlint.kb.model import EntityId

HELD_BY_REGIONS = frozenset({ElectionKind.PARLIAMENTARY})
"""Kinds of elections that regions hold as well as countries."""

_GENERAL_IN_REGIONS: frozenset[EntityId] = frozenset({UNITED_STATES, "Q16"})
"""Countries whose states and provinces call their own elections general: the United States, Canada."""

FEDERATIONS: frozenset[EntityId] = frozenset(
    {UNITED_STATES, "Q16", "Q408", "Q183", "Q39", "Q40", "Q31", "Q96", "Q155", "Q414", "Q717", "Q159", "Q668",
     "Q843", "Q833", "Q1033", "Q115", "Q225", "Q796", "Q837"}
)  # fmt: skip
"""Countries whose national elections copy calls federal. Wikidata items."""

AT_HOME = 0.5
"""A country that has at least this share of an article's markers is where the article is at home."""

MINIMUM_MARKERS = 3
"""So many markers an article must have before one country can be its home."""

PRESENT = 0.2
"""A country with this share of the markers may be meant anywhere in the article."""

SENTENCES_BACK = 2
"""How many sentences before the phrase may have set another scene."""


class CountryMeant(NamedTuple):
    """A country whose election may be meant, and what speaks for it."""

    country: EntityId
    reason: str


# Those who do this to an election do it to another country's.
_INTERFERES = regex(
    r"\b(?:meddl\w+|interfer\w+|hack\w*|sway\w*|influenc\w+|tamper\w*|undermin\w+|sabotag\w+|disrupt\w*|target\w*|attack\w*|"
    r"collu\w+|breach\w*|disinformation|misinformation|propaganda|trolls?|bots?|conspir\w+|infiltrat\w+|"
    r"intervention|interven\w+|role|involvement|contacts?|ties|links?|efforts?|operatives?|campaign\s+to|help(?:ed)?)\b",
    re.IGNORECASE,
)
_ACTOR_REACH = 60
_SENTENCE_REACH = 600

# How the words for a country join the phrase: "France's 2017 …", "… in the United States".
_JOINS_BEFORE = regex(r"(?:'s?)?[ ](?:\w{1,12}[ ])?")
_JOINS_BEHIND = regex(r"[ ](?:in|of|for)[ ](?:the[ ])?")
# Who stood in it: "backed Obama in the 2012 presidential election".
_STOOD_IN = regex(r"[ ](?:in|during)[ ]the[ ]")
# Places that only name an accord: "the Paris climate agreement" speaks of no French election.
_ACCORD_BEHIND = regex(
    r"(?:'s)?[ ](?:\w+[ ])?(?:accords?|agreement|deal|treaty|pact|protocol|conventions?|process|framework)\b"
)
_ACCORD_REACH = 40
_JOIN_REACH = 20
_NAME_REACH = 60


def countries_meant(annotations: Annotations, sentence: Span) -> tuple[CountryMeant, ...]:
    """The countries whose election a phrase of a sentence may mean, the likeliest first.

    Empty where nothing says it. A country marked in the sentence may be meant, unless it is the
    one that interferes ("Russian meddling in the 2016 presidential election"); so may the country
    in which the article is at home, and one that the sentences before spoke of.
    """
    markers = annotations.derived(country_markers)
    in_sentence = markers_within(markers, sentence)
    actors = _actors(annotations.article.prose, sentence, in_sentence)
    near = [marker for marker in in_sentence if not marker.countries & actors]
    found: dict[EntityId, str] = {}
    for marker in near:
        for country in marker.countries:
            found.setdefault(country, f"“{marker.words}” in the sentence")
    for country, reason in _of_article(annotations, markers, actors):
        found.setdefault(country, reason)
    if UNITED_STATES not in {country for marker in near for country in marker.countries}:
        for marker in _before(annotations, markers, sentence):
            if marker.part and _names_accord(annotations.article.prose, marker):
                continue
            for country in marker.countries if not marker.countries & actors else ():
                found.setdefault(country, f"“{marker.words}” shortly before")
    return tuple(CountryMeant(country, reason) for country, reason in found.items())


def _actors(prose: str, sentence: Span, markers: Sequence[CountryMarker]) -> frozenset[EntityId]:
    """The countries that meddle, by their marker next before a word for it, or after a "by" behind it."""
    actors: set[EntityId] = set()
    for cue in _INTERFERES.finditer(prose, sentence.start, sentence.end):
        before = [marker for marker in markers if marker.span.end <= cue.start()]
        if before and cue.start() - before[-1].span.end <= _ACTOR_REACH:
            actors |= before[-1].countries
        after = [marker for marker in markers if marker.span.start >= cue.end()]
        if after and re.fullmatch(
            r"[ ](?:\w+[ ])?(?:by|with|to|from)[ ](?:the[ ])?", prose[cue.end() : after[0].span.start][:30]
        ):
            actors |= after[0].countries
    return frozenset(actors - {UNITED_STATES})


def _of_article(
    annotations: Annotations, markers: Sequence[CountryMarker], actors: frozenset[EntityId]
) -> Iterator[tuple[EntityId, str]]:
    if len(markers) < MINIMUM_MARKERS:
        return
    for country, share in annotations.derived(country_shares).items():
        if share >= AT_HOME or (share >= PRESENT and country not in actors):
            yield country, f"{share:.0%} of what the article names"


def _before(
    annotations: Annotations, markers: Sequence[CountryMarker], sentence: Span
) -> tuple[CountryMarker, ...]:
    sentences = annotations.sentences
    index = bisect_right(sentences, sentence.start, key=lambda other: other.start) - 1
    first = sentences[max(0, index - SENTENCES_BACK)].start
    return markers_within(markers, Span(min(first, sentence.start), sentence.start))


def _names_accord(prose: str, marker: CountryMarker) -> bool:
    return _ACCORD_BEHIND.match(prose, marker.span.end, marker.span.end + _ACCORD_REACH) is not None


def markers_beside(annotations: Annotations, span: Span) -> tuple[CountryMarker, ...]:
    """What marks a country in the phrase, right before it, or after an "in" or "of" behind it.

    The owner before it is a marker too, and who stood in it: Macron's presidential campaign is French.
    """
    prose = annotations.article.prose
    around = Span(max(0, span.start - _NAME_REACH), min(len(prose), span.end + _JOIN_REACH))
    return tuple(
        marker
        for marker in markers_within(annotations.derived(country_markers), around)
        if span.start <= marker.span.start < span.end
        or (
            marker.kind is MarkerKind.PERSON
            and marker.span.end <= span.start
            and _STOOD_IN.fullmatch(prose, marker.span.end, span.start)
        )
        or (marker.span.end <= span.start and _JOINS_BEFORE.fullmatch(prose, marker.span.end, span.start))
        or (marker.span.start >= span.end and _JOINS_BEHIND.fullmatch(prose, span.end, marker.span.start))
    )


def election_countries(
    annotations: Annotations, span: Span, sentence: Span, kind: ElectionKind | None
) -> tuple[CountryMeant, ...]:
    """The countries whose election a phrase may mean: those it names, else those of its context.

    For a kind that regions hold as well, only a country named beside the phrase will do, because
    parliaments are elected in Scotland and in Bavaria. A general election is the country's of the
    article, unless its provinces hold general elections too or the sentence speaks of one.

    Args:
        annotations: the article's layers.
        span: the phrase.
        sentence: the sentence it stands in.
        kind: what is elected, None where the copy does not say.

    Returns:
        Nothing where it is not known whose it is, or where it is a region's.
    """
    beside = markers_beside(annotations, span)
    if any(marker.part and UNITED_STATES not in marker.countries for marker in beside):
        return ()
    named = {
        country: CountryMeant(country, f"“{marker.words}” beside it")
        for marker in beside
        for country in marker.countries
    }
    if named or kind in HELD_BY_REGIONS:
        return tuple(named.values())
    near = within_reach(sentence, span)
    meant = countries_meant(annotations, near)
    if kind is ElectionKind.GENERAL and _may_be_regional(annotations, near, meant):
        return ()
    return meant


def _may_be_regional(annotations: Annotations, near: Span, meant: Sequence[CountryMeant]) -> bool:
    if any(one.country in _GENERAL_IN_REGIONS for one in meant):
        return True
    return any(marker.part for marker in markers_within(annotations.derived(country_markers), near))


def within_reach(sentence: Span, span: Span) -> Span:
    """The part of a sentence near a phrase: all of it, unless it is longer than any real one."""
    return Span(
        max(sentence.start, span.start - _SENTENCE_REACH), min(sentence.end, span.end + _SENTENCE_REACH)
    )
