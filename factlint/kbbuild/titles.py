"""Canonical titles of offices.

Sources name one office in many ways: "Minister of Foreign Affairs of France", "Foreign Minister",
"French Minister for Europe and Foreign Affairs". A canonical title is the English one that copy uses,
without its country, as in ``rules/facts/offices``: "Foreign Minister", with "France" as jurisdiction.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factlint.kbbuild.gazetteer import Gazetteer
from factlint.kbbuild.portfolios import minister_title

ROLES = {"acting": "acting", "interim": "interim", "caretaker": "interim", "ad interim": "interim"}

# Heads of government whose own title is "president" but whom copy calls by what they are.
_HEAD_OF_GOVERNMENT = re.compile(
    r"(?:President|Chairman|Chairperson) of the (?:Government|Council of Ministers)|Head of Government", re.I
)
_OF_REGION = re.compile(
    r"((?:Acting |Deputy |Vice[ -]|Lieutenant |Lord |First |Civil |Military )*"
    r"(?:Governor|Mayor|Premier|Chief Minister|Prefect|Intendant|Minister[- ]President|First Minister"
    r"|Head|Administrator|King|Queen|Sultan|Emir|Ruler|Wali))s? of (.+)",
    re.I,
)
_AMBASSADOR = re.compile(
    r"(?:(?P<adjective>\w+(?: \w+)?) )?ambassador(?: of (?P<sender>.+?))? to (?P<receiver>.+)", re.I
)
_BANK = re.compile(r"\bbank\b|\bmonetary authority\b", re.I)


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
        jurisdiction: id of the place it applies to (P1001), empty where not stated.
        country: id of its country (P17), empty where not stated.
        places: names of places, to tell "of France" from "of Justice".
    """
    text, role = _strip_role(" ".join(label.replace("’", "'").split()))
    if match := _AMBASSADOR.fullmatch(text):
        return _ambassador(match, country or jurisdiction, places, role)
    text, named = _strip_place(text, places)
    where = jurisdiction or named or country
    if member := legislator_title(text, where):
        return CanonicalTitle(member, where, role)
    if _HEAD_OF_GOVERNMENT.fullmatch(text):
        return CanonicalTitle("Prime Minister", where, role)
    if match := _OF_REGION.fullmatch(text):
        title, region = match.groups()
        if _BANK.search(region):
            return CanonicalTitle(f"Central Bank {_capitalise(title)}", where, role)
        if not jurisdiction or jurisdiction == country:
            where = places.place(region) or region.removeprefix("the ")
        return CanonicalTitle(_capitalise(title), where, role)
    return CanonicalTitle(minister_title(_capitalise(text)), where, role)


def legislator_title(text: str, where: str) -> str:
    """The title of a member of a national legislature; empty where the office is another."""
    lower = text.lower()
    if lower in ("representative", "congressman", "congresswoman") and where == "Q30":
        return "Representative"
    if lower == "member of the european parliament":
        return "Member of the European Parliament"
    if lower == "member of the house of lords":
        return "Member of the House of Lords"
    if re.fullmatch(r"(?:federal )?senator|member of the (?:federal |national )?senate", lower):
        return "Senator"
    return "Member of Parliament" if _NATIONAL_MEMBER.fullmatch(lower) else ""


_ORDINAL = r"(?:\d+(?:st|nd|rd|th) )?"
_NATIONAL_MEMBER = re.compile(
    r"(?:(?:federal |people's )?deputy|knesset member|teachta dála"
    r"|(?:deputy |substitute )?(?:member|deputy|representative) (?:of|in) (?:the )?" + _ORDINAL + r"(?:\w+ )?"
    r"(?:parliament|house of (?:commons|representatives|assembly|councillors)|national assembly"
    r"|chamber of (?:deputies|representatives)|congress of deputies|congress|state duma|knesset|riksdag|folketing"
    r"|seimas|saeima|sejm|lok sabha|rajya sabha|bundestag|national council|federation council|riigikogu"
    r"|national people's congress|legislative yuan|storting|althing|dáil|jatiya sangsad|dewan rakyat"
    r"|assembly of the republic|grand national assembly|islamic consultative assembly))"
)


def _ambassador(match: re.Match[str], country: str, places: Gazetteer, role: str) -> CanonicalTitle:
    sender = match["sender"] or ""
    adjective = match["adjective"] or ""
    where = places.place(sender) or places.by_adjective(adjective) or country or sender
    return CanonicalTitle(f"Ambassador to {match['receiver']}", where, role)


def _strip_role(text: str) -> tuple[str, str]:
    first, _, rest = text.partition(" ")
    role = ROLES.get(first.lower(), "") if rest else ""
    return (rest, role) if role else (text, "")


def _strip_place(text: str, places: Gazetteer) -> tuple[str, str]:
    """The text without a trailing "of France" or a leading "French" or "United States", and that place."""
    for separator in (" of ", " for ", " in ", " - ", ", "):
        head, found, tail = text.rpartition(separator)
        while found:
            if place := places.place(tail):
                return head, place
            head, found, more = head.rpartition(separator)
            tail = more + separator + tail
    words = text.split()
    for size in (3, 2, 1):
        if len(words) > size:
            leading, rest = " ".join(words[:size]), " ".join(words[size:])
            if place := places.by_adjective(leading) or places.place(leading):
                return rest, place
    text = re.sub(r" of the (?:Republic|Nation|Union|Federation|Kingdom|State)$", "", text)
    return text, ""


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]
