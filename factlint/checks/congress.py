"""What the rules on members of Congress and governors share: their terms."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from factlint.kb.model import EntityKind, Fit

if TYPE_CHECKING:
    from factlint.kb.model import EntityId, Tenure
    from factlint.kb.store import Snapshot

SEATS = frozenset({"Senator", "Representative", "Delegate"})
"""The offices of members of the US Congress."""

GOVERNOR = "Governor"

UNITED_STATES = "United States"
_UNITED_STATES_ID = "Q30"


def terms(person: EntityId, kb: Snapshot) -> tuple[Tenure, ...]:
    """A person's terms in the US Congress of which the state is known, and as a US governor, by start."""
    return tuple(
        tenure
        for tenure in kb.tenures(person)
        if (tenure.office in SEATS and tenure.jurisdiction == UNITED_STATES and tenure.constituency)
        or (tenure.office == GOVERNOR and _is_us_state(tenure.jurisdiction, kb))
    )


def _is_us_state(name: str, kb: Snapshot) -> bool:
    return any(_UNITED_STATES_ID in region.country for region in kb.named(name, EntityKind.REGION))


def states_of(person: EntityId, kb: Snapshot) -> frozenset[str]:
    """The states for which somebody held any office."""
    held = kb.tenures(person)
    return frozenset({tenure.constituency for tenure in held} | {tenure.jurisdiction for tenure in held})


def nearest(tenures: tuple[Tenure, ...], day: dt.date | None) -> Tenure:
    """Of several tenures the one held on a day, else the last begun before it, else the first."""
    if day is None:
        return tenures[-1]
    held = [tenure for tenure in tenures if tenure.validity.at(day) is not Fit.NO]
    begun = [one for one in tenures if one.validity.start is None or one.validity.start.earliest <= day]
    return (held or begun or tenures[:1])[-1]
