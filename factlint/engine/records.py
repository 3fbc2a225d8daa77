"""Reading the entries of rule files and house facts by what their fields hold."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from factlint.dates.partial import PartialDate
from factlint.engine.yamlfile import YamlValue
from factlint.regex import regex
from factlint.rulekit.declarative.base import Field, FieldType

MAX_PHRASE = 100
"""Longer phrases are refused, in characters."""

_BEGINS_WITH_WORD = regex(r"\w")


def read_record(value: YamlValue, fields: Mapping[str, Field], shorthand: str = "") -> dict[str, Any]:
    """The values of an entry by field, those that it does not have left out.

    Args:
        value: the entry.
        fields: those that it may have.
        shorthand: the field that a bare text gives, empty where a text will not do.

    Raises:
        ConfigError: a field is not known, stands twice, is missing or holds something else; the message
            names file, line and column.
    """
    given = {shorthand: value} if shorthand and value.is_text else value.fields(fields)
    for key, field in fields.items():
        if field.required and key not in given:
            raise value.wrong(f"the entry lacks {key!r}", field.help)
    values = {key: _value(given[key], fields[key]) for key in given}
    first, last = values.get("from"), values.get("until")
    if first is not None and last is not None and first.earliest > last.latest:
        raise given["until"].wrong("'until' lies before 'from'", "mend one of the two")
    return values


def _value(value: YamlValue, field: Field) -> Any:
    match field.type:
        case FieldType.TEXT:
            return _text(value)
        case FieldType.CHOICE:
            return value.one_of(field.choices)
        case FieldType.PHRASES:
            return tuple(phrase(item) for item in _some(value))
        case FieldType.DATE:
            return _date(value)
        case FieldType.NUMBER:
            return _number(value)
        case FieldType.COUNT:
            return _count(value)
        case FieldType.RECORDS:
            return tuple(read_record(item, field.fields, field.shorthand) for item in _some(value))


def phrase(item: YamlValue) -> str:
    """A word or phrase with single spaces; raises ConfigError where it is none or too long."""
    words = " ".join(item.text().split())
    if not _BEGINS_WITH_WORD.match(words):
        raise item.wrong(f"{words!r} must begin with a letter or digit")
    if len(words) > MAX_PHRASE:
        raise item.wrong(f"a phrase of more than {MAX_PHRASE} characters", "shorten it")
    return words


def _some(value: YamlValue) -> tuple[YamlValue, ...]:
    items = value.items()
    if not items:
        raise value.wrong(f"{value.name!r} is empty", "name at least one, or leave it out")
    return items


def _text(value: YamlValue) -> str:
    text = value.text().strip()
    if not text:
        raise value.wrong(f"{value.name!r} is empty", "write something, or leave it out")
    return text


def _date(value: YamlValue) -> PartialDate:
    try:
        return PartialDate.parse(value.text())
    except ValueError:
        raise value.wrong(
            f"{value.name!r} must be a date, not {value.text()!r}", "write it as 2027, 2027-01 or 2027-01-31"
        ) from None


def _number(value: YamlValue) -> Fraction:
    scalar = value.scalar()
    if isinstance(scalar, bool) or not isinstance(scalar, (int, float)):
        raise value.wrong(f"{value.name!r} must be a number, not {value.text()!r}")
    return Fraction(value.text())


def _count(value: YamlValue) -> int:
    scalar = value.scalar()
    if isinstance(scalar, bool) or not isinstance(scalar, int) or scalar < 1:
        raise value.wrong(f"{value.name!r} must be a whole number from 1, not {value.text()!r}")
    return scalar
