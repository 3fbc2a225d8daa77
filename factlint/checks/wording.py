"""How messages put offices and places into words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factlint.kb.model import Tenure

_WITH_ARTICLE = frozenset(
    {"Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Czech Republic", "Dominican Republic",
     "Central African Republic", "European Union", "Soviet Union", "Seychelles", "Solomon Islands",
     "Marshall Islands", "Democratic Republic of the Congo", "Republic of the Congo", "District of Columbia"}
)  # fmt: skip
_MEMBERS = frozenset({"Senator", "Representative"})


def place_in_words(name: str) -> str:
    """A place's name as it stands within a sentence: "the United States", "France"."""
    return f"the {name}" if name.startswith("United ") or name in _WITH_ARTICLE else name


def office_in_words(tenure: Tenure) -> str:
    """An office with its place: "Governor of Texas", "Senator from Utah", "Foreign Minister of France"."""
    role = f"{tenure.role} " if tenure.role else ""
    if tenure.office in _MEMBERS and tenure.constituency:
        return f"{role}{tenure.office} from {tenure.constituency}"
    if not tenure.jurisdiction or tenure.jurisdiction in tenure.office:
        return f"{role}{tenure.office}"
    link = "for" if tenure.office.startswith(("Ambassador", "Permanent Representative")) else "of"
    return f"{role}{tenure.office} {link} {place_in_words(tenure.jurisdiction)}"


def tenure_in_words(tenure: Tenure) -> str:
    """An office with its time: "Governor of Texas, 21 December 2000 to 20 January 2015"."""
    start, end = tenure.validity.start, tenure.validity.end
    if start is None:
        time = f", until {end.in_words()}" if end else ""
    else:
        time = f", {start.in_words()} to {end.in_words()}" if end else f", since {start.in_words()}"
    return office_in_words(tenure) + time
