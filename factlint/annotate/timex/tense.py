"""Whether the words around a time expression look back or ahead."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from factlint.regex import regex

if TYPE_CHECKING:
    from factlint.text.span import Span


class Tense(StrEnum):
    """The time that a clause speaks of, as far as its words show."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


_FUTURE = (
    r"will|won't|shall|'ll|wo|going to|set to|expected|scheduled|slated|due|upcoming|planned|plans?|planning|"
    r"looms|would|could|may|might|ahead of|prepares?|preparing|intends?|hopes?|vows?|coming|faces|starting|"
    r"beginning|is to|are to|next"
)
_PAST = (
    r"was|were|had|did|said|told|went|came|met|held|won|lost|took|gave|made|left|began|became|saw|wrote|got|"
    r"sent|ran|spoke|led|found|died|rose|fell|kept|put|set|shot|struck|hit|paid|bought|sold|built|brought|fought|"
    r"stood|sat|heard|knew|thought|felt|broke|chose|drew|drove|grew|threw|flew|signed|since|been|"
    r"[a-z]{2,20}ed"
)
_CUE = regex(rf"(?<![\w-])(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))(?![\w-])", re.IGNORECASE | re.ASCII)
_PASSIVE = regex(r"\b(?:be|to be|get)[ \n]+(?:\w+ly[ \n]+)?$", re.IGNORECASE | re.ASCII)
_WINDOW = 160


def tense_at(prose: str, sentence: Span, span: Span) -> Tense:
    """The tense of the clause around a time expression.

    The nearest cue before it decides ("said on Tuesday that it will": past), else the nearest
    after it ("On Tuesday, voters will"). A participle after "be" is no cue: "will be held".
    """
    left = max(sentence.start, span.start - _WINDOW)
    last: re.Match[str] | None = None
    for cue in _CUE.finditer(prose, left, span.start):
        if not (cue["past"] and _PASSIVE.search(prose, max(left, cue.start() - 30), cue.start())):
            last = cue
    if last is None:
        last = _CUE.search(prose, span.end, min(sentence.end, span.end + _WINDOW))
    if last is None:
        return Tense.UNKNOWN
    return Tense.FUTURE if last["future"] else Tense.PAST
