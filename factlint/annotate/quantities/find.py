"""From prose to quantities: each number with its unit and its hedge, left to right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from factlint.annotate.quantities.guards import is_quantity
from factlint.annotate.quantities.hedges import hedge_after, hedge_before
from factlint.annotate.quantities.model import Dimension, Hedge, NumberForm, Quantity
from factlint.annotate.quantities.numerals import (
    DIGITS,
    FRACTION,
    VULGAR,
    WORDS,
    Numeral,
    read_digits,
    read_fraction,
    read_words,
)
from factlint.annotate.quantities.units import CURRENCY_SIGN, currency, read_rate, read_unit
from factlint.regex import regex
from factlint.text.span import Span

_NUMBER = regex(
    rf"(?P<sign>(?:(?i:minus|negative)[ ]"
    rf"|(?<![\w)%.-])-)?)(?P<money>(?:(?<!\w){CURRENCY_SIGN})?)(?:(?P<digits>(?<![\w.])(?<!\d[,:/]){DIGITS})|(?<![\w.])(?P<fraction>(?i:{FRACTION}))|(?<![\w.-])(?P<words>(?i:{WORDS}))|(?<![\w])(?P<vulgar>[{''.join(VULGAR)}]))"
)
_HALF_OF_ONE = regex(r"(?i:half)[ ]an?[ ]")
_HALF_SCALE = regex(r"(?i:half[ ]a)[ ](?P<scale>dozen|million|billion|trillion)(?!\w)")
_SCALE = {"dozen": 12, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# "a third of", "a quarter (24%)": but "a third man" is an ordinal and "a quarter mile" a length.
_IS_SHARE = regex(
    r"[ ]of\b|[ ]?[(,.;:]|[ ]?[–—]|[ ]-|[ ](?:said|say|think|believe|favor|oppose|support|were|are|have)\b"
)
_HALF_PREFIX = regex(
    r"-|[ ](?:brother|sister|time|hour|day|way|past|staff|mast|century|year|dead|empty|full)\b", re.IGNORECASE
)
_SINGULAR_PART = regex(r"(?i:an?)[ ](?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$")
_ONE_AS_PRONOUN = regex(r"\b(?i:no|any|every|this|that|each|which|some|the|another|only|just|by|than)[ ]$")
_METRES_FOLLOW = regex(
    r"[ ]?(?:[),.;:–—-]|$|(?:tall|high|long|wide|deep|below|above|away|by|of|from|in|to|and|or|x)\b)"
)


def find_numbers(prose: str, block: Span) -> Iterator[Quantity]:
    """The single quantities of a block, in order, not overlapping.

    Every match reads a bounded number of characters, so the time grows with the block's length.
    """
    reached = block.start
    for match in _NUMBER.finditer(prose, block.start, block.end):
        if match.start() < reached:
            continue
        quantity = _read(prose, match, block, reached)
        if quantity is not None:
            yield quantity
            reached = quantity.span.end


def _read(prose: str, match: re.Match[str], block: Span, floor: int) -> Quantity | None:
    if match["fraction"]:
        return _fraction(prose, match, block, floor)
    numeral = _numeral(prose, match, block.end)
    if numeral is None:
        return None
    unit = currency(match["money"]) if match["money"] else None
    end = numeral.end
    attributive = False
    if numeral.letter and unit is None and _is_metres(prose, match, numeral, block.end):
        numeral = Numeral(
            numeral.value / numeral.scale, numeral.step / numeral.scale, 1, end - 1, letter=False
        )
        end -= 1
    if unit is None:
        found = read_unit(prose, end, block.end)
        if found is not None:
            unit, end, gap = found
            attributive = "-" in gap
    rate = ""
    if unit is not None:
        rate, end = read_rate(prose, end, block.end)
    bare = unit is None and numeral.scale == 1
    start = match.start()
    if match["sign"] and (unit is None or unit.dimension is not Dimension.TEMPERATURE):
        start = match.end("sign")
    if not is_quantity(prose, start, end, max(block.start, floor - 2), bare=bare):
        return None
    if match["words"] and match["words"].lower() == "one" and bare:
        before = prose[max(block.start, start - 10) : start]
        if _ONE_AS_PRONOUN.search(before):
            return None
    negative = start == match.start() and bool(match["sign"])
    value = -numeral.value if negative else numeral.value
    quantity = Quantity(
        span=Span(start, end),
        extent=Span(start, end),
        low=value,
        high=value,
        step=numeral.step,
        unit=unit,
        scale=numeral.scale,
        rate=rate,
        attributive=attributive or prose[end : end + 1] == "-",
    )
    return _hedged(prose, quantity, block, floor)


def _numeral(prose: str, match: re.Match[str], limit: int) -> Numeral | None:
    if match["digits"]:
        # The match ends with the digits, for they are its last part.
        digits = re.compile(DIGITS).match(prose, match.start("digits"), limit)
        return read_digits(prose, digits, limit) if digits else None
    if match["vulgar"]:
        return Numeral(VULGAR[match["vulgar"]], Fraction(1, 4), 1, match.end())
    return read_words(re.compile(rf"(?i:{WORDS})").match(prose, match.start("words"), limit) or match)


def _is_metres(prose: str, match: re.Match[str], numeral: Numeral, limit: int) -> bool:
    """Whether the m of "1.8m" is metres, not millions."""
    if prose[numeral.end - 1] != "m" or numeral.scale != 10**6 or numeral.end - match.end() != 1:
        return False
    return _METRES_FOLLOW.match(prose, numeral.end, min(limit, numeral.end + 10)) is not None


def _fraction(prose: str, match: re.Match[str], block: Span, floor: int) -> Quantity | None:
    start, end = match.start("fraction"), match.end("fraction")
    words = match["fraction"]
    scaled = _HALF_SCALE.match(prose, start, block.end)
    if scaled is not None:
        scale = _SCALE[scaled["scale"].lower()]
        value, step, form, end = Fraction(scale, 2), Fraction(scale, 2), NumberForm.CARDINAL, scaled.end()
    else:
        if words.lower().endswith(" of"):
            end -= 3
        value, step, form, scale = read_fraction(words), Fraction(0), NumberForm.FRACTION, 1
        if words.lower().startswith("half") and (
            _HALF_PREFIX.match(prose, end, end + 12)
            or prose[max(floor, start - 4) : start].endswith(("and ", "-", "nd ", "st "))
        ):
            return None
    unit = None
    if form is NumberForm.FRACTION:
        whole = _HALF_OF_ONE.match(prose, start, block.end)
        found = read_unit(prose, whole.end() if whole else end, block.end)
        if found is not None:
            unit, end, _ = found
            form, step = NumberForm.CARDINAL, Fraction(1, 2)
        elif whole is not None or (
            _SINGULAR_PART.match(prose[start:end]) and not _IS_SHARE.match(prose, end, end + 12)
        ):
            return None
    quantity = Quantity(
        span=Span(start, end),
        extent=Span(start, end),
        low=value,
        high=value,
        step=step,
        unit=unit,
        form=form,
        scale=scale,
    )
    return _hedged(prose, quantity, block, floor)


def _hedged(prose: str, quantity: Quantity, block: Span, floor: int) -> Quantity:
    hedge, start = hedge_before(prose, quantity.span.start, max(block.start, floor))
    after, end = hedge_after(prose, quantity.span.end, block.end)
    if hedge is Hedge.NONE:
        hedge = after
    if hedge is Hedge.NONE and (start, end) == (quantity.span.start, quantity.span.end):
        return quantity
    return replace(quantity, hedge=hedge, extent=Span(start, end))
