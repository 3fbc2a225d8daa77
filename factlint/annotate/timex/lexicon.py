"""The words of time expressions: tables from word to meaning, and the patterns made from them.

Patterns name these lists as ``{unit}`` or ``{number}``; ``expand`` puts the list in. All lists are
alternations of fixed words or bounded runs, so a pattern made from them is linear-time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factlint.annotate.timex.model import Mod
from factlint.dates.lexicon import MONTHS, WEEKDAYS
from factlint.regex import regex

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINAL_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()

CARDINALS = (
    {word: number for number, word in enumerate(_ONES, 1)}
    | {word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)}
    | {"a": 1, "an": 1, "hundred": 100, "a hundred": 100, "one hundred": 100}
)
"""Number words. "a" and "an" count one, as in "a year ago"."""

ORDINALS = (
    {word: number for number, word in enumerate(_ORDINAL_ONES, 1)}
    | {word: number for number, word in zip(range(20, 100, 10), _ORDINAL_TENS, strict=True)}
    | {"hundredth": 100}
)

VAGUE_NUMBERS = (
    "several",
    "a few",
    "few",
    "a couple of",
    "a couple",
    "couple of",
    "many",
    "some",
    "a number of",
    "dozens of",
)
"""Counts that TIMEX3 writes as X."""

UNITS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "W", "weekend": "WE",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centuries": "CE",
}  # fmt: skip
"""Unit -> ISO 8601 / TIMEX3 letter; hours and shorter units stand after a ``T``."""

CENTURY_PARTS = {"half": 50, "quarter": 25}
"""Years of a part of a century, as in "half a century ago"."""

CLOCK_UNITS = frozenset({"second", "minute", "hour"})

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

DAY_PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "dawn": "MO",
    "dusk": "EV",
}  # fmt: skip

DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip

ZONES = frozenset(
    "GMT UTC BST CET CEST EET EEST MSK IST JST HKT SGT AEST AEDT NZST ET EST EDT CT CST CDT MT MST MDT "
    "PT PST PDT AKST AKDT HST AST ADT".split()
)
"""Abbreviations of time zones that copy puts after a time."""

MODS = {
    "about": Mod.APPROX, "around": Mod.APPROX, "roughly": Mod.APPROX, "some": Mod.APPROX,
    "nearly": Mod.LESS_THAN, "almost": Mod.LESS_THAN, "less than": Mod.LESS_THAN, "under": Mod.LESS_THAN,
    "more than": Mod.MORE_THAN, "over": Mod.MORE_THAN, "at least": Mod.EQUAL_OR_MORE,
}  # fmt: skip
"""Words before a number that say how exactly it is meant."""

POSITION_STARTS = tuple(f"the {word}" for word in ("very", "start", "beginning", "middle", "end"))
"""How "the end of" and its like begin."""

NUMBER_STARTS = frozenset(word.split()[0] for word in (*CARDINALS, *VAGUE_NUMBERS, *MODS))
"""The first words of numbers in words, vague and approximate ones included."""


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest tried first; a space matches any gap."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", GAP) for word in ordered) + ")"


GAP = r"(?:[ ]{1,3}|[ ]{0,2}\n[ ]{0,4})"
"""White space between two words of one expression: it may be wrapped, but not go on for ever."""

_MONTH_FULL = tuple(word for word in MONTHS if len(word) > 4 or word in ("may", "june", "july"))
_MONTH_SHORT = tuple(word for word in MONTHS if word not in _MONTH_FULL)
_WEEKDAY_FULL = tuple(word for word in WEEKDAYS if word.endswith("day"))
_WEEKDAY_SHORT = tuple(word for word in WEEKDAYS if not word.endswith("day"))


_NUMBER_WORD = alternatives(word for word in CARDINALS if word not in ("a", "an"))

LISTS = {
    "_": GAP,
    "month": rf"(?:{alternatives(_MONTH_FULL)}|{alternatives(_MONTH_SHORT)}\b\.?)",
    "month_name": alternatives(_MONTH_FULL),
    "weekday": rf"(?:{alternatives(_WEEKDAY_FULL)}|{alternatives(_WEEKDAY_SHORT)}\b\.?)",
    "weekday_name": alternatives(_WEEKDAY_FULL),
    "year": r"(?:1\d{3}|20\d{2}|21\d{2})",
    "number": rf"(?:\d{{1,3}}(?:\.\d)?|{_NUMBER_WORD}(?:-{alternatives(_ONES[:9])})?)",
    "vague": alternatives(VAGUE_NUMBERS),
    "unit": alternatives(word for word in UNITS if word not in ("century", "centuries", "weekend")) + "s?"
    "|" + alternatives(("century", "centuries", "weekend", "weekends")),
    "season": alternatives(SEASONS),
    "day_part": alternatives(DAY_PARTS),
    "ordinal": rf"(?:\d{{1,3}}(?:st|nd|rd|th)|(?:{alternatives(_TENS)}-)?{alternatives(ORDINALS)})",
    "zone": alternatives(ZONES),
    "approximate": alternatives(MODS),
    "position": r"(?:early|mid|late|the{_}(?:very{_})?(?:start|beginning|middle|end){_}of)",
}  # fmt: skip

_NAME = regex(r"\{([a-z_]+)\}")


def expand(pattern: str) -> str:
    """The pattern with each ``{name}`` replaced by the list of that name.

    Raises:
        KeyError: there is no such list.
    """
    while _NAME.search(pattern):
        pattern = _NAME.sub(lambda match: f"(?:{LISTS[match.group(1)]})", pattern)
    return pattern


def read_number(words: str) -> float | None:
    """The number that words matched by ``{number}``, or "a" or "an", stand for; None for vague ones."""
    plain = " ".join(words.lower().split())
    if plain[:1].isdigit():
        return float(plain)
    if plain in CARDINALS:
        return CARDINALS[plain]
    tens, hyphen, ones = plain.partition("-")
    return CARDINALS[tens] + CARDINALS[ones] if hyphen and tens in CARDINALS and ones in CARDINALS else None


def read_ordinal(words: str) -> int:
    """The number of an ordinal matched by ``{ordinal}``: "20th", "twenty-first"."""
    plain = words.lower()
    if plain[:1].isdigit():
        return int(plain[:-2])
    tens, hyphen, ones = plain.partition("-")
    return CARDINALS[tens] + ORDINALS[ones] if hyphen else ORDINALS[plain]


def read_unit(words: str) -> str:
    """The unit in the singular: "years" -> "year"."""
    plain = words.lower()
    if plain == "centuries":
        return "century"
    return plain.removesuffix("s")


def read_approximation(words: str | None) -> Mod | None:
    """The modifier of "about", "more than" and the like; None for no words."""
    return MODS[" ".join(words.lower().split())] if words else None
