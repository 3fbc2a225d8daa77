"""House facts: the people, offices and capitals of a newsroom's own beat.

Where they say something, the snapshot is not asked: of the local school's head who bears a film star's
name, or of a mayor elected since the snapshot was made. They bring rules of their own, which are there
only where there are such facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factlint.annotate.phrases import Phrases
from factlint.annotate.within import within
from factlint.rulekit.declarative import capital, office_holder
from factlint.rulekit.declarative.base import Terms
from factlint.rulekit.declarative.capital import CapitalCheck, PlaceWithCapital, called_capital
from factlint.rulekit.declarative.house_name import KIND as HOUSE_NAME
from factlint.rulekit.declarative.house_name import HouseNameCheck
from factlint.rulekit.declarative.kinds import rule_of
from factlint.rulekit.declarative.office_holder import Office, OfficeHolderCheck, titled
from factlint.rulekit.declarative.people import Person
from factlint.rulekit.rule import Category, Rule

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.text.span import Span

CODE_PREFIX = "HF"
"""Of the rules that house facts bring."""

Settled = tuple["Span", frozenset[Category]]
"""A place of which house facts speak, and the categories of rules that have nothing to say of it."""

_PERSON = frozenset({Category.NAME, Category.OFFICE, Category.ELECTION})
_LIFE = frozenset({Category.BIOGRAPHY})
_OFFICE = frozenset({Category.NAME, Category.OFFICE})
_PLACE = frozenset({Category.PLACE})


@dataclass(frozen=True)
class HouseFacts:
    """What a newsroom knows better than the snapshot.

    Attributes:
        people: whom it writes about.
        offices: with their holders.
        capitals: places with their capitals.
    """

    people: tuple[Person, ...] = ()
    offices: tuple[Office, ...] = ()
    capitals: tuple[PlaceWithCapital, ...] = ()

    def over(self, base: HouseFacts) -> HouseFacts:
        """These facts and those of ``base``."""
        return HouseFacts(
            base.people + self.people, base.offices + self.offices, base.capitals + self.capitals
        )

    def rules(self) -> tuple[Rule, ...]:
        """The rules that check copy against these facts, as far as there are any."""
        found = []
        terms = Terms(source="house facts")
        if self._everybody:
            check = HouseNameCheck(terms=terms, people=self._everybody)
            found.append(rule_of(HOUSE_NAME, check, code=f"{CODE_PREFIX}101", name="house-name"))
        if self.offices:
            # Full names are for house-name.
            holder = OfficeHolderCheck(terms=terms, offices=self.offices, full_names=False)
            found.append(
                rule_of(office_holder.KIND, holder, code=f"{CODE_PREFIX}201", name="house-office-holder")
            )
        if self.capitals:
            cities = CapitalCheck(terms=terms, places=self.capitals)
            found.append(rule_of(capital.KIND, cities, code=f"{CODE_PREFIX}301", name="house-capital"))
        return tuple(found)

    def settled(self, annotations: Annotations) -> Iterator[Settled]:
        """The places of an article that these facts speak of, in no order."""
        mentions = self._names.find(annotations)
        for mention in mentions:
            yield mention.span, _PERSON
            yield annotations.sentence_at(mention.span.start), _LIFE
        surnames = tuple(dict.fromkeys(mention.phrase.split()[-1] for mention in mentions))
        for mention in Phrases(surnames, exact=True).find(annotations):
            yield mention.span, _PERSON
        for office in self.offices:
            for held in titled(annotations, office):
                yield held.span, _OFFICE
        for place in self.capitals:
            for called in called_capital(annotations, place):
                yield called.description.join(called.name.span), _PLACE
            named = place.index.find(annotations)
            for city in Phrases(place.capital, exact=True).find(annotations) if named else ():
                if within(named, annotations.sentence_at(city.span.start)):
                    yield city.span, _PLACE

    @cached_property
    def _everybody(self) -> tuple[Person, ...]:
        holders = (holder for office in self.offices for holder in office.holders)
        return tuple(dict.fromkeys((*self.people, *holders)))

    @cached_property
    def _names(self) -> Phrases:
        return Phrases(_full_names(self._everybody), exact=True)


def _full_names(people: Sequence[Person]) -> tuple[str, ...]:
    names = (name for person in people for name in (person.name, *person.also))
    return tuple(dict.fromkeys(name for name in names if " " in name))
