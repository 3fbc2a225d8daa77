"""Pairs of places in an article that must give the same number."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from factlint.annotate.quantities import Hedge
from factlint.claims.base import Claim
from factlint.claims.quantities import QuantityClaim, quantity_claims
from factlint.document.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.annotate.layers import Annotations
    from factlint.text.span import Span

LEAD_PARAGRAPHS = 2
"""How many paragraphs tell what the headline announces."""

SHARED_WORDS = 2
"""How many words of meaning a headline and a lead sentence must share to tell the same thing."""

SAME_WORDS = 60
"""How much, in percent, of the shorter sentence's words of meaning the longer one must have."""

NEIGHBOURS = 12
"""With how many numbers of its kind before it a number is compared."""

_VAGUE_NOUNS = frozenset(
    "thing reason way question takeaway lesson fact key step point problem issue challenge story part side "
    "case time".split()
)
"""Nouns of which one story counts several kinds."""

SLIP = 1000
"""The ratio of million to billion, and of billion to trillion."""


class Sameness(StrEnum):
    """Why two places must give the same number."""

    HEADLINE = "the headline and the text tell the same thing"
    SCALE = "the two numbers differ in nothing but million and billion"
    SENTENCE = "the two sentences say the same"
    REFERENCE = "the text speaks of the same things again"


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatedQuantityClaim(Claim):
    """The copy gives one number in two places.

    Attributes:
        first: where it stands first.
        second: where it stands again.
        sameness: why the two must agree.
        peers: all numbers of the article of the same unit, these two included.
    """

    first: QuantityClaim
    second: QuantityClaim
    sameness: Sameness
    peers: tuple[QuantityClaim, ...]


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """All pairs, in order of their second places."""
    claims = annotations.derived(quantity_claims)
    in_text = [claim for claim in claims if not _in_headline(annotations, claim)]
    pairs = [
        *_headline_pairs(annotations, claims),
        *_scale_pairs(claims),
        *_sentence_pairs(in_text),
        *_references(in_text),
    ]
    peers: dict[object, list[QuantityClaim]] = defaultdict(list)
    for claim in claims:
        peers[claim.quantity.unit].append(claim)
    by_unit = {unit: tuple(group) for unit, group in peers.items()}
    return tuple(
        RepeatedQuantityClaim(
            span=second.span,
            sentence=second.sentence,
            quoted=first.quoted or second.quoted,
            first=first,
            second=second,
            sameness=sameness,
            peers=by_unit[second.quantity.unit],
        )
        for first, second, sameness in _distinct(pairs)
    )


_Pair = tuple[QuantityClaim, QuantityClaim, Sameness]


def _headline_pairs(annotations: Annotations, claims: Sequence[QuantityClaim]) -> Iterator[_Pair]:
    blocks = annotations.article.blocks
    paragraphs = [block.span for block in blocks if block.kind is BlockKind.PARAGRAPH][:LEAD_PARAGRAPHS]
    headline = [claim for claim in claims if _in_headline(annotations, claim)]
    lead = [claim for claim in claims if any(paragraph.covers(claim.span) for paragraph in paragraphs)]
    for first in headline:
        alike = [second for second in lead if _alike(first, second)]
        if len(alike) == 1 and sum(_alike(other, alike[0]) for other in headline) == 1:
            yield first, alike[0], Sameness.HEADLINE


def _distinct(pairs: Sequence[_Pair]) -> list[_Pair]:
    """The pairs in order of their second places, the first reason kept where there are several."""
    kept: dict[Span, _Pair] = {}
    for pair in pairs:
        kept.setdefault(pair[1].span, pair)
    return [kept[span] for span in sorted(kept)]


