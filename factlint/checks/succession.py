"""Who held an office of one seat, one after the other, and for which time that is known."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factlint.kb.model import Fit

if TYPE_CHECKING:
    from factlint.kb.model import Tenure
    from factlint.kb.store import Snapshot

GAP = dt.timedelta(days=92)
"""So long an office may stand empty, or be in acting hands, and the line of its holders still be known."""

SHARED = dt.timedelta(days=31)
"""Tenures that overlap for longer are of an office that several hold, or of one that is disputed."""


class Succession(NamedTuple):
    """The holders of one office.

    Attributes:
        tenures: by start.
    """

    tenures: tuple[Tenure, ...]

    def holder(self, day: dt.date) -> Tenure | None:
        """Who alone held the office on a day for certain, None where that is not known."""
        held = [tenure for tenure in self.tenures if tenure.validity.at(day) is not Fit.NO]
        people = {tenure.person for tenure in held}
        return held[-1] if len(people) == 1 and held[-1].validity.at(day) is Fit.YES else None

    def is_known(self, first: dt.date, last: dt.date) -> bool:
        """Whether at every time between two days the one holder is known, but for short gaps."""
        reached: dt.date | None = None
        holder = ""
        for tenure in self.tenures:
            start, end = tenure.validity.start, tenure.validity.end
            if start is None:
                return False
            until = end.latest if end else tenure.validity.as_of
            if until < first:
                continue
            if start.earliest > last:
                break
            if (reached is None and start.earliest > first) or (reached and start.earliest > reached + GAP):
                return False
            if reached and reached > start.latest + SHARED and tenure.person != holder:
                return False
            if reached is None or until >= reached:
                reached, holder = until, tenure.person
        return reached is not None and reached + GAP >= last

    @property
    def tells_acting(self) -> bool:
        """Whether it says who only acted."""
        return any(tenure.role for tenure in self.tenures)


@lru_cache(maxsize=256)
def succession(kb: Snapshot, office: str, jurisdiction: str) -> Succession:
    """The holders of an office.

    Args:
        kb: the snapshot.
        office: the canonical title.
        jurisdiction: the country, state or organisation; "" for the only one that has such an office,
            which gives nobody where several have.
    """
    tenures = kb.holders(office, jurisdiction)
    if len({tenure.jurisdiction for tenure in tenures}) > 1:
        return Succession(())
    return Succession(tenures)
