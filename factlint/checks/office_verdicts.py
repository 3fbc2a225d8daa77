"""The ways in which a title before a name may be wrong, each with its verdict."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from factlint.annotate.office_bodies import PARTY_NAMES
from factlint.annotate.office_titles import title_key
from factlint.annotate.offices import Standing
from factlint.checks.disputed import is_disputed
from factlint.checks.succession import Succession, succession
from factlint.checks.telling import HEADS_OF_GOVERNMENT
from factlint.checks.wording import named, office_in_words, tenure_in_words
from factlint.dates.partial import PartialDate
from factlint.kb.model import EntityKind, Fit
from factlint.kb.names import fold
from factlint.rulekit.rule import Evidence, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.checks.career import Career
    from factlint.claims.offices import OfficeClaim
    from factlint.kb.model import Tenure

MANY = 5
"""An office that so many hold at a time is a seat among others."""

YOUNGEST = 25
"""Nobody holds the offices that are judged at a younger age."""

SETTLED = dt.timedelta(days=60)
"""After so long in an office nobody is called its acting or elected holder any more."""

LONGEST_WAIT = dt.timedelta(days=300)
"""Between an election and the office that it gives lies no longer time."""

LEFT = dt.timedelta(days=30)
"""So long after somebody left an office copy no longer takes them for its holder by mistake of days."""

_HEADS = HEADS_OF_GOVERNMENT | {
    frozenset({"president"}),
    frozenset({"vice", "president"}),
    frozenset({"secretary", "general"}),
}

# American copy keeps these titles for life; with the country or state before it, a title is the office.
_KEPT = frozenset(
    {"president", "vice president", "governor", "gov", "senator", "sen", "representative", "rep",
     "ambassador", "speaker", "speaker of the house", "congressman", "congresswoman", "mayor", "judge",
     "justice"}
)  # fmt: skip


def other_office(career: Career, claim: OfficeClaim) -> Finding | None:
    """That the person held another office on the day, and somebody else this one."""
    own = career.telling
    if career.office.organisation in PARTY_NAMES and not career.leads_another_party:
        # A party of another country, or of a part of this one, may have the same name.
        return None
    if own is None or career.is_near or career.overlaps(career.held):
        return None
    holders = career.holders()
    if not holders:
        return _head_of_government(career, claim)
    many = len({tenure.person for tenure in holders}) >= MANY
    if many and not career.knows_nearly_all(holders):
        return None
    holder, day = holders[0], PartialDate.of(career.day).in_words()
    office = f"a {_in_lower_case(holder.office)}" if many else office_in_words(holder)
    message = f"{named(career.person)} was not {office} on {day} but {office_in_words(own)}"
    if many:
        return _finding(career, claim, message, (own,))
    return _finding(career, claim, f"{message}; {_name(holder, career)} was", (own, holder))


def _head_of_government(career: Career, claim: OfficeClaim) -> Finding | None:
    """That a country's head of government is called its president, where nobody is known to be that."""
    place = career.office.place
    if place is None or career.meant or not _is_president(career):
        return None
    countries = {entity.label for entity in place.of_kind(EntityKind.COUNTRY)}
    for own in career.held:
        if own.jurisdiction in countries and title_key(own.office) in HEADS_OF_GOVERNMENT and not own.role:
            day = PartialDate.of(career.day).in_words()
            message = f"{named(career.person)} was {office_in_words(own)} on {day}, not its president"
            return _finding(career, claim, message, (own,))
    return None


def _is_president(career: Career) -> bool:
    return any(title_key(title) == frozenset({"president"}) for title in career.office.titles)


def never(career: Career, claim: OfficeClaim) -> Finding | None:
    """That the person never held the office, nor is to hold it, whatever time the copy speaks of."""
    if career.office.organisation in PARTY_NAMES:
        return None
    if career.meant or claim.contested or not career.tenures or career.overlaps(career.tenures):
        return None
    born = career.kb.born(career.person.id)
    if born is None:
        return None
    for line in _lines(career):
        holder = line.holder(career.day)
        known = line.is_known(_birthday(born.earliest, YOUNGEST), career.day)
        if holder is None or holder.role or not known or holder.person == career.person.id:
            continue
        office, day = office_in_words(holder), PartialDate.of(career.day).in_words()
        message = f"{named(career.person)} was never {office}; on {day} {_name(holder, career)} was"
        own = career.telling or career.tenures[-1]
        return _finding(career, claim, message, (own, holder))
    return None


