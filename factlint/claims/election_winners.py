"""Claims that somebody won or lost an election: "Ann Roe won the 2016 presidential election"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.timex.model import TimexType
from factlint.claims import elections
from factlint.claims.affiliations import people_of
from factlint.claims.base import Claim
from factlint.claims.election_country import CountryMeant
from factlint.claims.elections import ElectionClaim, Head
from factlint.kb.election_calendar import ElectionKind
from factlint.linking.country_context import country_markers, markers_within
from factlint.linking.link import link_names
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotate.layers import Annotations
    from factlint.annotate.timex.model import Timex
    from factlint.kb.model import Entity
    from factlint.linking.link import ArticleNames
    from factlint.linking.model import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionWinnerClaim(Claim):
    """The copy says who won or lost an election of a whole country.

    Attributes:
        person: whom of the known the name means.
        people: whom of the known it may mean, the most prominent first.
        won: whether they are said to have won, rather than lost.
        kind: what was elected.
        year: when.
        named: whether the copy names the election itself, and not only the office that was won.
        countries: the countries whose election may be meant, the likeliest first; empty where
            only the person says it.
    """

    person: Entity
    people: tuple[Entity, ...]
    won: bool
    kind: ElectionKind
    year: int
    named: bool
    countries: tuple[CountryMeant, ...] = ()


_ADVERB = (
    r"(?:[ ](?:narrowly|easily|handily|comfortably|decisively|convincingly|unexpectedly|eventually|"
    r"ultimately|then|later|first|soundly|resoundingly))?"
)
_WHO = r"(?:,?[ ]who)?(?:[ ](?:has|had))?" + _ADVERB
_RIVAL = r"[ ](?:[\w.'’-]{1,20}[ ]){1,5}"
# "the", "France's", "his country's", and an adjective that the election's own words do not begin with.
_OWNER = r"[ ](?:the[ ]|(?:[A-Z][\w.-]{0,20}[ ]){0,2}[A-Z][\w.-]{0,20}['’]s?[ ]|the[ ][A-Z]\w{0,20}[ ])"
_DESCRIBED = r"(?:[ ](?:narrow|surprise|shock|upset|landslide|stunning|unexpected|crushing|decisive|big))?"
_WON = regex(
    rf"(?:{_WHO}[ ](?:(?:won|captured|clinched|swept|prevailed[ ]in|triumphed[ ]in|was[ ]victorious[ ]in)"
    rf"|(?:defeated|beat|ousted|toppled|trounced|edged[ ]out|bested|unseated|crushed|upset){_RIVAL}in)"
    rf"|['’]s?{_DESCRIBED}[ ](?:victory|win|triumph|defeat[ ]of{_RIVAL})(?:[ ]over{_RIVAL})?[ ]?in)"
    rf"{_OWNER}"
)
_LOST = regex(
    rf"(?:{_WHO}[ ](?:lost|conceded|lost[ ]to{_RIVAL}in"
    rf"|was[ ](?:defeated|beaten)(?:[ ]by{_RIVAL})?[ ]?in)"
    rf"|['’]s?{_DESCRIBED}[ ](?:defeat|loss)(?:[ ](?:to|by){_RIVAL})?[ ]?in)"
    rf"{_OWNER}"
)
_ELECTED = regex(
    rf"{_WHO}(?:[ ](?:was|being))?{_ADVERB}[ ](?:re-?elected[ ]president|elected[ ]president|"
    r"won[ ]the[ ](?:presidency|White[ ]House))[ ](?:again[ ])?in[ ]"
)
# What makes the subject another's: "supporters of Ann Roe won", "Ann Roe and John Doe won".
_NOT_THE_SUBJECT = regex(
    r"\b(?:of|by|for|with|and|or|against|over|from|like|than|to|behind|nor|versus|vs|backing|backed|supporting|on|in)"
    r"[ ](?:(?:Mr|Mrs|Ms|Dr|Sen|Gov|President|then-\w{1,20}|former|candidate|nominee)\.?[ ]){0,2}$"
)
# Votes that were not held, or that somebody only says were won.
_DOUBTED = regex(
    r"\b(?:if|whether|not|never|no|nobody|none|falsely|false|lies?|lied|lying|claim\w*|says?|said|saying|tell\w*|told|"
    r"insist\w*|believ\w*|think\w*|thought|assert\w*|argu\w*|alleg\w*|would|could|might|may|should|had|wish\w*|hop(?:e|es|ed|ing)|"
    r"expect\w*|predict\w*|project\w*|polls?|polling|imagin\w*|suppos\w*|pretend\w*|conspirac\w*|dream\w*|suggest\w*|"
    r"declar\w*|convinced|accept\w*|den(?:y|ies|ied|ying)|almost|nearly|instead|unless|though|fictional|novel|film|movie|series|"
    r"alternate|counterfactual|seem\w*|appear\w*|according|report\w*|maintain\w*|contend\w*|myth|wrongly|mistaken\w*|"
    r"doubt\w*|question\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
# A part of the country, of the voters or of the vote.
_OF_A_PART = regex(
    r"\b(?:states?|count(?:y|ies)|districts?|provinces?|regions?|cit(?:y|ies)|towns?|precincts?|there|here|among|"
    r"popular|electoral|primar(?:y|ies)|caucus\w*|nominations?|first[ ]round|debates?|delegates?|abroad|"
    r"overseas|youth|margin[ ]of|voters|votes[ ]of|share|both|neither|straw|mock)\b",
    re.IGNORECASE,
)
_IN = regex(r"\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Oo]f|[Aa]t|[Ff]rom|[Ff]or)[ ](?:the[ ])?$")
_REACH = 120
_KINDS = frozenset(
    {ElectionKind.PRESIDENTIAL, ElectionKind.PARLIAMENTARY, ElectionKind.GENERAL, ElectionKind.NATIONAL}
)


def extract(annotations: Annotations) -> tuple[ElectionWinnerClaim, ...]:
    """All claims that somebody known won or lost an election, in order of the elections."""
    votes = [one for one in annotations.derived(elections.extract) if isinstance(one, ElectionClaim)]
    years = [timex for timex in annotations.timexes if _is_bare_year(timex)]
    if not years:
        return ()
    names = annotations.derived(link_names)
    starts = [mention.span.start for mention in names.mentions]
    found: list[ElectionWinnerClaim] = []
    for vote in votes:
        found += _of_vote(annotations, names, starts, vote)
    for timex in years:
        found += _of_office(annotations, names, starts, timex)
    return tuple(found)


def _is_bare_year(timex: Timex) -> bool:
    return timex.type is TimexType.DATE and timex.written.year is not None and timex.mod is None


def _of_vote(
    annotations: Annotations, names: ArticleNames, starts: Sequence[int], vote: ElectionClaim
) -> Iterator[ElectionWinnerClaim]:
    """What is said before the words for an election."""
    if vote.head is not Head.ELECTION or vote.relative or len(vote.years) > 1 or vote.kind not in _KINDS:
        return
    prose = annotations.article.prose
    for mention in _before(names, starts, vote.span.start):
        gap = (mention.span.end, vote.span.start)
        won = _WON.fullmatch(prose, *gap)
        if won is None and _LOST.fullmatch(prose, *gap) is None:
            continue
        person = names.entity_of(mention)
        if person is not None and _is_stated(annotations, mention, vote.sentence, vote.span.end):
            yield ElectionWinnerClaim(
                span=mention.span.join(vote.span),
                sentence=vote.sentence,
                quoted=annotations.is_quoted(vote.span),
                person=person,
                people=people_of(mention, names) or (person,),
                won=won is not None,
                kind=vote.kind,
                year=vote.years[0],
                named=True,
                countries=vote.countries,
            )
        return


def _of_office(
    annotations: Annotations, names: ArticleNames, starts: Sequence[int], timex: Timex
) -> Iterator[ElectionWinnerClaim]:
    """What is said with the year alone: "was elected president in 2016"."""
    prose = annotations.article.prose
    year = timex.written.year
    for mention in _before(names, starts, timex.span.start):
        if year is None or _ELECTED.fullmatch(prose, mention.span.end, timex.span.start) is None:
            continue
        sentence = annotations.sentence_at(timex.span.start)
        person = names.entity_of(mention)
        if person is not None and _is_stated(annotations, mention, sentence, timex.span.end):
            yield ElectionWinnerClaim(
                span=mention.span.join(timex.span),
                sentence=sentence,
                quoted=annotations.is_quoted(timex.span),
                person=person,
                people=people_of(mention, names) or (person,),
                won=True,
                kind=ElectionKind.PRESIDENTIAL,
                year=year,
                named=False,
            )
        return


def _before(names: ArticleNames, starts: Sequence[int], offset: int) -> Iterator[Mention]:
    """The names shortly before a place, the farthest first: who defeats stands before who is defeated."""
    first = bisect_left(starts, offset - _REACH)
    yield from names.mentions[first : bisect_left(starts, offset)]


def _is_stated(annotations: Annotations, mention: Mention, sentence: Span, end: int) -> bool:
    """Whether the name is the subject and the copy says so of the whole vote, in its own words."""
    prose = annotations.article.prose
    start = max(sentence.start, mention.span.start - _REACH)
    after = min(sentence.end, end + _REACH)
    if _NOT_THE_SUBJECT.search(prose, start, mention.span.start) or _OF_A_PART.search(prose, start, after):
        return False
    if _DOUBTED.search(prose, start, mention.span.start) or _DOUBTED.search(prose, end, after):
        return False
    parts = markers_within(annotations.derived(country_markers), Span(start, after))
    return not any(
        marker.part and _IN.search(prose, max(start, marker.span.start - 12), marker.span.start)
        for marker in parts
    )
