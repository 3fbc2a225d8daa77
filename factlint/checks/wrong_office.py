"""Somebody is given an office that another person held at the time.

Finds "Secretary of State William Barr" (Mike Pompeo was; Barr was Attorney General), "Russian Prime
Minister Vladimir Putin" in copy of 2016, "House Minority Leader Nancy Pelosi" when she was Speaker,
"former President" for one in office, "Hungarian Prime Minister Mateusz Morawiecki", who never was,
"Venezuelan President Hugo Chavez said on Friday" after he had left it, "President-elect" for one in office
and "acting" for one confirmed. The office is judged at the time of publication.

The verdict takes two things: the knowledge base must know what the person was at that time, and who
else held the office; of a parliament, nearly all who sat in it. That somebody never held an office is
said only where all its holders of the person's lifetime are known, and that somebody no longer held it
only of what happens on a day near publication. Left alone: sentences that speak of
another time, deputies, and future holders ("incoming", "nominee"), titles kept by courtesy when no
other office followed, as those of former American presidents and governors are, portfolios that overlap,
presidents of societies and companies, people of the same name one of whom fits, disputed and
self-proclaimed offices, and offices of which the knowledge base does not know the holder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.annotate.office_titles import title_key
from factlint.annotate.offices import Standing
from factlint.checks.career import Career
from factlint.checks.office_verdicts import (
    never,
    no_longer,
    not_acting,
    not_elect,
    not_yet,
    other_office,
    still,
)
from factlint.claims.offices import OfficeClaim
from factlint.rulekit.rule import Category, Confidence, Example, Finding, Judgement, Missing, Rule, Severity

if TYPE_CHECKING:
    from factlint.annotate.offices import OfficeMention
    from factlint.rulekit.context import ArticleContext

OBSCURER = 2
"""A namesake so much less prominent is not meant."""

_OPENING = "([{\"'“‘"

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
    careers = [Career(person, context.kb, office, day) for person in claim.people]
    if not office.acting and any(career.fits() for career in careers):
        return Judgement.supported()
    if office.standing in (Standing.DEPUTY, Standing.FUTURE, Standing.CARETAKER):
        return Judgement.unknown(Missing.YEAR)
    rivals = [one for one in careers[1:] if one.person.prominence > claim.people[0].prominence - OBSCURER]
    if not _is_judged(office, claim, context) or any(career.held for career in rivals):
        return Judgement.unknown(Missing.CONTEXT)
    finding = _refute(careers[0], claim, namesakes=any(career.tenures for career in rivals))
    if finding is not None:
        return Judgement.refuted(finding)
    return Judgement.unknown(Missing.YEAR if claim.past else Missing.KNOWLEDGE)


def _refute(career: Career, claim: OfficeClaim, *, namesakes: bool) -> Finding | None:
    """What is wrong with the title, None where nothing surely is; not for all time if of two in office."""
    office = career.office
    if office.acting:
        held = office.standing is Standing.HELD and not claim.past
        return not_acting(career, claim) if held else None
    if office.standing is Standing.ELECT:
        return None if claim.past else not_elect(career, claim)
    found = None
    if not claim.past and office.standing is Standing.FORMER:
        found = still(career, claim)
    elif not claim.past and office.standing is Standing.HELD:
        found = other_office(career, claim)
        if found is None and not namesakes:
            found = no_longer(career, claim)
    return found or (None if namesakes else never(career, claim) or not_yet(career, claim))


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
