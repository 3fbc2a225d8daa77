"""Two time expressions that copy joins to a stretch of time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from factlint.annotate.timex.lexicon import expand
from factlint.annotate.timex.model import Timex, TimexType
from factlint.regex import regex
from factlint.text.span import Span

_FLAGS = re.IGNORECASE | re.ASCII


class RangeForm(StrEnum):
    """How the two ends are joined."""

    FROM = "from"
    """from 2008 to 2012, from 1980 until 2012"""
    BETWEEN = "between"
    """between 2008 and 2012"""
    DASH = "dash"
    """2008-2012, June 9–12"""
    UNTIL = "until"
    """2008 through 2012, 2008 until 2012"""


class TimexRange(NamedTuple):
    """A stretch of time named by its two ends.

    Attributes:
        span: all its words, "from" or "between" included.
        begin, end: the end named first and the end named second.
        form: how they are joined.
    """

    span: Span
    begin: Timex
    end: Timex
    form: RangeForm


_FROM = regex(
    expand(r"\bfrom{_}(?:(?:about|around|roughly|early|late|the{_}year|at{_}least|as{_}early{_}as){_})?$"),
    _FLAGS,
)
_BETWEEN = regex(expand(r"\bbetween{_}(?:the{_}years{_})?(?:of{_})?$"), _FLAGS)
_TO = regex(
    expand(r",?{_}(?:to|until|till|through|thru|through{_}to|up{_}to|up{_}until){_}(?:at{_}least{_})?"),
    _FLAGS,
)
_AND = regex(expand(r",?{_}and{_}"), _FLAGS)
_DASH = regex(r"[-–]|--")
_SPACED_DASH = regex(r"[ ](?:[-–]|--)[ ]")
_UNTIL = regex(expand(r"{_}(?:until|till|through){_}"), _FLAGS)
# Within brackets a spaced dash joins: "(six volumes, 2009 – 2016)"; elsewhere it may begin an aside.
_BRACKET_OPEN = regex(r"\((?:[^()]{0,22}[,;:])?\s?$")
_BRACKET_GOES_ON = regex(r"\s?[),;]")
_REACH = 24


def find_ranges(prose: str, timexes: Sequence[Timex]) -> Iterator[TimexRange]:
    """The ranges among an article's time expressions, in order.

    Args:
        prose: the article's prose.
        timexes: its time expressions, in order.
    """
    for begin, end in pairwise(timexes):
        if begin.type is not TimexType.DATE or end.type is not TimexType.DATE:
            continue
        gap = end.span.start - begin.span.end
        if not 0 < gap <= _REACH:
            continue
        found = _form(prose, begin, end)
        if found is not None:
            form, start = found
            yield TimexRange(Span(start, end.span.end), begin, end, form)


def _form(prose: str, begin: Timex, end: Timex) -> tuple[RangeForm, int] | None:
    between = (begin.span.end, end.span.start)
    before = max(0, begin.span.start - _REACH)
    opener = _FROM.search(prose, before, begin.span.start)
    if opener is not None and (_TO.fullmatch(prose, *between) or _DASH.fullmatch(prose, *between)):
        return RangeForm.FROM, opener.start()
    opener = _BETWEEN.search(prose, before, begin.span.start)
    if opener is not None and _AND.fullmatch(prose, *between):
        return RangeForm.BETWEEN, opener.start()
    if _DASH.fullmatch(prose, *between):
        return RangeForm.DASH, begin.span.start
    parenthesised = _BRACKET_OPEN.search(prose, before, begin.span.start) and _BRACKET_GOES_ON.match(
        prose, end.span.end
    )
    if parenthesised and (_SPACED_DASH.fullmatch(prose, *between) or _TO.fullmatch(prose, *between)):
        return RangeForm.DASH, begin.span.start
    if _UNTIL.fullmatch(prose, *between):
        return RangeForm.UNTIL, begin.span.start
    return None
