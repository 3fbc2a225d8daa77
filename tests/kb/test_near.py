from __future__ import annotations

import random
import string
from collections.abc import Iterator

import pytest

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


@pytest.fixture(scope="module")
def embedded() -> Iterator[Snapshot]:
    with Snapshot(embedded_path()) as snapshot:
        yield snapshot


def slip(word: str, chance: random.Random) -> str:
    """The word with one letter inserted, dropped, replaced or swapped with the next."""
    place = chance.randrange(len(word))
    letter = chance.choice(string.ascii_lowercase)
    return chance.choice(
        [
            word[:place] + letter + word[place:],
            word[:place] + word[place + 1 :],
            word[:place] + letter + word[place + 1 :],
            word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
        ]
    )


SURNAMES = ("Smith", "Kim", "Müller", "García", "Petrov", "Nguyen", "Khan", "Silva", "Dupont", "Cohen")


def test_slips_in_names_of_the_snapshot_are_found(embedded: Snapshot) -> None:
    chance = random.Random(20210616)  # noqa: S311 - repeatable slips
    people = [
        person
        for surname in (
            "Smith",
            "Kim",
            "Müller",
            "García",
            "Petrov",
            "Nguyen",
            "Khan",
            "Silva",
            "Dupont",
            "Cohen",
        )
        for person in embedded.surname_bearers(surname, limit=30)
        if len(fold(person.label).split()) > 1
    ]
    assert len(people) > 100
    met = tried = 0
    for person in people:
        tokens = fold(person.label).split()
        places = [place for place, token in enumerate(tokens) if len(token) > 3]
        if not places:
            continue
        place = chance.choice(places)
        tokens[place] = slip(tokens[place], chance)
        found = embedded.near(" ".join(tokens), EntityKind.PERSON, limit=50)
        tried += 1
        met += person.id in {match.entity.id for match in found}
    assert met / tried >= 0.95
