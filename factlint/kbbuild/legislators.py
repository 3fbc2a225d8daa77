"""Titles of members of legislatures: "Member of the 57th Parliament of the United Kingdom" is an MP."""

from __future__ import annotations

import re

from factlint.kbbuild.gazetteer import Gazetteer

MP, SENATOR, REPRESENTATIVE, DELEGATE = "Member of Parliament", "Senator", "Representative", "Delegate"
STATE_SENATOR, STATE_REPRESENTATIVE = "State Senator", "State Representative"
MEP, PEER = "Member of the European Parliament", "Member of the House of Lords"

FORMS = {
    MP: (
        "MP", "Member of Parliament", "lawmaker", "legislator", "parliamentarian", "deputy",
        "parliament member", "Congressman", "Congresswoman",
    ),
    SENATOR: ("Senator", "Sen.", "U.S. Senator", "US Senator", "United States Senator"),
    REPRESENTATIVE: (
        "Representative", "Rep.", "Congressman", "Congresswoman", "U.S. Representative", "US Representative",
        "U.S. Rep.", "US Rep.",
    ),
    DELEGATE: ("Delegate", "Del."),
    STATE_SENATOR: ("State Senator", "State Sen."),
    STATE_REPRESENTATIVE: (
        "State Representative", "State Rep.", "State Assemblyman", "State Assemblywoman", "Assemblyman",
        "Assemblywoman",
    ),
    MEP: ("Member of the European Parliament", "MEP", "European lawmaker"),
    PEER: ("Member of the House of Lords", "peer", "Lord", "Baroness"),
}  # fmt: skip
"""Canonical title -> the forms of it that copy uses."""

UNITED_STATES = "Q30"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth"
).split()
_NUMBER = rf"(?:(?:\d+(?:st|nd|rd|th)|\d{{4}}\s?[-–](?:\s?\d{{4}})?|{'|'.join(_ORDINALS)}) )?"
_MEMBER = re.compile(
    r"(?:deputy |substitute |alternate |non-voting )?(?:member|deputy|representative|delegate)"
    rf" (?:of|in|to) (?:the )?{_NUMBER}(?P<chamber>.+?)"
    r"(?: of the (?:\d+(?:st|nd|rd|th) )?(?:republic|convocation))?",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:federal |national |people's )?deputy(?: representing .+)?|knesset member|teachta dála|mp",
    re.IGNORECASE,
)
_SENATES = re.compile(
    r"(?:federal |national )?senate(?: of .+)?|(?:chamber|house) of senators", re.IGNORECASE
)
_CHAMBERS = (
    r"(?:federal |national |unicameral )?parliament", r"(?:hellenic|legislature) parliament",
    r"house of (?:commons|representatives|assembly|deputies|keys|elders|councillors)",
    r"house of (?:the people|nationalities)",
    r"house of (?:lords|federation)", r"chamber of (?:deputies|representatives|nationalities)",
    r"chamber of people's representatives", r"council of representatives", r"(?:congress|council) of .+",
    r"national (?:assembly|council|congress|legislative assembly)",
    r"(?:legislative |.*grand national )?assembly", r".*assembly of the republic",
    r"assembly of the representatives of the people", r"(?:great )?people's (?:assembly|majlis|council)",
    r"islamic consultative assembly", r"supreme (?:people's assembly|soviet|council|rada)",
    r"transitional .*(?:assembly|council)", r"(?:people's|regional) representative council",
    r"national people's congress", "federal council", "federation council", "congress", "althing",
    "bundesrat", "bundestag", r"dewan (?:rakyat|negara)", "folketing", "jatiya sangsad", "knesset",
    "legislative yuan", "lok sabha", "majlis.*", "mejlis", "milli majlis", "rajya sabha", "riigikogu",
    r"(?:swedish )?riksdag", "saeima", "seimas", "sejm", "state duma", "storting", "verkhovna rada",
)  # fmt: skip
"""National chambers whose members copy calls members of parliament."""
_CHAMBER = re.compile("|".join(_CHAMBERS), re.IGNORECASE)
_STATE_CHAMBER = re.compile(
    r"(?P<upper>(?:the )?(?:state )?senate)"
    r"|(?:state )?(?:house of (?:representatives|delegates)|general assembly|assembly)",
    re.IGNORECASE,
)
_STATE_MEMBER = re.compile(r"state (?P<upper>senator)|state (?:representative|assembly\w*)", re.IGNORECASE)


def legislator(text: str, where: str, country: str, places: Gazetteer) -> tuple[str, str] | None:
    """Canonical title and jurisdiction of a member of a legislature; None where the office is another.

    Args:
        text: the office's label without its trailing or leading place.
        where: id of that place, else of the office's jurisdiction or country.
        country: id of the country, empty where not known.
        places: names of places.
    """
    lower = text.lower()
    if where == UNITED_STATES and lower in ("representative", "congressman", "congresswoman"):
        return REPRESENTATIVE, where
    if lower in ("senator", "federal senator"):
        return SENATOR, where
    if _PLAIN.fullmatch(text) and where == places.country(where):
        return MP, where
    if match := _STATE_MEMBER.fullmatch(text):
        return STATE_SENATOR if match["upper"] else STATE_REPRESENTATIVE, where
    if match := _MEMBER.fullmatch(text):
        chamber, region = _split_region(match["chamber"], country or places.country(where), places)
        if where == UNITED_STATES and lower.startswith("non-voting"):
            return DELEGATE, where
        return _member(chamber, region or where, places, regional=bool(region))
    return None


def _member(chamber: str, where: str, places: Gazetteer, *, regional: bool) -> tuple[str, str] | None:
    """Canonical title and jurisdiction of a member of a chamber in a place."""
    lower = chamber.lower()
    if lower == "european parliament":
        return MEP, "European Union"
    if lower == "house of lords":
        return PEER, where
    national = where == places.country(where)
    if places.country(where) == UNITED_STATES and not national:
        if match := _STATE_CHAMBER.fullmatch(chamber):
            return STATE_SENATOR if match["upper"] else STATE_REPRESENTATIVE, where
    elif national and _SENATES.fullmatch(chamber):
        return SENATOR, where
    elif national and _CHAMBER.fullmatch(chamber):
        return MP, where
    return None if national and not regional else (f"Member of the {chamber}", where)


def _split_region(body: str, country: str, places: Gazetteer) -> tuple[str, str]:
    """A chamber's name without the region or nationality before it: "Kerala Legislative Assembly"."""
    words = body.split()
    for size in (3, 2, 1):
        leading = " ".join(words[:size])
        if len(words) > size and (
            place := places.place(leading, country) or places.by_adjective(leading, country)
        ):
            return " ".join(words[size:]), place
    return body, ""
