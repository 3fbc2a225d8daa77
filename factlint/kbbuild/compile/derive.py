"""What follows from the facts of a draft: countries of people, ends of tenures."""

from __future__ import annotations

from factlint.kbbuild.compile.draft import PERSON, Draft


def derive_countries(draft: Draft) -> None:
    """Give people of whom no source says the country the one they served, envoys to it excepted."""
    for entity in draft.entities.values():
        if entity.kind == PERSON and not entity.country:
            entity.country = countries_served(draft, entity.key)


def countries_served(draft: Draft, person: str) -> list[str]:
    """Keys of the countries in or for which a person held offices, in order of the tenures."""
    served: dict[str, None] = {}
    for tenure in draft.tenures.get(person, ()):
        office = draft.offices[tenure.office]
        if office.country:
            served[office.country] = None
    return list(served)
