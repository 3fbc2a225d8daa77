"""Finding the items of people whom the tables kept by hand name without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factlint.kb.names import fold
from factlint.kbbuild.compile.draft import PERSON, Draft, EntityDraft
from factlint.kbbuild.update import queries, read
from factlint.kbbuild.update.ask import Asker
from factlint.kbbuild.update.findings import Findings, FoundNamesake, agree
from factlint.kbbuild.update.plan import NAMES_AT_A_TIME, Plan

_DAY = len("2021-06-16")
_SHORTEST_WORD, _SAME_STEM = 4, 6
"""Letters of a word that says something, and of a beginning that makes one of "football" and "footballer"."""
_COMMON = frozenset("former from with first later world over than that this their known born died".split())


def identify(plan: Plan, draft: Draft, asker: Asker, findings: Findings) -> None:
    """Find people who have no item: by name, birth and what they are known for, or by name and office.

    Somebody is identified where exactly one human of the name was born on the day that the snapshot has, or
    in its year and is known for the same; and where no two people of the snapshot become one by it.
    """
    nationalities = {fold(text) for text, _ in draft.adjectives}
    names = list(plan.unidentified)
    found: dict[str, str] = {}
    for rows, _ in asker.select(
        "people without an item", names, NAMES_AT_A_TIME, queries.namesakes, queries.NAMESAKES
    ):
        for name, candidates in read.namesakes(rows).items():
            for key in plan.unidentified.get(name, ()):
                person = draft.entities[key]
                alike = {
                    item: known
                    for item, known in candidates.items()
                    if any(agree(person.born, born) for born in known.born)
                }
                if len(alike) == 1:
                    item, known = next(iter(alike.items()))
                    if is_the_same(person, known, nationalities):
                        found[key] = item
    findings.identified.update(_unshared(found))
    findings.identified.update(_unshared(_holders(draft, findings)))


def is_the_same(person: EntityDraft, known: FoundNamesake, nationalities: set[str]) -> bool:
    """Whether more than the year of birth says that two of a name are one."""
    if len(person.born) == _DAY and person.born in known.born:
        return True
    ours = _words([person.description], nationalities)
    theirs = _words(known.known_for, nationalities)
    return any(one == other or one[:_SAME_STEM] == other[:_SAME_STEM] for one in ours for other in theirs)


def _words(texts: Iterable[str], nationalities: set[str]) -> set[str]:
    """The words that tell what somebody does; where somebody comes from, namesakes share."""
    words = {word for text in texts for word in fold(text).split() if len(word) >= _SHORTEST_WORD}
    return words - nationalities - _COMMON


def _holders(draft: Draft, findings: Findings) -> dict[str, str]:
    """New office holders who are known without an item: the same name, office and year of the start."""
    held = {
        (fold(name), draft.offices[tenure.office].key, tenure.start[:4]): key
        for key, entity in draft.entities.items()
        if entity.kind == PERSON and not queries.is_item(key) and key not in findings.identified
        for tenure in draft.tenures.get(key, ())
        if tenure.start
        for name in (entity.label, *entity.aliases)
    }
    found = {}
    for tenure in findings.tenures:
        person = findings.people.get(findings.merged.get(tenure.person, tenure.person))
        if person is not None and not tenure.deprecated and tenure.start:
            key = held.get((fold(person.name), tenure.office, tenure.start[:4]))
            if key and (not draft.entities[key].born or agree(draft.entities[key].born, person.born)):
                found[key] = person.item
    return found


def _unshared(identified: dict[str, str]) -> dict[str, str]:
    """Without the keys that were given one item, of which at most one can be right."""
    given = Counter(identified.values())
    return {key: item for key, item in identified.items() if given[item] == 1}
