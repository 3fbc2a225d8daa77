"""Later mentions by the title alone: "the chancellor", "the senator", linked to the article's person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.annotate.office_titles import title_key
from factlint.annotate.offices import Standing
from factlint.linking.link import link_names
from factlint.linking.surroundings import Surroundings
from factlint.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotate.layers import Annotations
    from factlint.annotate.offices import OfficeMention
    from factlint.linking.cast import Person

_DETERMINER = regex(r"\b(?:the|The)\s+(?:[a-z]+(?:-[a-z]+)?\s+){0,2}$")
_NAME_FOLLOWS = regex(r"\.?,?\s+[A-Z]")
_REACH = 48


class TitleMention(NamedTuple):
    """A mention of somebody by title alone.

    Attributes:
        office: the title.
        person: whom in the article it means.
    """

    office: OfficeMention
    person: Person


def title_mentions(annotations: Annotations) -> tuple[TitleMention, ...]:
    """The mentions by title alone of which the article says whom they mean, in order.

    The article must have given the same title, in the same standing and without contradiction by a place,
    to exactly one person, and before the mention. Use as ``annotations.derived(title_mentions)``.

    Args:
        annotations: the article's layers.
    """
    titled = tuple(_titled(annotations))
    return tuple(
        TitleMention(office, person)
        for office in annotations.offices
        if _stands_alone(annotations, office) and (person := _meant(office, titled)) is not None
    )


def _titled(annotations: Annotations) -> Iterator[tuple[OfficeMention, Person]]:
    """The titles that the article gives to names."""
    for person in annotations.derived(link_names).cast.people:
        for mention in person.mentions:
            for office in Surroundings(annotations, mention).offices:
                yield office, person


def _stands_alone(annotations: Annotations, office: OfficeMention) -> bool:
    """Whether a title has the definite article and no name."""
    prose = annotations.article.prose
    if office.standing not in (Standing.HELD, Standing.FORMER) or office.plural:
        return False
    if not _DETERMINER.search(prose, max(0, office.start - _REACH), office.start):
        return False
    return not _NAME_FOLLOWS.match(prose, office.end)


def _meant(office: OfficeMention, titled: tuple[tuple[OfficeMention, Person], ...]) -> Person | None:
    """The one person of the article to whom a title was given before, None where none or several were."""
    keys = {title_key(title) for title in office.titles}
    alike = [
        (other, person)
        for other, person in titled
        if other.standing is office.standing and keys & {title_key(title) for title in other.titles}
    ]
    people = {person.key for _, person in alike}
    before = [person for other, person in alike if other.start < office.start and _same_place(office, other)]
    return before[0] if len(people) == 1 and before else None


def _same_place(office: OfficeMention, other: OfficeMention) -> bool:
    if office.place is None or other.place is None:
        return True
    ours, theirs = ({entity.id for entity in one.entities} for one in (office.place, other.place))
    return bool(ours & theirs)
