"""Phrases that count the years between two times in words of their own: "35 years since the 1986 war"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factlint.annotate.timex.lexicon import expand, read_approximation, read_number, read_ordinal
from factlint.annotate.timex.model import Mod
from factlint.regex import regex
from factlint.text.span import Span


class YearCount(NamedTuple):
    """Words that count the years between two times.

    Attributes:
        span: the words, from the first to the last that the count or a year stands in.
        years: how many years they say.
        mod: how exactly they are meant.
        since: the earlier year.
        until: the later year; None where it is that of publication.
        anniversary: whether the number is that of an anniversary.
    """

    span: Span
    years: int
    mod: Mod | None
    since: int
    until: int | None
    anniversary: bool = False


_FLAGS = re.IGNORECASE | re.ASCII
_COUNT = r"(?:(?P<approximate>{approximate}){_})?(?P<count>{number}){_}(?P<unit>years?|decades?)"
_DAY = r"(?:{month}{_}\d{1,2},?{_})?"
_SINCE_YEAR = rf"since{{_}}(?:the{{_}})?{_DAY}(?P<since>{{year}})\b"
_EVENT = r"(?:{_}[\w'’-]{1,20}){0,4}"
_HAS_BEEN = regex(
    expand(rf"(?:\b(?:has|have)|\w['’]s){{_}}been{{_}}(?P<words>{_COUNT}{{_}}{_SINCE_YEAR})"),
    _FLAGS,
    needs=("since",),
)
_HAVE_PASSED = regex(
    expand(rf"\b(?P<words>{_COUNT}{{_}}(?:has|have){{_}}(?:passed|elapsed|gone{{_}}by){{_}}{_SINCE_YEAR})"),
    _FLAGS,
    needs=("since",),
)
_AFTER = regex(
    expand(
        rf"\b(?P<words>{_COUNT}{{_}}after{{_}}(?:(?:the|his|her|its|their){{_}})?{_DAY}(?P<since>{{year}})\b{_EVENT},"
        r"{_}in{_}(?P<until>{year}))\b"
    ),
    _FLAGS,
    needs=("after",),
)
_AFTER_BEHIND = regex(
    expand(
        rf"\bin{{_}}(?P<words>(?P<until>{{year}}),{{_}}{_COUNT}{{_}}after{{_}}(?:(?:the|his|her|its|their){{_}})?{_DAY}"
        r"(?P<since>{year}))\b"
    ),
    _FLAGS,
    needs=("after",),
)
_SPAN_OF = regex(
    expand(
        r"\b(?:between|from){_}(?P<words>(?P<since>{year}){_}(?:and|to|until){_}(?P<until>{year}),{_}"
        rf"an?{{_}}(?:span|period|stretch){{_}}of{{_}}{_COUNT})\b"
    ),
    _FLAGS,
    needs=("span", "period", "stretch"),
)
_FOUNDED = r"\b(?:founded|established|built|opened|launched|created|formed|completed){_}in{_}"
_ANNIVERSARY_OF = regex(
    expand(
        rf"(?P<words>{_FOUNDED}(?P<since>{{year}}),[^.;:\"“”()\d]{{1,80}}\b(?:its|their){{_}}(?P<ordinal>{{ordinal}}){{_}}(?:anniversary|birthday)"
        r"{_}(?:this{_}(?:year|week|month)|today))\b"
    ),
    _FLAGS,
    needs=("anniversary", "birthday"),
)
_OLD = regex(
    expand(
        rf"{_FOUNDED}(?P<words>(?P<since>{{year}}),[^.;:\"“”()\d]{{1,60}}\bis{{_}}now{{_}}{_COUNT}{{_}}old)\b"
    ),
    _FLAGS,
    needs=("old",),
)
_OLDER = regex(
    expand(
        r"\b(?P<words>(?P<count>{number}){_}(?P<unit>years?)(?P<approximate>){_}(?:older|younger|(?:his|her|their){_}(?:senior|junior)))\b"
    ),
    _FLAGS,
    needs=("older", "younger", "senior", "junior"),
)
_BORN_TWICE = regex(
    expand(
        r"\bborn\b[^.\d]{1,24}(?:\d{1,2},?{_})?(?P<first>{year})\b[^.\n]{0,80}?"
        r"(?:\bborn\b[^.\d]{1,24}(?:\d{1,2},?{_})?|,{_}(?:and{_})?(?:s?he|(?:his|her){_}\w{3,10}){_}in{_})(?P<second>{year})\b"
    ),
    _FLAGS,
    needs=("born",),
)
_YEAR = regex(r"\b(?:1[5-9]|20)\d{2}\b")


def count_years(prose: str, sentence: Span) -> Iterator[YearCount]:
    """The phrases of a sentence that count the years between two times, by kind."""
    if _YEAR.search(prose, sentence.start, sentence.end) is None:
        return
    for pattern in (_HAS_BEEN, _HAVE_PASSED, _AFTER, _AFTER_BEHIND, _SPAN_OF, _OLD):
        for match in pattern.finditer(prose, sentence.start, sentence.end):
            yield from _counted(match, match.groupdict().get("until"))
    for match in _ANNIVERSARY_OF.finditer(prose, sentence.start, sentence.end):
        number = read_ordinal(match["ordinal"])
        yield YearCount(Span(*match.span("words")), number, None, int(match["since"]), None, anniversary=True)
    yield from _difference_of_ages(prose, sentence)


def _counted(match: re.Match[str], until: str | None, since: str | None = None) -> Iterator[YearCount]:
    number = read_number(match["count"])
    if number is None or number != int(number):
        return
    years = int(number) * (10 if match["unit"].lower().startswith("decade") else 1)
    yield YearCount(
        Span(*match.span("words")),
        years,
        read_approximation(match["approximate"]),
        int(since or match["since"]),
        int(until) if until else None,
    )


def _difference_of_ages(prose: str, sentence: Span) -> Iterator[YearCount]:
    """The count of "eight years older" in a sentence that names two births and no other year."""
    births = _BORN_TWICE.search(prose, sentence.start, sentence.end)
    older = _OLDER.search(prose, sentence.start, sentence.end)
    if births is None or older is None:
        return
    if len(_YEAR.findall(prose, sentence.start, sentence.end)) == 2:
        first, second = sorted((births["first"], births["second"]))
        yield from _counted(older, second, first)
