"""Entities, statements and tenures in words and as plain data, for people and for scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factlint.kb.holders import OfficeHolder
from factlint.kb.model import Entity, EntityId, EntityKind, Statement, Validity
from factlint.kb.store import Snapshot

PROPERTIES = {
    "P17": "country", "P27": "citizen of", "P36": "capital", "P39": "position held", "P569": "born",
    "P570": "died",
}  # fmt: skip
"""English labels of the Wikidata properties that a snapshot states."""

_ALIKE = 75.0
"""Share of letters in percent from which on one title may be meant by another."""
_COLUMN = 60
"""Widest description in a table of several entities, in characters."""


class Found(NamedTuple):
    """An entity that a search found, with the reason."""

    entity: Entity
    reason: str


def search(kb: Snapshot, name: str, limit: int) -> list[Found]:
    """Entities that a name may mean, also where two of its letters are wrong: those with the fewest first."""
    found = [(0, Found(entity, "bears this name")) for entity in kb.named(name)]
    for match in kb.near(name, limit=limit, thorough=True):
        away = _edits(match.edits) + " from" if match.edits else "another spelling of"
        found.append((match.edits, Found(match.entity, f"{away} {match.name}")))
    if " " not in name.strip():
        found += [(0, Found(entity, "has this surname")) for entity in kb.surname_bearers(name, limit)]
        for match in kb.surname_near(name, limit):
            away = f"is {_edits(match.edits)} away" if match.edits else "is another spelling"
            found.append((match.edits, Found(match.entity, f"surname {match.name} {away}")))
    best: dict[EntityId, Found] = {}
    for _, item in sorted(found, key=lambda pair: pair[0]):
        best.setdefault(item.entity.id, item)
    return list(best.values())[:limit]


def another_title(kb: Snapshot, title: str) -> str:
    """Advice on a title that nobody holds: one of an office that is written much like it; "" for none."""
    from rapidfuzz import fuzz, process

    titles = {form for form, _ in kb.office_titles()}
    if title.lower() in {form.lower() for form in titles}:
        return ""
    found = process.extractOne(
        title, sorted(titles), scorer=fuzz.ratio, processor=str.lower, score_cutoff=_ALIKE
    )
    return (
        f"did you mean {found[0]!r}?" if found else "try another title; a shell with completion proposes some"
    )


def _edits(number: int) -> str:
    return f"{number} edit{'' if number == 1 else 's'}"


def summary(kb: Snapshot, entity: Entity) -> str:
    """What an entity is, in a few words: its description, else its latest office, else its kind."""
    if entity.description:
        return entity.description
    if entity.kind is EntityKind.PERSON:
        tenures = kb.tenures(entity.id)
        if tenures:
            last = max(tenures, key=lambda tenure: str(tenure.validity.start or ""))
            return f"{last.office}, {last.jurisdiction}" if last.jurisdiction else last.office
        return "person"
    names = (country.label for key in entity.country if (country := kb.entity(key)))
    return ", ".join((entity.kind.value, *names))


def brief(kb: Snapshot, entity: Entity) -> str:
    """The summary of an entity, cut after the last word that fits into a column."""
    text = summary(kb, entity)
    return text if len(text) <= _COLUMN else f"{text[:_COLUMN].rpartition(' ')[0].rstrip(',;')} …"


def table(rows: Iterable[Sequence[str]]) -> str:
    """Rows as columns of equal width."""
    ready = [tuple(row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*ready, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in ready)
    return "\n".join(line.rstrip() for line in lines)


def statement_row(statement: Statement) -> tuple[str, str, str, str]:
    """Property, value, span of time and source of a statement."""
    details = ", ".join(value for _, value in statement.qualifiers)
    value = f"{statement.value} ({details})" if details else statement.value
    dated = statement.property in ("P39", "P36")
    when = str(statement.validity) if dated else ""
    return PROPERTIES.get(statement.property, statement.property), value, when, statement.source


def entity_data(entity: Entity) -> dict[str, object]:
    """An entity as plain data."""
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "label": entity.label,
        "aliases": list(entity.aliases),
        "description": entity.description,
        "country": list(entity.country),
        "prominence": entity.prominence,
    }


def statement_data(statement: Statement) -> dict[str, object]:
    """A statement as plain data."""
    return {
        "property": statement.property,
        "value": statement.value,
        "value_id": statement.value_id,
        "qualifiers": [list(pair) for pair in statement.qualifiers],
        "rank": statement.rank,
        **validity_data(statement.validity),
        "source": statement.source,
    }


def tenure_data(holder: OfficeHolder) -> dict[str, object]:
    """A tenure as plain data, with the holder's name."""
    tenure = holder.tenure
    return {
        "person": tenure.person,
        "name": holder.person.label,
        "office": tenure.office,
        "office_id": tenure.office_id,
        "jurisdiction": tenure.jurisdiction,
        "jurisdiction_id": tenure.jurisdiction_id,
        "role": tenure.role,
        "party": tenure.party,
        "constituency": tenure.constituency,
        "district": tenure.district,
        **validity_data(tenure.validity),
        "source": tenure.source,
    }


def validity_data(validity: Validity) -> dict[str, object]:
    """A validity as plain data."""
    return {
        "start": str(validity.start) if validity.start else None,
        "end": str(validity.end) if validity.end else None,
        "ended": validity.ended or validity.end is not None,
        "as_of": validity.as_of.isoformat(),
    }
