"""Dumps for tests, and extractors that other processes can find."""

from __future__ import annotations

import bz2
import gzip
import json
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from factlint.kbbuild.dump.extract import Row

Json = dict[str, Any]
PACK: dict[str, Callable[[bytes], bytes]] = {".json": bytes, ".gz": gzip.compress, ".bz2": bz2.compress}


def human(number: int, **more: object) -> Json:
    """An entity document of somebody."""
    return {
        "type": "item",
        "id": f"Q{number}",
        "labels": {"en": {"language": "en", "value": name(number)}},
        "descriptions": {},
        "aliases": [],
        "claims": {"P31": [statement("P31", item("Q5"), f"Q{number}$a")]},
        "sitelinks": {},
        "modified": "2022-01-01T00:00:00Z",
        **more,
    }


def name(number: int) -> str:
    """A name of its own for each number."""
    return "Ada Quill" + "".join(chr(ord("a") + int(digit)) for digit in str(number))


def item(key: str) -> Json:
    """The value of a snak."""
    value = {"entity-type": "item", "numeric-id": int(key[1:]), "id": key}
    return {"value": value, "type": "wikibase-entityid"}


def statement(key: str, datavalue: Json, identifier: str, rank: str = "normal", **more: object) -> Json:
    """A statement with a value."""
    return {
        "mainsnak": {
            "snaktype": "value",
            "property": key,
            "datavalue": datavalue,
            "datatype": "wikibase-item",
        },
        "type": "statement",
        "id": identifier,
        "rank": rank,
        **more,
    }


def dump_bytes(entities: Iterable[Json | bytes]) -> bytes:
    """A dump as Wikidata writes it; whatever is bytes already stands in it as it is."""
    lines = [
        entity if isinstance(entity, bytes) else json.dumps(entity, separators=(",", ":")).encode()
        for entity in entities
    ]
    return b"[\n" + b",\n".join(lines) + b"\n]\n"


def write_dump(path: Path, entities: Iterable[Json | bytes]) -> Path:
    """Write a dump, compressed as its name says."""
    path.write_bytes(PACK[path.suffix](dump_bytes(entities)))
    return path


def label_rows(entity: Json) -> Iterator[Row]:
    """An extractor: the English label."""
    yield Row("label", (entity["id"], entity["labels"]["en"]["value"]))


def slow_label_rows(entity: Json) -> Iterator[Row]:
    """An extractor that leaves time for being killed."""
    time.sleep(0.0005)
    yield from label_rows(entity)


def die(entity: Json) -> Iterator[Row]:
    """An extractor at which the process is killed, as by a system that is out of memory."""
    if entity["id"] == "Q2000":
        os.kill(os.getpid(), signal.SIGKILL)
    yield from label_rows(entity)
