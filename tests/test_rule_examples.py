"""The examples in every rule are run: each mark is found, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factlint.engine.registry import all_rules
from factlint.engine.rulefile import read_rule_file, rule_files, shipped_names
from factlint.rulekit.rule import Example, Rule
from factlint.testing import failure_of, failures

RULES = all_rules()
CASES = [
    pytest.param(rule, example, wrong, id=f"{rule.code}-{'invalid' if wrong else 'valid'}-{number}")
    for rule in RULES
    for wrong, examples in ((True, rule.invalid), (False, rule.valid))
    for number, example in enumerate(examples)
]


@pytest.mark.parametrize(("rule", "example", "wrong"), CASES)
def test_example(rule: Rule, example: Example, *, wrong: bool) -> None:
    assert failure_of(rule, example, wrong=wrong) is None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_is_documented(rule: Rule) -> None:
    assert re.fullmatch(r"FL\d\d\d", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.summary.endswith(".")
    assert len(rule.doc.strip().split("\n\n")) > 1, "say what it finds, and what it leaves alone"
    assert rule.invalid
    assert rule.valid


def test_rules_that_ship_in_yaml() -> None:
    taken = [*RULES]
    for name in shipped_names():
        for file in rule_files(name, Path()):
            taken += read_rule_file(file, taken)
    own = taken[len(RULES) :]
    assert {rule.code[:3] for rule in own} == {"BND", "CAL", "WRD"}
    assert [str(failure) for rule in own for failure in failures(rule)] == []
