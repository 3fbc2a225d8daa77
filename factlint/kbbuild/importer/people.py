"""People and their tenures from a dump."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from factlint.dates.partial import PartialDate
from factlint.kbbuild.importer.entities import (
    Json,
    date_of,
    item_id,
    item_ids,
    qualifier,
    retrieved,
    statements,
)
from factlint.kbbuild.textform import LIST_SEPARATOR, PersonRow, TenureRow

SOURCE = "wikidata"
FIRST_YEAR = 1945
"""Tenures that ended before are left out; copy that speaks of them is about history."""


def person_row(entity: Json) -> PersonRow | None:
    """A human of the dump, None where no source gives the name in Latin script."""
    article = entity["sitelinks"].get("enwiki", {}).get("title", "")
    candidates = [
        label(entity, "en"),
        label(entity, "mul"),
        article,
        label(entity, "de"),
        label(entity, "fr"),
    ]
    names = [strip_parenthesis(name) for name in candidates if is_latin(name)]
    if not names:
        return None
    return PersonRow(
        id=entity["id"],
        name=names[0],
        aliases=LIST_SEPARATOR.join(_aliases(entity, names[0], article)),
        description=text_of(entity["descriptions"].get("en")),
        country=LIST_SEPARATOR.join(dict.fromkeys(item_ids(entity, "P27"))),
        born=_first_date(entity, "P569"),
        died=_first_date(entity, "P570"),
        article="1" if article else "",
        source=SOURCE,
        as_of=modified(entity),
    )


def tenure_rows(entity: Json) -> Iterator[TenureRow]:
    """The offices a human held, but for those that ended before FIRST_YEAR and undated ones."""
    for statement in statements(entity, "P39"):
        office = item_id(statement["mainsnak"])
        start, end = (_date(statement, property_id) for property_id in ("P580", "P582"))
        if not office or (end and end != "past" and int(end[:4]) < FIRST_YEAR):
            continue
        if not start and not end:
            continue
        yield TenureRow(
            person=entity["id"],
            start="" if start == "past" else start,
            end=end,
            office=office,
            role=_role(statement),
            source=SOURCE,
            as_of=retrieved(statement, modified(entity)),
        )


def ends_before_start(tenure: TenureRow) -> bool:
    """Whether a tenure's dates are impossible."""
    if not tenure.start or tenure.end in ("", "past"):
        return False
    return PartialDate.parse(tenure.end).latest < PartialDate.parse(tenure.start).earliest


def label(entity: Json, language: str) -> str:
    """An entity's label in one language, empty where it has none."""
    return text_of(entity["labels"].get(language))


def text_of(term: Json | None) -> str:
    """The words of a label, alias or description."""
    return " ".join(str(term.get("value", "")).replace(LIST_SEPARATOR, " ").split()) if term else ""


def english_aliases(entity: Json) -> list[str]:
    """English aliases in Latin script."""
    terms = entity["aliases"].get("en") or ()
    return [name for name in map(text_of, terms) if is_latin(name)]


def is_latin(name: str) -> bool:
    """Whether a name has letters and all of them are Latin."""
    letters = [character for character in name if character.isalpha()]
    return bool(letters) and all(
        character.isascii() or unicodedata.name(character, "").startswith(("LATIN", "MODIFIER"))
        for character in letters
    )


def strip_parenthesis(title: str) -> str:
    """A title without what tells it from its namesakes: "John Smith (politician)"."""
    return title.split(" (", 1)[0] if title.endswith(")") else title


def modified(entity: Json) -> str:
    """The day of an entity's last change, as far as its document says."""
    return str(entity.get("modified") or "1970-01-01")[:10]


def _aliases(entity: Json, name: str, article: str) -> Iterator[str]:
    seen = {name}
    for alias in (*english_aliases(entity), strip_parenthesis(article)):
        if alias and alias not in seen:
            seen.add(alias)
            yield alias


def _first_date(entity: Json, property_id: str) -> str:
    dates = [
        (statement.get("rank") != "preferred", date_of(statement["mainsnak"]))
        for statement in statements(entity, property_id)
    ]
    preferred = sorted((rank, -len(date), date) for rank, date in dates if date)
    return preferred[0][2] if preferred else ""


def _date(statement: Json, property_id: str) -> str:
    snak = qualifier(statement, property_id)
    if snak is None:
        return ""
    return "past" if snak.get("snaktype") == "somevalue" else date_of(snak)


def _role(statement: Json) -> str:
    kind = qualifier(statement, "P5102") or qualifier(statement, "P2868")
    return {"Q4676846": "acting", "Q2994519": "acting"}.get(item_id(kind), "") if kind else ""
