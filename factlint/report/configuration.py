"""The effective configuration, and the JSON Schema of ``factlint.yml``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factlint.engine.config import KEYS, OFF, Config
from factlint.engine.housefile import KINDS, MAX_PHRASE, SPELLING_KEYS
from factlint.rulekit.house import Case
from factlint.rulekit.rule import Profile, Rule, Severity

_WORDS = {
    "oneOf": [
        {"type": "string"},
        {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
    ]
}
_VALUE = {"type": ["string", "number", "boolean", "array"], "items": {"type": "string"}}


def schema_text() -> str:
    """The JSON Schema of a configuration file."""
    by_key: dict[str, dict[str, Any]] = {
        "profile": {"enum": [profile.value for profile in Profile]},
        "select": _WORDS,
        "ignore": _WORDS,
        "severity": _mapping({"enum": [*(severity.value for severity in Severity), OFF]}),
        "per-path-ignores": _mapping(_WORDS),
        "options": _mapping(_mapping(_VALUE)),
        "house": _WORDS,
        "exclude": _WORDS,
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factlint.yml",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: {"description": words, **by_key[key]} for key, words in KEYS.items()},
    }
    return json.dumps(schema, indent=2) + "\n"


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


def as_yaml(config: Config, rules: Sequence[Rule]) -> str:
    """What holds once defaults and configuration files are put together, as YAML.

    Every rule is listed with its severity; options only where a rule has any.
    """
    lines = [f"# from {path}" for path in config.files]
    lines.append(f"profile: {config.profile or Profile.DESK}")
    if config.select is not None:
        lines.append(f"select: {_list(config.select)}")
    lines.append(f"ignore: {_list(config.ignore)}")
    lines.append("severity:")
    for rule in rules:
        severity = config.severity.get(rule.code, rule.severity)
        lines.append(f"  {rule.name}: {severity or OFF}")
    options = {
        rule.name: {**rule.options, **config.options.get(rule.code, {})} for rule in rules if rule.options
    }
    if options:
        lines.append("options:")
        for name, values in options.items():
            lines.append(f"  {name}: {_values(values)}")
    if config.path_ignores:
        lines.append("per-path-ignores:")
        lines.extend(
            f"  {_text(item.paths.patterns[0])}: {_list(sorted(item.codes))}" for item in config.path_ignores
        )
    lines.append(f"exclude: {_list(pattern for item in config.exclude for pattern in item.patterns)}")
    return "\n".join(lines) + "\n"


def _mapping(value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": value}


def _list(words: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, words))}]"


def _values(values: Mapping[str, object]) -> str:
    return "{" + ", ".join(f"{name}: {_value(value)}" for name, value in values.items()) + "}"


def _value(value: object) -> str:
    return _list(map(str, value)) if isinstance(value, (tuple, list)) else _text(value)


def _text(value: object) -> str:
    # JSON's strings, numbers and booleans are YAML's.
    return json.dumps(value, ensure_ascii=False)
