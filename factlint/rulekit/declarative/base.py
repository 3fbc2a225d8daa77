"""What the declarative kinds of rules have in common."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from factlint.dates.partial import PartialDate
from factlint.rulekit.rule import Category, Evidence, Judgement, Missing

if TYPE_CHECKING:
    from factlint.rulekit.context import ArticleContext


class FieldType(StrEnum):
    """What a field of an entry holds, with the type of the value that a kind is given."""

    TEXT = "text"
    """One line of words: ``str``."""
    CHOICE = "choice"
    """One of the field's choices: ``str``."""
    PHRASES = "phrases"
    """A phrase or several, each beginning with a letter or digit: ``tuple[str, ...]``."""
    DATE = "date"
    """``2021``, ``2021-01`` or ``2021-01-26``: ``PartialDate``."""
    NUMBER = "number"
    """A number: ``Fraction``."""
    COUNT = "count"
    """A whole number from 1: ``int``."""
    RECORDS = "records"
    """A mapping or several, with the field's own fields: ``tuple[Mapping[str, Any], ...]``."""


@dataclass(frozen=True)
class Field:
    """A field of an entry.

    Attributes:
        help: what it means, one sentence.
        type: what it holds.
        required: whether every entry must have it.
        choices: the words that a ``CHOICE`` may be.
        fields: the fields of each of its ``RECORDS``.
        shorthand: the one of these fields that a bare text gives, empty where a text will not do.
    """

    help: str
    type: FieldType = FieldType.PHRASES
    required: bool = False
    choices: tuple[str, ...] = ()
    fields: Mapping[str, Field] = field(default_factory=dict)
    shorthand: str = ""


class FieldError(Exception):
    """A value of an entry makes no sense.

    Attributes:
        field: the field that holds it, empty for the entry as a whole.
        message: what is wrong.
        hint: what to do.
    """

    def __init__(self, field: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.field = field
        self.message = message
        self.hint = hint


@dataclass(frozen=True)
class Period:
    """A time from and until some days, each as precise as it is known.

    Attributes:
        start: its beginning, None for always so far.
        end: the last of it, None for no end.
    """

    start: PartialDate | None = None
    end: PartialDate | None = None

    @property
    def is_open(self) -> bool:
        """Whether it has neither beginning nor end, so that no date is needed to judge by it."""
        return self.start is None and self.end is None

    def may_hold(self, day: dt.date | None) -> bool:
        """Whether the day may be in it; a day that is not known may be in any."""
        if day is None:
            return True
        return (self.start is None or day >= self.start.earliest) and (
            self.end is None or day <= self.end.latest
        )

    def __str__(self) -> str:
        """In words, with a space before them; empty where it is open."""
        start = f" from {self.start.in_words()}" if self.start else ""
        return f"{start} until {self.end.in_words()}" if self.end else start


@dataclass(frozen=True)
class Terms:
    """What an entry says about its own findings.

    Attributes:
        period: the publication dates of copy for which it holds.
        message: what to say in place of the kind's own message.
        note: the reason, added to the message.
        source: where the fact comes from, or else where the entry stands.
    """

    period: Period = field(default_factory=Period)
    message: str = ""
    note: str = ""
    source: str = ""

    def said(self, otherwise: str) -> str:
        """The message of a finding, ``otherwise`` where the entry has none of its own."""
        return (self.message or otherwise) + (f" ({self.note})" if self.note else "")

    def evidence(self, text: str, source: str = "") -> Evidence:
        """The evidence of a finding, with its own source or else the entry's."""
        return Evidence(text, source=source or self.source)


@dataclass(frozen=True, kw_only=True)
class DeclaredCheck(ABC):
    """An entry as a check of articles.

    Attributes:
        terms: what it says about its own findings.
    """

    terms: Terms = field(default_factory=Terms)

    @abstractmethod
    def judge(self, context: ArticleContext) -> Iterator[Judgement]:
        """The verdict on each place of an article that the entry speaks of."""

    def __call__(self, context: ArticleContext) -> Iterator[Judgement]:
        """The same, as far as the entry holds on the day of publication."""
        period = self.terms.period
        if not period.is_open and context.published is None:
            for _ in self.judge(context):
                yield Judgement.unknown(Missing.PUBLICATION_DATE)
        elif period.may_hold(context.published):
            yield from self.judge(context)


@dataclass(frozen=True)
class Kind:
    """A kind of declarative rule.

    Attributes:
        name: the value of an entry's ``kind``.
        summary: what rules of the kind find, one sentence.
        doc: what they find and what they leave alone.
        category: of the rules; an entry cannot change it.
        fields: those that only entries of this kind have.
        build: makes the check from an entry's values by field, those it does not have left out, and its
            terms; raises FieldError where they make no sense.
        slip_of_form: as in ``Rule``.
    """

    name: str
    summary: str
    doc: str
    category: Category
    fields: Mapping[str, Field]
    build: Callable[[Mapping[str, Any], Terms], DeclaredCheck]
    slip_of_form: bool = False


CASE = Field(
    "Whether capitals count: any (the default) or exact.", FieldType.CHOICE, choices=("any", "exact")
)
"""The field ``case``, which several kinds have."""
