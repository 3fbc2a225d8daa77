"""Canonical titles of offices.

Sources name one office in many ways: "Minister of Foreign Affairs of France", "Foreign Minister",
"French Minister for Europe and Foreign Affairs". A canonical title is the English one that copy uses,
without its country, as in ``rules/facts/offices``: "Foreign Minister", with France as jurisdiction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factlint.kbbuild.gazetteer import Gazetteer
from factlint.kbbuild.legislators import legislator
from factlint.kbbuild.portfolios import minister_title

_ROLES = {"acting": "acting", "interim": "interim", "caretaker": "interim"}
# Heads of government whose own title is "president" but whom copy calls by what they are.
_HEAD_OF_GOVERNMENT = re.compile(
    r"(?:President|Chairman|Chairperson) of the (?:Government|Council of Ministers)|Head of Government",
    re.IGNORECASE,
)
_RANK = r"(?:Acting |Deputy |Vice[ -]|Lieutenant |Lord |First |Governing )*"
_OF_ANY_PLACE = re.compile(
    rf"({_RANK}(?:Governor|Mayor|Premier|Chief Minister|Prefect|Intendant|Minister[- ]President"
    r"|First Minister)) of (.+)",
    re.IGNORECASE,
)
_AMBASSADOR = re.compile(
    r"(?:(?P<adjective>\w+(?: \w+)?) )?(?:ambassador|(?P<representative>permanent representative))"
    r"(?: of (?P<sender>.+?))? to (?P<receiver>.+)",
    re.IGNORECASE,
)
_BANK = re.compile(r"\bbank\b|\bmonetary authority\b", re.IGNORECASE)
_PARENTHESIS = re.compile(r" \((?P<what>[^()]+)\)$")
_OF_THE_STATE = re.compile(
    r" of the (?:Republic|Nation|Union|Federation|Federal Republic|Kingdom|State|Realm)$"
)


@dataclass(frozen=True, slots=True)
class CanonicalTitle:
    """An office's title without its jurisdiction.

    Attributes:
        title: "Foreign Minister", "Governor".
        jurisdiction: id of a place, or the name of one that has no entity; empty where not known.
        role: "", "acting" or "interim", where the label itself says so.
    """

    title: str
    jurisdiction: str
    role: str = ""


def canonical_title(label: str, jurisdiction: str, country: str, places: Gazetteer) -> CanonicalTitle:
    """The canonical title and jurisdiction of an office.

    Args:
        label: the office's label in its source.
        jurisdiction: id of the place it applies to (P1001), empty where not known.
        country: id of its country (P17), empty where not known.
        places: names of places, to tell "of France" from "of Justice".
    """
    text, role = _strip_role(" ".join(label.replace("’", "'").split()))
    text, explained = _strip_parenthesis(text, places)
    if match := _AMBASSADOR.fullmatch(text):
        return _ambassador(match, country or jurisdiction, places, role)
    text, named = _strip_place(text, country, places)
    where = (
        jurisdiction
        if jurisdiction and jurisdiction != country
        else named or jurisdiction or country or explained
    )
    if member := legislator(text, where, country, places):
        return CanonicalTitle(*member, role)
    if _HEAD_OF_GOVERNMENT.fullmatch(text):
        return CanonicalTitle("Prime Minister", where, role)
    if match := _OF_ANY_PLACE.fullmatch(text):
        title, region = match.groups()
        if _BANK.search(region):
            return CanonicalTitle(f"Central Bank {_capitalise(title)}", where, role)
        if where == places.country(where):
            where = places.place(region, country) or region.removeprefix("the ")
        return CanonicalTitle(_capitalise(title), where, role)
    return CanonicalTitle(minister_title(_capitalise(text)), where, role)


def _ambassador(match: re.Match[str], country: str, places: Gazetteer, role: str) -> CanonicalTitle:
    sender, adjective, receiver = match["sender"] or "", match["adjective"] or "", match["receiver"]
    where = places.place(sender) or places.by_adjective(adjective) or country or sender
    if receiver.lower() == "the united states of america":
        receiver = "the United States"
    title = "Permanent Representative" if match["representative"] else "Ambassador"
    if receiver.lower() in ("the united nations", "un", "the un"):
        return CanonicalTitle("Ambassador to the United Nations", where, role)
    return CanonicalTitle(f"{title} to {receiver}", where, role)


def _strip_role(text: str) -> tuple[str, str]:
    first, _, rest = text.partition(" ")
    role = _ROLES.get(first.lower(), "") if rest else ""
    return (rest, role) if role else (text, "")


def _strip_parenthesis(text: str, places: Gazetteer) -> tuple[str, str]:
    """The text without a trailing "(Jordan)", and the place it names."""
    match = _PARENTHESIS.search(text)
    return (text[: match.start()], places.place(match["what"])) if match else (text, "")


def _strip_place(text: str, country: str, places: Gazetteer) -> tuple[str, str]:
    """The text without a trailing "of France" or a leading "French" or "United States", and that place."""
    for separator in (" of ", " for ", " in ", " - ", ", "):
        start = text.find(separator)
        while start > 0:
            tail = text[start + len(separator) :]
            if place := places.place(tail, country):
                return _OF_THE_STATE.sub("", text[:start]), place
            start = text.find(separator, start + 1)
    words = text.split()
    for size in (3, 2, 1):
        if len(words) > size:
            leading, rest = " ".join(words[:size]), " ".join(words[size:])
            if place := places.by_adjective(leading, country) or places.place(leading, country):
                return rest, place
    return _OF_THE_STATE.sub("", text), ""


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]
