"""Frozen records as JSON and back, by their types and without loss.

A record is a dataclass or named tuple of numbers, texts, dates, enumerations, tuples, frozen sets and
other records. It is written as a list of its fields' values: names of fields in every record would be
half of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

Record = TypeVar("Record")


def plain(value: Any) -> Any:
    """A record as lists, numbers and texts, which ``json.dumps`` can write."""
    if is_dataclass(value):
        return [plain(getattr(value, field.name)) for field in fields(value) if field.init]
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(map(plain, value))
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, dt.date) else value


def read(kind: type[Record], value: Any) -> Record:
    """The record of a type that ``plain`` made lists of.

    Raises:
        ValueError, TypeError, KeyError: it is none.
    """
    return cast("Record", _read(kind, value))


@cache
def _types(record: Hashable) -> tuple[Any, ...]:
    hints = get_type_hints(record)
    if is_dataclass(record):
        return tuple(hints[field.name] for field in fields(cast("Any", record)) if field.init)
    return tuple(hints.values())


def _read(kind: Any, value: Any) -> Any:
    if isinstance(kind, UnionType):
        inner = next(one for one in get_args(kind) if one is not NoneType)
        return None if value is None else _read(inner, value)
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        if inner[-1] is Ellipsis:
            return tuple(_read(inner[0], item) for item in value)
        return tuple(_read(one, item) for one, item in zip(inner, value, strict=True))
    if get_origin(kind) is frozenset:
        [inner] = get_args(kind)
        return frozenset(_read(inner, item) for item in value)
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        record = cast("type[Any]", kind)
        types = _types(cast("Hashable", record))
        return record(*(_read(one, item) for one, item in zip(types, value, strict=True)))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if kind is dt.date:
        return dt.date.fromisoformat(value)
    if kind is float and isinstance(value, int):
        return float(value)
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value
