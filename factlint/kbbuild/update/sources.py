"""Which sources Wikidata's own word may replace."""

from __future__ import annotations

from factlint.kbbuild.importer.people import SOURCE as DUMP

LIVE = "wikidata-live"
"""Key of the source of what a refresh adds."""

LIVE_TITLE, LIVE_LICENCE = "Wikidata, query service and entity data", "CC0 1.0"

_IMPORTED = frozenset({DUMP, LIVE})
_OFFICIAL = frozenset({"congress-legislators"})


def is_wikidata(source: str) -> bool:
    """Whether a fact came from Wikidata, so that Wikidata may correct it."""
    return source in _IMPORTED


def is_by_hand(source: str) -> bool:
    """Whether a tenure stands in the tables kept by hand, which have the last word."""
    return source not in _IMPORTED and source not in _OFFICIAL
