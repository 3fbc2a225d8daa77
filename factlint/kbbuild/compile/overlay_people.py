"""People and offices kept by hand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from factlint.kb.seats import is_inherited
from factlint.kbbuild.compile.csvtable import (
    Check,
    Problems,
    Row,
    date,
    end_date,
    filled,
    full_date,
    one_of,
    qid,
    rows,
)
from factlint.kbbuild.compile.derive import countries_served
from factlint.kbbuild.compile.draft import PERSON, Draft, EntityDraft, NameTable, OfficeDraft, TenureDraft
from factlint.kbbuild.compile.forms import short_forms
from factlint.kbbuild.compile.likeness import alike, held_in_life, more_precise, share_a_word
from factlint.kbbuild.compile.overlay_places import PlacesOverlay
from factlint.kbbuild.compile.spans import overlap
from factlint.kbbuild.portfolios import minister_title

_OFFICE_COLUMNS: dict[str, Check] = {
    "person": filled, "qid": qid, "office": filled, "jurisdiction": filled, "start": date, "end": end_date,
    "role": one_of("", "acting", "interim"), "as_of": full_date, "checked": full_date, "source": filled,
}  # fmt: skip
_PEOPLE_COLUMNS: dict[str, Check] = {
    "name": filled, "qid": qid, "born": date, "died": end_date,
    "prominence": one_of("1", "2", "3", "4", "5"), "checked": full_date, "source": filled,
}  # fmt: skip
Office = tuple[str, str]
"""Canonical title and jurisdiction (a key, or the name of what has none)."""


class PeopleOverlay:
    """Adds people and tenures to a draft, meeting those it has by identifier or by unique name.

    Args:
        draft: where they go; those of the text form are already there.
        problems: where problems of the tables are noted.
        places: to resolve names of countries and regions.
    """

    def __init__(self, draft: Draft, problems: Problems, places: PlacesOverlay) -> None:
        self._draft = draft
        self._problems = problems
        self._places = places
        self._names = NameTable()
        self._short_names = NameTable()
        for entity in draft.entities.values():
            if entity.kind == PERSON:
                self._names.add(entity)
                for name in (entity.label, *entity.aliases):
                    self._short_names.add_names(entity.key, short_forms(name, entity.country))
        self._offices: dict[Office, int] = {}
        self._new_holders: set[str] = set()
        self._titles: dict[str, set[str]] = defaultdict(set)
        self._holders: dict[Office, set[str]] = defaultdict(set)

    def read_people(self, paths: Iterable[Path]) -> list[Row]:
        """The rows of the tables of people."""
        optional = ("aliases", "known_for", "country", "note")
        return [row for path in paths for row in rows(path, _PEOPLE_COLUMNS, optional, self._problems)]

    def read_offices(self, paths: Iterable[Path]) -> list[Row]:
        """The rows of the tables of offices."""
        optional = ("party", "constituency", "note")
        return [row for path in paths for row in rows(path, _OFFICE_COLUMNS, optional, self._problems)]

    def with_offices(self, tenures: Iterable[Row]) -> list[tuple[Row, Office]]:
        """Rows of the tables of offices with their canonical offices.

        Where a country and a region have the jurisdiction's name, the one is meant of which the text
        form knows more holders of the office: the governors of Georgia are not the country's.
        """
        held = Counter(self._office_of(tenure) for known in self._draft.tenures.values() for tenure in known)
        found = []
        for row in tenures:
            title = minister_title(row["office"])
            places = self._places.places(row["jurisdiction"]) or [row["jurisdiction"]]
            found.append((row, max(((title, place) for place in places), key=lambda office: held[office])))
        return found

    def add(self, people: Iterable[Row], tenures: Iterable[tuple[Row, Office]]) -> None:
        """Add people and tenures.

        Names, dates and prominence of people win over the text form's; tenures replace those of the text
        form that they overlap in the same office. Rows that state who is meant come first, so that those
        that only name somebody can find them.
        """
        self._index_offices()
        for stated in (True, False):
            for row in people:
                if bool(row["qid"]) is stated:
                    self._add_person(row)
            for row, office in tenures:
                if bool(row["qid"]) is stated:
                    self._add_holder(row, office)

    def _add_person(self, row: Row) -> None:
        countries = [key for name in row.items("country") if (key := self._places.country(name))]
        found = self._matching(row, row["name"], countries)
        if not row["qid"]:
            found = [key for key in found if self._borne_out(self._draft.entities[key], row)]
        person = self._person(row, row["name"], found)
        person.add_aliases(row.items("aliases"))
        person.description = "; ".join(row.items("known_for")) or person.description
        person.country = list(dict.fromkeys([*countries, *person.country]))
        person.born = more_precise(row["born"], person.born)
        person.died = more_precise("" if row["died"] == "past" else row["died"], person.died)
        person.given = max(person.given, int(row["prominence"]))
        self._names.add(person)

    def _add_holder(self, row: Row, office: Office) -> None:
        country = (
            self._draft.places[office[1]].country or office[1] if office[1] in self._draft.places else ""
        )
        found = self._matching(row, row["person"], [country] if country else [])
        if len(found) > 1:
            found = (
                [key for key in found if self._held(key, office)]
                or [key for key in found if key in self._new_holders]
                or [key for key in found if self._described_as(key, office)]
                or found
            )
        same_seat = self._in_same_seat(row, office)
        person = self._person(row, row["person"], found or same_seat)
        if len(found or same_seat) != 1:
            self._new_holders.add(person.key)
        self._names.add(person)
        for other in same_seat:
            if other != person.key and other.startswith("local:"):
                self._absorb(other, person)
        self._add_tenure(person.key, self._office(office, country), row)

    def _index_offices(self) -> None:
        """Note of each canonical office the one of the text form that most people held, and all holders.

        Also note the titles that each person of the text form had, before rows by hand replace any.
        """
        held = Counter(tenure.office for tenures in self._draft.tenures.values() for tenure in tenures)
        for number in sorted(range(len(self._draft.offices)), key=lambda number: -held[number]):
            office = self._draft.offices[number]
            self._offices.setdefault((office.title, office.jurisdiction), number)
        for person, tenures in self._draft.tenures.items():
            for tenure in tenures:
                self._holders[self._office_of(tenure)].add(person)
                label = self._draft.entities[self._draft.offices[tenure.office].key].label
                self._titles[person].update((self._office_of(tenure)[0], label))

    def _in_same_seat(self, row: Row, office: Office) -> list[str]:
        """Keys of people of the row's surname who held the row's office at its time.

        They are the person of the row under a fuller or shorter name: Harry Truman, Harry S. Truman;
        Arnoldo André, Arnoldo André Tinoco.
        """
        meant = TenureDraft("", 0, row["start"], row["end"], row["as_of"], row["source"])
        return [
            key
            for key in sorted(self._holders.get(office, ()))
            if key in self._draft.entities
            and any(alike(row["person"], name) for name in self._draft.entities[key].names)
            and any(
                overlap(meant, tenure)
                for tenure in self._draft.tenures.get(key, ())
                if not tenure.by_hand and self._office_of(tenure) == office
            )
        ]

    def _absorb(self, key: str, person: EntityDraft) -> None:
        """Make one person of two, the first of which only we had an identifier for."""
        other = self._draft.entities.pop(key)
        person.add_aliases([other.label, *other.aliases])
        person.born, person.died = person.born or other.born, person.died or other.died
        person.article = person.article or other.article
        for tenure in self._draft.tenures.pop(key, ()):
            tenure.person = person.key
            self._draft.tenures[person.key].append(tenure)

    def _office_of(self, tenure: TenureDraft) -> Office:
        office = self._draft.offices[tenure.office]
        return office.title, office.jurisdiction

    def _add_tenure(self, person: str, number: int, row: Row) -> None:
        office = self._draft.offices[number]
        tenure = TenureDraft(
            person, number, row["start"], row["end"], row["as_of"], row["source"], row["role"], row["party"],
            row["constituency"], by_hand=True,
        )  # fmt: skip
        kept = []
        for other in self._draft.tenures[person]:
            same = self._office_of(other) == (office.title, office.jurisdiction)
            if other.by_hand or not same or not overlap(tenure, other):
                kept.append(other)
            else:
                tenure.party = tenure.party or other.party
                tenure.constituency = tenure.constituency or other.constituency
        self._draft.tenures[person] = [*kept, tenure]

    def _office(self, office: Office, country: str) -> int:
        if office not in self._offices:
            self._offices[office] = len(self._draft.offices)
            self._draft.offices.append(OfficeDraft("", *office, country))
        return self._offices[office]

    def _matching(self, row: Row, name: str, countries: list[str]) -> list[str]:
        """Keys of the people a row may mean: its identifier, or whoever bears the name and fits.

        A fuller name in the source ("Christopher A. Wray") is met by the short one, and the source's
        name by an alias of the row ("King Salman", "Salman bin Abdulaziz"), where the years of birth
        agree as well.
        """
        if row["qid"]:
            return [row["qid"]]
        found = [
            person.key for person in self._known(self._names, name) if self._fits(person, row, countries)
        ]
        if found or not row["born"]:
            return found
        others = [
            *self._known(self._short_names, name),
            *(person for alias in row.items("aliases") for person in self._known(self._names, alias)),
        ]
        return list(
            dict.fromkeys(
                person.key
                for person in others
                if person.born[:4] == row["born"][:4] and self._fits(person, row, countries)
            )
        )

    def _known(self, table: NameTable, name: str) -> Iterator[EntityDraft]:
        """People of the draft whom a table has under a name."""
        return (self._draft.entities[key] for key in table.find(name) if key in self._draft.entities)

    def _person(self, row: Row, name: str, matching: list[str]) -> EntityDraft:
        """The one person that matches, under the row's name; a new one where none or several do."""
        key = matching[0] if len(matching) == 1 else self._draft.local_key(name)
        person = self._draft.entities.get(key)
        if person is None:
            person = EntityDraft(key, PERSON, name, source=row["source"], as_of=row["checked"])
            self._draft.entities[key] = person
        elif person.kind != PERSON:
            self._problems.add(row.place, f"qid: {key} is {person.label}, a {person.kind}")
        elif person.label != name:
            before = [person.label, *person.aliases]
            person.label, person.aliases = name, []
            person.add_aliases(before)
        return person

    def _borne_out(self, person: EntityDraft, row: Row) -> bool:
        """Whether a holder of offices has more than a name in common with somebody known for other things.

        The year of birth, or a word of the description that is also in the title of an office: CNN's John
        King is not the education secretary, "former White House counsel" is the counsel.
        """
        titles = self._titles.get(person.key)
        if not titles or (person.born and row["born"]):
            return True
        return any(share_a_word(row["known_for"], title) for title in titles)

    def _held(self, key: str, office: Office) -> bool:
        return any(self._office_of(tenure) == office for tenure in self._draft.tenures.get(key, ()))

    def _described_as(self, key: str, office: Office) -> bool:
        return share_a_word(self._draft.entities[key].description, office[0])

    def _fits(self, person: EntityDraft, row: Row, countries: list[str]) -> bool:
        """Whether nothing known of a person speaks against being the one of a row."""
        if row["born"] and person.born and abs(int(row["born"][:4]) - int(person.born[:4])) > 1:
            return False
        child = is_inherited(row["office"])
        if not held_in_life("" if child else person.born, person.died, row["start"]):
            return False
        held = self._draft.tenures.get(person.key, ())
        if not all(held_in_life(row["born"], row["died"], tenure.start) for tenure in held):
            return False
        known = {*person.country, *countries_served(self._draft, person.key)}
        return not countries or not known or not known.isdisjoint(countries)
