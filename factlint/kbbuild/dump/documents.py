"""A folder of entity documents as a dump."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factlint.errors import SnapshotError


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read, and why."""

    path: Path
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def collect_documents(folder: Path, dump: Path) -> tuple[Unread, ...]:
    """Write the entities of all documents in a folder to a dump, by file name.

    Args:
        folder: ``.json`` files: entities, or what Wikidata's ``Special:EntityData`` and ``wbgetentities``
            answer, which hold one or several by identifier.
        dump: the file to write.

    Returns:
        The files that could not be read.

    Raises:
        SnapshotError: there is no ``.json`` file, or the dump cannot be written.
    """
    unread: list[Unread] = []
    paths = sorted(path for path in folder.rglob("*.json") if path.is_file())
    if not paths:
        raise SnapshotError(f"{folder}: there are no .json files", "give a folder of entity documents")
    try:
        with dump.open("w", encoding="utf-8") as file:
            for path in paths:
                try:
                    for entity in _entities(json.loads(path.read_bytes())):
                        file.write(json.dumps(entity) + "\n")
                except OSError as error:
                    unread.append(Unread(path, str(error.strerror or error)))
                except RecursionError:
                    unread.append(Unread(path, "nested too deeply"))
                except ValueError as error:
                    unread.append(Unread(path, f"no entity document ({error})"))
    except OSError as error:
        raise SnapshotError(f"{dump}: cannot be written ({error.strerror})") from error
    return tuple(unread)


def _entities(document: object) -> Iterator[dict[str, Any]]:
    if not isinstance(document, dict):
        raise ValueError("no JSON object")  # noqa: TRY004 - a fault of the file
    entities = document.get("entities", document)
    several = list(entities.values()) if "entities" in document and isinstance(entities, dict) else [entities]
    for entity in several:
        if not isinstance(entity, dict):
            raise ValueError("an entity that is no JSON object")  # noqa: TRY004 - a fault of the file
        yield entity
