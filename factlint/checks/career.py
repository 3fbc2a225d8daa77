"""A person's offices against one that the copy gives them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factlint.annotate.office_bodies import PARTY_NAMES
from factlint.annotate.office_titles import title_key
from factlint.annotate.offices import Standing
from factlint.checks.telling import HEADS_OF_GOVERNMENT, KINDS, telling
from factlint.kb.model import Fit
from factlint.kb.names import fold

if TYPE_CHECKING:
    from factlint.annotate.offices import OfficeMention
    from factlint.kb.model import Entity, Tenure
    from factlint.kb.store import Snapshot

COURTESY_DAYS = 14
"""So long after an office ends copy may still use its title for who has moved on to another."""

NOMINEE_DAYS = 250
"""So long before an office begins copy may use its title for who is to hold it."""

# Legislatures are compared with how many members of later years are known.
_YEARS_ON, _EVERY = 40, 4

NEARLY_ALL = 0.9
"""Share of the seats whose holders must be known before the lack of one says something."""

_SEATS = frozenset({"Senator", "Representative", "Delegate", "Deputy", "Member of Parliament"})

# What these words say of two offices does not make them offices of the same matter.
_NO_MATTER = KINDS | {"european", "union", "party", "national", "council", "ministers"}


@dataclass(frozen=True)
class Career:
    """A person's offices against one that the copy gives them.

    Attributes:
        person: the person.
        kb: the snapshot.
        office: the title in the copy.
        day: the day of publication.
    """

    person: Entity
    kb: Snapshot
    office: OfficeMention
    day: dt.date

    @cached_property
    def tenures(self) -> tuple[Tenure, ...]:
        """All offices of the person."""
        return self.kb.tenures(self.person.id)

    @property
    def held(self) -> tuple[Tenure, ...]:
        """The offices held on the day for certain."""
        return tuple(tenure for tenure in self.tenures if tenure.validity.at(self.day) is Fit.YES)

    @property
    def telling(self) -> Tenure | None:
        """The office held on the day that says best who the person was."""
        return max(self.held, key=telling, default=None)

    @cached_property
    def meant(self) -> tuple[Tenure, ...]:
        """The tenures of the office that the copy gives."""
        return tuple(
            one for one in self.tenures if self._may_be(one) and is_same_place(self.office, one, self.kb)
        )

    def _may_be(self, tenure: Tenure) -> bool:
        if self.office.organisation and tenure.jurisdiction != self.office.organisation:
            return False
        if self.office.may_be(tenure.office):
            return True
        return title_key(tenure.office) in HEADS_OF_GOVERNMENT and any(
            title_key(title) in HEADS_OF_GOVERNMENT for title in self.office.titles
        )

    def fits(self) -> bool:
        """Whether the copy is right, as far as is known."""
        if self.office.standing is Standing.HELD:
            return any(tenure.validity.at(self.day) is not Fit.NO for tenure in self.meant)
        if self.office.standing in (Standing.FORMER, Standing.THEN):
            # Who came back to an office is its former holder too.
            begun = self.begun
            return len(begun) > 1 or any(tenure.validity.at(self.day) is not Fit.YES for tenure in begun)
        return False

    @property
    def begun(self) -> list[Tenure]:
        """The tenures of the office that had begun on the day."""
        starts = ((tenure, tenure.validity.start) for tenure in self.meant)
        return [tenure for tenure, start in starts if start is None or start.earliest <= self.day]

    @property
    def is_near(self) -> bool:
        """Whether the person held the office so recently, or is to hold it so soon, that copy may say it."""
        return any(self._is_near(tenure) for tenure in self.meant)

    def _is_near(self, tenure: Tenure) -> bool:
        start, end = tenure.validity.start, tenure.validity.end
        if start is not None and start.earliest > self.day:
            return (start.earliest - self.day).days < NOMINEE_DAYS
        return end is None or (self.day - end.latest).days < COURTESY_DAYS

    @property
    def leads_another_party(self) -> bool:
        """Whether the person surely led another known party on the day."""
        return any(
            tenure.jurisdiction in PARTY_NAMES and tenure.jurisdiction != self.office.organisation
            for tenure in self.held
        )

    def overlaps(self, tenures: tuple[Tenure, ...]) -> bool:
        """Whether the office and one of these are about the same thing."""
        return any(
            (title_key(tenure.office) - _NO_MATTER) & (title_key(title) - _NO_MATTER)
            for tenure in tenures
            for title in self.office.titles
        )

    def holders(self) -> list[Tenure]:
        """Others who held the office on the day for certain, where the copy most likely means."""
        for place in self._jurisdictions():
            for title in self.office.titles:
                found = [
                    tenure
                    for tenure in self.kb.holders(title, place, self.day)
                    if tenure.person != self.person.id and tenure.validity.at(self.day) is Fit.YES
                ]
                if found:
                    return found
        return []

    def knows_nearly_all(self, holders: list[Tenure]) -> bool:
        """Whether as many holders of the day are known as there were on any day of later years.

        Legislatures are known back to some year; before it, not to be among the known members
        says nothing.
        """
        held = self.kb.holders(holders[0].office, holders[0].jurisdiction)
        most = max(
            sum(tenure.validity.at(dt.date(year, 6, 1)) is Fit.YES for tenure in held)
            for year in range(self.day.year, self.day.year + _YEARS_ON, _EVERY)
        )
        return len(holders) >= NEARLY_ALL * most

    def _jurisdictions(self) -> Iterator[str]:
        if self.office.organisation:
            yield self.office.organisation
            return
        places = list(self.office.place.entities) if self.office.place else []
        for place in places:
            yield place.label
        for place in places:
            country = self.kb.entity(self.kb.country_of(place.id) or "")
            if country is not None:
                yield country.label
        if not places:
            yield from dict.fromkeys(
                tenure.jurisdiction for tenure in reversed(self.held) if tenure.jurisdiction
            )
            countries = (self.kb.entity(country) for country in self.person.country)
            yield from (country.label for country in countries if country is not None)
            if not self.meant:
                # The senator from Florida might be its governor.
                yield from (tenure.constituency for tenure in self.held if tenure.constituency)


def is_same_place(office: OfficeMention, tenure: Tenure, kb: Snapshot) -> bool:
    """Whether the place beside the title may be the tenure's: its jurisdiction, constituency or country."""
    if office.organisation or office.place is None or not tenure.jurisdiction or tenure.constituency:
        return True
    named = {fold(name) for entity in office.place.entities for name in (entity.label, *entity.aliases)}
    if named & {fold(tenure.jurisdiction), fold(tenure.constituency)}:
        return True
    if tenure.office in _SEATS and any(
        _lies_in(entity, tenure.jurisdiction, kb) for entity in office.place.entities
    ):
        # A member of parliament whose constituency is not known may sit for any region of the country.
        return True
    return any(
        fold(entity.label) in named
        for place in kb.named(tenure.jurisdiction)
        if (entity := kb.entity(kb.country_of(place.id) or "")) is not None
    )


def _lies_in(place: Entity, country: str, kb: Snapshot) -> bool:
    entity = kb.entity(kb.country_of(place.id) or "")
    return entity is not None and fold(entity.label) == fold(country)
