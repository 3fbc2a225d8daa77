"""Rules on how the newsroom spells something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from factlint.rulekit.declarative.base import CASE, DeclaredCheck, Field, FieldError, Kind, Terms
from factlint.rulekit.house import Case, HouseStyle, PreferredSpelling
from factlint.rulekit.rule import Category, Judgement
from factlint.rulekit.spelling import judge_spellings

if TYPE_CHECKING:
    from factlint.rulekit.context import ArticleContext


@dataclass(frozen=True, kw_only=True)
class PreferredSpellingCheck(DeclaredCheck):
    """Finds spellings that the newsroom does not want.

    Attributes:
        spelling: what to avoid, and what to write.
    """

    spelling: PreferredSpelling

    @cached_property
    def _style(self) -> HouseStyle:
        return HouseStyle((self.spelling,))

    def judge(self, context: ArticleContext) -> Iterator[Judgement]:
        """A verdict for each avoided spelling."""
        return judge_spellings(self._style, context, quotations=False)


def _build(values: Mapping[str, Any], terms: Terms) -> PreferredSpellingCheck:
    avoid, use = values["avoid"], values["use"]
    case = Case(values.get("case", Case.ANY))
    for words in avoid:
        if words in use:
            raise FieldError("avoid", f"{words!r} is both avoided and used", "remove one of the two")
        if case is Case.ANY and words.casefold() in map(str.casefold, use):
            raise FieldError(
                "avoid", f"{words!r} differs from what to use only in capitals", "add  case: exact"
            )
    spelling = PreferredSpelling(
        avoid, use, values.get("unless", ()), case, note=terms.note, source=terms.source
    )
    return PreferredSpellingCheck(terms=terms, spelling=spelling)


KIND = Kind(
    name="preferred-spelling",
    summary="A word is not written as the newsroom wants it.",
    doc="""\
Finds spellings to avoid and offers the one to use, with the capitals of the words it replaces.

Left alone: URLs and markup, quotations, the entry's exceptions, and a capital at the head of a sentence or in
a headline where only capitals are at stake.""",
    category=Category.STYLE,
    fields={
        "avoid": Field("Spellings that are not wanted; inflected forms are named each.", required=True),
        "use": Field(
            "What to write instead; a correction is only offered where there is one.", required=True
        ),
        "unless": Field("Phrases in which an avoided spelling is right."),
        "case": CASE,
    },
    build=_build,
    slip_of_form=True,
)
"""What an entry of the kind says."""
