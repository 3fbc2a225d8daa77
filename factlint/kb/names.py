"""Names as look-up keys: which differences of spelling do not count, and where a name is cut."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from factlint.regex import regex

# Letters that Unicode does not decompose; the transcriptions are those of ICAO Doc 9303, part 3,
# section 6, except where English copy has another custom (ø, å and ö lose their mark: "Lokke", "Gosta").
_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l",
        "ı": "i", "ħ": "h", "ŋ": "n", "ŧ": "t", "ə": "a", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y",
        "ǝ": "e", "ɛ": "e", "ɔ": "o", "ĸ": "k", "ȷ": "j",
    }
)  # fmt: skip
_APOSTROPHES = regex(r"['’‘ʼʻʽʾʿˈ`´′]")
_SEPARATORS = regex(r"[\W_]+")
# Initials stand together however they are set: "J.D. Vance", "J. D. Vance", "JD Vance".
_INITIALS = regex(r"\b[^\W\d_](?: [^\W\d_])+\b")

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})
"""Folded generational suffixes, which stand after the surname."""

PARTICLES = frozenset(
    "af al ap as ash at aw az bar ben bin bint da dal das de dei del della den der des di do dos du e el "
    "ibn la las le lo los mac mc o s san st ten ter van vande vander von vom y zu zum zur".split()
)
"""Folded words that belong to the surname after them: "van Hollen", "von der Leyen", "al-Assad"."""


@lru_cache(maxsize=16_384)
def fold(name: str) -> str:
    """The key under which a name is looked up.

    Case, accents, apostrophes, points and the difference between hyphen and space do not count, and
    neighbouring initials are one token: ``J. D. Vance`` and ``JD Vance`` both become ``jd vance``.

    Args:
        name: a name in any script.

    Returns:
        Lower-case tokens separated by single spaces; empty where the name has no letter or digit.
    """
    text = name.lower() if name.isascii() else _plain_letters(name)
    text = _SEPARATORS.sub(" ", _APOSTROPHES.sub("", text)).strip()
    return _INITIALS.sub(lambda match: match.group().replace(" ", ""), text)


def tokens(name: str) -> tuple[str, ...]:
    """The folded tokens of a name."""
    return tuple(fold(name).split())


class NameKey(NamedTuple):
    """A folded name cut where the name index cuts it.

    Attributes:
        head: the last token that is no generational suffix: mostly the surname.
        rest: the tokens before it, separated by spaces, and after a comma the suffix.
    """

    head: str
    rest: str


def name_key(name: str) -> NameKey | None:
    """The key of a name in the name index; None where the name has no letter or digit."""
    folded = fold(name).split()
    if not folded:
        return None
    last = len(folded) - 1
    while last > 0 and folded[last] in SUFFIXES:
        last -= 1
    before, after = " ".join(folded[:last]), " ".join(folded[last + 1 :])
    return NameKey(folded[last], f"{before},{after}" if after else before)


def _plain_letters(text: str) -> str:
    """Lower-case letters without accents, as far as there is a plain letter."""
    return _strip_marks(_strip_marks(text).lower().translate(_LETTERS))


def _strip_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character))
