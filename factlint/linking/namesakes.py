"""Which of several people of one name is meant, and whether any known one is."""

from __future__ import annotations

from dataclasses import replace

from factlint.kb.model import Entity
from factlint.kb.names import fold
from factlint.linking.introductions import Introduction
from factlint.linking.model import Mention, Reason
from factlint.linking.support import ANOTHER_AGE, Judge
from factlint.linking.surroundings import Surroundings

NOBODY_KNOWN = -1.0
"""A bearer of the name with less support than this is not the one meant."""

NOBODY_OF_RARE_NAME = -2.5
"""The same for a surname that few known people have."""

COMMON = 12
"""So many known bearers make a surname one that strangers have too."""

USUAL_NAME = 3.0
"""What it weighs that the name is somebody's usual one, and not a lesser form of it."""

WELL_KNOWN = 3
"""Prominence from which readers may know somebody of whom they are told something all the same."""

UNMISTAKABLE = 4
"""Prominence from which a name without a namesake needs no support."""


def by_support(mention: Mention, judge: Judge) -> Mention:
    """The mention with its people in order of what speaks for each: office, place, age, prominence."""
    if len(mention.people) < 2:
        return mention
    return replace(
        mention, people=tuple(sorted(mention.people, key=lambda one: (-_score(one, mention, judge), one.id)))
    )


def meant_entity(mention: Mention, judge: Judge) -> Entity | None:
    """The known person whom a full name means; None where what stands beside it speaks of another."""
    if not mention.people:
        return None
    best = mention.people[0]
    around = Surroundings(judge.annotations, mention)
    if around.age is None and around.introduced is None and _is_unmistakable(mention):
        return best
    if is_stranger(best, mention, judge):
        return None
    told = around.introduced
    reasons = [reason for reason in judge.reasons(best, around) if told is None or reason.text != told.value]
    if any(reason.text == ANOTHER_AGE for reason in reasons):
        return None
    rare = len(judge.annotations.kb.surname_bearers(fold(mention.surname), COMMON)) < COMMON
    needed = NOBODY_OF_RARE_NAME if rare else NOBODY_KNOWN
    return best if sum(reason.weight for reason in reasons) > needed else None


def _is_unmistakable(mention: Mention) -> bool:
    return len(mention.people) == 1 and mention.people[0].prominence >= UNMISTAKABLE


def is_stranger(entity: Entity, mention: Mention, judge: Judge) -> bool:
    """Whether the copy introduces a namesake: it says what somebody is, and that fits not the known person.

    Of somebody well known in the company of others of their country, copy may say whose relative
    they are or what they do.
    """
    around = Surroundings(judge.annotations, mention)
    told = around.introduced
    if told is None or judge.pointers(entity, around):
        return False
    if told in (Introduction.RELATIVE, Introduction.APPOSITIVE):
        if _has_family(entity, mention, judge):
            return False
        return entity.prominence < WELL_KNOWN or not judge.in_company(entity)
    return True


def _has_family(entity: Entity, mention: Mention, judge: Judge) -> bool:
    """Whether the article names another known person of the surname, whose relative this may be."""
    surname = fold(mention.surname).split()[-1:]
    family = judge.cast.with_surname(surname[0]) if surname else ()
    return any(one.entity is not None and one.entity.id != entity.id for one in family)


def reasons_for(entity: Entity, mention: Mention, judge: Judge) -> tuple[Reason, ...]:
    """What speaks for and against that a mention means somebody who bears the name."""
    usual = (
        (Reason("it is their usual name", USUAL_NAME),) if fold(entity.label) == fold(mention.text) else ()
    )
    return (*usual, *judge.reasons(entity, Surroundings(judge.annotations, mention)))


def _score(entity: Entity, mention: Mention, judge: Judge) -> float:
    return sum(reason.weight for reason in reasons_for(entity, mention, judge))
