"""Rules made from YAML in tests."""

from __future__ import annotations

import datetime as dt
import textwrap
from pathlib import Path

from factlint.engine.registry import all_rules
from factlint.engine.rulefile import read_rule_file
from factlint.rulekit.rule import Rule
from factlint.testing import check_with

_ENTRY = """\
rules:
  - code: TT101
    name: test-rule
    examples: {wrong: ["a [[b]]"], right: [c]}
"""


def declared(folder: Path, entry: str) -> Rule:
    """The rule of an entry whose code, name and examples are given."""
    path = folder / "own.yml"
    path.write_text(_ENTRY + textwrap.indent(textwrap.dedent(entry).strip(), "    ") + "\n", encoding="utf-8")
    [rule] = read_rule_file(path, all_rules())
    return rule


def found(rule: Rule, text: str, date: str = "2021-06-16") -> list[str]:
    """The words that a rule reports of a text."""
    return [item.words for item in check_with(rule, text, dt.date.fromisoformat(date) if date else None)]
