"""Names in the wrong order: the surname before the given name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from factlint.kb.model import EntityKind
from factlint.kb.names import fold
from factlint.linking.model import Candidate, Mention, Reason
from factlint.linking.surroundings import Surroundings

if TYPE_CHECKING:
    from factlint.linking.support import Judge
    from factlint.text.span import Span

SURNAME_FIRST = frozenset(
    {"China", "Taiwan", "Hong Kong", "Macau", "Singapore", "North Korea", "South Korea", "Vietnam",
     "Cambodia", "Japan", "Hungary", "Malaysia", "Mongolia"}
)  # fmt: skip
"""Countries whose people, or many of them, may be named surname first in English copy."""

HOUSE_STYLE = 3
"""An article that turns so many names round does so on purpose, as lists of results do."""

FAR_MORE = 20
"""How many times as many people must have the second word as their given name as have the first."""

ORDER = "surname before given name"
"""The reason that the words stand in the wrong order."""


def turned_round(mention: Mention, judge: Judge) -> Iterator[Candidate]:
    """Known people whose surname the copy puts first.

    Args:
        mention: a full name that nobody known bears.
        judge: weighs what stands around it.
    """
    if len(mention.parts) != 2 or mention.run.title_case:
        return
    if any(part.initial or part.particle for part in mention.parts):
        return
    kb = judge.annotations.kb
    first, last = mention.parts
    people = kb.named(f"{last.text} {first.text}", EntityKind.PERSON)
    # The label has the words in the order in which people say them; an alias may be a catalogue's entry.
    people = tuple(one for one in people if fold(one.label).split()[-1:] == fold(first.text).split()[-1:])
    if not people or kb.is_word(first.text.lower()):
        return
    given, surname = kb.given_bearers(last.text), kb.given_bearers(first.text)
    if surname * FAR_MORE > given:
        return
    around = Surroundings(judge.annotations, mention)
    for entity in people:
        if judge.origins(entity) & SURNAME_FIRST:
            continue
        reasons = [
            Reason(ORDER, 1.5),
            Reason(f"{last.text} is a given name, {first.text} is none", 2.5 if not surname else 2.0),
            *judge.reasons(entity, around),
        ]
        if not (mention.whole_run or around.offices):
            reasons.append(Reason("other capitalised words stand beside it", -1.5))
        if any(person.entity is not None and person.entity.id == entity.id for person in judge.cast.people):
            reasons.append(Reason(f"the article also has {entity.label}", 2.0))
        name = f"{last.text} {first.text}"
        changes = ((first, last.text), (last, first.text))
        yield Candidate(entity, name, mention.parts, changes, tuple(reasons))


def is_turned(candidate: Candidate) -> bool:
    """Whether a candidate is a name in the wrong order."""
    return any(reason.text == ORDER for reason in candidate.reasons)


def without_house_style(meant: Mapping[Span, Candidate]) -> Mapping[Span, Candidate]:
    """The corrections without those of names turned round, where the article turns round several."""
    turned = {candidate.entity.id for candidate in meant.values() if is_turned(candidate)}
    if len(turned) < HOUSE_STYLE:
        return meant
    return {span: candidate for span, candidate in meant.items() if not is_turned(candidate)}
