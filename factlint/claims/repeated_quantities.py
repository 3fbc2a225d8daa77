"""Pairs of places in an article that must give the same number."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from factlint.claims.base import Claim
from factlint.claims.designations import designation_pairs
from factlint.claims.number_slips import Slip
from factlint.claims.quantities import QuantityClaim, quantity_claims
from factlint.claims.repeated_counts import VAGUE_NOUNS, named_pairs, reference_pairs
from factlint.claims.repeated_phrases import duration_claims, phrase_pairs
from factlint.claims.slipped_quantities import slipped_pairs
from factlint.claims.sourced_counts import sourced_pairs
from factlint.document.article import BlockKind
from factlint.regex import regex

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


class Sameness(StrEnum):
    """Why two places must give the same number."""

    HEADLINE = "the headline and the text tell the same thing"
    PHRASE = "the two numbers stand in the same words"
    SCALE = "the two numbers differ in nothing but million and billion"
    DIGITS = "the two numbers differ in nothing but a slip of digits"
    SENTENCE = "the two sentences say the same"
    NAMED = "the two sentences count the same things and name the same"
    NAME = "the number is a name, and the two differ in nothing but a slip of digits"
    SOURCES = "two sources count the same things"
    REFERENCE = "the text speaks of the same things again"


MOST_PEERS = 400
"""Each pair is weighed against the article's other numbers: without end, a file of numbers would take the
square of the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatedQuantityClaim(Claim):
    """The copy gives one number in two places.

    Attributes:
        first: where it stands first.
        second: where it stands again.
        sameness: why the two must agree.
        peers: the numbers of the article of the same unit, these two included; the first ``MOST_PEERS``
            of them, which no story reaches.
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
        *((first, second, Sameness.PHRASE) for first, second in phrase_pairs(annotations, claims)),
        *((first, second, _SLIPS[slip]) for first, second, slip in slipped_pairs(claims)),
        *_sentence_pairs(in_text),
        *((first, second, Sameness.NAME) for first, second in designation_pairs(annotations)),
        *((first, second, Sameness.REFERENCE) for first, second in reference_pairs(in_text)),
        *((first, second, Sameness.NAMED) for first, second in named_pairs(in_text)),
        *((first, second, Sameness.SOURCES) for first, second in sourced_pairs(annotations, in_text)),
    ]
    peers: dict[object, list[QuantityClaim]] = defaultdict(list)
    of_pairs = (claim for pair in pairs for claim in pair[:2])
    for claim in {one.span: one for one in (*claims, *duration_claims(annotations), *of_pairs)}.values():
        peers[claim.quantity.unit].append(claim)
    by_unit = {unit: tuple(group[:MOST_PEERS]) for unit, group in peers.items()}
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


_HERE_ARE = regex(r"\bhere\sare\s(?:the\s)?$", re.IGNORECASE)
_SLIPS = {Slip.SCALE: Sameness.SCALE, Slip.TRANSPOSED: Sameness.DIGITS, Slip.DIGIT: Sameness.DIGITS}

_Pair = tuple[QuantityClaim, QuantityClaim, Sameness]


def _headline_pairs(annotations: Annotations, claims: Sequence[QuantityClaim]) -> Iterator[_Pair]:
    blocks = annotations.article.blocks
    paragraphs = [block.span for block in blocks if block.kind is BlockKind.PARAGRAPH][:LEAD_PARAGRAPHS]
    headline = [claim for claim in claims if _in_headline(annotations, claim)]
    lead = [claim for claim in claims if any(paragraph.covers(claim.span) for paragraph in paragraphs)]
    for first in headline:
        yield from (
            (first, second, Sameness.HEADLINE) for second in claims if _is_list_of(annotations, first, second)
        )
        alike = [second for second in lead if _alike(first, second)]
        if len(alike) == 1 and sum(_alike(other, alike[0]) for other in headline) == 1:
            yield first, alike[0], Sameness.HEADLINE


def _distinct(pairs: Sequence[_Pair]) -> list[_Pair]:
    """The pairs in order of their second places; of several one of unlike numbers, with the first reason.

    Two sources come before all: what they say is no conflict of the copy.
    """
    kept: dict[Span, _Pair] = {}
    for pair in sorted(pairs, key=_rank):
        kept.setdefault(pair[1].span, pair)
    return [kept[span] for span in sorted(kept)]


def _rank(pair: _Pair) -> tuple[bool, bool]:
    first, second, sameness = pair
    return sameness is not Sameness.SOURCES, first.quantity.low == second.quantity.low


def _in_headline(annotations: Annotations, claim: QuantityClaim) -> bool:
    first = annotations.article.blocks[0]
    return first.kind is BlockKind.HEADLINE and first.span.covers(claim.span)


def _is_list_of(annotations: Annotations, first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether the text announces the list that the headline promises: "5 takeaways", "Here are five ..."."""
    start = second.quantity.extent.start
    before = annotations.article.prose[max(0, start - 14) : start]
    return (
        first.quantity.is_count and first.counted == second.counted != "" and bool(_HERE_ARE.search(before))
    )


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
        same = first.counted == second.counted and first.counted not in VAGUE_NOUNS
        return bool(first.counted) and same and len(shared) >= SHARED_WORDS
    return len(shared) > SHARED_WORDS


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
