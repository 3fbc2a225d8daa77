"""Names as copy would write them, from names as data sets have them."""

from __future__ import annotations

import re
import unicodedata

_PEERAGE = re.compile(r", \d+(?:st|nd|rd|th) (?:Baron|Baroness|Viscount|Earl|Marquess|Duke)\b.*")
_QUOTED = re.compile(r' ["“][^"“”]+["”](?= )')
_BRACKETED = re.compile(r" \([^()]*\)")
_GARBLED = re.compile(r"[\d@_/\\;:<>=#*{}\[\]()\"|]|[,.]{2}")
_INVERTED = re.compile(r", (?:\w\.[ -]?)+")
"""An index's form of a name: "Poore, J."."""
_STRAY = re.compile(r" (?=[,;]|\.$)|(?:[,;]|(?<=\.) ?\.)$")
"""Spaces before points, and points and commas too many at the end."""
_ORGANISATION = re.compile(
    r"\b(?:Department|Ministry|Board|Bros\.|Company|Corporation|University|Institute|Orchestra|Records|Studios"
    r"|Entertainment|Pictures|Association|Committee|Council|Party|Agency|Inc\.|Ltd\.|Group|Electric|ambassador)(?=\s|$)"
)


def clean_name(name: str) -> str:
    """A person's name without explanations and titles; empty where it is no person's or is garbled.

    "Charles Talbot, 22nd Earl of Shrewsbury" gives the first two words, "ILUNGA Kalala" gives "Ilunga
    Kalala", and what character recognition made of lists of members ("K1N-KIEY MULUMBA") gives nothing.
    """
    text = _BRACKETED.sub("", _QUOTED.sub("", _PEERAGE.sub("", " ".join(name.split()))))
    text = _STRAY.sub("", _STRAY.sub("", text)).strip()
    if not is_latin(text) or _INVERTED.search(text) or _GARBLED.search(text) or _ORGANISATION.search(text):
        return ""
    words = text.split()
    if not all(word.isupper() for word in words):
        words = [word.capitalize() if _shouted(word) else word for word in words]
    return " ".join(words)


def strip_parenthesis(title: str) -> str:
    """A title without what tells it from its namesakes: "John Smith (politician)"."""
    return title.split(" (", 1)[0] if title.endswith(")") else title


def is_latin(name: str) -> bool:
    """Whether a name has letters and all of them are Latin."""
    letters = [character for character in name if character.isalpha()]
    return bool(letters) and all(
        character.isascii() or unicodedata.name(character, "").startswith(("LATIN", "MODIFIER"))
        for character in letters
    )


def _shouted(word: str) -> bool:
    """Whether a word is a surname in capitals, and no initials or numeral."""
    return len(word) > 3 and word.isalpha() and word.isupper() and not re.fullmatch("[IVX]+", word)
