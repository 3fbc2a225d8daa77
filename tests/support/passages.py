"""Passages with the findings that a group of rules makes in them: YAML under ``fixtures/passages``."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import yaml

from factlint.api import check_text
from factlint.rulekit.rule import Category, Profile

FOLDER = Path(__file__).parents[2] / "fixtures" / "passages"

_MARKS = ("find", "miss", "alarm", "note")
_KEYS = frozenset({"text", "date", *_MARKS})


@dataclass(frozen=True, slots=True, order=True)
class Expected:
    """A finding: the rule's code and the words it reports."""

    code: str
    words: str

    @classmethod
    def parse(cls, written: str) -> Expected:
        """Read ``FL702 50%``."""
        code, _, words = written.partition(" ")
        return cls(code, words)


@dataclass(frozen=True, slots=True)
class Passage:
    """An article of a few sentences.

    Attributes:
        text: the article.
        find: errors that are found.
        miss: errors that are not found yet.
        alarm: findings that are no errors.
        note: what is found and only quoted, or somebody's claim.
        date: the publication date, None for an article that has none.
    """

    text: str
    find: tuple[Expected, ...] = ()
    miss: tuple[Expected, ...] = ()
    alarm: tuple[Expected, ...] = ()
    note: tuple[Expected, ...] = ()
    date: dt.date | None = None


def read_passages(name: str) -> list[Passage]:
    """The passages of a file.

    Raises:
        ValueError: an entry has an unknown key, or its words do not stand in its text.
    """
    passages = []
    for entry in yaml.safe_load((FOLDER / name).read_text(encoding="utf-8")):
        if unknown := set(entry) - _KEYS:
            raise ValueError(f"{name}: unknown keys {unknown} in {entry}")
        marks = {key: tuple(Expected.parse(item) for item in entry.get(key, ())) for key in _MARKS}
        for expected in (item for items in marks.values() for item in items):
            if expected.words not in entry["text"]:
                raise ValueError(f"{name}: {expected.words!r} does not stand in {entry['text']!r}")
        passages.append(Passage(entry["text"], **marks, date=entry.get("date")))
    return passages


def found_in(passage: Passage, category: Category = Category.NUMBER) -> list[Expected]:
    """What the rules of a category report in a passage as an error or a warning, sorted."""
    report = check_text(passage.text, select=[category], profile=Profile.PEDANTIC)
    return sorted(
        Expected(found.rule, found.words) for found in report.diagnostics if found.severity.value != "note"
    )
