"""Claims about changes: "up 50% from 10 to 20", "doubled from 10 to 30", "from 100 to 80, a 30% drop"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.annotate.quantities import Hedge, Quantity
from factlint.annotate.quantities.numerals import alternatives
from factlint.annotate.quantities.templates import MARK, Template, templates
from factlint.claims.base import Claim
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.annotate.layers import Annotations


class Direction(IntEnum):
    """Which way something is said to change."""

    DOWN = -1
    UNSAID = 0
    UP = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeClaim(Claim):
    """The copy says from what to what something changed.

    Attributes:
        before: the old number.
        after: the new number.
        direction: which way, as the verb has it.
        change: by how much, None where the copy does not say.
        in_points: whether the change is one of percentage points.
        factor: 2 for "doubled", 1/2 for "halved", None where no such verb is used.
        factor_hedge: the hedge on that verb.
        amounts: whether "from ... to ..." may be two amounts of change instead of old and new.
    """

    before: Quantity
    after: Quantity
    direction: Direction
    change: Quantity | None = None
    in_points: bool = False
    factor: Fraction | None = None
    factor_hedge: Hedge = Hedge.NONE
    amounts: bool = False


_UP_WORDS = (
    "rose rise rises risen rising increased increase increases increasing grew grow grows grown growing "
    "growth climbed climb climbs climbing jumped jump jumps jumping surged surge surges surging soared "
    "soar soars up gained gain gains raised raise raises raising boosted boost expanded leaped leapt leap "
    "spiked spike swelled swell higher"
).split()
_DOWN_WORDS = (
    "fell fall falls fallen falling dropped drop drops dropping declined decline declines declining "
    "decreased decrease decreases shrank shrink shrinks shrunk slid slide plunged plunge plunges plummeted "
    "plummet tumbled tumble slipped slip sank sink dipped dip down cut cuts reduced reduce reduces "
    "reduction lowered lower lowers slashed slash trimmed slumped slump contracted"
).split()
_FACTORS = {
    "doubled": Fraction(2), "doubles": Fraction(2), "double": Fraction(2), "doubling": Fraction(2),
    "tripled": Fraction(3), "triples": Fraction(3), "triple": Fraction(3), "tripling": Fraction(3),
    "trebled": Fraction(3),
    "quadrupled": Fraction(4), "quadruple": Fraction(4), "quadrupling": Fraction(4),
    "quintupled": Fraction(5),
    "halved": Fraction(1, 2), "halves": Fraction(1, 2), "halving": Fraction(1, 2),
}  # fmt: skip
_FACTOR_HEDGES = {
    "more than": Hedge.MORE_THAN, "nearly": Hedge.NEARLY, "almost": Hedge.NEARLY, "about": Hedge.ABOUT,
    "roughly": Hedge.ABOUT, "at least": Hedge.AT_LEAST, "less than": Hedge.LESS_THAN,
    "virtually": Hedge.NEARLY,
    "just about": Hedge.ABOUT, "approximately": Hedge.ABOUT, "effectively": Hedge.ABOUT,
    "practically": Hedge.NEARLY,
}  # fmt: skip

_VERB = rf"\b(?:(?P<up>{alternatives(_UP_WORDS)})|(?P<down>{alternatives(_DOWN_WORDS)}))\b"
_FACTOR = (
    rf"\b(?:(?P<hedge>{alternatives([*_FACTOR_HEDGES])})[ ])?"
    rf"(?P<factor>{alternatives([*_FACTORS])})(?:[ ]in[ ][a-z]{{1,12}})?"
)
# What may stand between the parts: no clause of its own, so no "and", no brackets, no quotation.
_GAP = rf"(?P<{{name}}>[^{MARK};:()\"“”]{{{{0,{{length}}}}}}?)"


def _gap(name: str, length: int = 50) -> str:
    return _GAP.format(name=name, length=length)


_FROM_TO = rf"from[ ](?P<before>{MARK}){_gap('held')}[ ]to[ ](?P<after>{MARK})"
_TO_FROM = rf"to[ ](?P<after>{MARK}){_gap('held')},?[ ]from[ ](?P<before>{MARK})"
_POINTS = r"(?P<points>[ -](?:percentage[ ])?points?)?"

# "rose 5% from 10 to 12", "up 5 points, from 40% to 45%", "fell by a third to 20 from 30".
_CHANGE_FIRST = [
    regex(rf"{_VERB}(?:[ ]by)?[ ](?:an?[ ])?(?P<change>{MARK}){_POINTS}{_gap('more', 40)},?[ ]{ends}")
    for ends in (_FROM_TO, _TO_FROM)
]
# "from 100 to 80, a 30% drop", "from 10 to 20, or 50%", "from 10 to 20 (up 100%)".
_TAIL = (
    rf"{_gap('after_words', 40)}(?:,?[ ](?:or[ ])?|[ ]?\(|,?[ ][-–—][ ]?"
    rf"|,?—)(?:an?[ ](?:[a-z]{{3,12}}[ ])?|by[ ])?(?:(?P<tail_before>(?:up|down|rise|increase|jump|gain"
    rf"|drop|fall|decline|decrease|cut|reduction|growth|surge)(?:[ ]of)?|plus"
    rf"|minus)[ ](?:about[ ])?)?(?P<change>{MARK}){_POINTS}(?:[ ](?P<tail_after>rise|increase|jump|gain"
    rf"|drop|fall|decline|decrease|cut|reduction|surge)\b)?"
)
_CHANGE_LAST = [
    regex(rf"(?:{_VERB}{_gap('more', 60)}[ ,]+)?{ends}{_TAIL}")
    for ends in (rf"\b{_FROM_TO}", rf"\b{_TO_FROM}")
]
# "34 percent, up six points from 31 percent".
_CHANGE_AMID = [
    regex(
        rf"(?P<after>{MARK}){_gap('held', 30)},?[ ]{_VERB}(?:[ ]by)?[ ](?P<change>{MARK}){_POINTS}[ ]from"
        rf"[ ](?P<before>{MARK})"
    )
]
_BY_FACTOR = [regex(rf"{_FACTOR}{_gap('more', 50)},?[ ]{ends}") for ends in (_FROM_TO, _TO_FROM)]
_DIRECTION_ONLY = [regex(rf"{_VERB}{_gap('more', 50)},?[ ]{ends}") for ends in (_FROM_TO, _TO_FROM)]

_TAIL_UP = frozenset("up rise increase jump gain growth surge plus".split())
_OTHER_CLAUSE = regex(
    r"\b(?:and|but|while|who|which|whereas|as|than|or|if|then|before|after|when|not|with)\b|,[ ](?!(?:a"
    r"|the)[ ])\w+ed\b"
)
_NOT_NUMBERS = regex(
    r"\b(?:rank|ranks|ranked|ranking|rankings|place|places|placed|seed|seeded|spot|spots|chart|charts|odds)\b"
)


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All claims about changes, in order of what they begin with; one for each pair of numbers."""
    claims: list[Claim] = []
    for template in templates(annotations):
        if len(template.quantities) >= 2 and " from " in f" {template.text}".lower():
            claims += _claims(annotations, template)
    return tuple(claims)


