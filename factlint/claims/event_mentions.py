"""The day that the copy gives an event which it calls by name: "Bastille Day, July 14"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factlint.annotate.timex.lexicon import expand
from factlint.annotate.timex.model import TimexType
from factlint.annotate.within import within
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.annotate.timex.model import Timex

_IS = (
    r"(?:(?:which|that){_})?(?:is|was|were|are|will{_}be|falls?|fell|will{_}fall|comes|came|takes{_}place|took{_}place"
    r"|happened|occurred|begins|began|opens|opened)(?:{_}(?:held|celebrated|marked|observed|set|scheduled))?"
)
_DATE_BEHIND = regex(
    expand(
        rf"(?:,?{{_}}{_IS}(?:{{_}}(?:on|in|for))?|{{_}}(?:on|in|of)|,(?:{{_}}on)?|{{_}}?\(|{{_}}?[—–-])?{{_}}?$"
    )
)
_DATE_BEFORE = regex(
    expand(
        rf"(?:,(?:{{_}}the)?|{{_}}?[—–-]|{{_}}{_IS}|['’]s|{{_}}(?:marks|marked))?{{_}}(?:the{{_}}|called{{_}})?$"
    )
)
_OTHER_DAY_BEFORE = regex(
    r"\b(?:before|after|ahead[ ]of|until|till|since|days?|weeks?|months?|hours?|eve[ ]of|following"
    r"|preceding|from|by|between|to|anniversary[ ]of|postponed|moved|observed)"
    r"(?:[ ](?:the|this|last|next|year['’]s))*[ ]$",
    re.IGNORECASE,
)
_OTHER_DAY_AFTER = regex(
    r"(?:['’]s)?[ ](?:eve|weekend|week|season|month|period|anniversary|holidays?)\b",
    re.IGNORECASE,
)
_MOVED = regex(
    r"\b(?:postpon\w+|moved|reschedul\w+|delay\w*|put[ ]off|brought[ ]forward|observed|instead|anniversary"
    r"|julian|orthodox|originally|cancel\w+|if)\b",
    re.IGNORECASE,
)
_LONGEST_GAP = 40
_REACH = 150
"""How far around an event words are looked for that say that it was moved, in code points."""


def days_given(annotations: Annotations, event: Span) -> Iterator[Timex]:
    """The dates that the copy gives an event, in its clause.

    None where the words speak of a day before or after it, or say that it was moved.

    Args:
        annotations: the article's layers.
        event: where the event's name stands.
    """
    prose, sentence = annotations.article.prose, annotations.sentence_at(event.start)
    left, right = max(sentence.start, event.start - _REACH), min(sentence.end, event.end + _REACH)
    near = [
        timex
        for timex in within(annotations.timexes, Span(left, max(left, right)))
        if timex.type is TimexType.DATE and not event.covers(timex.span)
    ]
    if (
        not near
        or _OTHER_DAY_BEFORE.search(prose, max(left, event.start - _LONGEST_GAP), event.start)
        or _OTHER_DAY_AFTER.match(prose, event.end, right)
        or _MOVED.search(prose, left, right)
    ):
        return
    for timex in near:
        if timex.span.overlaps(event):
            # "Good Friday, April 2": the name's last word is the date's first.
            yield timex
            continue
        behind = timex.span.start >= event.end
        gap = Span(event.end, timex.span.start) if behind else Span(timex.span.end, event.start)
        link = _DATE_BEHIND if behind else _DATE_BEFORE
        if len(gap) <= _LONGEST_GAP and link.match(prose[gap.start : gap.end]):
            yield timex
