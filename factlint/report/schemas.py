"""The JSON Schemas of ``factlint.yml`` and of a house list, for editors."""

from __future__ import annotations

import json
from typing import Any

from factlint.engine.config import DateDefault
from factlint.engine.configfile import ACCEPT_KEYS, JSON_KEYS, KEYS, OFF, RULE_KEYS
from factlint.engine.housefile import KINDS, MAX_PHRASE, SPELLING_KEYS
from factlint.rulekit.house import Case
from factlint.rulekit.rule import Profile, Severity

_WORDS = {
    "oneOf": [
        {"type": "string"},
        {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
    ]
}
_VALUE = {"type": ["string", "number", "boolean", "array"], "items": {"type": "string"}}


def schema_text() -> str:
    """The JSON Schema of a configuration file."""
    by_key = _rule_settings()
    override = {
        "type": "object",
        "additionalProperties": False,
        "required": ["paths"],
        "properties": {
            "paths": {"description": "Patterns, as in .gitignore, of articles.", **_WORDS},
            **{key: {"description": words, **by_key[key]} for key, words in RULE_KEYS.items()},
        },
    }
    by_key |= {
        "extends": _WORDS,
        "rules": _WORDS,
        "facts": _WORDS,
        "per-path-ignores": _mapping(_WORDS),
        "overrides": {"type": "array", "items": override},
        "include": _WORDS,
        "exclude": _WORDS,
        "gitignore": {"type": "boolean"},
        "archive": {"type": "string"},
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factlint.yml",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: {"description": words, **by_key[key]} for key, words in KEYS.items()},
    }
    return json.dumps(schema, indent=2) + "\n"


def _rule_settings() -> dict[str, dict[str, Any]]:
    accepted = {
        "type": "object",
        "additionalProperties": False,
        "required": ["name"],
        "properties": {
            key: {"description": words, **({"type": "string"} if key != "rules" else _WORDS)}
            for key, words in ACCEPT_KEYS.items()
        },
    }
    return {
        "profile": {"enum": [profile.value for profile in Profile]},
        "select": _WORDS,
        "ignore": _WORDS,
        "severity": _mapping({"enum": [*(severity.value for severity in Severity), OFF]}),
        "options": _mapping(_mapping(_VALUE)),
        "accept": {"type": "array", "items": {"oneOf": [{"type": "string"}, accepted]}},
        "house": _WORDS,
        "publication-date": {"enum": [default.value for default in DateDefault]},
        "time-zone": {"type": "string"},
        "json": {
            "type": "object",
            "additionalProperties": False,
            "properties": {key: {"description": words, **_WORDS} for key, words in JSON_KEYS.items()},
        },
    }


def house_schema_text() -> str:
    """The JSON Schema of a house list."""
    phrase = {"type": "string", "minLength": 1, "maxLength": MAX_PHRASE}
    phrases = {"oneOf": [phrase, {"type": "array", "items": phrase, "minItems": 1}]}
    by_key: dict[str, dict[str, Any]] = {
        "avoid": phrases,
        "use": phrases,
        "unless": phrases,
        "case": {"enum": [case.value for case in Case]},
        "note": {"type": "string"},
    }
    entry = {
        "type": "object",
        "additionalProperties": False,
        "required": ["avoid", "use"],
        "properties": {key: {"description": words, **by_key[key]} for key, words in SPELLING_KEYS.items()},
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "house.yml",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            key: {"description": words, "type": "array", "items": entry} for key, words in KINDS.items()
        },
    }
    return json.dumps(schema, indent=2) + "\n"


def _mapping(value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": value}
