from __future__ import annotations

import bz2
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factlint.errors import SnapshotError
from factlint.kbbuild.importer.entities import date_of, real_date
from factlint.kbbuild.importer.run import ImportReport, Source, import_dump, open_journal
from factlint.kbbuild.textform import OfficeRow, PersonRow, PlaceRow, TenureRow, read

Json = dict[str, Any]


def item(value: str) -> Json:
    number = {"entity-type": "item", "numeric-id": int(value[1:])}
    return {"snaktype": "value", "datavalue": {"value": number, "type": "wikibase-entityid"}}


def time(value: str, precision: int = 11) -> Json:
    return {
        "snaktype": "value",
        "datavalue": {"value": {"time": value, "precision": precision}, "type": "time"},
    }


def statement(snak: Json, rank: str = "normal", **qualifiers: Json) -> Json:
    return {
        "mainsnak": snak,
        "rank": rank,
        "qualifiers": {key: [value] for key, value in qualifiers.items()},
        "references": [{"snaks": {"P813": [time("+2022-08-03T00:00:00Z")]}}],
    }


def entity(key: str, label: str, claims: dict[str, list[Json]], **more: Json) -> Json:
    return {
        "type": "item",
        "id": key,
        "labels": {"en": {"language": "en", "value": label}} if label else {},
        "descriptions": {},
        "aliases": {},
        "claims": claims,
        "sitelinks": {},
        "modified": "2022-01-01T00:00:00Z",
        **more,
    }


ENTITIES = (
    entity("Q39", "Switzerland", {"P31": [statement(item("Q3624078"))]}),
    entity("Q50", "Foreign Minister of Switzerland", {
        "P31": [statement(item("Q4164871"))], "P17": [statement(item("Q39"))],
    }),
    entity("Q51", "office nobody held", {"P31": [statement(item("Q4164871"))]}),
    entity("Q101", "Ada Quill", {
        "P31": [statement(item("Q5"))],
        "P27": [statement(item("Q39"))],
        "P569": [
            statement(time("+1970-00-00T00:00:00Z", 9)),
            statement(time("+1970-06-31T00:00:00Z"), "preferred"),
            statement(time("+1800-01-01T00:00:00Z"), "deprecated"),
        ],
        "P39": [
            statement(item("Q50"), P580=time("+2010-05-01T00:00:00Z"), P582=time("+2014-00-00T00:00:00Z", 9)),
            statement(item("Q50"), P580=time("+2016-05-01T00:00:00Z"), P582={"snaktype": "somevalue"}),
            statement(item("Q50"), P580=time("+2019-05-00T00:00:00Z", 10)),
            statement(item("Q50"), P580=time("+1930-01-01T00:00:00Z"), P582=time("+1940-01-01T00:00:00Z")),
            statement(item("Q50"), P580=time("+2012-01-01T00:00:00Z"), P582=time("+2011-01-01T00:00:00Z")),
            statement(item("Q50")),
            statement(item("Q999"), P580=time("+2010-05-01T00:00:00Z")),
            {"mainsnak": {"snaktype": "novalue"}, "rank": "normal"},
        ],
    }, aliases={"en": [{"language": "en", "value": "Adeline Quill"}]},
       sitelinks={"enwiki": {"site": "enwiki", "title": "Ada Quill (politician)"}}),
    entity("Q102", "", {"P31": [statement(item("Q5"))]}, labels={"mul": {"value": "Ада Перо"}}),
    entity("Q103", "", {"P31": [statement(item("Q5"))]}, labels={"de": {"value": "Zoë Maß"}}),
    {"type": "item", "id": "Q104", "claims": [], "labels": [], "aliases": []},
)  # fmt: skip
LINES = [
    "[",
    *(json.dumps(found, ensure_ascii=False) + "," for found in ENTITIES),
    '{"id": 7},',
    "{broken",
    "]",
]


def dump(path: Path, write: Callable[[bytes], bytes] = bytes) -> Path:
    path.write_bytes(write("\n".join(LINES).encode()))
    return path


