"""National elections of countries: presidential and parliamentary ones that were held.

An item counts as national where it says that it applies to the country (P1001): most elections of states,
provinces and towns have the country too (P17), but not as what they apply to. By-elections, primaries and
elections to the European Parliament do not count.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from factlint.kbbuild.compile.draft import Draft, ElectionDraft
from factlint.kbbuild.importer.cleaning import clean_name
from factlint.kbbuild.update.answers import Binding
from factlint.kbbuild.update.queries import Columns, item_values, select
from factlint.kbbuild.update.sources import LIVE
from factlint.kbbuild.update.values import DEPRECATED, clean, date_in

COLUMNS = Columns(("election", "country", "class", "date", "rank"), ("precision", "winner"))
KIND_COLUMNS = Columns(("class", "kind"), ())
_KINDS = {"Q858439": "presidential", "Q2618461": "parliamentary", "Q1076105": "parliamentary"}
"""Presidential, legislative and general election."""
_NEITHER = frozenset({"Q1057954", "Q669262", "Q1128324"})
"""By-election, primary, election to the European Parliament."""
_PATTERN = """
  VALUES ?country { %(items)s }
  ?election wdt:P1001 ?country ; wdt:P31 ?class ; p:P585 ?statement .
  ?statement ps:P585 ?date ; wikibase:rank ?rank .
  FILTER(?date >= "%(since)sT00:00:00Z"^^xsd:dateTime)
  OPTIONAL { ?statement psv:P585/wikibase:timePrecision ?precision . }
  OPTIONAL { ?election wdt:P991 ?successful . ?successful wdt:P31 wd:Q5 ; rdfs:label ?winner .
             FILTER(LANG(?winner) = "en") }
"""
# Asked apart: with the path in the query for elections, engines begin with all elections there are.
_KIND_PATTERN = """
  VALUES ?class { %(items)s }
  ?class wdt:P279* ?kind .
  FILTER(?kind IN (%(kinds)s))
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
    classes: set[str] = field(default_factory=set)


def query(countries: Iterable[str], since: dt.date) -> str:
    """What applies to countries and took place from a day on; elections, once their classes are known."""
    return select(COLUMNS, _PATTERN, items=item_values(countries), since=since.isoformat())


def kinds_query(classes: Iterable[str]) -> str:
    """The kinds of election that classes are below."""
    kinds = item_values((*_KINDS, *sorted(_NEITHER))).replace(" ", ", ")
    return select(KIND_COLUMNS, _KIND_PATTERN, items=item_values(classes), kinds=kinds)


def read(rows: Iterable[Binding], day: dt.date) -> list[FoundElection]:
    """What was held on a known day, not later than the answer; of no kind as yet."""
    found: dict[tuple[str, str], FoundElection] = {}
    for row in rows:
        item, country, of_class = (row[name].item for name in ("election", "country", "class"))
        date = date_in(row["date"], row.get("precision"))
        if len(date) != _DAY or row["rank"].value == DEPRECATED or date > day.isoformat():
            continue
        if not (item and country and of_class):
            continue
        election = found.setdefault((item, country), FoundElection(country, "", day))
        election.dates.add(date)
        election.classes.add(of_class)
        if "winner" in row and (winner := clean_name(clean(row["winner"].value))):
            election.winners.add(winner)
    return list(found.values())


def read_kinds(rows: Iterable[Binding]) -> Iterator[tuple[str, str]]:
    """(class, kind above it) from the rows of the query for kinds."""
    return ((row["class"].item, row["kind"].item) for row in rows)


def of_kinds(found: Iterable[FoundElection], kinds: Iterable[tuple[str, str]]) -> Iterator[FoundElection]:
    """The elections among what was found, with their kind."""
    above: dict[str, set[str]] = defaultdict(set)
    for of_class, kind in kinds:
        above[of_class].add(kind)
    for election in found:
        all_above = {kind for of_class in election.classes for kind in above[of_class]}
        names = {_KINDS[kind] for kind in all_above & _KINDS.keys()}
        if names and not all_above & _NEITHER:
            # A general election that elects the president too is an instance of both.
            yield replace(election, kind="presidential" if "presidential" in names else "parliamentary")


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
