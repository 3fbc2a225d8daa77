"""Claims about offices: "Secretary of State Antony Blinken", "Serbia's president, Aleksandar Vucic"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.within import within
from factlint.claims.base import Claim
from factlint.claims.present import speaks_of_the_past, speaks_of_the_present
from factlint.claims.reported import is_reported
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.annotate.offices import OfficeMention
    from factlint.kb.model import Entity
    from factlint.linking.model import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeClaim(Claim):
    """The copy gives somebody a title.

    Attributes:
        mention: the full name.
        people: whom it may name, the most prominent first; empty for nobody known.
        office: the title with its place.
        past: whether the sentence may speak of another time than that of publication.
        present: whether it surely speaks of that time, by what the person does and when.
        contested: whether the words before the title make of it an office that not everybody grants:
            "self-proclaimed", "breakaway", "Bosnian Serb".
    """

    mention: Mention
    people: tuple[Entity, ...]
    office: OfficeMention
    past: bool = False
    present: bool = False
    contested: bool = False


_DIRECT = regex(r"\.?\s+")
_APPOSED_BEFORE = regex(r",\s+")
_APPOSED_AFTER = regex(r",\s+(?:the\s+|an?\s+)?")
_CONTESTED = regex(
    r"\b(?:self-\w+|breakaway|separatist|rebel|exiled|rival|disputed|unrecogni[sz]ed|would-be|de[ -]facto|"
    r"opposition|parallel|(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)(?:ern)?)[ \n]$"
)
# What somebody gave up with an office keeps its title: "Rep. Ann Roe's seat".
_LEFT_BEHIND = regex(
    r"'s?\s+(?:\w+\s+)?(?:seat|district|successor|replacement|departure|legacy|era|tenure)\b"
)
# "The president, Ann Roe and Bob Doe" is a list as often as an apposition.
_LIST_GOES_ON = regex(r",?\s+(?:and|or)\s")
# Between two names of a list, with the party and state of the first.
_IN_LIST = regex(
    r"(?:\s?\([^()]{1,24}\)|,\s[DRI]-[A-Z][A-Za-z.]{1,8}|\sof\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?"
    r"(?:,?\s(?P<last>and)\s|,\s)"
)
_REACH = 120
"""A title with its place and its links to the name is not longer."""

_BEFORE = 40
"""How far before a title the words that contest it are looked for."""

_ENDS = regex(r"\s*(?:[,;)]|\.\s*$|\.\s+[A-Z\"“])")


def extract(annotations: Annotations) -> tuple[OfficeClaim, ...]:
    """The titles that stand directly before a full name, or in apposition to it, in order of the names."""
    from factlint.linking.link import link_names

    prose = annotations.article.prose
    named = [
        mention
        for mention in annotations.derived(link_names).mentions
        if mention.full and not _LEFT_BEHIND.match(prose, mention.span.end)
    ]
    titled = [(mention, list(_titles_of(annotations, mention))) for mention in named]
    claims: list[OfficeClaim] = []
    listed: OfficeMention | None = None
    for (mention, offices), before in zip(titled, [None, *named], strict=False):
        # "Sens. Ann Roe and Bob Doe": the title before the first is that of all up to the last.
        gap = prose[before.span.end : mention.span.start] if before and not offices and listed else ""
        goes_on = _IN_LIST.fullmatch(gap) if len(gap) <= _BEFORE else None
        if goes_on and listed:
            claims.append(_claim(annotations, mention, listed, mention.span))
        else:
            claims += [
                _claim(annotations, mention, office, Span(office.start, office.end).join(mention.span))
                for office in offices
            ]
        if offices:
            listed = next((one for one in offices if one.plural), None)
        elif goes_on is None or goes_on["last"]:
            listed = None
    return tuple(claims)


def _claim(annotations: Annotations, mention: Mention, office: OfficeMention, span: Span) -> OfficeClaim:
    sentence = mention.run.sentence
    return OfficeClaim(
        span=span,
        sentence=sentence,
        quoted=annotations.is_quoted(mention.span),
        reported=is_reported(annotations, mention.span, sentence),
        mention=mention,
        people=mention.people,
        office=office,
        past=speaks_of_the_past(annotations, mention.span, sentence),
        present=speaks_of_the_present(annotations, span, sentence),
        contested=_is_contested(annotations, office),
    )


def _titles_of(annotations: Annotations, mention: Mention) -> Iterator[OfficeMention]:
    prose = annotations.article.prose
    start, end = mention.span.start, mention.span.end
    for office in within(annotations.offices, Span(max(0, start - _REACH), end + _REACH)):
        # The point of "Gov." joins, the point after "foreign minister" ends the sentence.
        if office.possessive or annotations.sentence_at(office.start) != annotations.sentence_at(start):
            continue
        if office.end <= start:
            apposed = office.place is not None and _APPOSED_BEFORE.fullmatch(prose, office.end, start)
            if (apposed and not _LIST_GOES_ON.match(prose, end)) or _DIRECT.fullmatch(
                prose, office.end, start
            ):
                yield office
        elif (
            _APPOSED_AFTER.fullmatch(prose, end, office.start)
            and _ENDS.match(prose, office.end)
            and not _LIST_GOES_ON.match(prose, office.end)
        ):
            yield office


def _is_contested(annotations: Annotations, office: OfficeMention) -> bool:
    """Whether "self-proclaimed" or the name of another people stands before the title."""
    prose = annotations.article.prose
    if _CONTESTED.search(prose, max(0, office.start - _BEFORE), office.start):
        return True
    if office.place is None or office.place.span.start > office.span.start:
        return False
    stretch = Span(max(0, office.place.span.start - _BEFORE), office.place.span.start)
    return any(prose[place.span.end : stretch.end].isspace() for place in within(annotations.places, stretch))
