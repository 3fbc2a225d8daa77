"""Whether two rows may speak of one person: names, lives and descriptions compared."""

from __future__ import annotations

from factlint.kb.names import fold, name_key

_YOUNGEST_HOLDER = 16
"""Years of age below which nobody holds an office, monarchs excepted."""
_LONGEST_LIFE = 110
_SHORTEST_WORD = 4
_SAYING_NOTHING = frozenset("former chief member general state states united national".split())
"""Words of a description that are also in titles of quite different offices."""


def held_in_life(born: str, died: str, start: str) -> bool:
    """Whether somebody with these dates can have taken an office on a day; an empty date says nothing."""
    if not start:
        return True
    of_age = not born or int(born[:4]) + _YOUNGEST_HOLDER <= int(start[:4]) <= int(born[:4]) + _LONGEST_LIFE
    return of_age and (died in ("", "past") or start[:4] <= died[:4])


def more_precise(by_hand: str, other: str) -> str:
    """The date kept by hand, or the other where that only adds to it."""
    return other if other.startswith(by_hand) else by_hand


def share_a_word(description: str, title: str) -> bool:
    """Whether a word of what somebody is known for is in the title of an office ("White House counsel")."""
    words = set(fold(description.replace("|", " ").replace(";", " ")).split()) - _SAYING_NOTHING
    return any(len(word) >= _SHORTEST_WORD for word in words.intersection(fold(title).split()))


def alike(one: str, other: str) -> bool:
    """Whether two names have the surname and the first letter in common, or one is part of the other."""
    words = [set(fold(name).split()) for name in (one, other)]
    if min(map(len, words)) > 1 and (words[0] <= words[1] or words[1] <= words[0]):
        return True
    first, second = name_key(one), name_key(other)
    return (
        first is not None
        and second is not None
        and (first.head, first.rest[:1]) == (second.head, second.rest[:1])
    )
