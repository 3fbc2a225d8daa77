"""The knowledge base: what is known about people, offices, places and elections, and when it held.

    >>> from factlint.kb import open_snapshot
    >>> with open_snapshot() as kb:
    ...     for holder in kb.who_held("Foreign Minister", of="Russia", on="2021-06-16"):
    ...         print(holder.person.label)
    Sergei Lavrov

The names here are the public Python API; ``docs/python-api.md`` shows their use. They are imported when
they are first used, so that importing a module of this package costs no more than that module.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.dates.partial import PartialDate
    from factlint.errors import SnapshotError
    from factlint.kb.active import open_snapshot
    from factlint.kb.holders import OfficeHolder
    from factlint.kb.model import (
        Capital,
        Election,
        Entity,
        EntityId,
        EntityKind,
        Event,
        Fit,
        NameMatch,
        SnapshotInfo,
        Source,
        Statement,
        Tenure,
        Validity,
    )
    from factlint.kb.store import Snapshot

__all__ = [
    "Capital",
    "Election",
    "Entity",
    "EntityId",
    "EntityKind",
    "Event",
    "Fit",
    "NameMatch",
    "OfficeHolder",
    "PartialDate",
    "Snapshot",
    "SnapshotError",
    "SnapshotInfo",
    "Source",
    "Statement",
    "Tenure",
    "Validity",
    "open_snapshot",
]

_ELSEWHERE = {
    "OfficeHolder": "factlint.kb.holders",
    "PartialDate": "factlint.dates.partial",
    "Snapshot": "factlint.kb.store",
    "SnapshotError": "factlint.errors",
    "open_snapshot": "factlint.kb.active",
}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_ELSEWHERE.get(name, "factlint.kb.model")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
