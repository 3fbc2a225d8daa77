from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from dumps import human, item, statement, write_dump
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.kbbuild.dump import entities as entities_module
from factlint.kbbuild.dump.entities import Mention, NoEntityError, parse_entity, read_entities
from factlint.kbbuild.dump.lines import Skipped
from factlint.kbbuild.importer.extract import WANTED, rows_of

REFUSED = [
    (b'"only a string"', "no JSON object"),
    (b"[1, 2]", "no JSON object"),
    (b'{"id": 7}', "no identifier"),
    (b'{"id": "Q7 OR 1"}', "no identifier"),
    (b'{"labels": {}}', "no identifier"),
    (b'{"id": "Q7", "labels": "none"}', "labels are no map"),
    (b'{"id": "Q7", "claims": [1]}', "claims are no map"),
    (b'{"id": "Q7"', "no JSON"),
    (b'{"id": "Q7", "x": NaN}', "no JSON: NaN is no number"),
    (b'{"id": "Q7", "x": "\xff"}', "not UTF-8"),
    (b'{"id": "Q7", "x": "\\ud83d"}', "half a character"),
    (b'{"id": "Q7", "x": "\\uDE00\\ud83d\\ude00"}', "half a character"),
    (b'{"id": "Q7", "x": "\\ud83d\\ud83d\\ude00"}', "half a character"),
    (b'{"id": "Q7", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deeply"),
    (b"\0" * 100, "no JSON"),
]


@pytest.fixture(params=["json", "orjson"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Python's JSON library, and the faster one where it is installed."""
    name = str(request.param)
    loads = pytest.importorskip("orjson").loads if name == "orjson" else None
    monkeypatch.setattr(entities_module, "_orjson_loads", lambda: loads)
    return name


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("line", "reason"), REFUSED)
def test_lines_that_are_no_entity(line: bytes, reason: str) -> None:
    with pytest.raises(NoEntityError, match=reason):
        parse_entity(line)


TEXT = st.text(st.characters(codec="utf-8"))
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT
)
DOCUMENTS = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner), max_leaves=10)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=DOCUMENTS)
def test_both_parsers_give_the_same(parser: str, document: object) -> None:
    assert parser
    expected = human(7, aliases={}, more=document)
    assert parse_entity(json.dumps(expected).encode()) == expected


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text", ["\\ud83d\\ude00", "\\\\ud83d", "\\ud83d\\ude00\\uD83D\\uDE00", "\\\\\\ud83d\\ude00"]
)
def test_whole_characters(text: str) -> None:
    assert parse_entity(b'{"id":"Q7","x":"%s"}' % text.encode())["x"] == json.loads(f'"{text}"')


def test_empty_and_missing_maps() -> None:
    entity = parse_entity(b'{"id":"Q7","labels":[],"claims":null}')
    assert [entity[key] for key in ("labels", "claims", "aliases", "descriptions", "sitelinks")] == [{}] * 5


def test_all_entities_of_a_dump(tmp_path: Path) -> None:
    skipped: list[Skipped] = []
    path = write_dump(tmp_path / "dump.json", [human(1), b"{broken", human(2), b'{"id":"Q3","labels":1}'])
    assert [entity["id"] for entity in read_entities(path, skipped=skipped.append)] == ["Q1", "Q2"]
    assert [str(item).partition(":")[0] for item in skipped] == ["line 3", "line 5 (Q3)"]


def test_what_is_not_wanted_is_not_parsed(tmp_path: Path) -> None:
    skipped: list[Skipped] = []
    other = human(3, claims={"P31": [statement("P31", item("Q515"), "Q3$a")]})
    path = write_dump(tmp_path / "dump.json", [human(1), other, b"no entity", b'{"x": 1}'])
    found = read_entities(path, Mention(frozenset({"Q5"})), skipped.append)
    assert [entity["id"] for entity in found] == ["Q1"]
    assert [item.line for item in skipped] == [4, 5]


SNAKS = st.sampled_from(["Q5", "Q4164871", "Q6256", "Q515", "Q39", "Q55"]).map(item)
STATEMENTS = st.lists(st.builds(statement, st.just("P31"), SNAKS, st.just("Q7$a")), max_size=3)
CLAIMS = st.dictionaries(st.sampled_from(["P31", "P1376", "P36"]), STATEMENTS)


@given(CLAIMS, st.sampled_from([(",", ":"), (", ", ": "), (" ,\t", "\r: ")]), st.booleans(), st.booleans())
def test_no_line_that_gives_rows_is_left_out(
    claims: dict[str, list[Any]], separators: tuple[str, str], escaped: bool, old: bool
) -> None:
    entity = human(7, claims=claims, aliases={})
    line = json.dumps(entity, separators=separators)
    if old:
        for key in ("Q5", "Q4164871", "Q6256", "Q515", "Q39", "Q55"):
            line = line.replace(f'{separators[0]}"id"{separators[1]}"{key}"', "")
    if escaped:
        line = line.replace('"Q', '"\\u0051')
    if list(rows_of(parse_entity(line.encode()))):
        assert WANTED(line.encode())


KEYS = st.sampled_from(
    "mainsnak datavalue value id numeric-id time precision qualifiers P580 references snaks P813 language"
    " text rank en title".split()
)
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.sampled_from(["value", "Q5", "+2020"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(
    st.dictionaries(
        st.sampled_from(["labels", "aliases", "descriptions", "sitelinks"]),
        st.dictionaries(st.sampled_from(["en", "mul", "enwiki"]), JUNK),
    ),
    st.dictionaries(st.sampled_from(["P27", "P39", "P569", "P1549", "P1376", "P131", "P17", "P1001"]), JUNK),
    st.sampled_from(["Q5", "Q4164871", "Q6256", "Q515"]),
    JUNK,
)
def test_wrong_types_anywhere_count_as_absent(
    maps: dict[str, Any], claims: dict[str, Any], kind: str, modified: object
) -> None:
    instance = {"P31": [statement("P31", item(kind), "Q7$a")]}
    entity = human(7, **{**maps, "claims": {**claims, **instance}, "modified": modified})
    for row in rows_of(parse_entity(json.dumps(entity).encode())):
        assert all(isinstance(cell, str) for cell in row.cells)
