"""Digests as JSON and back, without loss."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from factlint.crossing.records import SCHEMA_VERSION, ArticleDigest
from factlint.errors import FactlintError


def to_json(digest: ArticleDigest) -> str:
    """A digest as one line of JSON: an object of the schema's version and the fields in order."""
    return json.dumps([SCHEMA_VERSION, _plain(digest)], separators=(",", ":"))


def from_json(text: str) -> ArticleDigest:
    """The digest that ``to_json`` wrote.

    Raises:
        FactlintError: it was written by another version, or is no digest.
    """
    try:
        version, values = json.loads(text)
        if version != SCHEMA_VERSION:
            raise FactlintError(
                f"a record of version {version} cannot be read here, where it is {SCHEMA_VERSION}",
                "add the article again",
            )
        return cast("ArticleDigest", _read(ArticleDigest, values))
    except (ValueError, TypeError, KeyError) as error:
        raise FactlintError(f"a record is damaged: {error}", "add the article again") from None


def _plain(value: Any) -> Any:
    """A record as a list of its fields' values: names of fields in every record would be half of it."""
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


@cache
def _types(record: Hashable) -> tuple[Any, ...]:
    hints = get_type_hints(record)
    return tuple(hints[field.name] for field in fields(cast("Any", record)))


def _read(kind: Any, value: Any) -> Any:
    if isinstance(kind, UnionType):
        return (
            None
            if value is None
            else _read(next(one for one in get_args(kind) if one is not NoneType), value)
        )
    if is_dataclass(kind):
        record = cast("type[Any]", kind)
        return record(
            *(_read(one, item) for one, item in zip(_types(cast("Hashable", record)), value, strict=True))
        )
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        if inner[-1] is Ellipsis:
            return tuple(_read(inner[0], item) for item in value)
        return tuple(_read(one, item) for one, item in zip(inner, value, strict=True))
    if kind is dt.date:
        return dt.date.fromisoformat(value)
    if kind is float and isinstance(value, int):
        return float(value)
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value
