"""Capitals (P36) of countries and regions.

The tables kept by hand have the last word: Wikidata adds the capital of a place of which they have none, a
name of a capital that they know, and a move after the day on which they were checked. Where several cities
are capitals at a time nothing is changed.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factlint.kb.names import fold
from factlint.kbbuild.compile.draft import CITY, CapitalDraft, Draft, EntityDraft, PlaceDraft
from factlint.kbbuild.importer.cleaning import is_latin
from factlint.kbbuild.update.answers import Binding
from factlint.kbbuild.update.queries import Columns, changed, item_values, select
from factlint.kbbuild.update.sources import LIVE
from factlint.kbbuild.update.values import DEPRECATED, PREFERRED, clean, date_in

COLUMNS = Columns(
    ("place", "city", "label", "rank"), ("start", "startPrecision", "end", "endPrecision", "country")
)
_PATTERN = """
  VALUES ?place { %(items)s }%(since)s
  ?place p:P36 ?statement .
  ?statement ps:P36 ?city ; wikibase:rank ?rank .
  ?city rdfs:label ?label . FILTER(LANG(?label) = "en")
  OPTIONAL { ?statement pq:P580 ?start . }
  OPTIONAL { ?statement pqv:P580/wikibase:timePrecision ?startPrecision . }
  OPTIONAL { ?statement pq:P582 ?end . }
  OPTIONAL { ?statement pqv:P582/wikibase:timePrecision ?endPrecision . }
  OPTIONAL { ?city wdt:P17 ?country . }
"""
CAPITAL = "capital"


@dataclass(frozen=True, slots=True)
class FoundCapital:
    """A P36 statement; ``end`` may be ``past``, ``country`` is empty where the city is in none or several."""

    place: str
    city: str
    name: str
    country: str
    start: str
    end: str
    preferred: bool
    day: dt.date


def query(places: Iterable[str], since: dt.date | None = None) -> str:
    """The capitals that countries and regions have or had."""
    return select(COLUMNS, _PATTERN, items=item_values(places), since=changed(since, "place"))


def read(rows: Iterable[Binding], day: dt.date) -> Iterator[FoundCapital]:
    """The capitals in the rows of the query, without deprecated statements."""
    countries: dict[FoundCapital, set[str]] = defaultdict(set)
    for row in rows:
        place, city, name = row["place"].item, row["city"].item, clean(row["label"].value)
        if place and city and is_latin(name) and row["rank"].value != DEPRECATED:
            start = date_in(row.get("start"), row.get("startPrecision"))
            end = date_in(row.get("end"), row.get("endPrecision"))
            found = FoundCapital(place, city, name, "", start, end, row["rank"].value == PREFERRED, day)
            countries[found].add(row["country"].item if "country" in row else "")
    for capital, within in countries.items():
        country = next(iter(within)) if len(within) == 1 else ""
        yield FoundCapital(
            capital.place, capital.city, capital.name, country, capital.start, capital.end,
            capital.preferred, day,
        )  # fmt: skip


def merge(draft: Draft, found: Iterable[FoundCapital], left_out: list[str]) -> int:
    """Put capitals into a draft; returns how many statements are new or changed.

    Args:
        draft: changed in place.
        found: the statements, of any places.
        left_out: differences that change nothing are named here.
    """
    by_place: dict[str, list[FoundCapital]] = defaultdict(list)
    for capital in found:
        if capital.place in draft.places:
            by_place[capital.place].append(capital)
    known: dict[str, list[CapitalDraft]] = defaultdict(list)
    for ours in draft.capitals:
        known[ours.place].append(ours)
    return sum(
        _merge_place(draft, known[place], statements, left_out)
        for place, statements in sorted(by_place.items())
    )


def _merge_place(
    draft: Draft, known: Sequence[CapitalDraft], found: Sequence[FoundCapital], left_out: list[str]
) -> int:
    current = _current(found)
    if current is None:
        return 0
    same = [ours for ours in known if ours.city == current.city or fold(current.name) in _folded(ours)]
    if same:
        if fold(current.name) in _folded(same[-1]):
            return 0
        same[-1].names.append(current.name)
        return 1
    going_on = [ours for ours in known if ours.role == CAPITAL and not ours.end]
    moved = all(current.start > ours.as_of[: len(current.start)] for ours in known)
    if known and not (len(going_on) == 1 and current.start and moved and not going_on[0].disputed):
        names = " and ".join(sorted({ours.names[0] for ours in going_on or known}))
        left_out.append(f"{current.place}: the capital is {names} here, {current.name} there")
        return 0
    for ours in going_on:
        ours.end = current.start
    city = _city(draft, current)
    draft.capitals.append(
        CapitalDraft(
            current.place, city, [current.name], CAPITAL, current.start, "", False, LIVE,
            current.day.isoformat(),
        )
    )  # fmt: skip
    return 1


def _current(found: Sequence[FoundCapital]) -> FoundCapital | None:
    """The one capital of today, if it is only one; the preferred statement wins."""
    today = [capital for capital in found if not capital.end and capital.start <= capital.day.isoformat()]
    best = [capital for capital in today if capital.preferred] or today
    return best[0] if len({capital.city for capital in best}) == 1 else None


def _folded(capital: CapitalDraft) -> set[str]:
    return {fold(name) for name in capital.names}


def _city(draft: Draft, found: FoundCapital) -> str:
    """The key of a city, which is added where the draft lacks it."""
    if found.city in draft.entities:
        return found.city
    place = draft.places[found.place]
    country = found.country or place.country or found.place
    for entity in draft.entities.values():
        if entity.kind == CITY and entity.label == found.name and entity.country == [country]:
            return entity.key
    draft.entities[found.city] = EntityDraft(
        found.city, CITY, found.name, country=[country] if country in draft.places else [], source=LIVE,
        as_of=found.day.isoformat(),
    )  # fmt: skip
    draft.places[found.city] = PlaceDraft(country if country in draft.places else "")
    return found.city
