"""The text form into a draft."""

from __future__ import annotations

from pathlib import Path

from factlint.kb.names import fold
from factlint.kbbuild.compile.draft import (
    CITY,
    COUNTRY,
    OFFICE,
    PERSON,
    REGION,
    CapitalDraft,
    Draft,
    ElectionDraft,
    EntityDraft,
    OfficeDraft,
    PlaceDraft,
    TenureDraft,
)
from factlint.kbbuild.compile.nicknames import Nicknames
from factlint.kbbuild.textform import (
    LIST_SEPARATOR,
    CapitalRow,
    ElectionRow,
    OfficeRow,
    PersonRow,
    PlaceRow,
    SourceRow,
    TenureRow,
    read,
    read_lines,
)

KINDS = {"country": COUNTRY, "region": REGION, "city": CITY}


def read_text_form(folder: Path, draft: Draft) -> None:
    """Add everything in the text form to a draft.

    Raises:
        SnapshotError: a file is missing or malformed.
    """
    for source in read(folder, SourceRow):
        draft.sources[source.key] = (source.title, source.licence, source.as_of)
    for place in read(folder, PlaceRow):
        _add_place(draft, place)
    for person in read(folder, PersonRow):
        draft.entities[person.id] = EntityDraft(
            person.id,
            PERSON,
            person.name,
            split(person.aliases),
            person.description,
            split(person.country),
            person.born,
            person.died,
            bool(person.article),
            int(person.backing),
            source=person.source,
            as_of=person.as_of,
        )
    office_numbers = {}
    for office in read(folder, OfficeRow):
        office_numbers[office.id] = len(draft.offices)
        country = office.country if office.country in draft.places else ""
        draft.offices.append(OfficeDraft(office.id, office.label, office.jurisdiction, country))
        draft.entities[office.id] = EntityDraft(
            office.id,
            OFFICE,
            office.label,
            split(office.aliases),
            country=[country] if country else [],
            source=office.source,
            as_of=office.as_of,
        )
    for tenure in read(folder, TenureRow):
        number = office_numbers[tenure.office]
        draft.tenures[tenure.person].append(
            TenureDraft(
                tenure.person,
                number,
                tenure.start,
                tenure.end,
                tenure.as_of,
                tenure.source,
                tenure.role,
                tenure.party,
                tenure.constituency,
                tenure.district,
            )
        )
    _add_capitals(folder, draft)
    for election in read(folder, ElectionRow):
        draft.elections.add(
            ElectionDraft(
                election.country,
                election.kind,
                election.start,
                election.end,
                election.round,
                "",
                election.source,
            )
        )


def read_lexicons(folder: Path, draft: Draft) -> None:
    """Add ordinary words, transliterations and nicknames to a draft.

    Raises:
        SnapshotError: a file is missing.
    """
    draft.words = read_lines(folder / "words.txt")
    rows = read_lines(folder / "transliterations.tsv")[1:]
    draft.spellings = [[fold(form) for form in split(row)] for row in rows]
    rows = read_lines(folder / "nicknames.tsv")[1:]
    draft.nicknames = Nicknames(
        (name, split(forms)) for name, _, forms in (row.partition("\t") for row in rows)
    )


def split(text: str) -> list[str]:
    """The items of a list column."""
    return text.split(LIST_SEPARATOR) if text else []


def _add_place(draft: Draft, place: PlaceRow) -> None:
    draft.entities[place.id] = EntityDraft(
        place.id,
        KINDS[place.kind],
        place.name,
        split(place.aliases),
        country=[place.country] if place.country else [],
        source=place.source,
        as_of=place.as_of,
    )
    draft.places[place.id] = PlaceDraft(place.country, place.region, int(place.population or 0))
    for word in (*split(place.adjectives), *split(place.demonyms)):
        draft.adjectives.add((word, place.id))


def _add_capitals(folder: Path, draft: Draft) -> None:
    for row in read(folder, CapitalRow):
        city = draft.entities.get(row.city)
        if row.place in draft.entities and city is not None:
            draft.capitals.append(
                CapitalDraft(
                    row.place,
                    row.city,
                    [city.label, *city.aliases],
                    row.role,
                    row.start,
                    row.end,
                    disputed=False,
                    source=row.source,
                    as_of=row.as_of,
                )
            )
