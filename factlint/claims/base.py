"""What every claim has."""

from __future__ import annotations

from dataclasses import dataclass

from factlint.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something the copy says that could be refuted.

    Attributes:
        span: the words that make the claim; a finding about it points here by default.
        sentence: the sentence it stands in.
        quoted: whether it stands inside quotation marks.
        reported: whether the copy reports that somebody says it.
    """

    span: Span
    sentence: Span
    quoted: bool = False
    reported: bool = False
