"""Datelines: where, and often when, a story was filed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.dates.lexicon import MONTH_PATTERN, WEEKDAY_PATTERN
from factlint.dates.written import FULL_DATE_PATTERN, read_full_date
from factlint.document.article import Block, BlockKind, Dateline
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_LENGTH = 120
"""Code points; longer than the longest dateline of place, region, date and agency."""

_NAME = r"[A-Z][\w.'-]*"
_PLACE = rf"(?P<place>{_NAME}(?:[ /]{_NAME}){{0,4}})(?:,[ ]{_NAME}(?:[ ]{_NAME}){{0,2}})?"
_DATE = (
    rf"(?P<date>{FULL_DATE_PATTERN}"
    rf"|(?:{WEEKDAY_PATTERN},?\s+)?(?:{MONTH_PATTERN}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH_PATTERN})(?!\d))"
)
_AGENCY = r"(?P<agency>\([A-Z][\w .,&'/-]{1,40}\))"
_MARK = r"(?P<mark>\s*(?:—|–|--|:)\s*|\s+-\s+)"

# "Geneva 16 June, 2021:", "WASHINGTON (AP) —", "LONDON, Jan 5 (Reuters) -", "KABUL, Afghanistan —",
# "ATLANTA (CNN)". A hyphen or dash alone after a capitalised word also ends a clause, so without
# capitals, date or agency nothing counts as a dateline.
_DATELINE = regex(rf"{_PLACE}(?:,?[ ]{_DATE})?(?:,?[ ]?{_AGENCY})?(?:{_MARK}|(?<=[A-Z]\))[ ])")
_FULL_DATE = regex(FULL_DATE_PATTERN)
_BODY = (BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.HEADLINE)
_LOOK_AT = 4
# Labels in capitals that stand where a place would.
_LABELS = frozenset(
    {"FILE", "PHOTO", "FILE PHOTO", "UPDATE", "UPDATED", "WATCH", "BREAKING", "EXCLUSIVE", "OPINION"}
)


def find_dateline(prose: str, blocks: Sequence[Block]) -> Dateline | None:
    """The dateline of an article: at the start of one of its first paragraphs, else None."""
    for block in [block for block in blocks if block.kind in _BODY][:_LOOK_AT]:
        found = _match(prose, block.span)
        if found is not None:
            return found
    return None


def _match(prose: str, block: Span) -> Dateline | None:
    match = _DATELINE.match(prose, block.start, min(block.end, block.start + MAX_LENGTH))
    if match is None:
        return None
    place, date, agency = match.group("place", "date", "agency")
    if place in _LABELS:
        return None
    colon = (match.group("mark") or "").strip() == ":"
    in_capitals = place.isupper() and len(place) > 3
    if not (date or agency or (in_capitals and not colon)):
        return None
    if match.end() >= block.end:
        return None
    full = _FULL_DATE.fullmatch(date) if date else None
    return Dateline(
        span=Span(match.start(), match.end()),
        place=place,
        place_span=Span(*match.span("place")),
        date=read_full_date(date) if full and date else None,
    )