def _claims(annotations: Annotations, template: Template) -> Iterator[Claim]:
    seen: set[Span] = set()
    for patterns in (_CHANGE_FIRST, _CHANGE_LAST, _CHANGE_AMID, _BY_FACTOR, _DIRECTION_ONLY):
        for pattern in patterns:
            for match in pattern.finditer(template.text):
                claim = _claim(annotations, template, match)
                if claim is not None and claim.span not in seen:
                    seen.add(claim.span)
                    yield claim


def _claim(annotations: Annotations, template: Template, match: re.Match[str]) -> ChangeClaim | None:
    groups = match.groupdict()
    between = " ".join(groups.get(name) or "" for name in ("held", "more", "after_words"))
    if _OTHER_CLAUSE.search(between) or _NOT_NUMBERS.search(template.text):
        return None
    ends = _comparable(template.quantity(match, "before"), template.quantity(match, "after"))
    if ends is None:
        return None
    before, after = ends
    change = template.quantity(match, "change") if groups.get("change") else None
    if change is not None and (change.is_range or not _says_change(groups)):
        return None
    span = before.span.join(after.span)
    factor = _FACTORS[groups["factor"]] if groups.get("factor") else None
    return ChangeClaim(
        span=span,
        sentence=template.sentence,
        quoted=annotations.is_quoted(span),
        before=before,
        after=after,
        direction=_direction(groups),
        change=change,
        in_points=bool(groups.get("points")),
        factor=factor,
        factor_hedge=_FACTOR_HEDGES.get(groups.get("hedge") or "", Hedge.NONE),
        amounts=not (groups.get("held") or "").strip(" ,")
        and "from" in match.group()[: match.start("after") - match.start()],
    )


def _says_change(groups: dict[str, str | None]) -> bool:
    """Whether a word says that the third number is the change."""
    return any(groups.get(name) for name in ("up", "down", "tail_before", "tail_after"))


def _direction(groups: dict[str, str | None]) -> Direction:
    tail = groups.get("tail_before") or groups.get("tail_after")
    if tail:
        return Direction.UP if tail.removesuffix(" of") in _TAIL_UP else Direction.DOWN
    if groups.get("up"):
        return Direction.UP
    return Direction.DOWN if groups.get("down") else Direction.UNSAID


def _comparable(before: Quantity, after: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two ends in one unit; None where they do not measure the same thing."""
    if before.is_range or after.is_range or before.form is not after.form:
        return None
    if before.unit is None and after.unit is not None:
        before = replace(before, unit=after.unit, rate=after.rate)
    elif after.unit is None and before.unit is not None:
        after = replace(after, unit=before.unit, rate=before.rate)
    if before.unit != after.unit:
        return None
    if before.scale == 1 and after.scale > 1 and before.low < 1000:
        before = replace(before, low=before.low * after.scale, high=before.high * after.scale,
                         step=before.step * after.scale, scale=after.scale)  # fmt: skip
    return (before, after) if before.low > 0 and after.low > 0 else None
