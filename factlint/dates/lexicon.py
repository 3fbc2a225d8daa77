"""The names of months and weekdays in English copy, with AP's and other usual abbreviations."""

from __future__ import annotations

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Index 0 is January."""

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""Index 0 is Monday, as in ``datetime.date.weekday``."""

_MONTH_SHORT = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_WEEKDAY_SHORT = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}

MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)} | _MONTH_SHORT
"""Lower-case name or abbreviation without its point -> month, 1 to 12."""

WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)} | _WEEKDAY_SHORT
"""Lower-case name or abbreviation without its point -> weekday, 0 (Monday) to 6."""

# Long forms first: alternation takes the first branch that fits.
MONTH_PATTERN = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\b\.?|Feb\b\.?|Mar\b\.?|Apr\b\.?|Jun\b\.?|Jul\b\.?|Aug\b\.?|Sept\b\.?|Sep\b\.?|Oct\b\.?|Nov\b\.?|Dec\b\.?)"
)
"""A month's name or abbreviation; needs no flags, copy capitalises months."""

WEEKDAY_PATTERN = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|Mon\b\.?|Tues\b\.?|Tue\b\.?|Weds\b\.?|Wed\b\.?|Thurs\b\.?|Thur\b\.?|Thu\b\.?|Fri\b\.?|Sat\b\.?|Sun\b\.?)"
)
"""A weekday's name or abbreviation."""


def month_number(word: str) -> int:
    """The month, 1 to 12, that a word matched by MONTH_PATTERN names."""
    return MONTHS[word.rstrip(".").lower()]


def weekday_number(word: str) -> int:
    """The weekday, 0 (Monday) to 6, that a word matched by WEEKDAY_PATTERN names."""
    return WEEKDAYS[word.rstrip(".").lower()]
