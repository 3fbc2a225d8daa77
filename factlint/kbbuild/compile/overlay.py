"""The tables kept by hand (``rules/facts``) into a draft."""

from __future__ import annotations

from pathlib import Path

from factlint.kbbuild.compile.csvtable import Problems, filled, rows
from factlint.kbbuild.compile.draft import Draft
from factlint.kbbuild.compile.offices import add_office_forms, merge_offices, set_canonical_titles
from factlint.kbbuild.compile.overlay_dates import add_elections, add_events
from factlint.kbbuild.compile.overlay_people import PeopleOverlay
from factlint.kbbuild.compile.overlay_places import PlacesOverlay
from factlint.kbbuild.compile.regional import settle_conflicts, settle_regional_offices


def add_overlay(folder: Path, draft: Draft) -> None:
    """Add the tables of a folder to a draft; a table that is not there is passed over.

    Raises:
        SnapshotError: rows are malformed or name an unknown source, place or office; all are listed.
    """
    problems = Problems()
    for path in sorted(folder.glob("sources*.csv")):
        for row in rows(path, dict.fromkeys(("key", "title", "licence", "as_of"), filled), (), problems):
            draft.sources[row["key"]] = (row["title"], row["licence"], row["as_of"])
    places = PlacesOverlay(draft, problems)
    places.add_countries(sorted(folder.glob("countries*.csv")))
    places.add_regions(sorted(folder.glob("regions*.csv")))
    places.add_cities(sorted(folder.glob("cities*.csv")))
    places.add_capitals(sorted(folder.glob("capitals*.csv")))
    people = PeopleOverlay(draft, problems, places)
    tenures = people.read_offices(sorted((folder / "offices").glob("*.csv")))
    add_office_forms(draft, sorted(folder.glob("office_titles*.csv")), problems)
    stated = {office.key for office in draft.offices if office.jurisdiction}
    named = {row["jurisdiction"] for row in tenures}
    set_canonical_titles(draft, sorted(name for name in named if not places.place(name)))
    places.resolve_jurisdictions()
    settle_regional_offices(draft, stated)
    held = people.with_offices(tenures)
    merge_offices(draft, {office for _, office in held})
    people.add(people.read_people(sorted((folder / "people").glob("*.csv"))), held)
    settle_conflicts(draft)
    add_elections(draft, sorted(folder.glob("elections*.csv")), places, problems)
    add_events(draft, sorted(folder.glob("events*.csv")), problems)
    problems.raise_any()
