"""Later mentions by the title alone: "the chancellor", "the senator", linked to the article's person."""

from __future__ import annotations

from collections import defaultdict
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
    from factlint.kb.model import EntityId
    from factlint.linking.cast import Person

    _Title = tuple[Standing, frozenset[str]]
    _Places = frozenset[EntityId] | None

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
    titles = _TitlesGiven(annotations)
    return tuple(
        TitleMention(office, person)
        for office in annotations.offices
        if _stands_alone(annotations, office) and (person := titles.bearer(office)) is not None
    )


class _TitlesGiven:
    """To whom the article gives which titles."""

    def __init__(self, annotations: Annotations) -> None:
        self._people: defaultdict[_Title, dict[str, Person]] = defaultdict(dict)
        self._earliest: defaultdict[_Title, dict[_Places, int]] = defaultdict(dict)
        for office, person in _titled(annotations):
            for title in _titles(office):
                self._people[title][person.key] = person
                starts = self._earliest[title]
                starts[_places(office)] = min(office.start, starts.get(_places(office), office.start))

    def bearer(self, office: OfficeMention) -> Person | None:
        """The one person to whom a title was given before, None where none or several were."""
        titles = _titles(office)
        people = {key: person for title in titles for key, person in self._people.get(title, {}).items()}
        if len(people) != 1:
            return None
        where = _places(office)
        given_before = any(
            start < office.start and (where is None or other is None or where & other)
            for title in titles
            for other, start in self._earliest[title].items()
        )
        return next(iter(people.values())) if given_before else None


def _titles(office: OfficeMention) -> set[_Title]:
    return {(office.standing, title_key(title)) for title in office.titles}


def _places(office: OfficeMention) -> _Places:
    """What the title is of, None where the copy does not say."""
    return frozenset(entity.id for entity in office.place.entities) if office.place else None


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
