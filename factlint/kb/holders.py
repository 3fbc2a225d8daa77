"""Who held an office, asked as one would in words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from factlint.kb.model import Entity, EntityKind, Fit, Tenure

if TYPE_CHECKING:
    from factlint.kb.store import Snapshot


class OfficeHolder(NamedTuple):
    """A person who held an office.

    Attributes:
        person: who held it.
        tenure: the office, and when.
        fit: YES where the person surely held it on the day that was asked for, UNKNOWN where that may be
            (imprecise dates, or no end known and the day after the source's); YES where no day was given.
    """

    person: Entity
    tenure: Tenure
    fit: Fit

    def __repr__(self) -> str:
        doubt = " (unsure)" if self.fit is Fit.UNKNOWN else ""
        return f"<OfficeHolder {self.person.label}: {self.tenure}{doubt}>"


def who_held(
    kb: Snapshot, office: str, of: str = "", on: dt.date | str | None = None
) -> tuple[OfficeHolder, ...]:
    """The people who held an office.

    Args:
        kb: the knowledge base.
        office: its title as copy has it: "Foreign Minister", "top diplomat", "senator".
        of: name of the country, state or organisation, in any usual form ("U.S."), or of the constituency
            ("senator" of "Wisconsin"); "" for all.
        on: the day on which they held it, as a date or as ``2021-06-16``; None for all who ever did.

    Returns:
        Holders by the start of their term, those who surely held the office first. Nobody who certainly did
        not hold it on the day.

    Raises:
        ValueError: ``on`` is no date.
        SnapshotError: the snapshot is damaged.
    """
    day = dt.date.fromisoformat(on) if isinstance(on, str) else on
    titles = {title for form, title in kb.office_titles() if form.lower() == office.lower()} or {office}
    places = kb.named(of, EntityKind.COUNTRY, EntityKind.REGION) if of else ()
    where = places[0].label if places else of
    found = []
    for title in sorted(titles):
        held = kb.holders(title, where, day)
        if where and not held:
            held = tuple(t for t in kb.holders(title, at=day) if t.constituency == where)
        for tenure in held:
            person = kb.entity(tenure.person)
            if person is not None:
                found.append(OfficeHolder(person, tenure, tenure.validity.at(day) if day else Fit.YES))
    return tuple(sorted(found, key=lambda holder: holder.fit is not Fit.YES))
