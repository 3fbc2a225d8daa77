"""Ministers' titles: "Minister of Foreign Affairs and Trade" is the Foreign Minister of copy."""

from __future__ import annotations

import re

_MINISTER = re.compile(
    r"(?P<rank>(?:Federal |Cabinet |Union |State |Deputy |First Deputy |Vice[ -]|Junior |Assistant )*)"
    r"Minister(?: of State)? (?:of|for|in charge of|responsible for) (?:the )?(?P<portfolio>.+)",
    re.I,
)
_PORTFOLIOS = {
    "foreign affairs": "Foreign", "external affairs": "Foreign", "external relations": "Foreign",
    "foreign relations": "Foreign", "foreign and european affairs": "Foreign", "international relations": "Foreign",
    "defence": "Defense", "defense": "Defense", "national defence": "Defense", "national defense": "Defense",
    "interior": "Interior", "internal affairs": "Interior", "home affairs": "Home Affairs",
    "finance": "Finance", "finances": "Finance", "economy": "Economy", "economic affairs": "Economy",
    "justice": "Justice", "public health": "Health", "health": "Health", "education": "Education",
    "national education": "Education", "the environment": "Environment",
}  # fmt: skip


def minister_title(title: str) -> str:
    """The title of copy for a minister, any other title as it is.

    The first of several portfolios names the minister, as it does in copy.
    """
    match = _MINISTER.fullmatch(title)
    if match is None or " of state" in title.lower():
        return title
    portfolio = re.split(r",| and | & ", match["portfolio"], maxsplit=1)[0].strip()
    full = match["portfolio"].lower()
    name = _PORTFOLIOS.get(full) or _PORTFOLIOS.get(portfolio.lower()) or portfolio
    rank = match["rank"].strip()
    short = rank if rank.lower() not in ("federal", "cabinet", "union") else ""
    return f"{short} {name} Minister".strip()
