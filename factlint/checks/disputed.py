"""Times in which it was disputed who governed a country, so that copy is right about either side."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.kb.model import Tenure

_DAY = dt.date
_DISPUTES = {
    "Afghanistan": ((_DAY(1996, 9, 27), _DAY(2001, 12, 22)), (_DAY(2021, 8, 15), _DAY.max)),
    "Bolivia": ((_DAY(2019, 11, 10), _DAY(2020, 11, 8)),),
    "Honduras": ((_DAY(2009, 6, 28), _DAY(2010, 1, 27)),),
    "Ivory Coast": ((_DAY(2010, 12, 2), _DAY(2011, 5, 6)),),
    "Libya": ((_DAY(2011, 2, 15), _DAY.max),),
    "Madagascar": ((_DAY(2009, 1, 31), _DAY(2014, 1, 25)),),
    "Myanmar": ((_DAY(2021, 2, 1), _DAY.max),),
    "Palestine": ((_DAY(2007, 6, 14), _DAY.max),),
    "Palestinian territories": ((_DAY(2007, 6, 14), _DAY.max),),
    "Sri Lanka": ((_DAY(2018, 10, 26), _DAY(2018, 12, 16)),),
    "Sudan": ((_DAY(2021, 10, 25), _DAY.max),),
    "Ukraine": ((_DAY(2014, 2, 22), _DAY(2014, 6, 7)),),
    "Venezuela": ((_DAY(2019, 1, 10), _DAY(2023, 1, 5)), (_DAY(2024, 7, 28), _DAY.max)),
    "Yemen": ((_DAY(2014, 9, 21), _DAY.max),),
}
"""Country -> from when to when two governments claimed it, as the United Nations' reports of the time say."""


def is_disputed(tenure: Tenure, day: dt.date) -> bool:
    """Whether on a day somebody else may have claimed the office of a tenure."""
    return any(first <= day <= last for first, last in _DISPUTES.get(tenure.jurisdiction, ()))