def import_into(text: Path, dump: Path, least_wikipedias: int = 0) -> ImportReport:
    source = Source(dump, least_wikipedias=least_wikipedias)
    with open_journal(source, text.with_suffix(".partial")) as journal:
        return import_dump(source, text, journal)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ImportReport]:
    folder = tmp_path_factory.mktemp("import")
    return folder / "text", import_into(folder / "text", dump(folder / "dump.json"))


def test_people(imported: tuple[Path, ImportReport]) -> None:
    people = {row.id: row for row in read(imported[0], PersonRow)}
    assert set(people) == {"Q101", "Q103"}
    ada = people["Q101"]
    assert (ada.name, ada.aliases, ada.country, ada.article) == ("Ada Quill", "Adeline Quill", "Q39", "1")
    assert ada.born == "1970-06"
    assert people["Q103"].name == "Zoë Maß"


def test_tenures(imported: tuple[Path, ImportReport]) -> None:
    spans = [(row.start, row.end, row.as_of) for row in read(imported[0], TenureRow)]
    assert spans == [
        ("2010-05-01", "2014", "2022-08-03"),
        ("2016-05-01", "past", "2022-08-03"),
        ("2019-05", "", "2022-08-03"),
    ]


def test_offices_and_places(imported: tuple[Path, ImportReport]) -> None:
    assert [(row.id, row.country) for row in read(imported[0], OfficeRow)] == [("Q50", "Q39")]
    assert [(row.id, row.kind, row.name) for row in read(imported[0], PlaceRow)] == [
        ("Q39", "country", "Switzerland")
    ]


def test_what_was_passed_over_is_counted(imported: tuple[Path, ImportReport]) -> None:
    report = imported[1]
    assert dict(report.rows)["people"] == 2
    assert (report.entities, report.nameless, report.first_nameless) == (9, 1, ("Q102",))
    assert report.skipped == 2
    assert [str(item) for item in report.first_skipped] == [
        "line 9: no identifier",
        "line 10: no JSON: Expecting property name enclosed in double quotes (column 2)",
    ]


def test_obscure_people_can_be_left_out(tmp_path: Path) -> None:
    import_into(tmp_path / "text", dump(tmp_path / "dump.json"), least_wikipedias=1)
    assert [row.id for row in read(tmp_path / "text", PersonRow)] == ["Q101"]


@pytest.mark.parametrize(("suffix", "pack"), [(".json.gz", gzip.compress), (".json.bz2", bz2.compress)])
def test_compressed_dumps(
    imported: tuple[Path, ImportReport], tmp_path: Path, suffix: str, pack: Callable[[bytes], bytes]
) -> None:
    assert import_into(tmp_path / "text", dump(tmp_path / f"dump{suffix}", pack)) == imported[1]


def test_a_dump_cut_short(tmp_path: Path) -> None:
    path = dump(tmp_path / "dump.json.gz", lambda data: gzip.compress(data)[:-30])
    with pytest.raises(SnapshotError, match=r"dump\.json\.gz: the dump is cut short or damaged"):
        import_into(tmp_path / "text", path)


def test_a_missing_dump(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match="cannot be read"):
        import_into(tmp_path / "text", tmp_path / "none.json")


@pytest.mark.parametrize(
    ("value", "precision", "iso"),
    [
        ("+2021-01-26T00:00:00Z", 11, "2021-01-26"),
        ("+2021-01-00T00:00:00Z", 10, "2021-01"),
        ("+2021-00-00T00:00:00Z", 9, "2021"),
        ("+2021-01-26T00:00:00Z", 9, "2021"),
        ("+2020-00-00T00:00:00Z", 8, ""),
        ("-0044-03-15T00:00:00Z", 11, ""),
        ("+12021-01-01T00:00:00Z", 11, ""),
    ],
)
def test_dates(value: str, precision: int, iso: str) -> None:
    assert date_of(time(value, precision)) == iso


def test_dates_that_are_none() -> None:
    assert date_of({"snaktype": "somevalue"}) == ""
    assert real_date("2021-02-30") == "2021-02"
    assert real_date("2021-13-01") == "2021"
    assert real_date("0000") == ""
