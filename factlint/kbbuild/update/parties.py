"""Memberships of parties (P102), and what they say about the tenures of a person.

A tenure from Wikidata gets the party of which the person was a member when it began, and is parted where
a member went over to another. In a tenure of another source only a change after the day up to which that
source is complete counts, and only while the tenure is open.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factlint.kb.names import fold
from factlint.kbbuild.compile.draft import Draft, TenureDraft
from factlint.kbbuild.update.answers import Binding
from factlint.kbbuild.update.queries import Columns, changed, item_values, select
from factlint.kbbuild.update.sources import LIVE, is_wikidata
from factlint.kbbuild.update.values import DEPRECATED, PAST, clean, date_in

COLUMNS = Columns(
    ("statement", "person", "party", "label", "rank"), ("start", "startPrecision", "end", "endPrecision")
)
_PATTERN = """
  VALUES ?person { %(items)s }%(since)s
  ?person p:P102 ?statement .
  ?statement ps:P102 ?party ; wikibase:rank ?rank .
  ?party rdfs:label ?label . FILTER(LANG(?label) = "en")
  OPTIONAL { ?statement pq:P580 ?start . }
  OPTIONAL { ?statement pqv:P580/wikibase:timePrecision ?startPrecision . }
  OPTIONAL { ?statement pq:P582 ?end . }
  OPTIONAL { ?statement pqv:P582/wikibase:timePrecision ?endPrecision . }
"""
_DAY = len("2021-06-16")


@dataclass(frozen=True, slots=True, order=True)
class Membership:
    """A membership of a party.

    Attributes:
        start: ISO date as precise as known, empty where there is none.
        end: likewise; ``past`` where it is known to have ended, though not when.
        party: its name as a tenure has it: "Democratic", "Independent".
        person: item of the member.
        day: the day on which Wikidata said so.
    """

    start: str
    end: str
    party: str
    person: str
    day: dt.date = dt.date.min


def query(people: Iterable[str], since: dt.date | None = None) -> str:
    """The parties of which people were members, and when."""
    return select(COLUMNS, _PATTERN, items=item_values(people), since=changed(since))


def read(rows: Iterable[Binding], day: dt.date) -> Iterator[Membership]:
    """The memberships in the rows, without deprecated ones and those that end before they start."""
    seen = set()
    for row in rows:
        person, party = row["person"].item, party_name(clean(row["label"].value))
        if not person or not party or row["rank"].value == DEPRECATED or row["statement"].value in seen:
            continue
        seen.add(row["statement"].value)
        start = date_in(row.get("start"), row.get("startPrecision"))
        end = date_in(row.get("end"), row.get("endPrecision"))
        start = "" if start == PAST else start
        if not (start and end not in ("", PAST) and end < start[: len(end)]):
            yield Membership(start, end, party, person, day)


def party_name(label: str) -> str:
    """A party as tenures name it: "Labour Party" is "Labour", who belongs to none is "Independent"."""
    return "Independent" if label.lower().startswith("independent") else label.removesuffix(" Party")


def merge(draft: Draft, memberships: Iterable[Membership]) -> set[str]:
    """Put parties into the tenures of a draft; returns the people whose tenures changed."""
    by_person: dict[str, set[Membership]] = defaultdict(set)
    for membership in memberships:
        by_person[membership.person].add(membership)
    touched = set()
    for person, known in sorted(by_person.items()):
        held = draft.tenures.get(person, [])
        history = _history(sorted(known))
        after = [part for tenure in held for part in _with_parties(tenure, history)]
        if after != held:
            draft.tenures[person] = after
            touched.add(person)
    return touched


def join_parted(draft: Draft, people: Iterable[str]) -> None:
    """Undo the parting of tenures from Wikidata, so that their statements can be compared with them."""
    for person in people:
        held = sorted(draft.tenures.get(person, []), key=lambda tenure: (tenure.office, tenure.start))
        for earlier, later in pairwise(list(held)):
            if is_wikidata(earlier.source) and earlier.end and _continues(earlier, later):
                later.start, later.as_of = earlier.start, max(earlier.as_of, later.as_of)
                held = [tenure for tenure in held if tenure is not earlier]
        if len(held) < len(draft.tenures.get(person, [])):
            draft.tenures[person] = held


def _continues(earlier: TenureDraft, later: TenureDraft) -> bool:
    same = replace(later, start=earlier.start, end=earlier.end, as_of=earlier.as_of, party=earlier.party)
    return same == earlier and later.start == earlier.end and "" not in (earlier.party, later.party)


def _history(memberships: Sequence[Membership]) -> list[Membership]:
    """Memberships one after the other; nothing where they overlap, or where nobody says when they changed."""
    parties: list[Membership] = []
    for membership in memberships:
        if parties and parties[-1].party == membership.party:
            parties[-1] = replace(parties[-1], end=membership.end)
        else:
            parties.append(membership)
    for earlier, later in pairwise(parties):
        if not later.start or earlier.end == PAST or (earlier.end and earlier.end > later.start):
            return []
    return parties


def _with_parties(tenure: TenureDraft, history: Sequence[Membership]) -> list[TenureDraft]:
    """A tenure with its party, in parts where that changed in between."""
    if not is_wikidata(tenure.source):
        return _with_change(tenure, history)
    if not tenure.start:
        return [tenure]
    until = tenure.end if tenure.end not in ("", PAST) else ""
    first = [m for m in history if m.start <= tenure.start and _lasts_beyond(m, tenure.start)]
    if len(first) != 1:
        return [tenure]
    later = [m for m in history if m.start > tenure.start and not (until and m.start >= until)]
    if any(len(m.start) < _DAY for m in later) or (tenure.end == PAST and later):
        return [tenure]
    return list(_parted(replace(tenure, party=first[0].party), later))


def _with_change(tenure: TenureDraft, history: Sequence[Membership]) -> list[TenureDraft]:
    """An open tenure of another source, parted at a change of party that this source cannot have known."""
    if not tenure.party or tenure.end:
        return [tenure]
    new = [m for m in history if len(m.start) == _DAY and m.start > tenure.as_of[:_DAY]]
    if len(new) != 1 or fold(tenure.party) in fold(new[0].party):
        return [tenure]
    return list(_parted(tenure, new))


def _parted(tenure: TenureDraft, changes: Iterable[Membership]) -> Iterator[TenureDraft]:
    """A tenure in parts that touch on the days of the changes."""
    for change in changes:
        yield replace(tenure, end=change.start)
        source = tenure.source if is_wikidata(tenure.source) else LIVE
        as_of = max(tenure.as_of, change.day.isoformat())
        tenure = replace(
            tenure, start=change.start, party=change.party, source=source, as_of=as_of, by_hand=False
        )
    yield tenure


def _lasts_beyond(membership: Membership, day: str) -> bool:
    """Whether a membership goes on after a day; an end that nobody knows may be before it."""
    return membership.end == "" or (membership.end != PAST and membership.end > day)
