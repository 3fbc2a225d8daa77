"""Whom a name may mean, each candidate with what speaks for and against: for people who want to know why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from factlint.kb.model import Entity
from factlint.linking.candidates import NearNames, near_candidates
from factlint.linking.cast import assemble
from factlint.linking.link import REPORTED, SLIP_REPORTED, SURNAME_REPORTED, ArticleNames, Misspelling
from factlint.linking.model import Mention, Reason
from factlint.linking.namesakes import reasons_for
from factlint.linking.support import Judge

if TYPE_CHECKING:
    from factlint.annotate.layers import Annotations

SHOWN = 8
"""More candidates for one name help nobody to understand."""


class WeighedCandidate(NamedTuple):
    """Somebody whom a name may mean.

    Attributes:
        entity: the person; None for a spelling that is somebody's whom only the article knows.
        name: the name met, as the knowledge base or the article spells it.
        reasons: what speaks for and against.
    """

    entity: Entity | None
    name: str
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """The sum of the reasons' weights."""
        return sum(reason.weight for reason in self.reasons)


class WeighedMention(NamedTuple):
    """A name with its candidates.

    Attributes:
        mention: the name.
        meant: who is taken to be meant, None for nobody known.
        misspelled: whether it is taken for another name misspelt.
        needed: the score from which a candidate whose name is spelt otherwise is taken to be meant; None
            where the name is spelt as the candidates' or the decision was made at another place.
        candidates: the best supported first.
    """

    mention: Mention
    meant: Entity | None
    misspelled: bool
    needed: float | None
    candidates: tuple[WeighedCandidate, ...]


def weigh(mention: Mention, names: ArticleNames, annotations: Annotations) -> WeighedMention:
    """Whom a mention may mean.

    Args:
        mention: one of ``names.mentions``.
        names: the linked names of the article.
        annotations: its layers.
    """
    found = names.misspellings.get(mention.span.start)
    judge = Judge(annotations, assemble(names.mentions, annotations.kb))
    candidates = sorted(_candidates(mention, names, judge), key=lambda one: -one.score)
    needed = REPORTED if mention.full and not mention.people else None
    if found is not None:
        known = {candidate.reasons for candidate in candidates}
        needed = REPORTED if found.reasons in known else _needed_within_article(found, names)
        rest = [one for one in candidates if one.reasons != found.reasons]
        candidates = [WeighedCandidate(found.entity, found.name, found.reasons), *rest]
    return WeighedMention(
        mention, names.entity_of(mention), found is not None, needed, tuple(candidates[:SHOWN])
    )


def _candidates(mention: Mention, names: ArticleNames, judge: Judge) -> Iterator[WeighedCandidate]:
    if mention.people:
        for entity in mention.people:
            yield WeighedCandidate(entity, mention.text, reasons_for(entity, mention, judge))
    elif mention.full:
        for near in near_candidates(mention, NearNames(judge.annotations.kb), judge):
            yield WeighedCandidate(near.entity, near.name, near.reasons)
    else:
        for person in names.bearers_of(mention):
            yield WeighedCandidate(
                person.entity, person.label, (Reason("the article names them in full", 1.0),)
            )


def _needed_within_article(found: Misspelling, names: ArticleNames) -> float | None:
    """The score that a spelling needed that differs from another one of the article.

    None for the repetition of a name that was judged where it stands in full.
    """
    if found.entity is None and found.right_at is None:
        return None
    others = (one for one in names.misspellings.values() if one is not found and one.mention.full)
    if not found.mention.full and any(one.reasons == found.reasons for one in others):
        return None
    return SLIP_REPORTED if found.mention.full else SURNAME_REPORTED
