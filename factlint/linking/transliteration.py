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
_HAUSA = frozenset({"Nigeria", "Niger"})
"""Where Arabic names may end in u: Nasir and Nasiru."""
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
# Those of them that are other signs for a sound and nothing else.
_PAIRS = (
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("dj", "j"), ("zh", "j"), ("th", "t"), ("ph", "f"), ("ou|oo", "u"),
    ("ck|q", "k"), ("w", "v"), ("(?:iy|ii|yi|yy)$", "y"),
)  # fmt: skip
_LONG_VOWELS = (("aa", "a"), ("ee", "i"), ("ai|ay|ei|ey", "e"), ("y$", "i"))
_VOWELS_OF_ARABIC = regex("[aeiou]+")
_REPEATED = regex(r"(.)\1+")


def is_variant(written: str, known: str, origins: frozenset[str], *, attested: bool = True) -> bool:
    """Whether two tokens may transliterate one name.

    Args:
        written: the token of the copy.
        known: the token of the knowledge base.
        origins: names of the countries that the person comes from or held office in.
        attested: whether the copy's spelling is trusted to be in use, so that vowels and doubled letters
            may differ; else only letter pairs of one sound may.
    """
    if not attested:
        return bool(origins & (_ARABIC | _CYRILLIC | _OTHERS)) and _regular(written) == _regular(known)
    if origins & _ARABIC:
        return _arabic(written) == _arabic(known)
    if origins & _HAUSA:
        return _arabic(written.removesuffix("u")) == _arabic(known.removesuffix("u"))
    if origins & _CYRILLIC:
        return _cyrillic(written) == _cyrillic(known)
    return bool(origins & _OTHERS) and _phonetic(written) == _phonetic(known)


def _regular(token: str) -> str:
    return _spelt(token, _PAIRS)


def _common(token: str) -> str:
    return _spelt(token, _COMMON)


def _phonetic(token: str) -> str:
    """With one sign for each long vowel."""
    return _spelt(token, (*_PAIRS, *_LONG_VOWELS))


def _spelt(token: str, pairs: tuple[tuple[str, str], ...]) -> str:
    text = fold(token).replace(" ", "")
    for spelling, sound in pairs:
        text = re.sub(spelling, sound, text)
    return text


def _cyrillic(token: str) -> str:
    """With one letter for Ukrainian H and Russian G, and single S."""
    return _common(token).replace("h", "g").replace("ss", "s")


def _arabic(token: str) -> str:
    """The consonants: Arabic script does not write short vowels, nor copy its doubled letters alike."""
    return _REPEATED.sub(r"\1", _VOWELS_OF_ARABIC.sub("a", _common(token)))
