"""Claims about terms: "second-term Sen. Ann Roe", "Ann Roe, a two-term governor", "the freshman senator"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.office_titles import title_key
from factlint.annotate.offices import Standing
from factlint.annotate.within import within
from factlint.claims.affiliations import people_of
from factlint.claims.base import Claim
from factlint.claims.present import speaks_of_the_past
from factlint.claims.reported import is_reported
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.annotate.offices import OfficeMention
    from factlint.kb.model import Entity
    from factlint.linking.link import ArticleNames
    from factlint.linking.model import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class TermClaim(Claim):
    """The copy says in which term somebody holds an office, or how many terms they held it.

    Attributes:
        people: whom it may mean, the most prominent first.
        office: ``Senator``, ``Representative``, ``Governor`` or ``President``.
        number: the number of the term, or of terms.
        counted: whether the copy counts terms ("two-term") and does not number one ("second-term").
        former: whether it says so of somebody who has left the office.
        past: whether the sentence may speak of another time than that of publication.
    """

    people: tuple[Entity, ...]
    office: str
    number: int
    counted: bool = False
    former: bool = False
    past: bool = False


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: number for words in (_ORDINALS, _CARDINALS) for number, word in enumerate(words, 1)}
_OFFICES = ("Senator", "Representative", "Governor", "President")

_TERM = (
    rf"(?:(?P<number>{'|'.join(_NUMBERS)})-term|(?P<freshman>freshman))[ \n]"
    r"(?:(?!state\b|city\b|[Vv]ice\b)[\w.'’-]+[ \n]){0,3}$"
)
_BEFORE_OFFICE = regex(rf"\b{_TERM}", re.IGNORECASE)
_DIRECT = regex(r"\.?\s+")
_SAID_OF_NAME = regex(
    r"(?:,[ \n]|[ \n](?:is|was)[ \n])(?:an?[ \n]|the[ \n])?(?:former[ \n]|now[ \n]a[ \n])?$", re.IGNORECASE
)
_THE = regex(r"\bthe[ \n](?:former[ \n])?$", re.IGNORECASE)
_FORMER = regex(r"\bformer\b", re.IGNORECASE)
_REACH = 60


def extract(annotations: Annotations) -> tuple[TermClaim, ...]:
    """The claims about terms, in order."""
    return tuple(claim for office in annotations.offices for claim in _of_office(annotations, office))


def _of_office(annotations: Annotations, office: OfficeMention) -> Iterator[TermClaim]:
    kind = next((one for one in _OFFICES if title_key(one) in map(title_key, office.titles)), None)
    prose, sentence = annotations.article.prose, annotations.sentence_at(office.span.start)
    start = max(sentence.start, office.span.start - _REACH)
    term = _BEFORE_OFFICE.search(prose, start, office.span.start)
    if kind is None or term is None or office.standing not in (Standing.HELD, Standing.FORMER):
        return
    people = _said_of(annotations, office, term.start(), sentence)
    if not people:
        return
    span = Span(term.start(), office.span.end)
    word = (term["number"] or "first").lower()
    yield TermClaim(
        span=span,
        sentence=sentence,
        quoted=annotations.is_quoted(span),
        reported=is_reported(annotations, span, sentence),
        people=people,
        office=kind,
        number=_NUMBERS[word],
        counted=word in _CARDINALS,
        former=office.standing is Standing.FORMER
        or _FORMER.search(prose, max(start, term.start() - 10), office.span.start) is not None,
        past=speaks_of_the_past(annotations, span, sentence),
    )


def _said_of(
    annotations: Annotations, office: OfficeMention, term: int, sentence: Span
) -> tuple[Entity, ...]:
    """Whom the words mean: the name behind the title or before the words, or the article's one holder."""
    from factlint.linking.link import link_names
    from factlint.linking.title_mentions import title_mentions

    names, prose = annotations.derived(link_names), annotations.article.prose
    for mention in _mentions(names, sentence):
        if mention.span.start >= office.end and _DIRECT.fullmatch(prose, office.end, mention.span.start):
            return people_of(mention, names)
        if mention.span.end <= term and _SAID_OF_NAME.fullmatch(prose, mention.span.end, term):
            return people_of(mention, names)
    if _THE.search(prose, max(sentence.start, term - _REACH), term):
        for titled in annotations.derived(title_mentions):
            if titled.office == office and titled.person.entity is not None:
                return (titled.person.entity,)
    return ()


def _mentions(names: ArticleNames, sentence: Span) -> tuple[Mention, ...]:
    return tuple(within(names.mentions, sentence))
