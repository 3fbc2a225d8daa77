"""Somebody is given an office that another person held at the time.

Finds "Secretary of State William Barr" (Mike Pompeo was; Barr was Attorney General), "Russian Prime
Minister Vladimir Putin" in copy of 2016, "House Minority Leader Nancy Pelosi" when she was Speaker, and
"former President" for one in office. The office is judged at the time of publication.

The verdict takes two things: the knowledge base must know what the person was at that time, and who
else held the office; of a parliament, nearly all who sat in it. Left alone: sentences that speak of
another time, deputies, acting and future holders ("-elect", "nominee"), titles kept by courtesy when no
other office followed, portfolios that overlap, presidents of societies and companies, people of the same
name one of whom fits, and offices of which the knowledge base does not know the holder.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.office_titles import title_key
from factlint.annotate.offices import Standing
from factlint.checks.telling import HEADS_OF_GOVERNMENT, KINDS, telling
from factlint.checks.wording import named, office_in_words, tenure_in_words
from factlint.claims.offices import OfficeClaim
from factlint.dates.partial import PartialDate
from factlint.kb.model import Fit
from factlint.kb.names import fold
from factlint.rulekit.rule import (
    Category,
    Confidence,
    Evidence,
    Example,
    Finding,
    Judgement,
    Missing,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from factlint.annotate.offices import OfficeMention
    from factlint.kb.model import Entity, Tenure
    from factlint.kb.store import Snapshot
    from factlint.rulekit.context import ArticleContext

COURTESY_DAYS = 14
"""So long after an office ends copy may still use its title for who has moved on to another."""

OBSCURER = 2
"""A namesake so much less prominent is not meant."""

NOMINEE_DAYS = 400
"""So long before an office begins copy may use its title for who is to hold it."""

# Legislatures are compared with how many members of later years are known.
_YEARS_ON, _EVERY = 40, 4
_OPENING = "([{\"'“‘"

MANY = 5
"""An office that so many hold at a time is a seat among others."""

NEARLY_ALL = 0.9
"""Share of the seats whose holders must be known before the lack of one says something."""

_SEATS = frozenset({"Senator", "Representative", "Delegate", "Deputy", "Member of Parliament"})

# One word alone names many offices; only these name one that the knowledge base can know.
_SINGLE_WORDS = frozenset(
    {"president", "premier", "chancellor", "governor", "senator", "representative", "taoiseach"}
)


def _check(claim: OfficeClaim, context: ArticleContext) -> Judgement:
    day, office = context.published, claim.office
    if not claim.people:
        return Judgement.unknown(Missing.KNOWLEDGE)
    if day is None:
        return Judgement.unknown(Missing.PUBLICATION_DATE)
    careers = [_Career(person, context.kb, office, day) for person in claim.people]
    if any(career.fits() for career in careers):
        return Judgement.supported()
    if claim.past or office.acting or office.standing not in (Standing.HELD, Standing.FORMER):
        return Judgement.unknown(Missing.YEAR)
    rivals = [one for one in careers[1:] if one.person.prominence > claim.people[0].prominence - OBSCURER]
    if not _is_judged(office, claim, context) or any(career.held for career in rivals):
        return Judgement.unknown(Missing.CONTEXT)
    return careers[0].judge(claim)


def _is_judged(office: OfficeMention, claim: OfficeClaim, context: ArticleContext) -> bool:
    """Whether the title names one known kind of office, and not the president of some society."""
    words = office.words.split()
    if len(words) > 1:
        return True
    if not any(title_key(title) & _SINGLE_WORDS for title in office.titles):
        return False
    before = [
        word.lstrip(_OPENING) for word in context.article.prose[claim.sentence.start : office.start].split()
    ]
    return office.place is not None or not before or not before[-1][:1].isupper() or before[-1][-1:] in ".,"


@dataclass(frozen=True)
class _Career:
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

    @property
    def tenures(self) -> tuple[Tenure, ...]:
        """All offices of the person."""
        return self.kb.tenures(self.person.id)

    @property
    def held(self) -> tuple[Tenure, ...]:
        """The offices held on the day for certain."""
        return tuple(tenure for tenure in self.tenures if tenure.validity.at(self.day) is Fit.YES)

    @property
    def meant(self) -> tuple[Tenure, ...]:
        """The tenures of the office that the copy gives."""
        return tuple(
            one for one in self.tenures if self._may_be(one) and _same_place(self.office, one, self.kb)
        )

    def _may_be(self, tenure: Tenure) -> bool:
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
            begun = self._begun()
            return len(begun) > 1 or any(tenure.validity.at(self.day) is not Fit.YES for tenure in begun)
        return False

    def _begun(self) -> list[Tenure]:
        starts = ((tenure, tenure.validity.start) for tenure in self.meant)
        return [tenure for tenure, start in starts if start is None or start.earliest <= self.day]

    def judge(self, claim: OfficeClaim) -> Judgement:
        """The verdict on a title that does not fit."""
        meant, held = self.meant, self.held
        if self.office.standing is Standing.FORMER:
            begun = self._begun()
            return self._still(claim, begun[0]) if begun else Judgement.unknown(Missing.KNOWLEDGE)
        if not held or any(self._is_near(tenure) for tenure in meant) or any(map(self._overlaps, held)):
            return Judgement.unknown(Missing.KNOWLEDGE)
        holders = self._holders()
        if not holders:
            return Judgement.unknown(Missing.KNOWLEDGE)
        many = len({tenure.person for tenure in holders}) >= MANY
        if many and not self._nearly_all(holders):
            return Judgement.unknown(Missing.KNOWLEDGE)
        return self._refuted(claim, holders[0], max(held, key=telling), many=many)

    def _is_near(self, tenure: Tenure) -> bool:
        """Whether a tenure ended so recently, or begins so soon, that copy may use its title."""
        start, end = tenure.validity.start, tenure.validity.end
        if start is not None and start.earliest > self.day:
            return (start.earliest - self.day).days < NOMINEE_DAYS
        return end is None or (self.day - end.latest).days < COURTESY_DAYS

    def _overlaps(self, tenure: Tenure) -> bool:
        """Whether the office and one that the person holds are about the same thing."""
        matter = title_key(tenure.office) - KINDS
        return any(matter & (title_key(title) - KINDS) for title in self.office.titles)

    def _holders(self) -> list[Tenure]:
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

    def _nearly_all(self, holders: list[Tenure]) -> bool:
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

    def _still(self, claim: OfficeClaim, tenure: Tenure) -> Judgement:
        day = PartialDate.of(self.day).in_words()
        return Judgement.refuted(
            Finding(
                span=claim.span,
                message=f"{named(self.person)} was still {office_in_words(tenure)} on {day}",
                subject=f"{self.person.id}:former {tenure.office}",
                evidence=(
                    Evidence(
                        f"{self.person.label}: {tenure_in_words(tenure)}", self.person.id, tenure.source
                    ),
                ),
            )
        )

    def _refuted(self, claim: OfficeClaim, holder: Tenure, own: Tenure, *, many: bool) -> Judgement:
        """The finding; an office of many seats is named without one of its holders."""
        day = PartialDate.of(self.day).in_words()
        other = self.kb.entity(holder.person)
        name = named(other) if other is not None else holder.person
        ours = Evidence(f"{self.person.label}: {tenure_in_words(own)}", self.person.id, own.source)
        theirs = Evidence(f"{name}: {tenure_in_words(holder)}", holder.person, holder.source)
        office = f"a {_in_lower_case(holder.office)}" if many else office_in_words(holder)
        message = f"{named(self.person)} was not {office} on {day} but {office_in_words(own)}"
        return Judgement.refuted(
            Finding(
                span=claim.span,
                message=message if many else f"{message}; {name} was",
                subject=f"{self.person.id}:{fold(self.office.words)}",
                evidence=(ours,) if many else (ours, theirs),
            )
        )


def _same_place(office: OfficeMention, tenure: Tenure, kb: Snapshot) -> bool:
    """Whether the place beside the title may be the tenure's: its jurisdiction, constituency or country."""
    if office.place is None or not tenure.jurisdiction or tenure.constituency:
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


