"""How copy introduces people whom its readers do not know."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from factlint.regex import regex

if TYPE_CHECKING:
    from factlint.linking.model import Mention


class Introduction(StrEnum):
    """What the words beside a name say of a stranger."""

    NAME = "the copy introduces the name"
    HOME_TOWN = "the copy gives a home town"
    TRADE = "the copy gives a trade"
    RELATIVE = "the copy introduces somebody's relative"
    APPOSITIVE = "the copy says what somebody is"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TRADES = _words(
    "accountant barber bartender bookkeeper builder butcher baker carpenter cashier chef child cleaner "
    "clerk commuter consultant cook cyclist dentist doctor driver economist electrician engineer expert "
    "farmer fellow firefighter fisherman gardener grandmother grandfather hairdresser historian "
    "housewife jogger landlord librarian locksmith mechanic miner nurse organist organizer owner "
    "painter paramedic passenger pastor pensioner pharmacist plumber potter professor pupil realtor "
    "researcher resident retiree sailor salesman saleswoman scholar schoolboy schoolgirl shopkeeper "
    "soldier student surgeon teacher technician tenant tourist trucker tuner veterinarian volunteer "
    "voter waiter waitress welder widow widower worker"
)
_RELATIVES = _words(
    "wife husband son daughter brother sister mother father cousin nephew niece uncle aunt grandson "
    "granddaughter grandmother grandfather widow fiance fiancee girlfriend boyfriend stepson "
    "stepdaughter son-in-law daughter-in-law"
)
_STRANGERS = _words("roommate neighbor neighbour resident student voter teacher farmer victim suspect")
# Of the well known, copy tells readers no more than their side or office.
_PUBLIC_LIFE = _words(
    "democrat republican independent conservative liberal senator representative governor minister "
    "congressman congresswoman candidate nominee contender critic ally adviser advisor aide confidant "
    "confidante supporter opponent rival leader politician lawmaker legislator official former longtime "
    "top senior year-old member veteran billionaire general"
)

_NAMED = regex(
    r"(?:(?:\b(?P<before>\w+)|[,(])\s*\b(?:named|called)"
    r"|\b(?:identified as|pseudonym|fictional|character))\s+$",
    re.IGNORECASE,
)
# After these "named" is what somebody does: "Morrison named Tony Abbott".
_SUBJECTS = _words("he she they it we i who has have had and then also just never once")
_RELATIVE = regex(rf"\b(?:{'|'.join(sorted(_RELATIVES))})s?,?\s+$", re.IGNORECASE)
_STRANGER = regex(rf"\b(?:{'|'.join(sorted(_STRANGERS))})s?,?\s+$", re.IGNORECASE)
_ADDRESS = regex(
    r"\s+of\s+(?:[A-Z][a-z]+\s+){1,3}(?:Lane|Road|Street|Avenue|Drive|Close|Crescent|Court|Terrace|Place|Way)\b"
)
_HOME_TOWN = regex(r",(?:\s*\d{1,3},)?\s+(?:of|from)\s+[A-Z]")
# "Jane Roe, 34, a piano tuner"; the words after the name that may say what somebody is.
_APPOSITIVE = regex(
    r",\s+(?:(?:aged?\s+)?(?P<age>\d{1,3}),\s+)?(?P<article>an?|the)\s+(?P<words>[a-z-]+(?:\s+[a-z-]+){0,5})"
    r"(?P<home>\s+[A-Z])?"
)
_REACH = 40


def _is_subject(word: str) -> bool:
    return word[:1].isupper() or word in _SUBJECTS


def introduction(mention: Mention, prose: str) -> Introduction | None:
    """How the copy introduces a name as a stranger's; None where it does not.

    Args:
        mention: the name.
        prose: the article's prose.
    """
    sentence, start, end = mention.run.sentence, mention.span.start, mention.span.end
    before = prose[max(sentence.start, start - _REACH) : start]
    if (named := _NAMED.search(before)) and not _is_subject(named["before"] or ""):
        return Introduction.NAME
    if _STRANGER.search(before):
        return Introduction.TRADE
    if _HOME_TOWN.match(prose, end, sentence.end) or _ADDRESS.match(prose, end, sentence.end):
        return Introduction.HOME_TOWN
    apposed = _APPOSITIVE.match(prose, end, sentence.end)
    words = frozenset(apposed["words"].split()) if apposed else frozenset()
    if apposed is not None and apposed["age"] and apposed["home"] and apposed["words"].endswith("from"):
        return Introduction.HOME_TOWN
    if words & (_TRADES | _STRANGERS):
        return Introduction.TRADE
    if _RELATIVE.search(before):
        return Introduction.RELATIVE
    if apposed is not None and apposed["article"] != "the" and words.isdisjoint(_PUBLIC_LIFE):
        return Introduction.APPOSITIVE
    return None
