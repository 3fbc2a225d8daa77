"""What kinds of offices there are: seats in legislatures, offices of one holder, inherited ones."""

from __future__ import annotations

import re

from factlint.regex import regex

_LEGISLATOR = regex(
    r"Member of .*|Senator|Representative|Deputy|Delegate|State (?:Senator|Representative|deputy)"
    r"|.*Councillor"
)
_SEVERAL = regex(
    r"\b(?:deputy|vice|state (?:minister|secretary)|junior|assistant|associate|delegate"
    r"|without portfolio|minister (?:of state|in|at)|justice of|under-?secretary|parliamentary|member"
    r"|spokes\w+|envoy)\b",
    re.IGNORECASE,
)
_SINGLE = regex(
    r"(?:President|Prime Minister|Chancellor|Premier|King|Queen|Emperor|Sultan|Emir|Pope|Supreme Leader"
    r"|Taoiseach"
    r"|Governor|Governor[- ]General|Chief Minister|First Minister|Mayor|Minister[- ]President|Chief Justice"
    r"|Attorney General|.* Minister|Ambassador to .*|Secretary of .*|.* Secretary|Secretary-General|Speaker.*"
    r"|Central Bank Governor|Director-General|Director of .*|.* Director)"
)

_INHERITED = regex(r"(?:Crown )?(?:King|Queen|Prince|Princess)|Emperor|Emir|Sultan|Dalai Lama")


def is_legislator(title: str) -> bool:
    """Whether a canonical title is that of a member of a legislature."""
    return _LEGISLATOR.fullmatch(title) is not None


def is_single_seat(title: str) -> bool:
    """Whether one person at a time holds the office with this canonical title."""
    return _SINGLE.fullmatch(title) is not None and _SEVERAL.search(title) is None


def is_inherited(title: str) -> bool:
    """Whether a child may come to hold the office with this canonical title."""
    return _INHERITED.fullmatch(title) is not None
