"""Titles of members of legislatures: "Member of the 57th Parliament of the United Kingdom" is an MP."""

from __future__ import annotations

import re

from factlint.kbbuild.gazetteer import Gazetteer

MP, SENATOR, REPRESENTATIVE, DELEGATE = "Member of Parliament", "Senator", "Representative", "Delegate"
STATE_SENATOR, STATE_REPRESENTATIVE = "State Senator", "State Representative"

FORMS = {
    MP: "MP|Member of Parliament|lawmaker|legislator|parliamentarian|deputy|parliament member|Congressman|Congresswoman",
    SENATOR: "Senator|Sen.|U.S. Senator|US Senator|United States Senator",
    REPRESENTATIVE: "Representative|Rep.|Congressman|Congresswoman|U.S. Representative|US Representative|U.S. Rep.|US Rep.",
    DELEGATE: "Delegate|Del.",
    STATE_SENATOR: "State Senator|State Sen.",
    STATE_REPRESENTATIVE: "State Representative|State Rep.|State Assemblyman|State Assemblywoman|Assemblyman|Assemblywoman",
    "Member of the European Parliament": "Member of the European Parliament|MEP|European lawmaker",
    "Member of the House of Lords": "Member of the House of Lords|peer|Lord|Baroness",
}
"""Canonical title -> the forms of it that copy uses."""

UNITED_STATES = "Q30"
_ORDINAL = (
    r"(?:(?:\d+(?:st|nd|rd|th)|\d{4}\s?[-–](?:\s?\d{4})?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth) )?"
)
_MEMBER = re.compile(
    rf"(?:deputy |substitute |alternate |non-voting )?(?:member|deputy|representative|delegate)"
    rf" (?:of|in|to) (?:the )?{_ORDINAL}(?P<body>.+?)(?: of the (?:\d+(?:st|nd|rd|th) )?(?:republic|convocation))?",
    re.IGNORECASE,
)
_SENATE = re.compile(
    r"(?:federal |national )?senate|chamber of senators|house of senators|senate of .+", re.IGNORECASE
)
_LOWER = re.compile(
    r"(?:federal |national |unicameral )?(?:parliament|house of (?:commons|representatives|assembly|deputies|keys|elders)"
    r"|house of (?:councillors|the people|nationalities)|legislative assembly|national (?:assembly|council|congress)"
    r"|chamber of (?:deputies|representatives|nationalities|people's representatives)|(?:congress|council) of .+"
    r"|congress|state duma|knesset|(?:swedish )?riksdag|folketing|seimas|saeima|sejm|lok sabha|rajya sabha|bundestag"
    r"|bundesrat|federal council|federation council|riigikogu|national people's congress|legislative yuan|storting"
    r"|althing|jatiya sangsad|dewan (?:rakyat|negara)|assembly|.*assembly of the republic|grand national assembly"
    r"|islamic consultative assembly|great people's assembly|supreme (?:people's assembly|soviet|council|rada)"
    r"|(?:people's|regional) representative council|national legislative assembly|transitional .*(?:assembly|council)"
    r"|house of lords|house of federation|majlis.*|verkhovna rada|mejlis|milli majlis|people's (?:assembly|majlis|council)"
    r"|assembly of the representatives of the people|council of representatives|legislature parliament|hellenic parliament)",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:federal |national |people's )?deputy(?: representing .+)?|knesset member|teachta dála|mp",
    re.IGNORECASE,
)
_STATE_CHAMBER = re.compile(
    r"(?P<upper>(?:the )?(?:state )?senate)|(?:state )?(?:house of (?:representatives|delegates)|general assembly|assembly)",
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
    national = where == places.country(where)
    if where == UNITED_STATES and lower in ("representative", "congressman", "congresswoman"):
        return REPRESENTATIVE, where
    if re.fullmatch(r"(?:federal )?senator", lower):
        return SENATOR, where
    if _PLAIN.fullmatch(text) and national:
        return MP, where
    if match := _STATE_MEMBER.fullmatch(text):
        return STATE_SENATOR if match["upper"] else STATE_REPRESENTATIVE, where
    match = _MEMBER.fullmatch(text)
    if match is None:
        return None
    body, region = _split_region(match["body"], country or places.country(where), places)
    if body.lower() == "european parliament":
        return "Member of the European Parliament", "European Union"
    where = region or where
    if where == UNITED_STATES and lower.startswith("non-voting"):
        return DELEGATE, where
    if places.country(where) == UNITED_STATES and where != UNITED_STATES:
        if chamber := _STATE_CHAMBER.fullmatch(body):
            return STATE_SENATOR if chamber["upper"] else STATE_REPRESENTATIVE, where
    elif where == places.country(where):
        if body.lower() == "house of lords":
            return "Member of the House of Lords", where
        if _SENATE.fullmatch(body):
            return SENATOR, where
        if _LOWER.fullmatch(body):
            return MP, where
    subnational = where != places.country(where)
    return (f"Member of the {body}", where) if region or subnational else None


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
