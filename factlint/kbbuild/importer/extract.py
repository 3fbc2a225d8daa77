"""Which entities of a dump the text form is made of, and the rows that each of them gives."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from factlint.kbbuild.dump.entities import Json, Mention
from factlint.kbbuild.dump.extract import Row
from factlint.kbbuild.importer.entities import HUMAN, POSITION, item_ids
from factlint.kbbuild.importer.offices import office_row
from factlint.kbbuild.importer.people import person_row, tenure_rows
from factlint.kbbuild.importer.places import (
    CAPITAL_OF,
    CITY_CLASSES,
    COUNTRY_CLASSES,
    TERRITORY,
    US_STATE,
    place_row,
)
from factlint.kbbuild.textform import FILES, OfficeRow, PersonRow, PlaceRow, TenureRow

WANTED = Mention(
    frozenset({HUMAN, POSITION, US_STATE, TERRITORY}) | COUNTRY_CLASSES | CITY_CLASSES,
    frozenset({CAPITAL_OF}),
)
"""Entities that mention none of these give no rows."""

NAMELESS = "nameless"
"""Table of the people left out because no source gives their name in Latin script."""

_COLUMNS = {
    row_type: tuple(field.name for field in dataclasses.fields(row_type))
    for row_type in (PersonRow, TenureRow, OfficeRow, PlaceRow)
}
_WIKIPEDIA = re.compile(r"[a-z_]+wiki")
_OTHER_WIKIS = frozenset({"commonswiki", "metawiki", "sourceswiki", "specieswiki", "wikidatawiki"})


def rows_of(entity: Json, least_wikipedias: int = 0) -> Iterator[Row]:
    """The rows of the text form that an entity gives.

    Args:
        entity: an entity of a dump.
        least_wikipedias: people who held no office are left out where fewer Wikipedias than this have an
            article about them.
    """
    classes = item_ids(entity, "P31")
    if HUMAN in classes:
        tenures = [_row(tenure) for tenure in tenure_rows(entity)]
        if not tenures and _wikipedias(entity) < least_wikipedias:
            return
        person = person_row(entity)
        if person is None:
            yield Row(NAMELESS, (entity["id"],))
            return
        yield _row(person)
        yield from tenures
    elif POSITION in classes:
        if office := office_row(entity):
            yield _row(office)
    elif place := place_row(entity):
        yield _row(place)


def _row(row: PersonRow | TenureRow | OfficeRow | PlaceRow) -> Row:
    # dataclasses.astuple would copy every string.
    return Row(FILES[type(row)], tuple(getattr(row, column) for column in _COLUMNS[type(row)]))


def _wikipedias(entity: Json) -> int:
    return sum(1 for site in entity["sitelinks"] if _WIKIPEDIA.fullmatch(site) and site not in _OTHER_WIKIS)
