"""Articles and their time expressions, for the tests of this folder."""

from __future__ import annotations

import datetime as dt

from factlint.annotate.sentences import split_sentences
from factlint.annotate.timex import Timex, find_timexes
from factlint.document.article import Article
from factlint.document.read import read_article
from factlint.text.source import SourceText

WEDNESDAY = dt.date(2021, 6, 16)


def article(text: str, date: dt.date | None = WEDNESDAY) -> Article:
    return read_article(SourceText("story.txt", text), date=date)


def timexes(text: str, date: dt.date | None = WEDNESDAY) -> tuple[Timex, ...]:
    story = article(text, date)
    return find_timexes(story, split_sentences(story))


def values(text: str, date: dt.date | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(timex.span.of(text), timex.value) for timex in timexes(text, date)]
