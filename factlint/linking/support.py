"""What speaks for and against a candidate besides the spelling: office, place, age, company."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factlint.annotate.offices import OfficeMention, Standing
from factlint.annotate.within import within
from factlint.dates.partial import PartialDate
from factlint.kb.model import Entity, Fit, Tenure
from factlint.kb.names import fold
from factlint.linking.introductions import Introduction
from factlint.linking.model import Reason
from factlint.regex import regex

if TYPE_CHECKING:
    import datetime as dt

    from factlint.annotate.layers import Annotations
    from factlint.linking.cast import Cast
    from factlint.linking.surroundings import Surroundings

_WORD = regex(r"[^\W\d_]{4,}")
_EMPTY_WORDS = frozenset(
    "american british former politician member with that from born whose also known".split()
)
ANOTHER_AGE = "is of another age"
"""The reason that the age in the copy is not the candidate's."""

OF_HISTORY = "belongs to history, of which the article does not speak"
"""The reason that somebody died generations ago and nobody of their time is named."""

LONG_DEAD_YEARS = 20
"""So long after a death, copy on the day's news seldom names somebody."""

HISTORY_YEARS = 80
"""So long after a death, somebody is named in the company of their time or not at all."""

COMPANY = 2
"""So many known people in an article tell what sort of people it is about."""

GENERATION = 25
"""Years after which copy seldom names somebody for a former office without a word on it."""

NAMED_WITHOUT_WORDS = 3
"""Prominence from which copy names somebody without saying who they are."""


