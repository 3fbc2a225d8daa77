"""Days on which something is said to have been or to be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.annotate.timex.model import Timex, TimexType
from factlint.annotate.timex.tense import Tense, tense_at
from factlint.crossing.clauses import clause_around, head_after
from factlint.crossing.records import DayRecord
from factlint.regex import regex

if TYPE_CHECKING:
    import datetime as dt

    from factlint.annotate.layers import Annotations
    from factlint.crossing.reading.sentences import SentenceTable
    from factlint.text.span import Span


LONGEST = 1000
"""So much of a sentence is looked at for a time zone."""

_LATE = regex(r"\b(?:late|night|evening|midnight)\b", re.IGNORECASE)
_EARLY = regex(r"\b(?:early|morning|dawn|overnight|small hours)\b", re.IGNORECASE)
_ZONE = regex(r"\b(?:[Ll]ocal|[A-Z][a-z]+) time\b|\b(?:GMT|UTC|[ECMP][SD]?T|CET|CEST|BST|IST|JST)\b")
_PRESENT = regex(
    r"\b(?:votes?|meets?|opens?|begins?|starts?|leaves?|decides?|speaks?|returns?|holds?|faces?|travels?|arrives?"
    r"|ends?|resumes?|hears?|plays?|visits?|rules?|expires?|is|are|to [a-z]+)"
    r"\b(?:[ \n][\w'-]+){0,6}[ \n](?:on[ \n])?$"
)


def read_days(annotations: Annotations, sentences: SentenceTable) -> tuple[DayRecord, ...]:
    """The days that the copy names, outside the dateline, in order."""
    dateline = annotations.article.dateline
    return tuple(
        _record(timex, day, annotations, sentences)
        for timex in annotations.timexes
        if (day := _day(timex)) is not None and not (dateline and dateline.span.overlaps(timex.span))
    )


def _day(timex: Timex) -> dt.date | None:
    if timex.type not in (TimexType.DATE, TimexType.TIME) or timex.mod is not None:
        return None
    date = timex.date
    return date.earliest if date is not None and date.precision == "day" else None


def _record(timex: Timex, day: dt.date, annotations: Annotations, sentences: SentenceTable) -> DayRecord:
    prose = annotations.article.prose
    sentence = annotations.sentence_at(timex.span.start)
    clause = clause_around(prose, sentence, timex.span)
    return DayRecord(
        place=sentences.place(timex.span),
        words=timex.span.of(prose),
        sentence=sentences.index(sentence),
        day=day,
        head=head_after(prose, timex.span, sentence.end),
        verb=clause.verb,
        near=clause.terms,
        names=clause.names,
        part=_part(prose, timex.span),
        zoned=_ZONE.search(prose, sentence.start, min(sentence.end, sentence.start + LONGEST)) is not None,
        future=_is_future(day, annotations, timex, clause.span),
        quoted=annotations.is_quoted(timex.span),
    )


def _part(prose: str, words: Span) -> str:
    """Whether the copy speaks of the late or the early hours of a day: "late on Tuesday", "Tuesday night"."""
    around = prose[max(0, words.start - 9) : words.end + 9]
    if _LATE.search(around):
        return "late"
    return "early" if _EARLY.search(around) else ""


def _is_future(day: dt.date, annotations: Annotations, timex: Timex, clause: Span) -> bool:
    """Whether the day was to come; without a publication date the words around it say so."""
    prose, published = annotations.article.prose, annotations.article.published
    bare = timex.written.weekday is not None and timex.written.day is None
    # "The council votes on Friday" is read as the last Friday where no verb in the past says which.
    if bare and _PRESENT.search(prose, clause.start, timex.span.start):
        return True
    if published is not None:
        return day > published.date
    sentence = annotations.sentence_at(timex.span.start)
    return tense_at(prose, sentence, timex.span) is Tense.FUTURE
