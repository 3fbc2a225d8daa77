"""From rows and documents to findings; whatever is absurd stays out."""

from __future__ import annotations

import datetime as dt
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from factlint.kbbuild.importer.cleaning import clean_name, is_latin
from factlint.kbbuild.importer.entities import HUMAN, date_of, item_id
from factlint.kbbuild.importer.people import FIRST_YEAR
from factlint.kbbuild.update.answers import Binding, Json
from factlint.kbbuild.update.findings import FoundFacts, FoundNamesake, FoundOffice, FoundPerson, FoundTenure
from factlint.kbbuild.update.values import DEPRECATED, PAST, PREFERRED, clean, date_in

if TYPE_CHECKING:
    from qwikidata.entity import WikidataItem

LONGEST_DESCRIPTION, MOST_ALIASES = 250, 60
"""Bounds on what is kept of an entity."""

MALFORMED = (ValueError, KeyError, TypeError, AttributeError, IndexError)
"""What reading a document of another shape raises, by way of ``qwikidata`` or here."""

_ACTING = frozenset({"Q4676846", "Q2994519"})
_PLACES = ("jurisdiction", "country")


def tenures(rows: Iterable[Binding], day: dt.date) -> Iterator[FoundTenure]:
    """The P39 statements in the rows of a query for holders.

    Left out are those without dates, those that ended before 1945 and those that end before they start.
    """
    statements: dict[tuple[str, str, str], list[Binding]] = defaultdict(list)
    for row in rows:
        person, office = row["person"].item, row["office"].item
        if person and office:
            statements[row["statement"].value, person, office].append(row)
    for (_, person, office), same in statements.items():
        start = min((date_in(row.get("start"), row.get("startPrecision")) for row in same), default="")
        end = max((date_in(row.get("end"), row.get("endPrecision")) for row in same), default="")
        start = "" if start == PAST else start
        if not (start or end) or (end not in ("", PAST) and int(end[:4]) < FIRST_YEAR):
            continue
        if start and end not in ("", PAST) and end < start[: len(end)]:
            continue
        yield FoundTenure(
            person=person,
            office=office,
            start=start,
            end=end,
            role="acting" if any(row["nature"].item in _ACTING for row in same if "nature" in row) else "",
            constituency=min(
                (clean(row["constituency"].value) for row in same if "constituency" in row), default=""
            ),
            day=day,
            deprecated=any(row["rank"].value == DEPRECATED for row in same),
        )


def offices(rows: Iterable[Binding], day: dt.date) -> dict[str, FoundOffice]:
    """New positions by item, from the rows of a query for successors."""
    found: dict[str, FoundOffice] = {}
    for row in rows:
        item, label = row["office"].item, clean(row["label"].value)
        if item and label and is_latin(label):
            jurisdiction, country = (row[name].item if name in row else "" for name in _PLACES)
            found.setdefault(item, FoundOffice(item, label, jurisdiction, country, day))
    return found


def facts(rows: Iterable[Binding], day: dt.date) -> dict[str, FoundFacts]:
    """Births, deaths and names by person; of several dates the preferred, then the most precise."""
    found: dict[str, FoundFacts] = {}
    dates: dict[tuple[str, str], list[tuple[bool, int, str]]] = defaultdict(list)
    for row in rows:
        person, what, value = row["person"].item, row["what"].value, row["value"]
        rank = row["rank"].value if "rank" in row else ""
        if not person or rank == DEPRECATED:
            continue
        about = found.setdefault(person, FoundFacts(day=day))
        if what in ("born", "died"):
            date = date_in(value, row.get("precision"))
            if date not in ("", PAST) and date <= day.isoformat():
                dates[person, what].append((rank != PREFERRED, -len(date), date))
        elif len(about.names) < MOST_ALIASES and " " in (name := clean_name(clean(value.value))):
            about.names.append(name)
    for (person, what), several in dates.items():
        date = min(several)[2]
        if what == "born":
            found[person].born = date
        else:
            found[person].died = date
    return found


def namesakes(rows: Iterable[Binding]) -> dict[str, dict[str, FoundNamesake]]:
    """Name -> item of a human of that name -> what is known of them."""
    found: dict[str, dict[str, FoundNamesake]] = {}
    for row in rows:
        if item := row["person"].item:
            known = found.setdefault(row["name"].value, {}).setdefault(item, FoundNamesake())
            born = date_in(row.get("born"), row.get("precision"))
            known.born.add("" if born == PAST else born)
            for name in ("description", "occupation"):
                if name in row and len(known.known_for) < MOST_ALIASES:
                    known.known_for.add(clean(row[name].value, LONGEST_DESCRIPTION))
    return found


def person(document: Json, day: dt.date) -> FoundPerson | None:
    """A human from an entity's document, read by ``qwikidata``'s models.

    None for what is no human or has no name in Latin script.

    Raises:
        MALFORMED: one of these errors, where the document is malformed.
    """
    item = _model({"labels": {}, "descriptions": {}, "aliases": {}, "claims": {}, **document})
    if HUMAN not in _items(item, "P31"):
        return None
    article = str(item.get_enwiki_title()) if "sitelinks" in document else ""
    candidates = [*(str(item.get_label(language)) for language in ("en", "mul")), article]
    candidates += [str(item.get_label(language)) for language in ("de", "fr")]
    names = [name for text in candidates if (name := clean_name(clean(text)))]
    if not names:
        return None
    aliases = [clean_name(clean(str(name))) for name in (*item.get_aliases("en")[:MOST_ALIASES], article)]
    return FoundPerson(
        item=str(item.entity_id),
        name=names[0],
        aliases=tuple(dict.fromkeys(alias for alias in aliases if " " in alias and alias != names[0])),
        description=clean(str(item.get_description("en")), LONGEST_DESCRIPTION),
        countries=tuple(dict.fromkeys(_items(item, "P27"))),
        born=_life_date(item, "P569", day),
        died=_life_date(item, "P570", day),
        article=bool(article),
        day=day,
    )


def _model(document: Json) -> WikidataItem:
    """The model of ``qwikidata`` for a document."""
    with warnings.catch_warnings():
        # It imports mypy_extensions.TypedDict, of whose age nobody who runs factlint need hear.
        warnings.simplefilter("ignore", DeprecationWarning)
        from qwikidata.entity import WikidataItem
    return WikidataItem(document)


def _claims(item: WikidataItem, property_id: str) -> Iterator[tuple[str, Any]]:
    """Rank and value of the statements of a property that are not deprecated and have one."""
    for claim in item.get_claim_group(property_id):
        if claim.rank != "deprecated" and claim.mainsnak.datavalue is not None:
            yield claim.rank, claim.mainsnak.datavalue.value


def _items(item: WikidataItem, property_id: str) -> list[str]:
    found = (item_id({"datavalue": {"value": value}}) for _, value in _claims(item, property_id))
    return [other for other in found if other]


def _life_date(item: WikidataItem, property_id: str, day: dt.date) -> str:
    dates = [
        (rank != "preferred", -len(date), date)
        for rank, value in _claims(item, property_id)
        if (date := date_of({"datavalue": {"value": value}})) and date <= day.isoformat()
    ]
    return min(dates)[2] if dates else ""
