"""The rule on names of the people among a newsroom's house facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from factlint.claims.names import NameClaim
from factlint.kb.names import tokens
from factlint.rulekit.declarative.base import DeclaredCheck, Kind, Terms
from factlint.rulekit.declarative.people import Likeness, Person, compare
from factlint.rulekit.rule import Category, Finding, Fix, Judgement

if TYPE_CHECKING:
    from factlint.rulekit.context import ArticleContext


@dataclass(frozen=True, kw_only=True)
class HouseNameCheck(DeclaredCheck):
    """Finds names that misspell somebody's in one word.

    Attributes:
        people: whose.
    """

    people: tuple[Person, ...]

    @cached_property
    def _by_word(self) -> Mapping[str, Sequence[Person]]:
        """The people by each word of their names: one word is right where one is misspelt."""
        index: dict[str, list[Person]] = defaultdict(list)
        for person in self.people:
            for word in dict.fromkeys(
                token for name in (person.name, *person.also) for token in tokens(name)
            ):
                index[word].append(person)
        return index

    def judge(self, context: ArticleContext) -> Iterator[Judgement]:
        """The verdict on each full name that is one of theirs or comes near it."""
        for claim in context.claims(NameClaim):
            mention = claim.mention
            if not mention.full:
                continue
            near = [
                person
                for part in mention.parts
                for word in tokens(part.text)
                for person in self._by_word.get(word, ())
            ]
            match = compare(mention.parts, tuple(dict.fromkeys(near)))
            if match.likeness is Likeness.SAME:
                yield Judgement.supported()
            elif match.part is not None and match.person is not None and not mention.people:
                yield Judgement.refuted(
                    Finding(
                        span=mention.span,
                        message=self.terms.said(f"{mention.text} is {match.person.name} misspelt"),
                        subject=f"{match.person.name}: {mention.text}",
                        evidence=(self.terms.evidence(match.person.name, match.person.source),),
                        fix=Fix(match.part.span, match.right),
                    )
                )


def _build(values: Mapping[str, Any], terms: Terms) -> HouseNameCheck:
    return HouseNameCheck(terms=terms, people=values["people"])


KIND = Kind(
    name="house-name",
    summary="The name of somebody among the house facts is misspelt.",
    doc="""\
Finds full names that differ from that of one of the newsroom's own people in a letter or two of one word.

Left alone: names that somebody in the knowledge base bears, and words of three letters.""",
    category=Category.NAME,
    fields={},
    build=_build,
)
"""What the rule says of itself; it takes its people from the house facts and no entry names the kind."""
