"""What the reader yields, held against qwikidata's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from dumps import PACK, Json, human, item, statement, write_dump

from factlint.kbbuild.dump.entities import Json as Entity
from factlint.kbbuild.dump.entities import read_entities
from factlint.kbbuild.importer.entities import item_id, statements

pytestmark = pytest.mark.filterwarnings("ignore:mypy_extensions.TypedDict is deprecated:DeprecationWarning")

SAMPLES = "FACTLINT_WIKIDATA_SAMPLES"
"""Environment variable: a folder with ``real-entities.json.bz2``, entity documents as Wikidata gives them."""

FRANCE: Json = human(
    142,
    labels={"en": {"language": "en", "value": "France"}},
    claims={
        "P31": [statement("P31", item("Q3624078"), "Q142$1")],
        "P35": [
            statement(
                "P35", item("Q2105"), "Q142$2",
                qualifiers={
                    "P582": [{"snaktype": "somevalue", "property": "P582", "datatype": "time", "hash": "h"}]
                },
                **{"qualifiers-order": ["P582"]},
            ),
            statement("P35", item("Q329"), "Q142$3", rank="deprecated"),
            statement("P35", item("Q3052772"), "Q142$4", rank="preferred"),
        ],
    },
)  # fmt: skip


def compared(path: Path) -> int:
    """Hold each entity of a dump against qwikidata's; gives the number of statements."""
    from qwikidata.json_dump import WikidataJsonDump

    ours, theirs = list(read_entities(path)), list(WikidataJsonDump(str(path)))
    assert [entity["id"] for entity in ours] == [entity["id"] for entity in theirs]
    return sum(_compared(entity, document) for entity, document in zip(ours, theirs, strict=True))


def _compared(ours: Entity, document: Any) -> int:
    from qwikidata.entity import WikidataItem, WikidataProperty

    kinds = {"item": WikidataItem, "property": WikidataProperty}
    if document["type"] not in kinds or "datatype" not in str(document.get("claims")):
        return 0
    theirs = kinds[document["type"]](document)
    label = ours["labels"].get("en", {}).get("value", "")
    assert label == theirs.get_label("en") or "en" not in ours["labels"]
    count = 0
    for key in document["claims"] or ():
        expected = [claim for claim in theirs.get_claim_group(key) if claim.rank != "deprecated"]
        found = list(statements(ours, key))
        assert [statement["id"] for statement in found] == [claim.claim_id for claim in expected]
        for mine, claim in zip(found, expected, strict=True):
            assert mine["mainsnak"]["snaktype"] == claim.mainsnak.snaktype
            assert list(_items(mine["mainsnak"])) == list(_reference_items(claim.mainsnak))
            qualifiers = mine.get("qualifiers") or {}
            assert {key: len(snaks) for key, snaks in qualifiers.items()} == {
                key: len(snaks) for key, snaks in claim.qualifiers.items()
            }
            for name, snaks in qualifiers.items():
                for snak, qualifier in zip(snaks, claim.qualifiers[name], strict=True):
                    assert list(_items(snak)) == list(_reference_items(qualifier.snak))
            count += 1
    return count


def _items(snak: Json) -> Iterator[str]:
    if snak.get("datavalue", {}).get("type") == "wikibase-entityid":
        yield item_id(snak)


def _reference_items(snak: Any) -> Iterator[str]:
    if snak.snak_datatype and snak.snaktype == "value" and "entity-type" in str(snak.datavalue.value):
        value = snak.datavalue.value
        yield value.get("id") or f"Q{value['numeric-id']}"


@pytest.mark.parametrize("suffix", PACK)
def test_a_small_dump(tmp_path: Path, suffix: str) -> None:
    name = "dump.json" if suffix == ".json" else f"dump.json{suffix}"
    people: list[Json | bytes] = [human(number, aliases={}) for number in range(1, 300)]
    assert compared(write_dump(tmp_path / name, [*people, FRANCE])) == 299 + 3


def test_real_documents() -> None:
    folder = os.environ.get(SAMPLES)
    if not folder:
        pytest.skip(f"{SAMPLES} does not name a folder of real entity documents")
    assert compared(Path(folder) / "real-entities.json.bz2") > 10_000
