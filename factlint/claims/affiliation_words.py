"""The words in which American copy gives a politician's party and state."""

from __future__ import annotations

from factlint.regex import regex

PARTIES = {
    "d": "Democratic", "dem": "Democratic", "democrat": "Democratic", "democratic": "Democratic",
    "r": "Republican", "rep": "Republican", "republican": "Republican", "gop": "Republican",
    "i": "Independent", "ind": "Independent", "independent": "Independent",
}  # fmt: skip
"""How copy writes the parties, in lower case."""

TITLES = frozenset(
    {"sen", "senator", "sens", "senators", "rep", "representative", "reps", "representatives", "congressman",
     "congresswoman", "gov", "governor", "govs", "governors", "speaker", "leader", "whip"}
)  # fmt: skip
"""Titles after which "of Texas" gives a state represented and not a home."""

_NAME_OF_PLACE = r"[A-Z][A-Za-z.]*(?: [A-Z][A-Za-z]*)?"
LABEL = regex(
    r"\s?[(\[]\s?(?P<party>[DRI])\.?"
    rf"(?:\s?[-,/–—]\s?(?P<place>{_NAME_OF_PLACE})|\s+(?:of|from)\s+(?P<home>{_NAME_OF_PLACE}))?"
    r"(?:[-,/–—\s][^()\[\]]{0,20})?[)\]]"
)
"""Behind a name, "(R-Okla.)", "(D) of Nevada", "(R of N.H.)", "(R., Texas)": AP style abbreviates the state,
wires write the postal code, others the name."""

COMMA_LABEL = regex(rf",\s(?P<party>[DRI])[-–—](?P<place>{_NAME_OF_PLACE})")
"""Behind a name, ", R-Ariz.,"."""

OF = regex(r"\s+(?:of|from)\s+")

APPOSED_PARTY = regex(
    r",\s+(?:an?\s+(?:(?!former\b|one)[a-z]+(?:-[a-z]+)?\s+){0,2}"
    rf"|the\s+(?=(?:{_NAME_OF_PLACE}\s+)??(?:Democrat|Republican)[,.;]))"
    rf"(?P<place>{_NAME_OF_PLACE}\s+)??(?P<party>Democrat|Republican|independent)\b"
    r"(?!\s+(?:who|and|or|Party|target|opponent|rival)\b|['’-])"
)
"""Behind a name, ", a Democrat", ", a conservative Republican", ", the Arizona Republican"."""

APPOSED_PARTY_OFFICE = regex(
    r",\s+(?:an?|the)\s+(?:(?!state\b|former\b|one)[a-z]+(?:-[a-z]+)?\s+){0,2}(?P<party>Democratic|Republican)\s+"
    r"(?:U\.?S\.?\s+)?(?:senator|congressman|congresswoman|governor)\b(?!\s+(?:candidate|hopeful|nominee)\b|['’-])"
)
"""Behind a name, ", the Republican senator"."""

APPOSED_PARTY_OF = regex(r",\s+(?P<party>Democrat|Republican)\s+(?:of|from)\s+")
"""Behind a name, as one paper writes it: ", Democrat of Delaware"."""

APPOSED_SEAT = regex(
    r",\s+(?:an?|the)\s+(?:(?!state\b|former\b)[a-z]+(?:-[a-z]+)?\s+){0,2}(?:U\.?S\.?\s+|Democratic\s+|Republican\s+)?"
    r"(?P<title>senator|representative|congressman|congresswoman|governor)\s+(?:of|from|for)\s+"
)
"""Behind a name, ", a senator from Oregon", ", the governor of Texas"."""

_TITLE = r"(?:[Ss]en(?:ator)?|[Rr]ep(?:resentative)?|[Gg]ov(?:ernor)?|[Cc]ongress(?:wo)?man)\.?\s+$"
PARTY_BEFORE_TITLE = regex(rf"\b(?P<party>Democratic|Republican|GOP)\s+(?:U\.?S\.?\s+)?{_TITLE}")
"""Before a name, "Republican Sen."."""

PARTY_BEFORE_NAME = regex(r"\b(?P<party>Democrat|Republican)\s+$")
"""Before a name, "Republican" or "Arizona Democrat"."""

SEAT_BEFORE_NAME = regex(
    r"\s+(?:(?:U\.?S\.?|Democratic|Republican|GOP|freshman|junior|senior)\s+)?"
    r"(?:Sen\.|Rep\.|[Ss]enator|Representative|[Cc]ongressman|[Cc]ongresswoman)\s+$"
)
"""Between a state and a name, "California Sen.", "Texas Republican congressman"."""

STATE_LEVEL = regex(r"\b(?:[Ss]tate|[Cc]ity|[Tt]hen)\s+(?:\w+\.?\s+)?$")
"""Before a name: the title is of a state's or a city's legislature, or of another time."""

NOT_AN_ATTRIBUTE = regex(
    r"\b(?:in|to|from|of|for|through|near|across|outside|throughout|at|over|leaving|[Ii]n|[Ff]rom|visit\w*|and|or)\s+$"
)
"""Before a state: the state is where something happens and not whose member of Congress follows."""

PARTY_FOLLOWS = regex(r"\s+(?:Democrat|Republican)\b")
"""Behind a state's name, where it is the party that makes it longer."""

GOES_ON = regex(r"(?:'s)?\s+[A-Z]|-")
"""Behind a state's name: it is part of a longer one."""
