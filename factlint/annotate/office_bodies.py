"""Organisations, cities and parties whose heads copy names with their title: "NATO chief", "Labour leader".

The names of the organisations are those by which the tables of offices call them. A party's name is an
adjective too, and other countries have parties of that name: what is said of its leader says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class OfficeBody(NamedTuple):
    """An organisation with one head.

    Attributes:
        name: as the tables of offices have it.
        forms: how copy names it before a title.
        office: the canonical title of its head.
        party: whether it is a party.
    """

    name: str
    forms: tuple[str, ...]
    office: str
    party: bool = False


BODIES = (
    OfficeBody("United Nations", ("UN", "United Nations"), "Secretary-General"),
    OfficeBody("NATO", ("NATO",), "Secretary-General"),
    OfficeBody("Arab League", ("Arab League",), "Secretary-General"),
    OfficeBody("OPEC", ("OPEC",), "Secretary-General"),
    OfficeBody("OECD", ("OECD",), "Secretary-General"),
    OfficeBody("ASEAN", ("ASEAN",), "Secretary-General"),
    OfficeBody("Organization of American States", ("OAS",), "Secretary-General"),
    OfficeBody("International Monetary Fund", ("IMF", "International Monetary Fund"), "Managing Director"),
    OfficeBody("World Bank", ("World Bank",), "President"),
    OfficeBody("European Central Bank", ("ECB", "European Central Bank"), "President"),
    OfficeBody("FIFA", ("FIFA",), "President"),
    OfficeBody("UEFA", ("UEFA",), "President"),
    OfficeBody("International Olympic Committee", ("IOC", "International Olympic Committee"), "President"),
    OfficeBody("World Health Organization", ("WHO", "World Health Organization"), "Director-General"),
    OfficeBody("World Trade Organization", ("WTO", "World Trade Organization"), "Director-General"),
    OfficeBody("UNESCO", ("UNESCO",), "Director-General"),
    OfficeBody("International Atomic Energy Agency", ("IAEA",), "Director General"),
    OfficeBody("UNICEF", ("UNICEF",), "Executive Director"),
    OfficeBody("London", ("London",), "Mayor"),
    OfficeBody("New York City", ("New York", "New York City"), "Mayor"),
    OfficeBody("Chicago", ("Chicago",), "Mayor"),
    OfficeBody("Los Angeles", ("Los Angeles",), "Mayor"),
    OfficeBody("San Francisco", ("San Francisco",), "Mayor"),
    OfficeBody("Labour Party", ("Labour", "Labour Party"), "Leader", party=True),
    OfficeBody("Conservative Party", ("Conservative", "Conservative Party", "Tory"), "Leader", party=True),
    OfficeBody(
        "Liberal Democrats", ("Liberal Democrat", "Lib Dem", "Liberal Democrats"), "Leader", party=True
    ),
    OfficeBody("Scottish National Party", ("SNP", "Scottish National Party"), "Leader", party=True),
    OfficeBody("UKIP", ("UKIP",), "Leader", party=True),
    OfficeBody("Democratic Unionist Party", ("DUP", "Democratic Unionist"), "Leader", party=True),
    OfficeBody("Sinn Féin", ("Sinn Fein", "Sinn Féin"), "President", party=True),
    OfficeBody("CDU", ("CDU", "Christian Democratic Union"), "Party Leader", party=True),
    OfficeBody("SPD", ("SPD",), "Party Leader", party=True),
    OfficeBody("FDP", ("FDP",), "Party Leader", party=True),
    OfficeBody("CSU", ("CSU",), "Party Leader", party=True),
    OfficeBody("Alternative for Germany", ("AfD",), "Party Leader", party=True),
)
"""The bodies whose heads the tables of offices list one after the other."""

PARTY_NAMES = frozenset(body.name for body in BODIES if body.party)

_SAID_OF_ALL = ("chief", "head", "leader")
_SAID_OF_PARTIES = ("leader", "party leader", "chief", "boss", "chairman", "chairwoman")
_WORDS = {
    "Secretary-General": ("secretary general", "sec gen"),
    "Managing Director": ("managing director",),
    "President": ("president",),
    "Director-General": ("director general",),
    "Director General": ("director general",),
    "Executive Director": ("executive director",),
}


def body_titles() -> Iterator[tuple[str, str, str]]:
    """All ways of writing a title with its body: (the words, the canonical title, the body's name)."""
    for body in BODIES:
        words: tuple[str, ...] = _SAID_OF_PARTIES
        if not body.party:
            words = (*_SAID_OF_ALL, *_WORDS[body.office]) if body.office in _WORDS else (body.office,)
        for form in body.forms:
            for title in words:
                yield f"{form} {title}", body.office, body.name