def _references(claims: Sequence[QuantityClaim]) -> Iterator[_Pair]:
    """Numbers of things named before: "the five judges", where one number of judges stands before it."""
    named: dict[tuple[object, ...], list[QuantityClaim]] = defaultdict(list)
    for claim in claims:
        quantity = claim.quantity
        if not quantity.is_count or not claim.counted or claim.counted in _VAGUE_NOUNS or quantity.low < 2:
            continue
        what = (claim.counted, claim.modifiers)
        before = named[what]
        exact = not claim.is_update and quantity.hedge is Hedge.NONE
        if exact and claim.is_definite and not claim.is_part and before:
            first = before[-1]
            if first.sentence != claim.sentence and len({other.quantity.low for other in before}) == 1:
                yield first, claim, Sameness.REFERENCE
        # Only the last few count: one number is wanted, and two are enough to know that there are more.
        named[what] = [*before[-NEIGHBOURS:], claim]


def _in_headline(annotations: Annotations, claim: QuantityClaim) -> bool:
    first = annotations.article.blocks[0]
    return first.kind is BlockKind.HEADLINE and first.span.covers(claim.span)


def _alike(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether a number of the headline and one of the lead count the same things."""
    one, other = first.quantity, second.quantity
    if one.unit != other.unit or one.rate != other.rate or one.form is not other.form:
        return False
    if first.is_part or second.is_part or first.is_update or second.is_update:
        return False
    if first.event or second.event:
        return first.event == second.event
    shared = first.context & second.context
    if one.dimension is None:
        same = first.counted == second.counted and first.counted not in _VAGUE_NOUNS
        return bool(first.counted) and same and len(shared) >= SHARED_WORDS
    return len(shared) > SHARED_WORDS


def _scale_pairs(claims: Sequence[QuantityClaim]) -> Iterator[_Pair]:
    by_digits: dict[tuple[Fraction, object], list[QuantityClaim]] = defaultdict(list)
    for claim in claims:
        quantity = claim.quantity
        if quantity.scale >= SLIP * SLIP and quantity.low > 0 and not quantity.is_range:
            by_digits[quantity.low / quantity.scale, quantity.unit].append(claim)
    for (digits, _), group in by_digits.items():
        for first, second in pairwise(group):
            ratio = second.quantity.low / first.quantity.low
            if ratio in (SLIP, Fraction(1, SLIP)) and _one_thing(first, second, digits):
                yield first, second, Sameness.SCALE


def _one_thing(first: QuantityClaim, second: QuantityClaim, digits: Fraction) -> bool:
    if first.sentence == second.sentence or first.counted != second.counted:
        return False
    shared = len((first.context & second.context) - {first.counted})
    precise = digits.denominator != 1 or digits >= 100
    if first.counted:
        return shared >= (1 if precise else SHARED_WORDS)
    return precise and shared > SHARED_WORDS


def _sentence_pairs(claims: Sequence[QuantityClaim]) -> Iterator[_Pair]:
    by_thing: dict[tuple[object, ...], list[QuantityClaim]] = defaultdict(list)
    for claim in claims:
        quantity = claim.quantity
        if claim.counted or claim.event or quantity.unit is not None:
            what = claim.event or (claim.counted, claim.modifiers)
            by_thing[what, quantity.unit, quantity.form, quantity.rate].append(claim)
    for group in by_thing.values():
        for rank, second in enumerate(group):
            for first in group[max(0, rank - NEIGHBOURS) : rank]:
                if first.sentence != second.sentence and (
                    _repeats(first, second) or _say_the_same(first, second)
                ):
                    yield first, second, Sameness.SENTENCE


def _repeats(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether the two sentences are the same but for their numbers, as a caption printed twice is."""
    same = first.context == second.context and first.names == second.names and first.times == second.times
    return same and len(first.context) >= 5 and first.quantity.hedge is second.quantity.hedge


def _say_the_same(first: QuantityClaim, second: QuantityClaim) -> bool:
    if not (first.counted or first.event):
        return False
    if first.is_part or second.is_part or first.is_update or second.is_update:
        return False
    if set(first.times) ^ set(second.times) and first.times and second.times:
        return False
    if first.names - second.names and second.names - first.names:
        return False
    shared = len(first.context & second.context)
    shorter = min(len(first.context), len(second.context))
    particular = bool(first.event or first.modifiers or first.quantity.unit)
    return shared >= (4 if particular else 6) and shared * 100 >= shorter * SAME_WORDS
