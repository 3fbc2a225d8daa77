"""Ministers' titles: "Minister of Foreign Affairs and Trade" is the Foreign Minister of copy."""

from __future__ import annotations

import re

_RANKS = (
    r"(?:(?:First |Second |Vice[ -]|Deputy |Federal |Union |Cabinet |State |Junior |Assistant |Associate )*)"
)
_MINISTER_OF = re.compile(
    rf"(?P<rank>{_RANKS})Minister (?P<state>of State )?(?:of|for|in charge of|responsible for)"
    r" (?:the )?(?P<what>.+)",
    re.IGNORECASE,
)
_X_MINISTER = re.compile(rf"(?P<rank>{_RANKS})(?P<what>[^,]+?) Minister", re.IGNORECASE)
_NO_PORTFOLIO = re.compile(r"\b(?:prime|chief|first|senior)$|\b(?:to|of|at|in|for)\b", re.IGNORECASE)
"""What stands before "Minister" in other titles: "Prime", "Private Secretary to the Prime"."""
_SECRETARY_OF_STATE_FOR = re.compile(r"Secretary of State for (?:the )?(?P<what>.+)", re.IGNORECASE)
_LIST = re.compile(r", | and | & |/")

_NAMES = {
    "Foreign": (
        "foreign affairs|external affairs|external relations|foreign relations|foreign policy|exterior"
        "|international relations|foreign and european affairs|europe and foreign affairs"
        "|european and foreign affairs|european and international affairs"
    ),
    "Defense": "defence|national defence|national defense|armed forces|armies",
    "Interior": "internal affairs|internal security",
    "Finance": "finances|treasury and finance|economy and finance|economic affairs and finance",
    "Economy": "economic affairs|economics|national economy",
    "Health": "public health",
    "Education": "national education",
    "Labour": "labor|labour affairs",
    "Oil": "petroleum",
    "Transport": "transportation|transports",
    "Agriculture": "agricultural",
    "Climate": "climate action",
    "Home Affairs": "home",
}
_PORTFOLIOS = {portfolio: name for name, portfolios in _NAMES.items() for portfolio in portfolios.split("|")}
"""Portfolio of a ministry -> the word that copy puts before "Minister", where they differ."""

_SECRETARIES = {
    "foreign and commonwealth affairs": "Foreign",
    "foreign, commonwealth and development affairs": "Foreign",
    "home department": "Home",
    "digital, culture, media and sport": "Culture",
    "culture, media and sport": "Culture",
    "levelling up, housing and communities": "Housing",
    "exiting the european union": "Brexit",
    "communities and local government": "Communities",
}
"""British department -> the word that copy puts before "Secretary", where it is not the first portfolio."""


def minister_title(title: str) -> str:
    """The title of copy for a minister or British secretary of state, any other title as it is.

    The first of several portfolios names the minister, as it does in copy. Spelling is American in
    "Defense Minister" and British in "Labour Minister", as in ``rules/facts/offices``.
    """
    if match := _SECRETARY_OF_STATE_FOR.fullmatch(title):
        what = match["what"]
        return f"{_SECRETARIES.get(what.lower()) or _first(what)} Secretary"
    if match := _MINISTER_OF.fullmatch(title):
        if match["state"]:
            return title
        what = match["what"]
        name = _PORTFOLIOS.get(what.lower()) or _PORTFOLIOS.get(_first(what).lower()) or _first(what)
        return f"{_rank(match['rank'])}{name} Minister"
    if (match := _X_MINISTER.fullmatch(title)) and not _NO_PORTFOLIO.search(match["what"]):
        what = match["what"]
        return f"{_rank(match['rank'])}{_PORTFOLIOS.get(what.lower()) or _first(what)} Minister"
    return title


def _first(what: str) -> str:
    """The first portfolio of a list, capitalised: "public works and transport" gives "Public Works"."""
    words = _LIST.split(what, maxsplit=1)[0].split()
    return " ".join(
        word if word in ("of", "for", "the", "in") else word[:1].upper() + word[1:] for word in words
    )


def _rank(text: str) -> str:
    """The rank with a space behind it; empty for ranks that copy does not mention."""
    words = [word for word in text.split() if word.lower() not in ("federal", "union", "cabinet")]
    return "".join(f"{word.capitalize()} " for word in words)
