"""An age that the person's date of birth rules out.

Finds "Joe Biden, 68," in copy of 2019 (he was 76). The age is reckoned on the day of publication, with a
month to spare, since stories lie before they are printed; where only the year of birth is known, either
age that fits it is right. The age at which somebody died is reckoned on the day of death, where that is
known.

Read are ages beside a name ("Biden, 68,", "Biden (68)", "the 68-year-old Biden", "Biden is 68 years old",
"Biden, who turned 68 on Sunday", "At age 68, Biden is").

Left alone: people whom the knowledge base may take for a namesake (nothing in the sentence points to
the known one, and they are not so well known that the name is enough), ages that the person had at a time
which the sentence names, and copy without a publication date.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from factlint.checks.wording import named
from factlint.claims.ages import AgeClaim
from factlint.dates.partial import PartialDate
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
    from factlint.kb.model import Entity
    from factlint.rulekit.context import ArticleContext

LAIN_DAYS = 31
"""So long a story may have lain when it is published."""

OBITUARY_DAYS = 60
"""Copy published so long after a known death that tells of a death tells of that one."""

LISTED = 2
"""So many right ages of known people beside an age say that its person is the known one too."""

NAME_IS_ENOUGH = 4
"""Prominence from which a full name alone says who is meant."""


def _check(claim: AgeClaim, context: ArticleContext) -> Judgement:
    day, kb = context.published, context.kb
    if day is None:
        return Judgement.unknown(Missing.PUBLICATION_DATE)
    if claim.at_death:
        return _at_death(claim, context, day)
    born = {person.id: date for person in claim.people if (date := kb.born(person.id)) is not None}
    if len(born) < len(claim.people) or not born:
        return Judgement.unknown(Missing.KNOWLEDGE)
    if any(claim.age in _possible(date, claim, day) for date in born.values()):
        return Judgement.supported()
    person = claim.people[0]
    if not _is_meant(person, claim, context):
        return Judgement.unknown(Missing.CONTEXT)
    date = born[person.id]
    return _refuted(claim, person, date, ages(date, day), f"was {{}} on {PartialDate.of(day).in_words()}")


def _at_death(claim: AgeClaim, context: ArticleContext, day: dt.date) -> Judgement:
    """The verdict on the age at which the copy says that somebody died."""
    lives = [
        (person, born, died)
        for person in claim.people
        if (born := context.kb.born(person.id)) is not None
        and (died := context.kb.died(person.id)) is not None
    ]
    if len(lives) != 1 or len(claim.people) != 1:
        return Judgement.unknown(Missing.KNOWLEDGE)
    person, born, died = lives[0]
    reached = frozenset(
        _age(birth, death) for birth in (born.earliest, born.latest) for death in (died.earliest, died.latest)
    )
    if claim.age in reached:
        return Judgement.supported()
    recent = (day - died.earliest).days >= 0 and (day - died.latest).days <= OBITUARY_DAYS
    if not recent and all(time.earliest.year != died.latest.year for time in claim.times):
        return Judgement.unknown(Missing.CONTEXT)
    return _refuted(claim, person, born, reached, f"was {{}} at death, {_when(died)}")


def _refuted(
    claim: AgeClaim, person: Entity, born: PartialDate, right: frozenset[int], said: str
) -> Judgement:
    age = said.format(" or ".join(map(str, sorted(right))))
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"{named(person)}, born {_when(born)}, {age}, not {claim.age}",
            subject=f"{person.id}:{claim.age}",
            evidence=(Evidence(f"{person.label}: born {born.in_words()}", person.id),),
        )
    )


def _possible(born: PartialDate, claim: AgeClaim, day: dt.date) -> range:
    """The ages from the first time that the sentence names to publication, or the other way round."""
    days = [day, *(time.earliest for time in claim.times), *(time.latest for time in claim.times)]
    found = [age for on in (min(days), max(days)) for age in ages(born, on)]
    return range(min(found), max(found) + 1)


def ages(born: PartialDate, day: dt.date) -> frozenset[int]:
    """The ages, in years, that copy published on a day may give to somebody born then."""
    days = (day - dt.timedelta(days=LAIN_DAYS), day)
    return frozenset(_age(birth, on) for birth in (born.earliest, born.latest) for on in days)


def _age(birth: dt.date, day: dt.date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _when(born: PartialDate) -> str:
    return f"on {born.in_words()}" if born.precision == "day" else f"in {born.in_words()}"


def _is_meant(person: Entity, claim: AgeClaim, context: ArticleContext) -> bool:
    """Whether the copy surely means the known person and not a namesake."""
    from factlint.linking.link import link_names
    from factlint.linking.namesakes import is_stranger
    from factlint.linking.surroundings import Surroundings

    judge = context.annotations.derived(link_names).judge
    if is_stranger(person, claim.mention, judge) or _was_dead(person, context):
        return False
    if person.prominence >= NAME_IS_ENOUGH or _is_listed_with_known(claim, context):
        return True
    pointers = judge.pointers(person, Surroundings(context.annotations, claim.mention))
    return bool(pointers) and (judge.in_company(person) or sum(one.weight for one in pointers) >= 2)


def _is_listed_with_known(claim: AgeClaim, context: ArticleContext) -> bool:
    """Whether the sentence gives the right ages of several other known people."""
    day, kb = context.published, context.kb
    right = 0
    for other in context.claims(AgeClaim):
        if day is None or other.sentence != claim.sentence or other is claim or not other.people:
            continue
        born = kb.born(other.people[0].id)
        right += born is not None and other.age in _possible(born, other, day)
    return right >= LISTED


def _was_dead(person: Entity, context: ArticleContext) -> bool:
    died = context.kb.died(person.id)
    return died is not None and context.published is not None and died.latest < context.published


RULE = Rule(
    code="FL601",
    name="wrong-age",
    summary="An age that the person's date of birth rules out.",
    doc=__doc__,
    category=Category.BIOGRAPHY,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    claim=AgeClaim,
    check_claim=_check,
    invalid=(
        Example("Former Vice President Joe Biden, [[68]], spoke in Iowa.", date="2019-08-10"),
        Example("Justice Elena Kagan ([[48]]) asked the first question.", date="2019-10-08"),
        Example("The novelist John Updike has died at the age of [[67]].", date="2009-01-28"),
    ),
    valid=(
        Example("Former Vice President Joe Biden, 76, spoke in Iowa.", date="2019-08-10"),
        Example("Joe Biden, 29, was elected to the Senate in 1972.", date="2019-08-10"),
        Example("The novelist John Updike has died at the age of 76.", date="2009-01-28"),
        Example("Brian Wolfhardt, 34, a baker, was first in the queue.", date="2019-08-10"),
    ),
)
