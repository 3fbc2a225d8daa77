"""Words for people who are counted, and for what befell them."""

from __future__ import annotations

import re

from factlint.regex import regex

CASUALTIES = {
    "dead": "dead", "killed": "dead", "died": "dead", "deaths": "dead", "fatalities": "dead", "kills": "dead",
    "kill": "dead", "killing": "dead", "death": "dead", "die": "dead", "dies": "dead", "slain": "dead",
    "injured": "hurt", "wounded": "hurt", "hurt": "hurt", "injures": "hurt", "injuring": "hurt",
    "wounding": "hurt",
    "injuries": "hurt", "wounds": "hurt", "hospitalized": "hurt", "hospitalised": "hurt",
    "arrested": "held", "detained": "held", "arrests": "held", "detains": "held", "arrest": "held",
    "detain": "held",
    "missing": "missing", "rescued": "rescued", "evacuated": "evacuated", "trapped": "trapped",
}  # fmt: skip
"""Word -> what befell people, so that "killed" and "deaths" count the same."""

CASUALTY = regex(rf"\b(?:{'|'.join(sorted(CASUALTIES, key=lambda word: -len(word)))})\b", re.IGNORECASE)

_GROUPS = (
    "men|women|children|boys|girls|adults|civilians|soldiers|officers|police|policemen|passengers|crew"
    "|minors|teenagers|babies|infants|students|teachers|pupils|workers|foreigners|tourists|firefighters"
    "|fighters|militants|troops|men|man|woman|child|boy|girl|pilots|journalists|doctors|nurses|patients"
    "|residents|nationals|citizens|guards|sailors|marines|guests|pedestrians|inmates|prisoners|Democrats"
    "|Republicans|Americans|Britons|Germans|Canadians|Israelis|Palestinians|Russians|Chinese|Indians"
    "|Iranians|Turks|independents"
)
GROUP = regex(rf"^(?: [a-z-]{{2,14}}){{0,2}} (?:{_GROUPS})\b")
"""Words behind a number that say which people: " police officers"."""

PEOPLE = regex(
    rf"\b(?:people|persons|victims|passengers|members|lawmakers|senators|deputies|suspects|candidates"
    rf"|employees|{_GROUPS}|{'|'.join(sorted(CASUALTIES, key=lambda word: -len(word)))})\b",
    re.IGNORECASE,
)
"""Words beside a number that say that people are counted."""
