"""Elections and events kept by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from factlint.kbbuild.compile.csvtable import Check, Problems, Row, date, filled, full_date, one_of, qid, rows
from factlint.kbbuild.compile.draft import EVENT, Draft, ElectionDraft, EntityDraft, EventDraft
from factlint.kbbuild.compile.overlay_places import PlacesOverlay

KINDS = ("presidential", "parliamentary", "lower house", "upper house", "referendum", "midterm")

_COMPLETE = re.compile(r"\bcomplete (\d{4})-(\d{4}) ([a-z ]+)")
"""A note of a row: from the first year to the last no election of the kind is missing in its country."""


def add_elections(draft: Draft, paths: Iterable[Path], places: PlacesOverlay, problems: Problems) -> None:
    """Elections by hand; of one kind on one day in one country they replace the text form's."""
    checks: dict[str, Check] = {
        "country": filled, "kind": filled, "date": lambda text: filled(text) or date(text), "date_end": date,
        "round": one_of("", "1", "2"), "checked": full_date, "source": filled,
    }  # fmt: skip
    for path in paths:
        for row in rows(path, checks, ("winner", "note"), problems):
            country = places.place(row["country"])
            if not country:
                problems.add(row.place, f"country: {row['country']!r} is no known country")
                continue
            for first, last, kind in _COMPLETE.findall(row["note"]):
                if kind.strip() not in KINDS:
                    problems.add(row.place, f"note: {kind.strip()!r} is no kind of election")
                draft.complete[country, kind.strip()] = (int(first), int(last))
            same = {e for e in draft.elections if _same(e, country, row)}
            draft.elections -= same
            draft.elections.add(
                ElectionDraft(
                    country,
                    row["kind"],
                    row["date"],
                    row["date_end"],
                    row["round"],
                    row["winner"],
                    row["source"],
                )
            )


def add_events(draft: Draft, paths: Iterable[Path], problems: Problems) -> None:
    """Dated events that copy cites."""
    checks: dict[str, Check] = {
        "name": filled, "qid": qid, "kind": filled, "start": lambda text: filled(text) or date(text),
        "end": date, "checked": full_date, "source": filled,
    }  # fmt: skip
    for path in paths:
        for row in rows(path, checks, ("aliases", "place", "country", "note"), problems):
            key = row["qid"] or draft.local_key(row["name"])
            if key in draft.entities and draft.entities[key].kind == EVENT:
                problems.add(row.place, f"qid: {key} is in the table twice")
                continue
            event = EntityDraft(key, EVENT, row["name"], source=row["source"], as_of=row["checked"])
            event.add_aliases(row.items("aliases"))
            event.country = row.items("country")
            draft.entities[key] = event
            draft.events.append(EventDraft(key, row["kind"], row["place"], row["start"], row["end"]))


def _same(election: ElectionDraft, country: str, row: Row) -> bool:
    return (
        election.country == country
        and election.kind == row["kind"]
        and (row["date"].startswith(election.start) or election.start.startswith(row["date"]))
    )
