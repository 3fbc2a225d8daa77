from __future__ import annotations

import random
import string
from collections.abc import Iterator

import pytest
from rapidfuzz.distance import OSA

from factlint.kb.embedded import embedded_path
from factlint.kb.model import EntityKind
from factlint.kb.names import fold
from factlint.kb.store import Snapshot


@pytest.mark.parametrize(
    ("written", "meant", "name", "edits"),
    [
        ("Anthony Marlow", "Q101", "Antony Marlow", 1),
        ("Antony Marlwo", "Q101", "Antony Marlow", 1),
        ("Robert Kestral", "Q102", "Robert Kestrel", 1),
        ("Bob Kestral", "Q102", "Bob Kestrel", 1),
        ("R. Kestral", "Q102", "Robert Kestrel", 1),
        ("Robert F. Kestral", "Q102", "Robert Kestrel", 1),
        ("Robert Fitzgerald Kestral", "Q102", "Robert Kestrel", 1),
        ("Rovert Kestral", "Q102", "Robert Kestrel", 2),
        ("Tobert Kestral", "Q102", "Robert Kestrel", 2),
        ("obert Kestral", "Q102", "Robert Kestrel", 2),
        ("Trobert Kestral", "Q102", "Robert Kestrel", 2),
        ("Orbert Kestral", "Q102", "Robert Kestrel", 2),
        ("Ursula van der Weterink", "Q106", "Ursula van der Wetering", 1),
        ("Ursula vander Wetering", "Q106", "Ursula van der Wetering", 1),
        ("Dame Ethelburga Wrexamshyre", "Q107", "Dame Ethelburga Wrexhamshire", 2),
        ("Serguei Lomakin", "Q103", "Sergei Lomakin", 0),
    ],
)
def test_near(tiny: Snapshot, written: str, meant: str, name: str, edits: int) -> None:
    first = tiny.near(written, EntityKind.PERSON)[0]
    assert (first.entity.id, first.name, first.edits) == (meant, name, edits)


@pytest.mark.parametrize(
    "written",
    [
        "Rupert Kestral",
        "Rovart Kestral",
        "Kestrel",
        "Marlow Antony",
        "Robert Kstl",
        "",
        "…",
        "Robert",
        "Ro Ke",
    ],
)
def test_not_near(tiny: Snapshot, written: str) -> None:
    assert tiny.near(written, EntityKind.PERSON) == ()


def test_only_transliterated_names_have_other_romanisations(tiny: Snapshot) -> None:
    # Hungarian is written in Latin script: "Victor" is a slip there.
    (match,) = tiny.near("Victor Orlay")
    assert (match.entity.id, match.edits) == ("Q104", 1)


def test_places_are_near_too(tiny: Snapshot) -> None:
    (match,) = tiny.near("Wisconson")
    assert (match.entity.label, match.edits) == ("Wisconsin", 1)
    assert tiny.near("Wisconson", EntityKind.CITY) == ()


def test_the_best_come_first_and_the_limit_holds(tiny: Snapshot) -> None:
    found = tiny.near("Jobn Kestrel")
    assert [match.entity.label for match in found] == ["Joan Kestrel"]
    assert len(tiny.near("Robert Kestrel", limit=1)) == 1


@pytest.mark.parametrize(
    ("written", "meant", "edits"),
    [
        ("Robert Kestrel", "Q102", 0),
        ("Robert Kstrl", "Q102", 2),
        ("Rbrt Kestrel", "Q102", 2),
        ("Rovert Kestral", "Q102", 2),
        ("oRbret Kestrel", "Q102", 2),
        ("Wen Dmng", "Q105", 2),
        ("Jn Kestrel", "Q108", 2),
        ("Ursula vna der Wetreing", "Q106", 2),
        ("Ursula vxx der Wetering", "Q106", 2),
        ("Wscnsin", "Q1537", 2),
    ],
)
def test_a_thorough_search_finds_two_edits_anywhere(
    tiny: Snapshot, written: str, meant: str, edits: int
) -> None:
    found = {match.entity.id: match.edits for match in tiny.near(written, thorough=True)}
    assert found[meant] == edits


@pytest.mark.parametrize("written", ["Rbrt Kestral", "Wen Dmg", "Kestrel", "", "…"])
def test_three_edits_are_never_near(tiny: Snapshot, written: str) -> None:
    assert tiny.near(written, thorough=True) == ()


@pytest.fixture(scope="module")
def embedded() -> Iterator[Snapshot]:
    with Snapshot(embedded_path()) as snapshot:
        yield snapshot


def slip(name: str, chance: random.Random) -> str:
    """The name with one letter inserted, dropped, replaced or swapped with the next."""
    place = chance.choice([place for place, letter in enumerate(name) if letter != " "])
    letter = chance.choice(string.ascii_lowercase)
    swapped = name[place : place + 2][::-1]
    return chance.choice(
        [
            name[:place] + letter + name[place:],
            name[:place] + name[place + 1 :],
            name[:place] + letter + name[place + 1 :],
            name[:place] + swapped + name[place + 2 :] if " " not in swapped else name,
        ]
    )


SURNAMES = ("Smith", "Kim", "Müller", "García", "Petrov", "Nguyen", "Khan", "Silva", "Dupont", "Cohen")


@pytest.mark.parametrize(
    ("slips", "thorough", "least"), [(1, False, 0.96), (1, True, 0.99), (2, False, 0.5), (2, True, 0.98)]
)
def test_slips_in_names_of_the_snapshot_are_found(
    embedded: Snapshot, slips: int, thorough: bool, least: float
) -> None:
    chance = random.Random(20210616)  # noqa: S311 - repeatable slips
    people = [person for surname in SURNAMES for person in embedded.surname_bearers(surname, limit=30)]
    named = [(person.id, fold(person.label)) for person in people if " " in fold(person.label)]
    assert len(named) > 100
    met = tried = 0
    for key, name in named:
        wrong = name
        for _ in range(slips):
            wrong = slip(wrong, chance)
        if OSA.distance(name, wrong) != slips:
            continue  # one slip undid the other, or fell into it
        tried += 1
        found = embedded.near(wrong, EntityKind.PERSON, limit=1000, thorough=thorough)
        met += key in {match.entity.id for match in found}
    assert tried > 100
    assert met / tried >= least


def test_what_linking_is_given_is_part_of_a_thorough_search(embedded: Snapshot) -> None:
    chance = random.Random(20210617)  # noqa: S311 - repeatable slips
    for surname in SURNAMES:
        for person in embedded.surname_bearers(surname, limit=5):
            wrong = slip(fold(person.label), chance)
            usual = {match.entity.id: match.edits for match in embedded.near(wrong, limit=1000)}
            thorough = {
                match.entity.id: match.edits for match in embedded.near(wrong, limit=1000, thorough=True)
            }
            assert usual.keys() <= thorough.keys()
            assert all(thorough[key] <= edits for key, edits in usual.items())
