"""Percentages of one whole: the answers to a question, the votes of an election, the parts of a budget."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.annotate.quantities.model import DOWNWARD
from factlint.annotate.quantities.templates import MARK, Template
from factlint.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotate.quantities import Quantity

# Answers of which a person gives one.
_ANSWERS = tuple(
    regex(pattern)
    for pattern in (
        (
            r"\b(?:yes|in favou?r|favou?r(?:ed|s)?|support(?:ed|s)?|approved?|approves|agreed?"
            r"|back(?:ed|s)?|for)\b(?! of)"
        ),
        r"\b(?:no|oppos(?:ed?|es)|against|disapproved?|disapproves|disagreed?)\b",
        (
            r"\b(?:undecided|unsure|not sure|(?:don't|didn't|do not|did not) know|(?:no|had no) opinion"
            r"|abstained)\b"
        ),
    )
)
# Other groups of people, other times or other questions in one sentence: several wholes.
_SEVERAL_WHOLES = regex(
    r"\b(?:among|compared|versus|from|than|last|previous|previously|earlier|year|month|week|men|women"
    r"|whites|blacks|Republicans|Democrats|independents|respectively|while in|in \d{4}|margin|points?"
    r"|turnout|each|both|all|another|also|strongly|somewhat|very|including|of whom|of them|those|their"
    r"|who)\b"
)
_BEYOND = regex(r"[,;:()]|\b(?:and|but|while|with)\b")
_VOTE_GAP = regex(
    r"(?:[ ,.]|\b(?:of|the|vote|votes|popular|cast|ballots|to|for|and|while|with|followed|by|had|got|took"
    r"|won|received|on|his|her|rival|only|against|came|second|third|in|far-right|left|centrist|leader"
    r"|candidate|former|president|prime|minister)\b|[A-Z][\w'-]{0,20}\b)*+"
)
_OF_THE_VOTE = regex(rf"{MARK} of (?:the |all )?(?:popular )?(?:votes?|ballots)\b")
# "Of those asked, 61% backed the plan" speaks of one group.
_ASKED = regex(r"^Of (?:those|the people|all) (?:asked|surveyed|polled|questioned),")
# "Oil makes up 55% of exports, gas 30% and wood 25%".
_ACCOUNTED = regex(
    rf"\b(?:makes?|made) up (?P<first>{MARK}) of [^{MARK},;:.]{{3,40}}, [^{MARK},;:.]{{2,30}} "
    rf"(?P<second>{MARK}),? and [^{MARK},;:.]{{2,30}} (?P<third>{MARK})(?! of)"
)
_SAME_WHOLE = regex(
    rf"(?P<first>{MARK}) of (?:the|its|their|our|his|her|all) [\w' -]{{3,40}}? (?P<link>to|on|from|by) "
    rf"[^{MARK},;]{{1,40}}, (?P<second>{MARK}) (?P=link) [^{MARK},;]{{1,40}}?,? and (?P<third>{MARK}) "
    rf"(?P=link) "
)


def percentages_of_one_whole(template: Template) -> Iterator[tuple[Quantity, ...]]:
    """Groups of percentages in a sentence that cannot be more than 100 together."""
    shares = [quantity for quantity in template.quantities if quantity.is_percentage]
    if len(shares) < 2 or any(quantity.hedge in DOWNWARD for quantity in shares):
        return
    yield from _parts(template)
    if _SEVERAL_WHOLES.search(_ASKED.sub("", template.text)):
        return
    if len(shares) == len(template.quantities):
        yield from _answers(template)
        yield from _votes(template)


def _parts(template: Template) -> Iterator[tuple[Quantity, ...]]:
    for pattern in (_SAME_WHOLE, _ACCOUNTED):
        yield from _triples(template, pattern)


def _triples(template: Template, pattern: re.Pattern[str]) -> Iterator[tuple[Quantity, ...]]:
    for match in pattern.finditer(template.text):
        parts = tuple(template.quantity(match, name) for name in ("first", "second", "third"))
        if all(part.is_percentage for part in parts):
            yield parts


def _answers(template: Template) -> Iterator[tuple[Quantity, ...]]:
    given: set[int] = set()
    for rank, offset in enumerate(template.offsets):
        end = template.offsets[rank + 1] if rank + 1 < len(template.offsets) else len(template.text)
        beyond = _BEYOND.search(template.text, offset + 1, end)
        words = template.text[offset + 1 : beyond.start() if beyond else end]
        said = [number for number, answer in enumerate(_ANSWERS) if answer.search(words)]
        if len(said) != 1 or said[0] in given:
            return
        given.add(said[0])
    yield template.quantities


def _votes(template: Template) -> Iterator[tuple[Quantity, ...]]:
    text = template.text
    if _OF_THE_VOTE.search(text) is None:
        return
    gaps = (text[start + 1 : end] for start, end in zip(template.offsets, template.offsets[1:], strict=False))
    if all(len(gap) <= 80 and _VOTE_GAP.fullmatch(gap) for gap in gaps):
        yield template.quantities
