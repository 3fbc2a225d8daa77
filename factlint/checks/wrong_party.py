"""A politician is given another party's label.

Finds "Sen. Tim Scott (D-S.C.)", "Republican Sen. Tammy Baldwin", "Arizona Democrat John McCain" and
", a Democrat," or ", Democrat of Delaware" after a Republican.
The party is that of the terms which the knowledge base states, at the time of publication; who changed
parties is judged by the term.

Left alone: independents who sit with a party, people of the same name one of whom fits, parties of
another time than the knowledge base covers, and parties outside the US Congress and governorships.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from factlint.checks.congress import SEATS
from factlint.checks.wording import named, tenure_in_words
from factlint.claims.affiliation_words import PARTIES
from factlint.claims.affiliations import PartyClaim
from factlint.dates.partial import PartialDate
from factlint.kb.model import Fit
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
    from factlint.kb.model import Entity, Tenure
    from factlint.kb.store import Snapshot
    from factlint.rulekit.context import ArticleContext

_AMERICAN = frozenset(PARTIES.values())


def _check(claim: PartyClaim, context: ArticleContext) -> Judgement:
    known = [(person, _labelled(person, context.kb, context.published)) for person in claim.people]
    members = [(person, labelled) for person, labelled in known if labelled]
    if not members:
        return Judgement.unknown(Missing.KNOWLEDGE)
    parties = {_party(tenure) for _, labelled in members for tenure in labelled}
    if claim.party in parties or "Independent" in parties or not parties <= _AMERICAN:
        return Judgement.supported()
    person, labelled = members[0]
    tenure, day = labelled[-1], context.published
    if claim.bare and (day is None or tenure.validity.at(day) is not Fit.YES):
        # Who has left office may have left the party too, or is somebody else of the name.
        return Judgement.unknown(Missing.CONTEXT)
    when = f" on {PartialDate.of(day).in_words()}" if day and tenure.validity.at(day) is Fit.YES else ""
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=(f"{named(person)} was a {_noun(_party(tenure))}{when}, not a {_noun(claim.party)}"),
            subject=f"{person.id}:{claim.party}",
            evidence=(
                Evidence(
                    f"{person.label}, {tenure.party}: {tenure_in_words(tenure)}", person.id, tenure.source
                ),
            ),
        )
    )


def _labelled(person: Entity, kb: Snapshot, day: dt.date | None) -> tuple[Tenure, ...]:
    """The tenures that say of which party a person was on the day; empty where none surely does."""
    tenures = kb.tenures(person.id)
    labelled = tuple(tenure for tenure in tenures if tenure.party)
    if day is not None:
        held = tuple(tenure for tenure in labelled if tenure.validity.at(day) is not Fit.NO)
        if held:
            return held
    # A seat in Congress without a party may follow a change of parties.
    last = max((_begun(tenure) for tenure in labelled), default=dt.date.min)
    unlabelled = (one for one in tenures if one.office in SEATS and not one.party)
    return () if any(one.validity.at(last, dt.date.max) is not Fit.NO for one in unlabelled) else labelled


def _begun(tenure: Tenure) -> dt.date:
    return tenure.validity.start.earliest if tenure.validity.start else dt.date.min


def _party(tenure: Tenure) -> str:
    first = tenure.party.split()[0].lower().split("-")[0]
    return PARTIES.get(first, tenure.party)


def _noun(party: str) -> str:
    return {"Democratic": "Democrat", "Independent": "independent"}.get(party, party)


RULE = Rule(
    code="FL203",
    name="wrong-party",
    summary="A politician is given another party's label.",
    doc=__doc__,
    category=Category.OFFICE,
    severity=Severity.ERROR,
    confidence=Confidence.VERY_HIGH,
    claim=PartyClaim,
    check_claim=_check,
    invalid=(
        Example("Sen. Tim Scott ([[D]]-S.C.) spoke first.", date="2019-05-06"),
        Example("[[Republican]] Sen. Tammy Baldwin spoke first.", date="2019-05-06"),
        Example("Sen. Joni Ernst, a [[Democrat]], spoke first.", date="2019-05-06"),
        Example("South Carolina [[Democrat]] Tim Scott spoke first.", date="2019-05-06"),
    ),
    valid=(
        Example("Sen. Tim Scott (R-S.C.) and Sen. Tammy Baldwin (D-Wis.) spoke.", date="2019-05-06"),
        Example("Sen. Bernie Sanders (D-Vt.), an independent, spoke.", date="2019-05-06"),
        Example("Sen. Arlen Specter (R-Pa.) spoke first.", date="2008-05-06"),
        Example("Sen. Joni Ernst beat Democrat Theresa Greenfield.", date="2020-11-06"),
    ),
)
