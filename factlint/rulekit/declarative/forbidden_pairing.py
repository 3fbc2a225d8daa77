"""Rules on words that must not stand together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from factlint.annotate.phrases import PhraseMention, Phrases, beside, within_words
from factlint.annotate.within import within
from factlint.rulekit.declarative.base import CASE, DeclaredCheck, Field, FieldType, Kind, Terms
from factlint.rulekit.rule import Category, Finding, Judgement, Related

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations
    from factlint.rulekit.context import ArticleContext
    from factlint.text.span import Span


@dataclass(frozen=True, kw_only=True)
class ForbiddenPairingCheck(DeclaredCheck):
    """Finds words of one list near words of another.

    Attributes:
        words: the one list.
        others: the other.
        unless: phrases beside which, in the same sentence, the pair is right.
        within: how many words may stand between the two; None for any number in the sentence.
        exact: whether capitals count.
    """

    words: tuple[str, ...]
    others: tuple[str, ...]
    unless: tuple[str, ...] = ()
    within: int | None = None
    exact: bool = False

    @cached_property
    def _lists(self) -> tuple[Phrases, Phrases, Phrases]:
        return (
            Phrases(self.words, self.exact),
            Phrases(self.others, self.exact),
            Phrases(self.unless, self.exact),
        )

    def judge(self, context: ArticleContext) -> Iterator[Judgement]:
        """The verdict on each word of the one list that stands in a sentence with one of the other."""
        annotations = context.annotations
        words, others, unless = self._lists
        found = words.find(annotations)
        if not found:
            return
        rest, exceptions = others.find(annotations), unless.find(annotations)
        for mention in found:
            sentence = annotations.sentence_at(mention.span.start)
            if within(exceptions, sentence):
                continue
            near = (
                other
                for other in beside(rest, mention.span, sentence)
                if self._pairs(mention, other, annotations)
            )
            other = min(near, key=lambda other: _distance(mention.span, other.span), default=None)
            if other is not None:
                yield Judgement.refuted(self._finding(mention, other))

    def _pairs(self, mention: PhraseMention, other: PhraseMention, annotations: Annotations) -> bool:
        return self.within is None or within_words(annotations, mention.span, other.span, self.within)

    def _finding(self, mention: PhraseMention, other: PhraseMention) -> Finding:
        first, second = sorted((mention, other))
        return Finding(
            span=second.span,
            message=self.terms.said(f"{mention.words!r} does not go with {other.words!r}"),
            subject=f"{mention.phrase} + {other.phrase}",
            evidence=(
                self.terms.evidence(f"not together: {', '.join(self.words)}; {', '.join(self.others)}"),
            ),
            related=(Related(first.span, f"{first.words!r} stands here"),),
        )


def _distance(one: Span, other: Span) -> int:
    first, second = sorted((one, other))
    return second.start - first.end


def _build(values: Mapping[str, Any], terms: Terms) -> ForbiddenPairingCheck:
    return ForbiddenPairingCheck(
        terms=terms,
        words=values["words"],
        others=values["with"],
        unless=values.get("unless", ()),
        within=values.get("within"),
        exact=values.get("case") == "exact",
    )


KIND = Kind(
    name="forbidden-pairing",
    summary="Two words stand together that do not go together.",
    doc="""\
Finds a word of one list in the same sentence as a word of another, or with at most so many words between
them: a team and the stadium of its rival, a company and a brand of another, "unanimous" and "against".
It points at the second of the two.

Left alone: sentences with one of the entry's exceptions.""",
    category=Category.STYLE,
    fields={
        "words": Field("Words or phrases that must not stand ...", required=True),
        "with": Field("... in one sentence with any of these.", required=True),
        "within": Field(
            "The most words that may stand between the two; any number where nothing is said.",
            FieldType.COUNT,
        ),
        "unless": Field("Phrases in whose sentence the two may stand."),
        "case": CASE,
    },
    build=_build,
)
"""What an entry of the kind says."""
