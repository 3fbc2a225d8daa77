"""A change does not follow from the numbers before and after it: up 50% from 10 to 20.

Percentages of change are what desks get wrong most: points are taken for percent, the base is the new
number instead of the old one, "doubled" is said of what tripled. Checked are changes in percent, in
percentage points, in the thing's own unit and by a factor; the direction that the verb says; shares
that are given twice ("one in five, or 25%", "two-thirds (60%)", "12 of 40 (25%)"); margins of votes and
polls ("52 to 45, a margin of nine"); and averages ("15 over three years, an average of six a year").

Numbers may be rounded: each by half of its last digit, and by up to a thirtieth of itself where it ends
in zeros. Words such as "about", "nearly" and "more than" widen or open the interval. A change in
percent between two percentages may be meant in percent or in points, and "doubled" is allowed a
seventh less and a quarter more. Left alone are ranges, ranks and sentences in which another clause
stands between the numbers.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING

from factlint.annotate.quantities import Dimension, Hedge, NumberForm, Quantity
from factlint.annotate.quantities.model import DOWNWARD, UPWARD
from factlint.annotate.quantities.rounding import Bound, bounds, in_words, overlap
from factlint.claims.changes import ChangeClaim, Direction
from factlint.claims.reckonings import ReckonedClaim
from factlint.claims.shares import ShareClaim
from factlint.rulekit.rule import (
    Category,
    Confidence,
    Evidence,
    Example,
    Finding,
    Judgement,
    Missing,
    Related,
    Rule,
    Severity,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.rulekit.context import ArticleContext

ROUND_SHARE = Fraction(1, 30)
"""How far a number that ends in zeros may be off, relative to itself."""

COUNTED = 100
"""Numbers of things below are given exactly."""

_FACTOR_SLACK: dict[Hedge, tuple[Fraction, Bound]] = {
    Hedge.NONE: (Fraction(6, 7), Fraction(5, 4)),
    Hedge.ABOUT: (Fraction(3, 4), Fraction(4, 3)),
    Hedge.NEARLY: (Fraction(3, 4), Fraction(51, 50)),
    Hedge.MORE_THAN: (Fraction(49, 50), inf),
    Hedge.AT_LEAST: (Fraction(49, 50), inf),
    Hedge.LESS_THAN: (Fraction(0), Fraction(51, 50)),
}
"""What the true factor may be, relative to the one in "doubled", by the hedge before it."""

_SHARE_SLACK = (Fraction(1), Fraction(15, 100), Fraction(9, 2))
"""How many points a fraction in words may be off: at least one, else its 15%, but at most four and a half."""

_Interval = tuple[Bound, Bound]


def _check(context: ArticleContext) -> Iterator[Judgement]:
    for change in context.claims(ChangeClaim):
        yield _judge_change(change)
    for share in context.claims(ShareClaim):
        yield _judge_share(share)
    for reckoned in context.claims(ReckonedClaim):
        yield _judge_reckoned(reckoned)


def _judge_change(claim: ChangeClaim) -> Judgement:
    # Percentages are rounded to whole numbers, not to tens.
    round_share = Fraction(0) if claim.before.dimension is Dimension.SHARE else ROUND_SHARE
    before, after = bounds(claim.before, round_share), bounds(claim.after, round_share)
    if _goes_the_other_way(claim, before, after):
        verb = "rise" if claim.direction is Direction.UP else "fall"
        return _refuted(claim, f"from {_words(claim.before)} to {_words(claim.after)} is no {verb}")
    if claim.factor is not None:
        return _judge_factor(claim, claim.factor, _ratio(before, after))
    if claim.change is None:
        return Judgement.supported()
    possible = dict(_possible_changes(claim, claim.change, before, after))
    if not possible:
        return Judgement.unknown(Missing.CONTEXT)
    said = bounds(claim.change, ROUND_SHARE)
    if any(overlap(said, interval) for interval in possible.values()):
        return Judgement.supported()
    right = " or ".join(possible)
    return _refuted(
        claim,
        f"from {_words(claim.before)} to {_words(claim.after)} is a change of {right}, not "
        f"{_words(claim.change)}",
    )


def _goes_the_other_way(claim: ChangeClaim, before: _Interval, after: _Interval) -> bool:
    if claim.direction is Direction.UP:
        return after[1] < before[0]
    # "Prices fell from 10 to 20 percent" may give two amounts.
    return claim.direction is Direction.DOWN and after[0] > before[1] and not claim.amounts


def _ratio(before: _Interval, after: _Interval) -> _Interval:
    low = after[0] / before[1] if after[0] > 0 else Fraction(0)
    high = after[1] / before[0] if before[0] > 0 else inf
    return low, high


def _judge_factor(claim: ChangeClaim, factor: Fraction, ratio: _Interval) -> Judgement:
    low, high = _FACTOR_SLACK[claim.factor_hedge]
    if overlap((factor * low, factor * high), ratio):
        return Judgement.supported()
    times = in_words(claim.after.low / claim.before.low, Fraction(1, 10))
    return _refuted(
        claim,
        f"{_words(claim.after)} is {times} times {_words(claim.before)}, not "
        f"{in_words(factor, Fraction(1, 10))} times",
    )


def _possible_changes(
    claim: ChangeClaim, change: Quantity, before: _Interval, after: _Interval
) -> Iterator[tuple[str, _Interval]]:
    """What the change may be, in words and as an interval of its size."""
    falls = claim.direction is Direction.DOWN
    points = claim.in_points or change.dimension is Dimension.POINTS
    shares = claim.before.dimension is Dimension.SHARE
    apart = abs(claim.after.low - claim.before.low)
    if change.is_count and _are_counted(claim.before, claim.after):
        yield in_words(apart), (apart, apart)
        return
    difference = _turned((after[0] - before[1], after[1] - before[0]), falls=falls)
    if (points or change.dimension is Dimension.SHARE) and shares:
        yield f"{in_words(apart, claim.after.step)} points", difference
    elif change.unit == claim.before.unit and change.form is NumberForm.CARDINAL:
        yield _words(replace(change, low=apart, high=apart, scale=claim.after.scale)), difference
    if not points and (change.dimension is Dimension.SHARE or change.form is NumberForm.FRACTION):
        one = Fraction(100 if change.dimension is Dimension.SHARE else 1)
        ratio = _ratio(before, after)
        relative = _turned(((ratio[0] - 1) * one, (ratio[1] - 1) * one), falls=falls)
        percent = abs(claim.after.low / claim.before.low - 1) * 100
        yield f"{in_words(percent, min(change.step, Fraction(1)) or Fraction(1))}%", relative


def _are_counted(*ends: Quantity) -> bool:
    """Whether both are so small that they are counted, not rounded."""
    return all(end.is_count and end.low < COUNTED and end.hedge is Hedge.NONE for end in ends)


def _turned(interval: _Interval, *, falls: bool) -> _Interval:
    return (-interval[1], -interval[0]) if falls else interval


def _refuted(claim: ChangeClaim, message: str) -> Judgement:
    change = claim.change
    return Judgement.refuted(
        Finding(
            span=change.span if change is not None else claim.span,
            message=message,
            subject=f"change:{float(claim.before.low)}:{float(claim.after.low)}",
            evidence=(Evidence(f"{_words(claim.after)} / {_words(claim.before)} = {_quotient(claim)}"),),
            related=(Related(claim.span, "the numbers before and after"),) if change is not None else (),
        )
    )


def _quotient(claim: ChangeClaim) -> str:
    return in_words(claim.after.low / claim.before.low, Fraction(1, 100))


def _judge_share(claim: ShareClaim) -> Judgement:
    fraction = claim.fraction * 100
    least, relative, most = _SHARE_SLACK
    off = least if claim.share_of_counts is not None else max(least, min(most, fraction * relative))
    if claim.said.hedge is not Hedge.NONE:
        off = max(off, fraction / 10)
    low: Bound = fraction - off
    high: Bound = fraction + off
    if claim.said.hedge in UPWARD:
        low, high = fraction - least, inf
    elif claim.said.hedge in DOWNWARD or claim.said.hedge is Hedge.NEARLY:
        low, high = (low if claim.said.hedge is Hedge.NEARLY else -inf), fraction + least
    if overlap((low, high), bounds(claim.share, ROUND_SHARE)):
        return Judgement.supported()
    right = in_words(fraction, min(claim.share.step, Fraction(1)))
    exactly = "" if claim.said.hedge is Hedge.NONE else f"{claim.said.hedge} "
    said = "the fraction" if claim.share_of_counts is None else "the quotient"
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"{said} is {exactly}{right}%, not {_words(claim.share)}",
            subject=f"share:{float(fraction):.3f}:{float(claim.share.low)}",
            evidence=(Evidence(f"{claim.fraction.numerator} of {claim.fraction.denominator} is {right}%"),),
        )
    )


def _judge_reckoned(claim: ReckonedClaim) -> Judgement:
    right = (claim.right - claim.slack, claim.right + claim.slack)
    if overlap(right, bounds(claim.said, ROUND_SHARE)):
        return Judgement.supported()
    result = in_words(claim.right, claim.said.step or Fraction(1))
    return Judgement.refuted(
        Finding(
            span=claim.span,
            message=f"{claim.terms} is {result}, not {in_words(claim.said.low, claim.said.step)}",
            subject=f"reckoned:{claim.terms}:{float(claim.said.low)}",
            evidence=(Evidence(f"{claim.terms} = {result}"),),
        )
    )


def _words(quantity: Quantity) -> str:
    """A quantity as copy writes it."""
    scale = {10**3: " thousand", 10**6: " million", 10**9: " billion", 10**12: " trillion"}.get(
        quantity.scale, ""
    )
    divisor = quantity.scale if scale else 1
    if quantity.form is NumberForm.FRACTION:
        return f"{in_words(quantity.low * 100)}%"
    return _with_unit(
        in_words(quantity.low / divisor, min(quantity.step / divisor, Fraction(1, 100))) + scale, quantity
    )


def _with_unit(number: str, quantity: Quantity) -> str:
    if quantity.unit is None:
        return number
    if quantity.dimension is Dimension.SHARE:
        return f"{number}%"
    if quantity.dimension is Dimension.CURRENCY and len(quantity.unit.name) <= 3:
        return f"{quantity.unit.name}{number}"
    return f"{number} {quantity.unit.name}s"


RULE = Rule(
    code="FL702",
    name="change-mismatch",
    summary="A change, or a share given twice, does not follow from its numbers.",
    doc=__doc__,
    category=Category.NUMBER,
    severity=Severity.ERROR,
    confidence=Confidence.HIGH,
    check_article=_check,
    invalid=(
        Example("Output was up [[50%]] from 10 tons to 20 tons."),
        Example("Support rose [[5 points]] from 40% to 47%."),
        Example("The number of branches doubled from [[10 to 30]]."),
        Example("The index fell from 100 to 80, a [[30%]] drop."),
        Example("Turnout rose from [[45% in May to 38%]] in June."),
        Example("One in five, or [[25%]], said no."),
        Example("Two-thirds of them ([[60%]]) agreed."),
        Example("Of the boats, 12 of the 40 ([[20%]]) sank."),
        Example("The bill passed 52-45, a margin of [[nine]] votes."),
        Example("The storms killed 15 people over three years, an average of [[six]] a year."),
    ),
    valid=(
        Example("Output was up 100% from 10 tons to 20 tons."),
        Example("Support rose 7 points from 40% to 47%."),
        Example("Support rose 17.5% from 40% to 47%."),
        Example("The number of branches more than doubled from 10 to 30."),
        Example("Prices fell from 10 to 20 percent."),
        Example("The singer climbed from 20 to 10 in the charts."),
        Example("One in five, or 21%, said no."),
        Example("Ms. Ortega leads Mr. Paz 52% to 45%, an eight-point margin."),
        Example("Nearly half of them (47%) agreed."),
    ),
)
