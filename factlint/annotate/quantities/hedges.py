"""Words that say how exactly a number is meant."""

from __future__ import annotations

import re

from factlint.annotate.quantities.model import Hedge
from factlint.annotate.quantities.numerals import alternatives
from factlint.regex import regex

BEFORE = {
    "about": Hedge.ABOUT, "around": Hedge.ABOUT, "roughly": Hedge.ABOUT, "approximately": Hedge.ABOUT,
    "approx.": Hedge.ABOUT, "some": Hedge.ABOUT, "an estimated": Hedge.ABOUT, "estimated": Hedge.ABOUT,
    "circa": Hedge.ABOUT, "perhaps": Hedge.ABOUT, "maybe": Hedge.ABOUT, "probably": Hedge.ABOUT,
    "~": Hedge.ABOUT,
    "as": Hedge.ABOUT, "close to": Hedge.NEARLY, "nearly": Hedge.NEARLY, "almost": Hedge.NEARLY,
    "just under": Hedge.NEARLY,
    "a little under": Hedge.NEARLY, "slightly less than": Hedge.NEARLY, "just shy of": Hedge.NEARLY,
    "nearing": Hedge.NEARLY, "approaching": Hedge.NEARLY, "virtually": Hedge.NEARLY,
    "more than": Hedge.MORE_THAN, "over": Hedge.MORE_THAN, "above": Hedge.MORE_THAN,
    "greater than": Hedge.MORE_THAN,
    "well over": Hedge.MORE_THAN, "just over": Hedge.MORE_THAN, "upwards of": Hedge.MORE_THAN,
    "upward of": Hedge.MORE_THAN, "exceeding": Hedge.MORE_THAN, "in excess of": Hedge.MORE_THAN,
    "slightly more than": Hedge.MORE_THAN, "just above": Hedge.MORE_THAN, "a little over": Hedge.MORE_THAN,
    ">": Hedge.MORE_THAN,
    "at least": Hedge.AT_LEAST, "no fewer than": Hedge.AT_LEAST, "no less than": Hedge.AT_LEAST,
    "not less than": Hedge.AT_LEAST, "a minimum of": Hedge.AT_LEAST, "as many as": Hedge.AT_MOST,
    "as much as": Hedge.AT_MOST, "up to": Hedge.AT_MOST, "at most": Hedge.AT_MOST,
    "no more than": Hedge.AT_MOST,
    "not more than": Hedge.AT_MOST, "a maximum of": Hedge.AT_MOST, "as few as": Hedge.AT_LEAST,
    "as little as": Hedge.AT_LEAST, "less than": Hedge.LESS_THAN, "fewer than": Hedge.LESS_THAN,
    "under": Hedge.LESS_THAN, "below": Hedge.LESS_THAN, "well under": Hedge.LESS_THAN, "<": Hedge.LESS_THAN,
}  # fmt: skip

AFTER = {
    "or so": Hedge.ABOUT, "or thereabouts": Hedge.ABOUT, "-odd": Hedge.ABOUT, "or more": Hedge.AT_LEAST,
    "or fewer": Hedge.AT_MOST, "or less": Hedge.AT_MOST, "-plus": Hedge.AT_LEAST, "+": Hedge.AT_LEAST,
    "plus": Hedge.AT_LEAST,
}  # fmt: skip

_LONGEST = max(map(len, BEFORE)) + 4
_BEFORE = regex(
    rf"(?<![\w-])({alternatives([*BEFORE])})(?:[ ]|(?<=[~<>])[ ]?)(?:the[ ]|a[ ])?$", re.IGNORECASE
)
_AFTER = regex(rf"[ ]?({alternatives([*AFTER])})(?!\w)")


def hedge_before(prose: str, start: int, floor: int) -> tuple[Hedge, int]:
    """The hedge that ends just before ``start`` and the offset at which it begins.

    Args:
        prose: the prose.
        start: where the number begins.
        floor: the offset before which nothing is read.

    Returns:
        ``(Hedge.NONE, start)`` where there is none.
    """
    match = _BEFORE.search(prose, max(floor, start - _LONGEST), start)
    if match is None:
        return Hedge.NONE, start
    return BEFORE[match.group(1).lower()], match.start()


def hedge_after(prose: str, end: int, limit: int) -> tuple[Hedge, int]:
    """The hedge that begins just behind ``end`` and the offset at which it ends."""
    match = _AFTER.match(prose, end, limit)
    return (Hedge.NONE, end) if match is None else (AFTER[match.group(1)], match.end())
