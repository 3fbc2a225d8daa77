"""Claims about ages: "Angela Merkel, 66,", "the 57-year-old Mark Smith", "John Updike dies at 76"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.within import within
from factlint.claims.affiliations import people_of
from factlint.claims.base import Claim
from factlint.claims.present import times_named
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.dates.partial import PartialDate
    from factlint.kb.model import Entity
    from factlint.linking.model import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeClaim(Claim):
    """The copy gives somebody's age.

    Attributes:
        mention: the name.
        person: key of the person in the article's cast, "" where the name may be several people's.
        people: whom of the known it may name, the most prominent first.
        age: in years.
        times: the times that the sentence names, at one of which the age may have held.
        at_death: whether it is the age at which the person died.
    """

    mention: Mention
    person: str
    people: tuple[Entity, ...]
    age: int
    times: tuple[PartialDate, ...] = ()
    at_death: bool = False


OLDEST = 115
"""Nobody in the news is older; larger numbers are something else."""

# After the name: ", 66," "(66)" ", aged 66," ", a 66-year-old"; a number that goes on as a date, a sum
# or a count is no age.
_AFTER = regex(
    r",\s(?:aged?\s)?(?P<bare>\d{1,3})(?=,|\)|\.(?:\s|$))(?!,\d)"
    r"|\s\((?P<bracketed>\d{1,3})\)"
    r"|,\s(?:an?|the)\s(?P<hyphenated>\d{1,3})-year-old\b"
    r"|,\swho\sis\s(?P<relative>\d{1,3})(?=,)"
    r"|\sis\s(?P<stated>\d{1,3})\syears\sold\b"
    r"|(?:,\swho)?\s(?:turned|turns|will\sturn)\s(?P<turned>\d{1,3})(?=[.,;]|\s(?:on|in|last|this|next|earlier"
    r"|later|today|yesterday)\b)"
)
# "Before Mr. Roe turns 70" tells nothing of now.
_AT_ANOTHER_TIME = regex(
    r"\b(?:when|before|until|once|after|if|as\ssoon\sas|by\sthe\stime|since)\s(?:[A-Za-z.]{1,12}\s){0,3}$",
    re.IGNORECASE,
)
_AT_AGE = regex(r"\bAt(?:\sage)?\s(?P<now>\d{1,3}),\s(?:[A-Z][a-z]{1,12}\.?\s){0,2}$")
_STILL = regex(r"\s(?:is|remains)\b")
_SINCE = regex(r"\bsince\s$", re.IGNORECASE)
_DIED = regex(
    r"(?:,?\s(?:who|has|had)){0,2}\s(?:(?:dies|died|dead)\s(?:at|aged)"
    r"|(?:dies|died|passed\saway)\b[^.,;:()]{0,40}?\s(?:aged|at\sthe\sage\sof|at\sage))\s(?P<died>\d{1,3})"
    r"(?![\d:%.,]*\d|\s?(?:[ap]\.?m\b|per\b|hours|miles|days|weeks|months))"
)
# "Souter, 90; Thomas, 52;": a list of votes or scores.
_TALLY = regex(r",\s\d{1,3};")
_BEFORE = regex(r"\b(?P<age>\d{1,3})-year-old\s+(?:[A-Za-z]+\s+){0,2}$")


def extract(annotations: Annotations) -> tuple[AgeClaim, ...]:
    """The ages given directly after or before a name, in order of the names."""
    return annotations.derived(age_claims)


def age_claims(annotations: Annotations) -> tuple[AgeClaim, ...]:
    """The same; ``annotations.derived`` keeps them."""
    from factlint.linking.link import link_names

    names = annotations.derived(link_names)
    claims = []
    for mention in names.mentions:
        found = _age_of(annotations.article.prose, mention)
        if found is None:
            continue
        span, age, at_death = found
        bearers = names.bearers_of(mention)
        claims.append(
            AgeClaim(
                span=span,
                sentence=mention.run.sentence,
                quoted=annotations.is_quoted(span),
                mention=mention,
                person=bearers[0].key if len(bearers) == 1 else "",
                people=people_of(mention, names),
                age=age,
                times=_times(annotations, span, mention.run.sentence),
                at_death=at_death,
            )
        )
    return tuple(claims)


def _times(annotations: Annotations, span: Span, sentence: Span) -> tuple[PartialDate, ...]:
    """The times at which the age may have held: not the 1993 of "has served since 1993"."""
    prose = annotations.article.prose
    since = {
        timex.date
        for timex in within(annotations.timexes, sentence)
        if _SINCE.search(prose, max(sentence.start, timex.span.start - 8), timex.span.start)
    }
    return tuple(time for time in times_named(annotations, span, sentence) if time not in since)


def _age_of(prose: str, mention: Mention) -> tuple[Span, int, bool] | None:
    sentence = mention.run.sentence
    if _TALLY.search(prose, sentence.start, sentence.end):
        return None
    match = _AFTER.match(prose, mention.span.end, sentence.end) or _DIED.match(
        prose, mention.span.end, sentence.end
    )
    if (
        match is not None
        and match.lastgroup in ("turned", "stated")
        and _AT_ANOTHER_TIME.search(prose, sentence.start, mention.span.start)
    ):
        return None
    if match is None:
        match = _BEFORE.search(prose, max(sentence.start, mention.span.start - 50), mention.span.start)
    if match is None and _STILL.match(prose, mention.span.end, sentence.end):
        match = _AT_AGE.search(prose, max(sentence.start, mention.span.start - 40), mention.span.start)
    if match is None or match.lastgroup is None:
        return None
    age = int(match[match.lastgroup])
    if not 0 < age <= OLDEST:
        return None
    return Span(*match.span(match.lastgroup)), age, match.lastgroup == "died"
