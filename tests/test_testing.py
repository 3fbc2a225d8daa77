"""What authors of rules test theirs with, and the plug-in of the documentation, installed and run."""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factlint.engine.registry import all_rules
from factlint.errors import ConfigError
from factlint.rulekit.rule import Example
from factlint.testing import assert_examples, check_with, failures, unmark
from factlint.text.span import Span

ROOT = Path(__file__).parents[1]
PLUGIN = ROOT / "docs" / "examples" / "plugin"
RULES = {rule.code: rule for rule in all_rules()}


def test_unmark() -> None:
    assert unmark("a [[b c]] d [[e]]") == ("a b c d e", {Span(2, 5), Span(8, 9)})
    assert unmark("plain") == ("plain", set())


def test_check_with_a_rule() -> None:
    [found] = check_with(RULES["FL401"], "He came on June 31.", dt.date(2021, 6, 16))
    assert found.words == "June 31"
    assert check_with(RULES["FL401"], "He came on June 30, to Anthony Blinken.") == ()


def test_a_rule_that_is_not_installed() -> None:
    rule = dataclasses.replace(RULES["FL401"], code="XX401", name="my-impossible-date")
    [found] = check_with(rule, "He came on June 31.")
    assert found.rule == "XX401"
    with pytest.raises(ConfigError, match="two rules are called"):
        check_with(dataclasses.replace(rule, name="impossible-date"), "He came.")


def test_failures_say_what_was_wrong() -> None:
    rule = dataclasses.replace(
        RULES["FL401"],
        code="XX401",
        name="my-impossible-date",
        invalid=(Example("He came on [[June 30]]."), Example("He came on June 31.")),
        valid=(Example("He came on June 31."), Example("[[He]] came.")),
    )
    reasons = [failure.reason for failure in failures(rule)]
    assert reasons[0] == "'June 30' was not found"
    assert reasons[1] == "a wrong example needs [[marks]]"
    assert reasons[2].startswith("'June 31' was found: ")
    assert reasons[3] == "a right example must have no [[marks]]"
    with pytest.raises(AssertionError, match="XX401 my-impossible-date: 'June 30' was not found"):
        assert_examples(rule)
    with pytest.raises(AssertionError, match="there must be invalid and valid examples"):
        assert_examples(dataclasses.replace(rule, valid=()))
    assert_examples(RULES["FL401"])


def test_a_rule_that_breaks_fails_its_examples() -> None:
    def broken(_context: object) -> list[object]:
        raise ValueError("no such luck")

    rule = dataclasses.replace(
        RULES["FL107"], code="XX1", name="broken", check_article=broken, invalid=(), valid=(Example("A."),)
    )
    [failure] = failures(rule)
    assert "no such luck" in failure.reason


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a process that has the plug-in installed, and nothing from any network."""
    target = tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index"]
    subprocess.run(
        [*pip, "--no-deps", "--no-build-isolation", "--target", str(target), str(PLUGIN)],
        check=True,
        capture_output=True,
    )
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(target), str(ROOT)))}


def command(installed: dict[str, str], *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], env=installed, cwd=cwd, capture_output=True, text=True, check=False
    )


def test_the_plug_in_reports(installed: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("It was built in 1905, early in the 19th century.\n", encoding="utf-8")
    done = command(installed, "-m", "factlint", "check", "--format", "concise", "a.md", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert "a.md:1:17: error DR401 wrong-century: 1905 is in century 20, not 19" in done.stdout
    done = command(installed, "-m", "factlint", "rule", "wrong-century", cwd=tmp_path)
    assert done.stdout.startswith("DR401 wrong-century\n")


def test_the_plug_ins_examples_are_run(installed: dict[str, str], tmp_path: Path) -> None:
    done = command(installed, "-m", "factlint", "test-rules", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "1 rule, 3 examples, 0 failed\n")


def test_the_plug_ins_own_tests_pass(installed: dict[str, str], tmp_path: Path) -> None:
    tests = str(PLUGIN / "tests")
    done = command(
        installed, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", tests, tests, cwd=tmp_path
    )
    assert done.returncode == 0, done.stdout
    assert "2 passed" in done.stdout
