"""National elections of countries: presidential and parliamentary ones that were held.

An item counts as national where it says that it applies to the country (P1001): most elections of states,
provinces and towns have the country too (P17), but not as what they apply to. By-elections, primaries and
elections to the European Parliament do not count.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from factlint.kbbuild.compile.draft import Draft, ElectionDraft
from factlint.kbbuild.importer.cleaning import clean_name
from factlint.kbbuild.update.answers import Binding
from factlint.kbbuild.update.queries import Columns, item_values, select
from factlint.kbbuild.update.sources import LIVE
from factlint.kbbuild.update.values import DEPRECATED, clean, date_in

COLUMNS = Columns(("election", "country", "kind", "date", "rank"), ("precision", "winner"))
_CLASSES = {"Q858439": "presidential", "Q2618461": "parliamentary", "Q1076105": "parliamentary"}
"""Presidential, legislative and general election."""
_NEITHER = ("Q1057954", "Q669262", "Q1128324")
"""By-election, primary, election to the European Parliament."""
_PATTERN = """
  VALUES ?country { %(items)s }
  VALUES ?kind { %(kinds)s }
  ?election wdt:P1001 ?country ; wdt:P31/wdt:P279* ?kind ; p:P585 ?statement .
  ?statement ps:P585 ?date ; wikibase:rank ?rank .
  FILTER(?date >= "%(since)sT00:00:00Z"^^xsd:dateTime)
  FILTER NOT EXISTS { VALUES ?neither { %(neither)s } ?election wdt:P31/wdt:P279* ?neither . }
  OPTIONAL { ?statement psv:P585/wikibase:timePrecision ?precision . }
  OPTIONAL { ?election wdt:P991 ?successful . ?successful wdt:P31 wd:Q5 ; rdfs:label ?winner .
             FILTER(LANG(?winner) = "en") }
"""
_DAY = len("2021-06-16")
_SAME = dt.timedelta(days=45)
"""Days of one election, with the rounds that a source may leave out, lie within."""
_ONE_VOTE = dt.timedelta(days=5)
"""A vote that goes on for some days; a second round comes a week later at the earliest."""
UNITED_STATES = "Q30"
_OF_PARLIAMENT = frozenset({"parliamentary", "lower house", "upper house", "midterm"})


@dataclass(slots=True)
class FoundElection:
    """An election: its country's item, its kind, its days, and the people who won it."""

    country: str
    kind: str
    day: dt.date
    dates: set[str] = field(default_factory=set)
    winners: set[str] = field(default_factory=set)


def query(countries: Iterable[str], since: dt.date) -> str:
    """The national elections of countries from a day on."""
    return select(
        COLUMNS,
        _PATTERN,
        items=item_values(countries),
        kinds=item_values(_CLASSES),
        neither=item_values(_NEITHER),
        since=since.isoformat(),
    )


def read(rows: Iterable[Binding], day: dt.date) -> list[FoundElection]:
    """The elections in the rows of the query that were held on a known day, not later than the answer."""
    found: dict[tuple[str, str], FoundElection] = {}
    for row in rows:
        item, country, kind = (row[name].item for name in ("election", "country", "kind"))
        date = date_in(row["date"], row.get("precision"))
        if kind not in _CLASSES or len(date) != _DAY or row["rank"].value == DEPRECATED:
            continue
        if not (item and country) or date > day.isoformat():
            continue
        election = found.setdefault((item, country), FoundElection(country, _CLASSES[kind], day))
        election.dates.add(date)
        if "winner" in row and (winner := clean_name(clean(row["winner"].value))):
            election.winners.add(winner)
        if _CLASSES[kind] == "presidential":
            # A general election that elects the president too is an instance of both.
            election.kind = _CLASSES[kind]
    return list(found.values())


def first_day(draft: Draft) -> dt.date:
    """From when on to ask: what was held three years before the newest election is settled."""
    years = [int(election.start[:4]) for election in draft.elections]
    return dt.date(max(years, default=1993) - 3, 1, 1)


def merge(draft: Draft, found: Iterable[FoundElection]) -> int:
    """Add elections that a draft lacks; what it has stays as it is. Returns how many were added."""
    known: dict[tuple[str, bool], list[dt.date]] = defaultdict(list)
    for election in draft.elections:
        if len(election.start) == _DAY:
            key = election.country, election.kind in _OF_PARLIAMENT
            known[key].append(dt.date.fromisoformat(election.start))
    added = 0
    for new in sorted(found, key=lambda election: (election.country, election.kind, min(election.dates))):
        dates = sorted(new.dates)
        days = [dt.date.fromisoformat(date) for date in dates]
        others = known[new.country, new.kind in _OF_PARLIAMENT]
        if new.country not in draft.places or any(
            abs(day - other) <= _SAME for day in days for other in others
        ):
            continue
        others += days
        rows = list(_rows(new, dates))
        draft.elections.update(rows)
        added += len(rows)
    return added


def _rows(new: FoundElection, dates: Sequence[str]) -> Iterator[ElectionDraft]:
    """The rows of an election: one with its first and last day, or one for each of its rounds."""
    winner = ""
    # Copy may also say that a party won the White House, so that the person's name alone would mislead.
    if new.kind == "presidential" and new.country != UNITED_STATES and len(new.winners) == 1:
        winner = next(iter(new.winners))
    first, last = dates[0], dates[-1]
    if dt.date.fromisoformat(last) - dt.date.fromisoformat(first) <= _ONE_VOTE:
        end = last if last != first else ""
        yield ElectionDraft(new.country, new.kind, first, end, "", winner, LIVE)
    else:
        yield ElectionDraft(new.country, new.kind, first, "", "1", "", LIVE)
        yield ElectionDraft(new.country, new.kind, last, "", "2", winner, LIVE)
