"""Reading what endpoints answer; nothing in an answer is believed before it has been looked at."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from factlint.kbbuild.update.errors import AnswerError, BusyError, UpdateError

MAX_BINDINGS = 500_000
"""More rows than any question asked here can have."""

_KINDS = {"uri": "uri", "literal": "literal", "typed-literal": "literal", "bnode": "bnode"}
_ITEM = re.compile(r"Q[1-9]\d{0,11}")
_ITEM_URI = re.compile(r"https?://www\.wikidata\.org/entity/(Q[1-9]\d{0,11})")
_WAITING = frozenset({"maxlag", "ratelimited", "readonly", "internal_api_error_DBQueryTimeoutError"})
"""Error codes of the MediaWiki API that pass (https://www.mediawiki.org/wiki/API:Errors_and_warnings)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a query's result: ``kind`` is ``uri``, ``literal`` or ``bnode``."""

    kind: str
    value: str

    @property
    def item(self) -> str:
        """The Wikidata item that the value names, empty where it is none."""
        match = _ITEM_URI.fullmatch(self.value) if self.kind == "uri" else None
        return match[1] if match else ""

    @property
    def unknown(self) -> bool:
        """Whether the value is Wikidata's "unknown value": a blank node, or the URI that stands for one."""
        return self.kind == "bnode" or (self.kind == "uri" and "/.well-known/genid/" in self.value)


Binding = Mapping[str, Cell]
Json = dict[str, Any]


def read_bindings(
    body: bytes, always: Collection[str] = (), maybe: Collection[str] | None = None
) -> list[Binding]:
    """The rows of an answer in the SPARQL JSON format (https://www.w3.org/TR/sparql11-results-json/).

    Args:
        body: the answer.
        always: variables that every row must have.
        maybe: the other variables that were asked for; None to take any.

    Raises:
        AnswerError: it is malformed or answers another question.
        BusyError: it says that the endpoint is busy.
    """
    data = _json_object(body)
    head, results = data.get("head"), data.get("results")
    if not isinstance(head, dict) or not isinstance(results, dict):
        raise AnswerError("no result of a SELECT query")
    names = head.get("vars")
    if not isinstance(names, list) or (maybe is not None and set(map(str, names)) != {*always, *maybe}):
        raise AnswerError(f"other variables than were asked for: {str(names)[:200]}")
    rows = results.get("bindings")
    if not isinstance(rows, list) or len(rows) > MAX_BINDINGS:
        raise AnswerError("no list of bindings, or far too long a one")
    found = [_binding(row) for row in rows]
    if not all(name in row for row in found for name in always):
        raise AnswerError("rows that lack a variable")
    return found


def read_entities(body: bytes, asked: Sequence[str]) -> dict[str, Json | None]:
    """The documents of the items that were asked for; None for those that are no longer there.

    Reads the answers of ``Special:EntityData`` and of ``wbgetentities``. The document of an item that was
    merged into another has the other's id.

    Raises:
        AnswerError: the answer is malformed or lacks an item that was asked for.
        BusyError: it says that the endpoint is busy.
    """
    data = _json_object(body)
    entities = data.get("entities")
    if not isinstance(entities, dict) or len(entities) > 2 * len(asked):
        raise AnswerError("no entities, or others than were asked for")
    found: dict[str, Json | None] = {}
    for key, document in entities.items():
        if not isinstance(document, dict):
            raise AnswerError(f"{key[:40]}: no entity")
        redirect = document.get("redirects")
        origin = redirect.get("from") if isinstance(redirect, dict) else None
        item = document.get("id")
        if "missing" in document:
            found[key] = None
        elif not isinstance(item, str) or not _ITEM.fullmatch(item):
            raise AnswerError(f"{key[:40]}: no identifier")
        else:
            found[str(origin or key)] = document
    others = [document for item, document in found.items() if document and item not in asked]
    if len(asked) == len(others) == 1:
        # What Special:EntityData gives for an item that was merged: the other's document.
        return {asked[0]: others[0]}
    if lacking := [item for item in asked if item not in found]:
        raise AnswerError(f"no answer about {', '.join(lacking[:5])}")
    return {item: found[item] for item in asked}


def _json_object(body: bytes) -> Json:
    try:
        data = json.loads(body.decode("utf-8"), parse_constant=_no_constant)
    except RecursionError:
        raise AnswerError("nested too deeply") from None
    except ValueError as error:
        raise AnswerError(f"no JSON, or cut short ({str(error)[:120]})") from None
    if not isinstance(data, dict):
        raise AnswerError("no JSON object")
    if isinstance(data.get("error"), dict):
        _raise_error(data["error"])
    return data


def _raise_error(error: Json) -> NoReturn:
    """Raise what an error of the MediaWiki API means."""
    code, about = str(error.get("code", "")), " ".join(str(error.get("info", "")).split())[:200]
    if code in _WAITING:
        raise BusyError(f"{code}: {about}", None)
    raise UpdateError(f"the endpoint refuses: {code[:60]}: {about}")


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _binding(row: object) -> Binding:
    if not isinstance(row, dict):
        raise AnswerError("a binding that is none")
    binding = {}
    for name, cell in row.items():
        if not isinstance(cell, dict) or not isinstance(cell.get("value"), str):
            raise AnswerError(f"{name[:40]}: no value")
        kind = _KINDS.get(str(cell.get("type")))
        if kind is None:
            raise AnswerError(f"{name[:40]}: a value of an unknown type")
        binding[name] = Cell(kind, cell["value"])
    return binding
