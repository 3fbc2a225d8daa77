"""People and their tenures from a dump."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factlint.dates.partial import PartialDate
from factlint.kbbuild.dump.entities import Json
from factlint.kbbuild.importer.cleaning import clean_name, is_latin
from factlint.kbbuild.importer.entities import (
    date_of,
    item_id,
    item_ids,
    qualifier,
    retrieved,
    statements,
)
from factlint.kbbuild.textform import LIST_SEPARATOR, PersonRow, TenureRow

SOURCE = "wikidata"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIRST_YEAR = 1945
"""Tenures that ended before are left out; copy that speaks of them is about history."""


def person_row(entity: Json) -> PersonRow | None:
    """A human of the dump, None where no source gives a name in Latin script that is not garbled."""
    article = _article(entity)
    candidates = [
        label(entity, "en"),
        label(entity, "mul"),
        article,
        label(entity, "de"),
        label(entity, "fr"),
    ]
    names = [name for candidate in candidates if (name := clean_name(candidate))]
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


def text_of(term: object) -> str:
    """The words of a label, alias or description; empty where there is none."""
    text = term.get("value") if isinstance(term, dict) else None
    return " ".join(text.replace(LIST_SEPARATOR, " ").split()) if isinstance(text, str) else ""


def english_aliases(entity: Json) -> list[str]:
    """English aliases in Latin script."""
    terms = entity["aliases"].get("en")
    return [name for name in map(text_of, terms) if is_latin(name)] if isinstance(terms, list) else []


def modified(entity: Json) -> str:
    """The day of an entity's last change, as far as its document says."""
    day = str(entity.get("modified"))[:10]
    return day if _DAY.fullmatch(day) else "1970-01-01"


def _article(entity: Json) -> str:
    """Title of the article in the English Wikipedia, empty where there is none."""
    link = entity["sitelinks"].get("enwiki")
    title = link.get("title") if isinstance(link, dict) else None
    return title if isinstance(title, str) else ""


def _aliases(entity: Json, name: str, article: str) -> Iterator[str]:
    """Other names of two or more words; single words are nicknames and stage names of the few."""
    seen = {name}
    for alias in map(clean_name, (*english_aliases(entity), article)):
        if " " in alias and alias not in seen:
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
