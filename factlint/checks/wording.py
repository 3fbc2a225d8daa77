"""How messages put offices and places into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.kb.model import Entity, Tenure

_WITH_ARTICLE = frozenset(
    {"Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Czech Republic", "Dominican Republic",
     "Central African Republic", "European Union", "Soviet Union", "Seychelles", "Solomon Islands",
     "Marshall Islands", "Democratic Republic of the Congo", "Republic of the Congo", "District of Columbia"}
)  # fmt: skip
_MEMBERS = frozenset({"Senator", "Representative"})


_SAYS_THE_COUNTRY = ("House", "Senate", "White House", "Supreme Court", "Speaker", "Chief Justice")


def named(entity: Entity, name: str = "") -> str:
    """A person with their Wikidata item, where they have one: "Antony Blinken (Q7821917)"."""
    shown = name or entity.label
    return f"{shown} ({entity.id})" if entity.id.startswith("Q") else shown


def place_in_words(name: str) -> str:
    """A place's name as it stands within a sentence: "the United States", "France"."""
    return f"the {name}" if name.startswith("United ") or name in _WITH_ARTICLE else name


def office_in_words(tenure: Tenure) -> str:
    """An office with its place: "Governor of Texas", "Senator from Utah", "Foreign Minister of France"."""
    office = f"{tenure.role} {tenure.office}" if tenure.role else tenure.office
    place = tenure.jurisdiction
    if tenure.office in _MEMBERS and tenure.constituency:
        return f"{office} from {tenure.constituency}"
    american = place == "United States" and (
        " of " in tenure.office or tenure.office.startswith(_SAYS_THE_COUNTRY)
    )
    if not place or place in tenure.office or american:
        return office
    link = "for" if tenure.office.startswith(("Ambassador", "Permanent Representative")) else "of"
    return f"{office} {link} {place_in_words(place)}"


def tenure_in_words(tenure: Tenure) -> str:
    """An office with its time: "Governor of Texas, 21 December 2000 to 20 January 2015"."""
    start, end = tenure.validity.start, tenure.validity.end
    if start is None:
        time = f", until {end.in_words()}" if end else ""
    else:
        time = f", {start.in_words()} to {end.in_words()}" if end else f", since {start.in_words()}"
    return office_in_words(tenure) + time
