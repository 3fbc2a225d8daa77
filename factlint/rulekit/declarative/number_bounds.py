"""Rules on how large a number can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from factlint.annotate.phrases import PhraseMention, Phrases, beside, within_words
from factlint.annotate.quantities import Quantity, quantities
from factlint.annotate.quantities.model import DOWNWARD, UPWARD
from factlint.annotate.quantities.units import SYMBOLS, WORDS
from factlint.annotate.within import within
from factlint.rulekit.declarative.base import CASE, DeclaredCheck, Field, FieldError, FieldType, Kind, Terms
from factlint.rulekit.rule import Category, Finding, Judgement

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.rulekit.context import ArticleContext
    from factlint.text.span import Span

NEAR = 8
"""How many words may stand between a number and the words beside it, where the entry does not say."""

_MODIFIERS = 2
"""How many words may stand between a number and what it counts: "41 elected local councillors"."""


@dataclass(frozen=True, kw_only=True)
class NumberBoundsCheck(DeclaredCheck):
    """Judges numbers of a kind by what they can be.

    Attributes:
        low: the least that is possible, None for no limit.
        high: the most that is possible, None for no limit.
        unit: the name of their unit, as ``percent``; empty for any or none.
        of: what they count; empty for anything.
        beside: words of which one must stand near the number; empty for none.
        near: how many words may stand between.
        unless: phrases in whose sentence no number is judged.
        exact: whether capitals count.
    """

    low: Fraction | None
    high: Fraction | None
    unit: str = ""
    of: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    near: int = NEAR
    unless: tuple[str, ...] = ()
    exact: bool = False

    @cached_property
    def _lists(self) -> tuple[Phrases, Phrases, Phrases]:
        return (
            Phrases(self.of, self.exact),
            Phrases(self.beside, self.exact),
            Phrases(self.unless, self.exact),
        )

    def judge(self, context: ArticleContext) -> Iterator[Judgement]:
        """The verdict on each number that the entry speaks of."""
        annotations = context.annotations
        counted, near, exceptions = (phrases.find(annotations) for phrases in self._lists)
        if (self.of and not counted) or (self.beside and not near):
            return
        for quantity in quantities(annotations):
            span, sentence = quantity.span, annotations.sentence_at(quantity.span.start)
            if (
                (not self.unit or (quantity.unit is not None and quantity.unit.name == self.unit))
                and (not self.of or _counts(span, beside(counted, span, sentence), annotations))
                and (
                    not self.beside
                    or any(
                        within_words(annotations, span, mention.span, self.near)
                        for mention in beside(near, span, sentence)
                    )
                )
                and not within(exceptions, sentence)
            ):
                yield self._verdict(quantity, annotations)

    def _verdict(self, quantity: Quantity, annotations: Annotations) -> Judgement:
        below = self.low is not None and quantity.low < self.low and quantity.hedge not in UPWARD
        above = self.high is not None and quantity.high > self.high and quantity.hedge not in DOWNWARD
        if not below and not above:
            return Judgement.supported()
        words = " ".join(annotations.article.prose[quantity.span.start : quantity.span.end].split())
        limit = self.low if below else self.high
        said = f"{words} cannot be: the {'least' if below else 'most'} is {_shown(limit)}"
        return Judgement.refuted(
            Finding(
                span=quantity.span,
                message=self.terms.said(said),
                subject=f"{self.unit} {' '.join((*self.of, *self.beside))}: {words}".strip(),
                evidence=(self.terms.evidence(self._in_words()),),
            )
        )

    def _in_words(self) -> str:
        what = " ".join(part for part in (self.unit, ", ".join(self.of)) if part) or "numbers"
        beside = f" beside {', '.join(self.beside)}" if self.beside else ""
        low = f" at least {_shown(self.low)}" if self.low is not None else ""
        high = f" at most {_shown(self.high)}" if self.high is not None else ""
        return f"{what}{beside}:{low}{',' if low and high else ''}{high}"


def _shown(value: Fraction | None) -> str:
    return "" if value is None else f"{float(value):,.12g}"


def _counts(number: Span, mentions: Iterable[PhraseMention], annotations: Annotations) -> bool:
    """Whether a number counts one of the things: "41 seats", "41 elected councillors"."""
    prose = annotations.article.prose
    return any(
        mention.span.start >= number.end
        and within_words(annotations, number, mention.span, _MODIFIERS)
        and not any(mark in prose[number.end : mention.span.start] for mark in ",;:()—–")
        for mention in mentions
    )


def _build(values: Mapping[str, Any], terms: Terms) -> NumberBoundsCheck:
    low, high = values.get("at-least"), values.get("at-most")
    unit, of, beside = values.get("unit", ""), values.get("of", ()), values.get("beside", ())
    if low is None and high is None:
        raise FieldError("", "the entry has no bounds", "say  at-least: ...,  at-most: ...  or both")
    if low is not None and high is not None and low > high:
        raise FieldError("at-most", "less than 'at-least'", "mend one of the two")
    if not (unit or of or beside):
        raise FieldError(
            "", "the entry would judge every number", "say  unit: ...,  of: [...]  or  beside: [...]"
        )
    if unit and unit not in _unit_names():
        raise FieldError("unit", f"there is no unit {unit!r}", _nearest_unit(unit))
    return NumberBoundsCheck(
        terms=terms,
        low=low,
        high=high,
        unit=unit,
        of=of,
        beside=beside,
        near=values.get("within", NEAR),
        unless=values.get("unless", ()),
        exact=values.get("case") == "exact",
    )


def _unit_names() -> frozenset[str]:
    return frozenset(unit.name for units in (WORDS, SYMBOLS) for unit in units.values())


def _nearest_unit(unit: str) -> str:
    import difflib

    near = difflib.get_close_matches(unit, _unit_names(), n=1, cutoff=0.6)
    return (
        f"did you mean {near[0]!r}?"
        if near
        else "write its name in the singular, as: percent, degree Celsius"
    )


KIND = Kind(
    name="number-bounds",
    summary="A number is larger or smaller than such a number can be.",
    doc="""\
Finds "a turnout of 104 percent", "41 council seats" in a council of 40, "120 degrees Celsius" in the shade:
numbers of a unit, of what they count, or near some words, beyond the bounds of the entry.

Left alone: "fewer than 41" where 40 is the most, and sentences with one of the entry's exceptions.""",
    category=Category.NUMBER,
    fields={
        "unit": Field("The unit in the singular: percent, degree Celsius, kilometer, $, €.", FieldType.TEXT),
        "of": Field("What is counted, in every form that copy may use: seat, seats."),
        "beside": Field("Words of which one must stand near the number, in its sentence."),
        "within": Field(f"How many words may stand between; {NEAR} where nothing is said.", FieldType.COUNT),
        "at-least": Field("The least that is possible.", FieldType.NUMBER),
        "at-most": Field("The most that is possible.", FieldType.NUMBER),
        "unless": Field("Phrases in whose sentence no number is judged."),
        "case": CASE,
    },
    build=_build,
)
"""What an entry of the kind says."""
