"""Finding the rules: the built-in ones and those of installed plug-ins."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from factlint.engine.internal import UNUSED_SUPPRESSION
from factlint.errors import ConfigError
from factlint.rulekit.rule import Rule

ENTRY_POINT_GROUP = "factlint.rules"
"""Plug-ins name a ``Rule``, or a module that defines ``RULE``, under this entry-point group."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule there is, by code.

    Raises:
        ConfigError: a plug-in cannot be loaded, or two rules share a code or a name.
    """
    return distinct([UNUSED_SUPPRESSION, *_built_in(), *plugged_in()])


def distinct(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules by code; raises ConfigError where two share a code or a name."""
    taken: dict[str, Rule] = {}
    ordered = sorted(rules, key=lambda rule: rule.code)
    for rule in ordered:
        for key in (rule.code, rule.name):
            if key in taken:
                raise ConfigError(
                    f"two rules are called {key}: {_describe(taken[key])} and {_describe(rule)}",
                    "uninstall one of the plug-ins that bring them",
                )
            taken[key] = rule
    return tuple(ordered)


def _built_in() -> Iterator[Rule]:
    from factlint import checks

    for info in sorted(pkgutil.iter_modules(checks.__path__), key=lambda info: info.name):
        rule = getattr(importlib.import_module(f"{checks.__name__}.{info.name}"), "RULE", None)
        if isinstance(rule, Rule):
            yield rule


def plugged_in() -> Iterator[Rule]:
    """The rules of installed plug-ins; raises ConfigError where one cannot be loaded."""
    if not any(map(_may_have_plug_ins, dict.fromkeys(sys.path))):
        return
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=ENTRY_POINT_GROUP), key=lambda point: point.name):
        try:
            loaded = point.load()
        except Exception as error:
            raise ConfigError(
                f"the rule plug-in {point.name} ({point.value}) cannot be loaded: {error}",
                "update or uninstall the package that brings it",
            ) from error
        rule = getattr(loaded, "RULE", loaded)
        if not isinstance(rule, Rule):
            raise ConfigError(
                f"the rule plug-in {point.name} ({point.value}) is not a rule",
                f"its {ENTRY_POINT_GROUP} entry point must name a Rule or a module that defines RULE",
            )
        yield rule


def _may_have_plug_ins(folder: str) -> bool:
    """Whether a package on the import path may name rules.

    ``importlib.metadata`` knows, but importing it takes as long as reading a story.
    """
    path = Path(folder)
    if path.is_file():
        return True
    section = f"[{ENTRY_POINT_GROUP}]".encode()
    return any(section in found.read_bytes() for found in path.glob("*-info/entry_points.txt"))


def _describe(rule: Rule) -> str:
    return f"{rule.code} {rule.name}"
