"""The JSON Schemas of rule files and of house facts, for editors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from factlint.engine.factsfile import FACT_FIELDS
from factlint.engine.records import MAX_PHRASE
from factlint.engine.rulefile import CODE, FILE_KEYS, NAME
from factlint.rulekit.declarative.base import Field, FieldType
from factlint.rulekit.declarative.kinds import COMMON_FIELDS, KINDS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PHRASE = {"type": "string", "minLength": 1, "maxLength": MAX_PHRASE}
# A year alone is a number to YAML.
_DATE = {"oneOf": [{"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}, {"type": "integer"}]}


def rules_schema_text() -> str:
    """The JSON Schema of a rule file."""
    shared = {key: _described(field) for key, field in COMMON_FIELDS.items()}
    shared["code"]["pattern"] = f"^{CODE.pattern}$"
    shared["name"]["pattern"] = f"^{NAME.pattern}$"
    common = {key: {"$ref": f"#/$defs/{key}"} for key in shared}
    kinds = []
    for kind in KINDS.values():
        properties = {key: _described(field) for key, field in kind.fields.items()}
        kinds.append(
            {
                "title": kind.name,
                "description": kind.summary,
                "type": "object",
                "additionalProperties": False,
                "required": _required({**COMMON_FIELDS, **kind.fields}),
                "properties": {**common, "kind": {"const": kind.name}, **properties},
            }
        )
    [(key, words)] = FILE_KEYS.items()
    return _text(
        {
            "title": "rules of a newsroom",
            "type": "object",
            "additionalProperties": False,
            "properties": {key: {"description": words, "type": "array", "items": {"oneOf": kinds}}},
            "$defs": shared,
        }
    )


def facts_schema_text() -> str:
    """The JSON Schema of a file of house facts."""
    return _text({"title": "house facts of a newsroom", **_record(FACT_FIELDS)})


def _text(schema: dict[str, Any]) -> str:
    return json.dumps({"$schema": _DIALECT, **schema}, indent=2, ensure_ascii=False) + "\n"


def _described(field: Field) -> dict[str, Any]:
    return {"description": field.help, **_value(field)}


def _value(field: Field) -> dict[str, Any]:
    match field.type:
        case FieldType.TEXT:
            return {"type": "string", "minLength": 1}
        case FieldType.CHOICE:
            return {"enum": list(field.choices)}
        case FieldType.PHRASES:
            return _one_or_several(_PHRASE)
        case FieldType.DATE:
            return _DATE
        case FieldType.NUMBER:
            return {"type": "number"}
        case FieldType.COUNT:
            return {"type": "integer", "minimum": 1}
        case FieldType.RECORDS:
            record = _record(field.fields)
            return _one_or_several({"oneOf": [{"type": "string"}, record]} if field.shorthand else record)


def _record(fields: Mapping[str, Field]) -> dict[str, Any]:
    required = _required(fields)
    return {
        "type": "object",
        "additionalProperties": False,
        **({"required": required} if required else {}),
        "properties": {key: _described(field) for key, field in fields.items()},
    }


def _required(fields: Mapping[str, Field]) -> list[str]:
    return [key for key, field in fields.items() if field.required]


def _one_or_several(value: dict[str, Any]) -> dict[str, Any]:
    return {"oneOf": [value, {"type": "array", "items": value, "minItems": 1}]}
