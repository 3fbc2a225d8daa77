"""Rules on who holds an office."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.annotate.phrases import PhraseMention, Phrases
from factlint.claims.appositions import Named, in_longer_name, is_qualified, named_beside
from factlint.claims.present import speaks_of_the_past
from factlint.claims.reported import is_reported
from factlint.dates.partial import PartialDate
from factlint.rulekit.declarative.base import DeclaredCheck, Field, FieldType, Kind, Period, Terms
from factlint.rulekit.declarative.people import Likeness, Match, Person, compare
from factlint.rulekit.rule import Category, Finding, Fix, Judgement, Missing, Severity
from factlint.text.span import Span

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.rulekit.context import ArticleContext


@dataclass(frozen=True)
class Office:
    """An office with those who hold and held it.

    Attributes:
        phrases: how copy calls it, with its place.
        holders: who holds it, and when.
    """

    phrases: tuple[str, ...]
    holders: tuple[Person, ...]

    @cached_property
    def index(self) -> Phrases:
        """The phrases, to look for."""
        return Phrases(self.phrases)

    def of(self, day: dt.date | None) -> tuple[Person, ...]:
        """Who may have held it on a day; all of whom that may be said where the day is not known."""
        return tuple(person for person in self.holders if person.period.may_hold(day))

    @property
    def needs_day(self) -> bool:
        """Whether it hangs on the day who holds it."""
        return any(not person.period.is_open for person in self.holders)


class Titled(NamedTuple):
    """Somebody whom the copy gives an office: the office's words and the name."""

    office: PhraseMention
    name: Named

    @property
    def span(self) -> Span:
        """The title and the name, with what stands between."""
        return self.office.span.join(self.name.span)


def titled(annotations: Annotations, office: Office) -> Iterator[Titled]:
    """Those to whom an article gives an office as held: not as "former", "-elect" or candidates for it."""
    for mention in office.index.find(annotations):
        if not is_qualified(annotations, mention.span) and not in_longer_name(annotations, mention.span):
            name = named_beside(annotations, mention.span)
            if name is not None:
                yield Titled(mention, name)


@dataclass(frozen=True, kw_only=True)
class OfficeHolderCheck(DeclaredCheck):
    """Judges whom the copy gives an office.

    Attributes:
        offices: with their holders.
        full_names: whether to report full names that are misspelt.
    """

    offices: tuple[Office, ...]
    full_names: bool = True

    def judge(self, context: ArticleContext) -> Iterator[Judgement]:
        """The verdict on each name with one of the offices."""
        for office in self.offices:
            for found in titled(context.annotations, office):
                yield self._verdict(found, office, context)

    def _verdict(self, found: Titled, office: Office, context: ArticleContext) -> Judgement:
        day, annotations = context.published, context.annotations
        if office.needs_day and day is None:
            return Judgement.unknown(Missing.PUBLICATION_DATE)
        holders = office.of(day)
        if not holders:
            return Judgement.unknown(Missing.KNOWLEDGE)
        match = compare(found.name.parts, holders)
        if match.likeness is Likeness.SAME:
            return Judgement.supported()
        if match.likeness is Likeness.UNSURE or (
            match.likeness is Likeness.OTHER and _may_be_no_name(found, context)
        ):
            return Judgement.unknown(Missing.CONTEXT)
        if match.likeness is Likeness.MISSPELT and not self.full_names and len(found.name.parts) > 1:
            return Judgement.supported()
        if day is not None and speaks_of_the_past(annotations, found.span, found.name.run.sentence):
            return Judgement.unknown(Missing.YEAR)
        finding = self._finding(found, match, holders, day if office.needs_day else None)
        if is_reported(annotations, found.span, found.name.run.sentence):
            finding = replace(finding, severity=Severity.NOTE)
        return Judgement.refuted(finding)

    def _finding(
        self, found: Titled, match: Match, holders: tuple[Person, ...], day: dt.date | None
    ) -> Finding:
        words, written = found.office.words, found.name.text
        right = " or ".join(person.name for person in holders)
        when = f"was {words} on {PartialDate.of(day).in_words()}" if day else f"is {words}"
        said, fix = f"{right} {when}, not {written}", None
        if match.part is not None and match.person is not None:
            said = f"{written} is {match.person.name} misspelt"
            fix = Fix(match.part.span, match.right)
        return Finding(
            span=found.name.span,
            message=self.terms.said(said),
            subject=f"{found.office.phrase}: {written}",
            evidence=tuple(
                self.terms.evidence(f"{found.office.phrase}: {person.name}{person.period}", person.source)
                for person in holders
            ),
            fix=fix,
        )


def _may_be_no_name(found: Titled, context: ArticleContext) -> bool:
    """Whether the capitals are those of a headline, or of the rest of a place: "mayor of Lakeside Park"."""
    run, title = found.name.run, found.office.words.split()
    directly = 0 < found.name.span.start - found.office.span.end <= 1 and title[-1][:1].isupper()
    return (
        run.title_case
        or run.shouted
        or (directly and len(title) > 1 and title[-2].islower() and _has_plain_word(found.name, context))
    )


def _has_plain_word(name: Named, context: ArticleContext) -> bool:
    return any(context.kb.is_word(part.text.lower()) for part in name.parts)


HOLDER_FIELDS: Mapping[str, Field] = {
    "name": Field("The usual name.", FieldType.TEXT, required=True),
    "also": Field("Other right names and spellings."),
    "from": Field("The first day, month or year in office.", FieldType.DATE),
    "until": Field("The last day, month or year in office.", FieldType.DATE),
    "source": Field("Where that is said.", FieldType.TEXT),
}
"""The fields of a holder."""

OFFICE_FIELDS: Mapping[str, Field] = {
    "office": Field("How copy calls the office, with its place; capitals do not count.", required=True),
    "holders": Field(
        "Who holds it, and who held it when.",
        FieldType.RECORDS,
        required=True,
        fields=HOLDER_FIELDS,
        shorthand="name",
    ),
}
"""The fields that say who holds an office."""


def person_of(values: Mapping[str, Any]) -> Person:
    """Somebody, from the values of ``HOLDER_FIELDS``."""
    period = Period(values.get("from"), values.get("until"))
    return Person(values["name"], values.get("also", ()), period, values.get("source", ""))


def office_of(values: Mapping[str, Any]) -> Office:
    """An office, from the values of ``OFFICE_FIELDS``."""
    return Office(values["office"], tuple(map(person_of, values["holders"])))


def _build(values: Mapping[str, Any], terms: Terms) -> OfficeHolderCheck:
    return OfficeHolderCheck(terms=terms, offices=(office_of(values),))


KIND = Kind(
    name="office-holder",
    summary="Somebody is given an office that another person holds.",
    doc="""\
Finds another person named with the office at the time of publication, and the holder's name misspelt. The
name stands directly behind the title, or in apposition to it: "Springfield Mayor Joe Quimby", "the mayor of
Springfield, Joe Quimby, said", "Joe Quimby, the mayor of Springfield".

Left alone: "former", "then-", "acting" and "deputy" holders, candidates and "-elect", a single word that is
no holder's surname, short forms of given names, sentences that speak of another time, headlines that
capitalise their words, and times of which the entry names no holder.""",
    category=Category.OFFICE,
    fields=OFFICE_FIELDS,
    build=_build,
)
"""What an entry of the kind says."""
