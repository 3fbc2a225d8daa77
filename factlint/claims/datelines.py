"""The claim of a dateline that a story was filed on a day: "GENEVA, June 16 (Reuters) —"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.annotate.timex.model import Timex
from factlint.claims.base import Claim

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations


@dataclass(frozen=True, slots=True, kw_only=True)
class DatelineClaim(Claim):
    """The dateline names a day; ``timex`` is that day."""

    timex: Timex


def extract(annotations: Annotations) -> tuple[Claim, ...]:
    """The claim of the dateline, if it has one and names a day."""
    dateline = annotations.article.dateline
    if dateline is None:
        return ()
    return tuple(
        DatelineClaim(span=timex.span, sentence=annotations.sentence_at(timex.span.start), timex=timex)
        for timex in annotations.timexes
        if timex.span.overlaps(dateline.span) and timex.written.day is not None
    )[:1]
