"""Names that reach English copy from other scripts have several right spellings."""

from __future__ import annotations

import re

from factlint.kb.names import fold
from factlint.regex import regex

_CYRILLIC = frozenset(
    {"Russia", "Ukraine", "Belarus", "Bulgaria", "Serbia", "North Macedonia", "Montenegro", "Kazakhstan",
     "Kyrgyzstan", "Tajikistan", "Uzbekistan", "Turkmenistan", "Mongolia", "Soviet Union", "Georgia",
     "Armenia"}
)  # fmt: skip
_ARABIC = frozenset(
    {"Afghanistan", "Algeria", "Bahrain", "Egypt", "Iran", "Iraq", "Jordan", "Kuwait", "Lebanon", "Libya",
     "Mauritania", "Morocco", "Oman", "Pakistan", "Palestine", "Qatar", "Saudi Arabia", "Sudan", "Syria",
     "Tunisia",
     "United Arab Emirates", "Yemen", "Bangladesh", "Somalia", "State of Palestine",
     "Islamic Republic of Iran"}
)  # fmt: skip
_OTHERS = frozenset(
    {"Israel", "Greece", "Cyprus", "Nepal", "Sri Lanka", "Myanmar", "Thailand", "Cambodia", "Laos",
    "South Korea",
     "North Korea", "Ethiopia", "Eritrea", "India"}
)  # fmt: skip

# Letters of each pair stand for one sound of the original; applied to folded tokens, in this order.
_COMMON = (
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("dj", "j"), ("zh", "j"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ph", "f"), ("th", "t"),
    ("ck", "k"), ("q", "k"), ("c(?!h)", "k"), ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"), ("ei", "e"),
    ("ai", "e"), ("ie", "e"), ("i+$", "i"),
)  # fmt: skip
_VOWELS_OF_ARABIC = regex("[aeiou]+")
_REPEATED = regex(r"(.)\1+")


def is_variant(written: str, known: str, origins: frozenset[str]) -> bool:
    """Whether two tokens may transliterate one name.

    Args:
        written: the token of the copy.
        known: the token of the knowledge base.
        origins: names of the countries that the person comes from or held office in.
    """
    if origins & _ARABIC:
        return _arabic(written) == _arabic(known)
    if origins & _CYRILLIC:
        return _common(written).replace("ss", "s") == _common(known).replace("ss", "s")
    return bool(origins & _OTHERS) and _common(written) == _common(known)


def _common(token: str) -> str:
    text = fold(token).replace(" ", "")
    for spelling, sound in _COMMON:
        text = re.sub(spelling, sound, text)
    return text


def _arabic(token: str) -> str:
    """The consonants: Arabic script does not write short vowels, nor copy its doubled letters alike."""
    return _REPEATED.sub(r"\1", _VOWELS_OF_ARABIC.sub("a", _common(token)))