def _in_lower_case(title: str) -> str:
    return title if " " in title else title.lower()


def _lies_in(place: Entity, country: str, kb: Snapshot) -> bool:
    entity = kb.entity(kb.country_of(place.id) or "")
    return entity is not None and fold(entity.label) == fold(country)


RULE = Rule(
    code="FL201",
    name="wrong-office",
    summary="Somebody is given an office that another person held at the time.",
    doc=__doc__,
    category=Category.OFFICE,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    claim=OfficeClaim,
    check_claim=_check,
    invalid=(
        Example("[[Secretary of State William Barr]] spoke on Friday.", date="2019-07-26"),
        Example("[[Russian Prime Minister Vladimir Putin]] flew to Sochi.", date="2016-05-06"),
        Example("[[House Minority Leader Nancy Pelosi]] called a vote.", date="2019-11-06"),
        Example("[[Sen. John Ashcroft]] spoke on Thursday.", date="2001-07-05"),
    ),
    valid=(
        Example("Attorney General William Barr spoke on Friday.", date="2019-07-26"),
        Example("Russian Prime Minister Vladimir Putin flew to Sochi.", date="2010-05-06"),
        Example("Former President Barack Obama met President Donald Trump.", date="2018-12-05"),
        Example("President-elect Joe Biden met then-Vice President Mike Pence.", date="2020-12-05"),
        Example("Sen. Trent Lott, the majority leader, spoke on Thursday.", date="1997-05-08"),
        Example("Nationalist Congress Party (NCP) President Sharad Pawar spoke.", date="2010-02-05"),
        Example("Tasmanian senator Eric Abetz spoke on Friday.", date="2017-02-10"),
        Example("In 2006 House Minority Leader Nancy Pelosi called a vote.", date="2019-11-06"),
    ),
)