@dataclass(frozen=True)
class Judge:
    """Weighs candidates for the mentions of one article.

    Attributes:
        annotations: the article's layers.
        cast: who is in the article.
    """

    annotations: Annotations
    cast: Cast

    @property
    def _published(self) -> dt.date | None:
        published = self.annotations.article.published
        return published.date if published else None

    def reasons(self, entity: Entity, around: Surroundings) -> Iterator[Reason]:
        """Everything but the spelling that makes the candidate likely or unlikely."""
        known = "well known" if entity.prominence >= NAMED_WITHOUT_WORDS else "known to few"
        yield Reason(f"{entity.label} is {known}", _PROMINENCE[entity.prominence])
        pointers = self.pointers(entity, around)
        yield from pointers
        if not pointers and entity.prominence < NAMED_WITHOUT_WORDS:
            yield Reason(f"nothing beside the name points to {entity.label}", -1.0)
        if not pointers and self._long_out_of_office(entity):
            yield Reason("held no office for a generation", -1.0)
        life = tuple(self.life(entity, around))
        yield from life
        told = around.introduced
        if told is not None and (told is not Introduction.APPOSITIVE or not pointers):
            yield Reason(told.value, -3.0 if told is Introduction.APPOSITIVE else -4.0)
        of_history = any(reason.text == OF_HISTORY for reason in life)
        if self.in_company(entity) and not of_history:
            yield Reason("others in the article held office in the same place", 1.0)

    def doubts(self, entity: Entity, around: Surroundings) -> Iterator[Reason]:
        """What, besides, makes it unlikely that a name spelt otherwise is the candidate's."""
        company = self.in_company(entity)
        if self._is_odd_politician(entity):
            yield Reason("nobody else in the article held an office", -2.5 if company else -1.5)
        elif company and entity.prominence < NAMED_WITHOUT_WORDS and not self.pointers(entity, around):
            yield Reason("nothing but the company", -1.0)

    def pointers(self, entity: Entity, around: Surroundings) -> tuple[Reason, ...]:
        """What the sentence says that fits a person: office, constituency, country, fame."""
        return tuple(self._pointers(entity, self.annotations.kb.tenures(entity.id), around))

    def _pointers(
        self, entity: Entity, tenures: tuple[Tenure, ...], around: Surroundings
    ) -> Iterator[Reason]:
        office = self._office(tenures, around)
        if office is not None:
            yield office
        places = self._folded_places(around)
        if any(tenure.constituency and fold(tenure.constituency) in places for tenure in tenures):
            yield Reason("the sentence names the constituency", 1.5)
        elif set(entity.country) & around.place_ids or self._jurisdictions(tenures) & places:
            yield Reason("the sentence names the country", 1.0)
        known_for = {fold(word) for word in _WORD.findall(entity.description)} - _EMPTY_WORDS
        if known_for & around.words:
            yield Reason(f"the sentence says what {entity.label} is known for", 1.5)

    def origins(self, entity: Entity) -> frozenset[str]:
        """Names of the countries that a person comes from, else of those where they held office."""
        kb = self.annotations.kb
        countries = frozenset(country.label for key in entity.country if (country := kb.entity(key)))
        held = frozenset(tenure.jurisdiction for tenure in kb.tenures(entity.id) if tenure.jurisdiction)
        return countries or held

    def _office(self, tenures: tuple[Tenure, ...], around: Surroundings) -> Reason | None:
        best: Reason | None = None
        for office in around.offices:
            for tenure in tenures:
                if not office.may_be(tenure.office) or not _same_place(office, tenure):
                    continue
                words = f"{tenure.office} of {tenure.jurisdiction}" if tenure.jurisdiction else tenure.office
                fits = self._in_time(office, tenure)
                reason = Reason(f"was {words}" + (f" {fits}" if fits else ""), 4.0 if fits else 2.5)
                if best is None or reason.weight > best.weight:
                    best = reason
        return best

    def _in_time(self, office: OfficeMention, tenure: Tenure) -> str:
        day = self._published
        if day is None:
            return ""
        if office.standing is Standing.HELD:
            return f"on {PartialDate.of(day).in_words()}" if tenure.validity.at(day) is Fit.YES else ""
        begun = tenure.validity.start is not None and tenure.validity.start.earliest <= day
        return "before" if begun and office.standing in (Standing.FORMER, Standing.THEN) else ""

    def life(self, entity: Entity, around: Surroundings) -> Iterator[Reason]:
        """What dates of birth and death say."""
        kb, day = self.annotations.kb, self._published
        born, died = kb.born(entity.id), kb.died(entity.id)
        if day is None:
            return
        if born is not None and born.earliest > day:
            yield Reason("was not born then", -8.0)
        if died is not None and day.year - died.year > LONG_DEAD_YEARS:
            if day.year - died.year > HISTORY_YEARS and not self._among_contemporaries(died.year):
                yield Reason(OF_HISTORY, -3.0)
            else:
                yield Reason("was long dead", -2.0 if entity.prominence < 4 else -1.0)
        age = around.age
        if age is not None and born is not None:
            lived = {day.year - born.year, day.year - born.year - 1}
            yield Reason("the age fits", 2.5) if age in lived else Reason(ANOTHER_AGE, -4.0)

    def _long_out_of_office(self, entity: Entity) -> bool:
        ends = [tenure.validity.end for tenure in self.annotations.kb.tenures(entity.id)]
        last = max((end.year for end in ends if end is not None), default=None)
        day = self._published
        return day is not None and None not in ends and last is not None and day.year - last > GENERATION

    def _among_contemporaries(self, year: int) -> bool:
        """Whether the article has somebody else who died within a lifetime of a year long ago."""
        days = (self.annotations.kb.died(one.entity.id) for one in self.cast.people if one.entity is not None)
        return any(died is not None and abs(died.year - year) <= HISTORY_YEARS for died in days)

    def _is_odd_politician(self, entity: Entity) -> bool:
        """Whether somebody who held office would stand among several known people who did not."""
        kb = self.annotations.kb
        if not kb.tenures(entity.id):
            return False
        others = [
            one.entity for one in self.cast.people if one.entity is not None and one.entity.id != entity.id
        ]
        return len(others) >= COMPANY and not any(kb.tenures(other.id) for other in others)

    def in_company(self, entity: Entity) -> bool:
        """Whether others in the article come from, or held office in, the same place."""
        tenures = self.annotations.kb.tenures(entity.id)
        home = {tenure.jurisdiction for tenure in tenures if tenure.jurisdiction} | set(entity.country)
        return len(home & self._jurisdictions_of_cast) > 0

    @cached_property
    def _jurisdictions_of_cast(self) -> frozenset[str]:
        kb = self.annotations.kb
        found: set[str] = set()
        for person in self.cast.people:
            if person.entity is not None and person.entity.prominence >= 2:
                found.update(person.entity.country)
                found.update(
                    tenure.jurisdiction for tenure in kb.tenures(person.entity.id) if tenure.jurisdiction
                )
        return frozenset(found)

    def _folded_places(self, around: Surroundings) -> frozenset[str]:
        return frozenset(
            fold(entity.label)
            for place in within(self.annotations.places, around.sentence)
            for entity in place.entities
        )

    @staticmethod
    def _jurisdictions(tenures: tuple[Tenure, ...]) -> frozenset[str]:
        return frozenset(fold(tenure.jurisdiction) for tenure in tenures if tenure.jurisdiction)


_PROMINENCE = (-2.0, -1.0, 0.0, 1.0, 2.0, 3.0)


def _same_place(office: OfficeMention, tenure: Tenure) -> bool:
    """Whether the place beside the title, if there is one, may be the tenure's."""
    if office.place is None:
        return True
    named = {fold(name) for entity in office.place.entities for name in (entity.label, *entity.aliases)}
    return bool(named & {fold(tenure.jurisdiction), fold(tenure.constituency)}) or not tenure.jurisdiction
