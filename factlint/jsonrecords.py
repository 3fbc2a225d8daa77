"""Frozen records as JSON and back, by their types and without loss.

A record is a dataclass or named tuple of numbers, texts, dates, enumerations, tuples, frozen sets and
other records. It is written as a list of its fields' values: names of fields in every record would be
half of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable
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
    return cast("Record", _reader(cast("Hashable", kind))(value))


Reader = Callable[[Any], Any]


@cache
def _reader(kind: Hashable) -> Reader:
    """What makes a value of a type; made once for each type, for records are read by the thousand."""
    if isinstance(kind, UnionType):
        return _optional(next(one for one in get_args(kind) if one is not NoneType))
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        return _sequence(inner[0], tuple) if inner[-1] is Ellipsis else _fixed(inner, lambda *values: values)
    if get_origin(kind) is frozenset:
        return _sequence(get_args(kind)[0], frozenset)
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        return _fixed(_types(kind), cast("Callable[..., Any]", kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return dt.date.fromisoformat if kind is dt.date else _scalar(cast("type[Any]", kind))


def _types(record: Hashable) -> tuple[Any, ...]:
    hints = get_type_hints(record)
    if is_dataclass(record):
        return tuple(hints[field.name] for field in fields(cast("Any", record)) if field.init)
    return tuple(hints.values())


def _optional(kind: Hashable) -> Reader:
    inner = _reader(kind)
    return lambda value: None if value is None else inner(value)


def _sequence(kind: Hashable, make: Callable[[Iterable[Any]], Any]) -> Reader:
    inner = _reader(kind)

    def several(value: Any) -> Any:
        if not isinstance(value, list):
            raise TypeError(f"{value!r} is no list")
        return make([inner(item) for item in value])

    return several


def _fixed(kinds: Iterable[Hashable], make: Callable[..., Any]) -> Reader:
    readers = [_reader(kind) for kind in kinds]

    def record(value: Any) -> Any:
        if not isinstance(value, list) or len(value) != len(readers):
            raise TypeError(f"{value!r} are not {len(readers)} values")
        return make(*[reader(item) for reader, item in zip(readers, value, strict=True)])

    return record


def _scalar(kind: type[Any]) -> Reader:
    def scalar(value: Any) -> Any:
        if isinstance(value, kind):
            return value
        if kind is float and isinstance(value, int):
            return float(value)
        raise TypeError(f"{value!r} is no {kind.__name__}")

    return scalar
