"""Which of a person's offices says best who they are."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from factlint.annotate.office_titles import title_key

if TYPE_CHECKING:
    from factlint.kb.model import Tenure

KINDS = frozenset(
    {"minister", "secretary", "president", "leader", "director", "chief", "chair", "head", "house", "senate",
     "member", "deputy", "vice", "prime", "governor", "speaker", "general", "majority", "minority", "whip",
     "senator", "representative", "attorney"}
)  # fmt: skip
"""Words that say what kind of office it is; the others of a title say of what."""

HEADS_OF_GOVERNMENT = frozenset(
    {
        frozenset({"prime", "minister"}),
        frozenset({"premier"}),
        frozenset({"chancellor"}),
        frozenset({"taoiseach"}),
    }
)
"""The titles of heads of government, as ``title_key`` gives them."""


def telling(tenure: Tenure) -> tuple[int, dt.date]:
    """How well an office says who somebody is: of several as telling, the last begun."""
    key = title_key(tenure.office)
    rank = 2 if key in HEADS_OF_GOVERNMENT or key == frozenset({"president"}) else int(bool(key & KINDS))
    start = tenure.validity.start
    return rank, start.earliest if start else dt.date.min