def no_longer(career: Career, claim: OfficeClaim) -> Finding | None:
    """That the person had left the office, where the copy surely speaks of the present."""
    left = [one for one in career.meant if one.validity.end is not None]
    if not left or len(left) < len(career.meant) or not claim.present or claim.contested:
        return None
    office = career.office
    if office.place is None and not office.organisation and fold(office.words) in _KEPT:
        return None
    last = max(left, key=_end)
    if _end(last) + LEFT > career.day or last.validity.start is None:
        return None
    line = succession(career.kb, last.office, last.jurisdiction)
    holder = line.holder(career.day)
    if holder is None or holder.person == career.person.id:
        return None
    day = PartialDate.of(career.day).in_words()
    message = (
        f"{named(career.person)} was no longer {office_in_words(last)} on {day}; {_name(holder, career)} was"
    )
    return _finding(career, claim, message, (last, holder))


def not_yet(career: Career, claim: OfficeClaim) -> Finding | None:
    """That the person got the office only long after the day, whatever time the copy speaks of."""
    if not career.meant or career.is_near or career.begun or claim.contested:
        return None
    first = career.meant[0]
    start = first.validity.start
    holder = succession(career.kb, first.office, first.jurisdiction).holder(career.day)
    if start is None or holder is None:
        return None
    message = (
        f"{named(career.person)} became {office_in_words(first)} only on {start.in_words()};"
        f" on {PartialDate.of(career.day).in_words()} {_name(holder, career)} was"
    )
    return _finding(career, claim, message, (first, holder))


def still(career: Career, claim: OfficeClaim) -> Finding | None:
    """That who is called a former holder was still in office."""
    begun = career.begun
    if not begun:
        return None
    day = PartialDate.of(career.day).in_words()
    message = f"{named(career.person)} was still {office_in_words(begun[0])} on {day}"
    return _finding(career, claim, message, begun[:1])


def not_elect(career: Career, claim: OfficeClaim) -> Finding | None:
    """That who is called an office's elected holder had it already, or was elected to it only later."""
    if not any(title_key(title) in _HEADS for title in career.office.titles) or len(career.meant) != 1:
        return None
    tenure, start = career.meant[0], career.meant[0].validity.start
    if start is None or start.day is None:
        return None
    since = f"{named(career.person)} became {office_in_words(tenure)}"
    if tenure.validity.at(career.day) is Fit.YES and start.latest + SETTLED < career.day:
        return _finding(career, claim, f"{since} on {start.in_words()}", (tenure,))
    if start.earliest > career.day + LONGEST_WAIT:
        return _finding(career, claim, f"{since} only on {start.in_words()}", (tenure,))
    return None


def not_acting(career: Career, claim: OfficeClaim) -> Finding | None:
    """That who is called the acting holder held the office in full."""
    tenure = next((one for one in career.meant if one.validity.at(career.day) is Fit.YES), None)
    if tenure is None or tenure.role:
        return None
    line = succession(career.kb, tenure.office, tenure.jurisdiction)
    if not line.tells_acting or line.holder(career.day) != tenure:
        return None
    start = tenure.validity.start
    if start is None or start.latest + SETTLED > career.day:
        return None
    message = f"{named(career.person)} was {office_in_words(tenure)}, not acting, since {start.in_words()}"
    return _finding(career, claim, message, (tenure,))


def _lines(career: Career) -> Iterator[Succession]:
    """The lines of holders of the office that the copy means, where it says whose it is."""
    place, body = career.office.place, career.office.organisation
    for title in career.office.titles:
        if body:
            yield succession(career.kb, title, body)
        elif place is None:
            if " " in title:
                yield succession(career.kb, title, "")
        else:
            for entity in place.of_kind(EntityKind.COUNTRY, EntityKind.REGION):
                yield succession(career.kb, title, entity.label)


def _birthday(born: dt.date, age: int) -> dt.date:
    return dt.date(born.year + age, 1, 1)


def _end(tenure: Tenure) -> dt.date:
    return tenure.validity.end.latest if tenure.validity.end else dt.date.max


def _name(holder: Tenure, career: Career) -> str:
    other = career.kb.entity(holder.person)
    return named(other) if other is not None else holder.person


def _in_lower_case(title: str) -> str:
    return title if " " in title else title.lower()


def _finding(
    career: Career, claim: OfficeClaim, message: str, tenures: tuple[Tenure, ...] | list[Tenure]
) -> Finding | None:
    if any(is_disputed(tenure, career.day) for tenure in tenures):
        return None
    former = "former " if career.office.standing is Standing.FORMER else ""
    evidence = []
    for tenure in tenures:
        holder = career.kb.entity(tenure.person)
        name = holder.label if holder is not None else tenure.person
        evidence.append(Evidence(f"{name}: {tenure_in_words(tenure)}", tenure.person, tenure.source))
    return Finding(
        span=claim.span,
        message=message,
        subject=f"{career.person.id}:{former}{fold(career.office.words)}",
        evidence=tuple(evidence),
    )
