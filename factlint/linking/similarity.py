"""How two name tokens differ: the slip that turns one into the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from factlint.regex import regex

MAX_EDITS = 2

LONGEST = 40
"""No name that people have is longer, hyphens and all."""


class Slip(StrEnum):
    """The kind of difference between two folded tokens, from most to least like a misspelling."""

    NONE = "same"
    TRANSPOSED = "two letters swapped"
    DOUBLED = "a letter doubled or single"
    SOUND = "sounds the same"
    VOWEL = "another vowel"
    DROPPED = "a letter missing"
    ADDED = "a letter too many"
    REPLACED = "another letter"
    SEVERAL = "two letters differ"
    FAR = "another name"


_VOWELS = frozenset("aeiouy")
# What English readers write for each other by ear; longest first. The groups are those of Soundex's
# successors (Metaphone), reduced to what news copy confuses.
_SOUNDS = (
    ("sch", "S"), ("tch", "C"), ("ch", "K"), ("kh", "K"), ("gh", "G"), ("ph", "F"), ("th", "T"), ("ck", "K"),
    ("qu", "K"), ("x", "KS"), ("cie", "Si"), ("ce", "Se"), ("ci", "Si"), ("cy", "Si"), ("c", "K"), ("k",
    "K"), ("q", "K"),
    ("z", "S"), ("s", "S"), ("w", "V"), ("v", "V"), ("f", "F"), ("j", "J"), ("g", "G"), ("d", "D"), ("t",
    "T"),
    ("ey", "i"), ("ei", "i"), ("ie", "i"), ("ee", "i"), ("ea", "i"), ("y", "i"), ("h", ""),
)  # fmt: skip
# Pairs that are said alike although no rule on single letters says so.
_HOMOPHONES = frozenset(
    frozenset(pair.split())
    for pair in (
        "stephen steven", "stephens stevens", "stephenson stevenson", "sean shaun", "sean shawn",
        "shaun shawn",
        "geoffrey jeffrey", "geoff jeff", "stewart stuart", "catherine kathryn", "katherine kathryn",
        "macdonald mcdonald", "mackenzie mckenzie", "neil neal", "reid read", "hughes hews", "leigh lee",
        "thompson thomson", "johnson johnston", "lawrence laurence", "rachel rachael", "deborah debra",
    )
)  # fmt: skip
_SOUND_OF = dict(_SOUNDS)
_SOUND_PATTERN = regex("|".join(spelling for spelling, _ in _SOUNDS))
_REPEATED = regex(r"(.)\1+")


@lru_cache(maxsize=4096)
def sound(token: str) -> str:
    """A key that tokens share when they are likely pronounced alike: Marc and Mark, Jon and John."""
    return _REPEATED.sub(r"\1", _SOUND_PATTERN.sub(lambda match: _SOUND_OF[match.group()], token))


@lru_cache(maxsize=16384)
def slip(written: str, right: str) -> Slip:
    """The slip by which ``right`` became ``written``; both folded tokens.

    Returns:
        FAR where more than two edits lie between them and they do not sound the same.
    """
    if written == right:
        return Slip.NONE
    edits = distance(written, right)
    if frozenset((written, right)) in _HOMOPHONES:
        return Slip.SOUND
    if edits == 1:
        return _single(written, right)
    if sound(written) == sound(right) and edits <= 3 and written[:1] in _alike(right[:1]):
        return Slip.SOUND
    return Slip.SEVERAL if edits == 2 else Slip.FAR


def _alike(first: str) -> str:
    groups = ("ckq", "sz", "jg", "fp", "iyej", "vw")
    return "".join(group for group in groups if first in group) + first


def _single(written: str, right: str) -> Slip:
    if len(written) == len(right):
        places = [index for index, pair in enumerate(zip(written, right, strict=True)) if pair[0] != pair[1]]
        if len(places) == 2:
            return Slip.TRANSPOSED
        if sound(written) == sound(right):
            return Slip.SOUND
        index = places[0]
        return Slip.VOWEL if {written[index], right[index]} <= _VOWELS and index > 0 else Slip.REPLACED
    if _REPEATED.sub(r"\1", written) == _REPEATED.sub(r"\1", right):
        return Slip.DOUBLED
    if sound(written) == sound(right):
        return Slip.SOUND
    return Slip.DROPPED if len(written) < len(right) else Slip.ADDED


def distance(left: str, right: str, limit: int = MAX_EDITS + 1) -> int:
    """Optimal-string-alignment distance, counted no further than ``limit``."""
    if abs(len(left) - len(right)) >= limit:
        return limit
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left, 1):
        following = [i]
        for j, other in enumerate(right, 1):
            cost = min(row[j] + 1, following[j - 1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            following.append(cost)
        if min(following) >= limit:
            return limit
        before, row = row, following
    return min(row[-1], limit)


class SlipIndex:
    """Words by what is left of them without a letter, so that those a slip away are found at once.

    Args:
        words: folded words.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._filed: dict[str, list[str]] = defaultdict(list)
        for word in words:
            for key in slip_keys(word):
                self._filed[key].append(word)

    def near(self, word: str) -> frozenset[str]:
        """The words of the index that may be a slip away from a word, which need not be among them."""
        return frozenset(found for key in slip_keys(word) for found in self._filed.get(key, ()))


def slip_keys(word: str) -> frozenset[str]:
    """Keys of which two words share one if they are one edit apart or sound the same."""
    if len(word) > LONGEST:
        return frozenset((word,))
    without = (word[:index] + word[index + 1 :] for index in range(len(word)))
    return frozenset((word, f"={sound(word)}", *without))
