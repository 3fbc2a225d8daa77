"""Texts, dates and ranks as they stand in the rows of an answer."""

from __future__ import annotations

import unicodedata

from factlint.kbbuild.importer.entities import date_of
from factlint.kbbuild.update.answers import Cell

LONGEST_NAME = 100
"""Code points; the longest names of heads of state stay below them."""

PAST = "past"
"""Stands for the end of what is known to have ended, though nobody knows when."""

DEPRECATED = "http://wikiba.se/ontology#DeprecatedRank"
PREFERRED = "http://wikiba.se/ontology#PreferredRank"
_ANY_DAY = "11"


def clean(text: str, longest: int = LONGEST_NAME) -> str:
    """A text without control and other invisible characters and bars; empty where it is too long.

    Args:
        text: as the endpoint has it.
        longest: code points.
    """
    if len(text) > 10 * longest:
        return ""
    visible = (" " if unicodedata.category(c)[0] in "CZ" or c == "|" else c for c in text)
    shown = " ".join("".join(visible).split())
    return shown if len(shown) <= longest else ""


def date_in(cell: Cell | None, precision: Cell | None) -> str:
    """A date as ISO, as precise as it is known; ``past`` for an unknown value."""
    if cell is None:
        return ""
    if cell.unknown:
        return PAST
    level = precision.value if precision else _ANY_DAY
    known = cell.value[:1] not in ("-", "+") and cell.value[:11].count("-") == 2
    if not (known and level.isascii() and level.isdecimal() and cell.value[:10].replace("-", "").isdecimal()):
        return ""
    # Without a precision, the first of January stands for a year of which no day is known.
    if precision is None and cell.value[4:10] == "-01-01":
        level = "9"
    return date_of({"datavalue": {"value": {"time": f"+{cell.value}", "precision": int(level[:2])}}})
