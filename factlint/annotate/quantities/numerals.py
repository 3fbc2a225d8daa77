"""Numbers as news copy writes them, in digits and in words, and what they are worth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from factlint.regex import regex

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

CARDINALS = (
    {word: number for number, word in enumerate((*_ONES, *_TEENS), 1)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)}
)  # fmt: skip
"""Number words below one hundred, without those that are put together."""

SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
"""Words that multiply the number before them."""

SCALE_LETTERS = {
    "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "B": 10**9,
    "tn": 10**12, "trn": 10**12,
}  # fmt: skip
"""Letters that multiply the number they are joined to: "$3bn"."""

PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
"""Words for one of so many equal parts."""

VULGAR = {
    "½": Fraction(1, 2),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
}
"""Fractions that are one character."""


def alternatives(words: tuple[str, ...] | list[str] | dict[str, int]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_SMALL = rf"(?:(?:{alternatives(_TENS)})[- ](?:{alternatives(_ONES)})|{alternatives(CARDINALS)})"
_MULTIPLE = alternatives(SCALES)

DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?)(?![\d.,:/]\d|[\d/])"
"""A number in digits that is not part of a longer one, of a date, a time or a version."""

# "two hundred and fifty", "twelve thousand", "three dozen", "a million".
WORDS = (
    rf"(?:(?:an?|{_SMALL})[ -](?:{_MULTIPLE})(?:[ ](?:and[ ])?{_SMALL}[ -](?:{_MULTIPLE})){{0,3}}"
    rf"(?:[ ](?:and[ ])?{_SMALL})?(?:[ ](?:thousand|million|billion|trillion))?|{_SMALL})(?!\w)"
)
"""A number in words."""

FRACTION = (
    rf"(?:half(?:[ ]of(?=[ ]))?|(?:an?|{alternatives(_ONES)})[- ]"
    rf"(?:{alternatives([*PARTS, 'halves', *(f'{part}s' for part in PARTS)])}))(?!\w)"
)
"""A fraction in words."""

_LARGE = regex(
    rf"[ -]({alternatives([word for word in SCALES if word not in ('dozen', 'hundred')])})(?!\w)",
    re.IGNORECASE,
)
_SCALE_LETTER = regex(rf"({alternatives(SCALE_LETTERS)})(?![\w'])")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that was read.

    Attributes:
        value: what it is worth, with its scale.
        step: the worth of the last digit written.
        scale: 1, or the million of "3 million".
        end: the offset at which its words end.
        letter: whether its scale is a letter, which may be a unit instead ("3m").
    """

    value: Fraction
    step: Fraction
    scale: int
    end: int
    letter: bool = False


def read_digits(prose: str, match: re.Match[str], limit: int) -> Numeral:
    """The number in digits that ``match`` found, with the scale word or letter behind it."""
    written = match.group().replace(",", "")
    value, end = Fraction(written), match.end()
    step = Fraction(1, 10 ** len(written.partition(".")[2]))
    if end < limit and prose[end] in VULGAR:
        return Numeral(value + VULGAR[prose[end]], Fraction(1, 4), 1, end + 1)
    large = _LARGE.match(prose, end, limit)
    if large is not None:
        scale = SCALES[large.group(1).lower()]
        return Numeral(value * scale, step * scale, scale, large.end())
    letter = _SCALE_LETTER.match(prose, end, limit)
    if letter is not None:
        scale = SCALE_LETTERS[letter.group(1)]
        return Numeral(value * scale, step * scale, scale, letter.end(), letter=True)
    return Numeral(value, step, 1, end)


def read_words(match: re.Match[str]) -> Numeral | None:
    """The number in words that ``match`` found; None where the words are no one number."""
    words = [word for word in re.split(r"[ -]", match.group().lower()) if word != "and"]
    total, current, scale = 0, 0, 1
    for word in words:
        if word in ("a", "an"):
            current = 1
        elif word in CARDINALS:
            if current % 10 or (current % 100 and CARDINALS[word] > 9):
                return None
            current += CARDINALS[word]
        elif word in ("hundred", "dozen"):
            current = max(current, 1) * SCALES[word]
        else:
            scale = SCALES[word]
            total, current = total + max(current, 1) * scale, 0
    value = Fraction(total + current)
    exact = current != 0 or total == 0
    return Numeral(value, Fraction(1 if exact else scale), 1 if exact else scale, match.end())


def read_fraction(words: str) -> Fraction:
    """The worth of a fraction in words: "two-thirds" is 2/3."""
    parts = re.split(r"[ -]", words.lower().removesuffix(" of"))
    denominator = PARTS["half" if parts[-1] == "halves" else parts[-1].removesuffix("s")]
    if len(parts) == 1:
        return Fraction(1, denominator)
    return Fraction(1 if parts[0] in ("a", "an") else CARDINALS[parts[0]], denominator)


def trailing_zeros(number: Fraction) -> int:
    """How many zeros a whole number ends in; 0 for any other number and for zero."""
    if number.denominator != 1 or number == 0:
        return 0
    digits = str(abs(number.numerator))
    return len(digits) - len(digits.rstrip("0"))


def significant_digits(*numbers: Fraction) -> tuple[str, ...]:
    """The digits of decimal numbers without the zeros that all end with, and without those they begin with.

    804 and 840 give "804" and "840", 12,500 and 12,700 "125" and "127", 0.12 and 0.9 "12" and "90".
    """
    written = [f"{float(abs(number)):.6f}".replace(".", "") for number in numbers]
    zeros = min(len(digits) - len(digits.rstrip("0")) for digits in written)
    return tuple(digits[: len(digits) - zeros].lstrip("0") for digits in written)
