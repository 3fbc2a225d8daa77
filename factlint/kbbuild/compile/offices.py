"""Offices of the text form under the titles that copy uses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from pathlib import Path

from factlint.kbbuild.compile.csvtable import Problems, filled, rows
from factlint.kbbuild.compile.draft import CITY, COUNTRY, REGION, Draft
from factlint.kbbuild.gazetteer import Gazetteer
from factlint.kbbuild.legislators import FORMS
from factlint.kbbuild.titles import canonical_title


def gazetteer(draft: Draft, organisations: Collection[str]) -> Gazetteer:
    """The names of all countries, regions and organisations; these have their names as ids."""
    kinds = {COUNTRY: 0, REGION: 1, CITY: 2}
    places = sorted(
        (entity for entity in draft.entities.values() if entity.kind in kinds),
        key=lambda entity: (kinds[entity.kind], entity.key.startswith("local:"), entity.key),
    )
    named = [
        (name, place.key) for place in places if place.kind != CITY for name in (place.label, *place.aliases)
    ]
    named += [(name, name) for name in organisations]
    order = {place.key: number for number, place in enumerate(places)}
    adjectives = sorted(draft.adjectives, key=lambda pair: (order[pair[1]], pair[0]))
    return Gazetteer(named, adjectives, ((key, place.country) for key, place in draft.places.items()))


def set_canonical_titles(draft: Draft, organisations: Collection[str] = ()) -> None:
    """Give the offices of the text form, whose titles are labels, canonical titles and jurisdictions."""
    places = gazetteer(draft, organisations)
    for office in draft.offices:
        known = office.jurisdiction if office.jurisdiction in draft.places else ""
        canonical = canonical_title(office.title, known, office.country, places)
        office.title, office.jurisdiction, office.role = (
            canonical.title,
            canonical.jurisdiction,
            canonical.role,
        )
        if office.jurisdiction in draft.places:
            office.country = places.country(office.jurisdiction)
    for held in draft.tenures.values():
        for tenure in held:
            tenure.role = tenure.role or draft.offices[tenure.office].role


def add_office_forms(draft: Draft, paths: Iterable[Path], problems: Problems) -> None:
    """The forms in which copy writes titles, from the tables kept by hand and our own for legislators."""
    for title, forms in FORMS.items():
        draft.office_forms.update((form, title) for form in forms)
    for path in paths:
        for row in rows(path, {"office": filled, "titles": filled}, ("jurisdiction_kind",), problems):
            draft.office_forms.update((form, row["office"]) for form in (row["office"], *row.items("titles")))


def merge_offices(draft: Draft, by_hand: Collection[tuple[str, str]]) -> None:
    """Let offices of the text form take the title that the tables by hand have for them.

    An office whose title is only another form of one that the tables have in the same jurisdiction is
    that office: the United Kingdom's "Minister of Defence" is its Defence Secretary.
    """
    titles = defaultdict(set)
    for form, title in draft.office_forms:
        titles[form.lower()].add(title)
    for office in draft.offices:
        if (office.title, office.jurisdiction) not in by_hand:
            meant = [t for t in sorted(titles[office.title.lower()]) if (t, office.jurisdiction) in by_hand]
            if len(meant) == 1:
                office.title = meant[0]
