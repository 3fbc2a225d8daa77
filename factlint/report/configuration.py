"""The effective configuration as YAML, each value with the place it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from factlint.engine.config import Config, DateDefault
from factlint.engine.configfile import OFF
from factlint.rulekit.rule import Profile, Rule

_WIDTH = 48
"""Columns before the place of a value."""


def as_yaml(config: Config, rules: Sequence[Rule]) -> str:
    """What holds once defaults and configuration files are put together.

    Every rule is listed with its severity, options where a rule has any, and after ``#`` the file and
    line that says so; what no file says is a default.
    """
    lines = [f"# from {path}" for path in config.files]
    lines += [_line(text, config.origins.get(key, ())) for key, text in _entries(config, rules)]
    return "\n".join(lines) + "\n"


def _line(text: str, places: Sequence[str]) -> str:
    return f"{text:{_WIDTH}}  # {', '.join(places)}" if places else text


def _entries(config: Config, rules: Sequence[Rule]) -> Iterator[tuple[str, str]]:
    """The lines, each with the key of its origin."""
    yield "profile", f"profile: {config.profile or Profile.DESK}"
    if config.select is not None:
        yield "select", f"select: {_list(config.select)}"
    yield "ignore", f"ignore: {_list(config.ignore)}"
    yield "publication-date", f"publication-date: {config.publication_date or DateDefault.NONE}"
    if config.time_zone is not None:
        yield "time-zone", f"time-zone: {config.time_zone}"
    yield from _json(config)
    if config.rules:
        yield "rules", f"rules: {_list(rule.code for rule in config.rules)}"
    if config.facts is not None:
        facts = {name: len(getattr(config.facts, name)) for name in ("people", "offices", "capitals")}
        yield "facts", f"facts: {{{', '.join(f'{name}: {number}' for name, number in facts.items())}}}"
    yield "", "severity:"
    for rule in rules:
        severity = config.severity.get(rule.code, rule.severity)
        yield f"severity.{rule.code}", f"  {rule.name}: {severity or OFF}"
    yield from _options(config, rules)
    if config.accept:
        yield "", "accept:"
        for accepted in config.accept:
            until = f", until: {accepted.until}" if accepted.until else ""
            said = f"{{name: {_text(accepted.name)}, reason: {_text(accepted.reason)}{until}}}"
            yield "", f"  - {said}  # {accepted.source}"
    if config.path_ignores:
        yield "per-path-ignores", "per-path-ignores:"
        for item in config.path_ignores:
            yield "", f"  {_text(item.paths.patterns[0])}: {_list(sorted(item.codes))}"
    for key, patterns in (("include", config.include), ("exclude", config.exclude)):
        yield key, f"{key}: {_list(pattern for item in patterns for pattern in item.patterns)}"
    if config.archive is not None:
        yield "archive", f"archive: {_text(str(config.archive))}"
    yield "gitignore", f"gitignore: {_text(config.gitignore is not False)}"


def _json(config: Config) -> Iterator[tuple[str, str]]:
    if config.json.paths:
        yield "", "json:"
    for part, paths in config.json.paths.items():
        yield f"json.{part}", f"  {part}: {_list(paths)}"


def _options(config: Config, rules: Sequence[Rule]) -> Iterator[tuple[str, str]]:
    tunable = [rule for rule in rules if rule.options]
    if tunable:
        yield "", "options:"
    for rule in tunable:
        yield "", f"  {rule.name}:"
        for name, value in {**rule.options, **config.options.get(rule.code, {})}.items():
            yield f"options.{rule.code}.{name}", f"    {name}: {_value(value)}"


def _list(words: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, words))}]"


def _value(value: object) -> str:
    return _list(map(str, value)) if isinstance(value, (tuple, list)) else _text(value)


def _text(value: object) -> str:
    # JSON's strings, numbers and booleans are YAML's.
    return json.dumps(value, ensure_ascii=False)
