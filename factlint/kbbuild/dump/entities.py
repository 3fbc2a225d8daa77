"""Lines of a dump as entities."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from factlint.kbbuild.dump.lines import IDENTIFIER, Chunk, Skipped, cut_chunks, name_of
from factlint.kbbuild.dump.pieces import read_pieces

Json = dict[str, Any]

_MAPS = ("labels", "aliases", "descriptions", "claims", "sitelinks")
_ID = re.compile(r"[A-Z][1-9][0-9]{0,11}")
_HIGH, _LOW = "[89abAB][0-9a-fA-F]{2}", "[c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = r"\\u[dD]"
# An escaped half of a character without its other half, or what looks like one after a backslash.
_HALF = re.compile(
    f"{_ESCAPE}(?:{_HIGH}(?!{_ESCAPE}{_LOW})|{_LOW}(?<!{_ESCAPE}{_HIGH}{_ESCAPE}{_LOW}))".encode()
)


class NoEntityError(ValueError):
    """A line that is no entity; the message says why."""


@dataclass(frozen=True)
class Mention:
    """Tells which lines may be worth parsing, by a search in their bytes.

    A line passes if it names one of the items or properties anywhere. Searching takes a tenth of the
    time of parsing, and most entities of Wikidata are neither people nor places.

    Attributes:
        items: items such as ``Q5``.
        properties: properties such as ``P39``.
    """

    items: frozenset[str]
    properties: frozenset[str] = field(default_factory=frozenset)

    def __call__(self, line: bytes) -> bool:
        """Whether a line names any of them; also where a letter of it is escaped, which hides names."""
        return any(name in line for name in self._literals) or any(
            pattern.search(line) for pattern in self._patterns
        )

    @cached_property
    def _literals(self) -> tuple[bytes, ...]:
        return tuple(f'"{name}"'.encode() for name in sorted(self.properties))

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[bytes], ...]:
        # Documents of before 2016 have an item's number only. One pattern each, as searching is fast
        # where all that a pattern can meet begins with the same letters.
        numbers = "|".join(sorted(item[1:] for item in self.items))
        patterns = [rf'"Q(?:{numbers})"', rf'"numeric-id"\s*:\s*(?:{numbers})\b'] if numbers else []
        return tuple(re.compile(pattern.encode()) for pattern in (*patterns, r"\\u00[0-7]"))


def read_entities(
    path: Path, wanted: Mention | None = None, skipped: Callable[[Skipped], None] = lambda _: None
) -> Iterator[Json]:
    """The entities of a dump in its order, as a stream, in this process.

    Args:
        path: the dump; see ``read_pieces``.
        wanted: which lines to parse, None for all.
        skipped: called with each entity that cannot be read.

    Raises:
        SnapshotError: the file cannot be read.
    """
    for chunk in cut_chunks(read_pieces(path)):
        for item in chunk.too_long:
            skipped(item)
        for _, entity in entities_in(numbered_lines(chunk), wanted, skipped):
            yield entity


def numbered_lines(chunk: Chunk) -> Iterator[tuple[int, bytes]]:
    """The lines of a chunk that should hold an entity, without the comma, and their numbers."""
    for number, raw in enumerate(chunk.data.split(b"\n"), chunk.first_line):
        line = raw.strip().rstrip(b",").rstrip()
        if line not in (b"", b"[", b"]"):
            yield number, line


def entities_in(
    lines: Iterable[tuple[int, bytes]], wanted: Mention | None, skipped: Callable[[Skipped], None]
) -> Iterator[tuple[int, Json]]:
    """The entities in numbered lines that are wanted, with their numbers."""
    for number, line in lines:
        if wanted is not None and not wanted(line) and _looks_whole(line):
            continue
        try:
            yield number, parse_entity(line)
        except NoEntityError as error:
            skipped(Skipped(number, name_of(line), str(error)))


def _looks_whole(line: bytes) -> bool:
    """Whether a line that nobody wants need not be reported either: it is in braces and has an identifier."""
    return line.startswith(b"{") and line.endswith(b"}") and IDENTIFIER.search(line) is not None


def parse_entity(line: bytes) -> Json:
    """The entity in a line.

    The result has an ``id`` and maps for labels, aliases, descriptions, claims and sitelinks, which may
    be missing in the line or be written as ``[]``, as PHP writes an empty map.

    Raises:
        NoEntityError: the line is no JSON, or no entity.
    """
    entity = _loads(line)
    if not isinstance(entity, dict):
        raise NoEntityError("no JSON object")
    name = entity.get("id")
    if not isinstance(name, str) or not _ID.fullmatch(name):
        raise NoEntityError("no identifier")
    for key in _MAPS:
        value = entity.get(key)
        if not isinstance(value, dict):
            if value not in (None, []):
                raise NoEntityError(f"{key} are no map")
            entity[key] = {}
    return entity


def _loads(line: bytes) -> object:
    """What a line holds; what orjson refuses is left to the judgement of Python's own library."""
    if fast := _orjson_loads():
        with suppress(ValueError):
            return fast(line)
    try:
        value = json.loads(line.decode(), parse_constant=_refuse)
        if _HALF.search(line):
            json.dumps(value, ensure_ascii=False).encode()
    except UnicodeDecodeError as problem:
        raise NoEntityError("not UTF-8") from problem
    except UnicodeEncodeError as problem:
        raise NoEntityError("half a character (a lone surrogate)") from problem
    except RecursionError as problem:
        raise NoEntityError("nested too deeply") from problem
    except json.JSONDecodeError as problem:
        raise NoEntityError(f"no JSON: {problem.msg} (column {problem.colno})") from problem
    except ValueError as problem:
        raise NoEntityError(f"no JSON: {problem}") from problem
    return value


@cache
def _orjson_loads() -> Callable[[bytes], object] | None:
    """The parser of orjson, which takes half the time; None where it is not installed."""
    try:
        import orjson
    except ImportError:
        return None
    loads: Callable[[bytes], object] = orjson.loads
    return loads


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no number")
