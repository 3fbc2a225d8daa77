"""A newsroom's own rules and facts, from the command line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml
from commands import factlint

from factlint.engine.rulefile import shipped_names
from factlint.report.ruleschema import facts_schema_text, rules_schema_text
from factlint.rulekit.declarative.kinds import COMMON_FIELDS, KINDS

ROOT = Path(__file__).parents[2]
RULES = """\
rules:
  - code: NW101
    name: town-fair
    kind: fixed-date-event
    event: Lakeside Fair
    date: third Saturday of May
    examples:
      wrong: [{text: "The Lakeside Fair is on [[May 22]].", date: 2021-05-03}]
      right: [{text: "The Lakeside Fair is on May 15.", date: 2021-05-03}]
"""


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    (tmp_path / "factlint.yml").write_text("rules: [own]\nfacts: facts.yml\n", encoding="utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "town.yml").write_text(RULES, encoding="utf-8")
    (tmp_path / "facts.yml").write_text("people: [Ada Brandt]\n", encoding="utf-8")
    (tmp_path / "a.md").write_text(
        "---\ndate: 2021-05-03\n---\nThe Lakeside Fair is on May 22.\n", encoding="utf-8"
    )
    return tmp_path


def test_check_reports_by_them(newsroom: Path) -> None:
    done = factlint("check", "--format", "concise", "a.md", cwd=newsroom)
    assert done.returncode == 1
    assert "a.md:4:25: warning NW101 town-fair: Lakeside Fair is on 15 May 2021" in done.stdout
    assert factlint("check", "--ignore", "town-fair", "a.md", cwd=newsroom).returncode == 0
    (newsroom / "a.md").write_text(
        "---\ndate: 2021-05-03\n---\nThe Lakeside Fair is on May 22. <!-- factlint: ignore[NW101] sic -->\n",
        encoding="utf-8",
    )
    assert factlint("check", "a.md", cwd=newsroom).returncode == 0


def test_a_further_rule_is_noticed_at_once(newsroom: Path) -> None:
    first = [factlint("check", "a.md", cwd=newsroom).stdout for _ in range(2)]
    assert first[0] == first[1]
    (newsroom / "own" / "more.yml").write_text(
        RULES.replace("NW101", "NW102").replace("town-fair", "the-fair"), encoding="utf-8"
    )
    assert "NW102" in factlint("check", "a.md", cwd=newsroom).stdout


def test_sarif_says_what_they_are(newsroom: Path) -> None:
    document = json.loads(factlint("check", "--format", "sarif", "a.md", cwd=newsroom).stdout)
    [run] = document["runs"]
    [result] = run["results"]
    described = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert (result["ruleId"], described["id"], described["name"]) == ("NW101", "NW101", "TownFair")
    assert described["properties"]["category"] == "date"


def test_rule_and_config_show_them(newsroom: Path) -> None:
    assert factlint("rule", "NW101", cwd=newsroom).stdout.startswith("NW101 town-fair\n")
    assert "HF101  house-name" in factlint("rule", cwd=newsroom).stdout
    shown = factlint("config", "show", cwd=newsroom).stdout
    assert 'rules: ["NW101"]' in shown
    assert "facts: {people: 1, offices: 0, capitals: 0}" in shown
    assert "  town-fair: warning" in shown


def test_test_rules(newsroom: Path) -> None:
    done = factlint("test-rules", cwd=newsroom)
    assert (done.returncode, done.stdout) == (0, "1 rule, 2 examples, 0 failed\n")
    path = newsroom / "own" / "town.yml"
    path.write_text(RULES.replace("on May 15", "on May 16"), encoding="utf-8")
    done = factlint("test-rules", "own", cwd=newsroom)
    assert done.returncode == 1
    assert "NW101 town-fair: 'May 16' was found: Lakeside Fair is on 15 May 2021" in done.stdout
    path.write_text(RULES.replace("kind:", "sort:"), encoding="utf-8")
    done = factlint("test-rules", "own/town.yml", cwd=newsroom)
    assert done.returncode == 2
    assert "own/town.yml:2:5: the entry lacks 'kind'" in done.stderr


def test_test_rules_without_rules(tmp_path: Path) -> None:
    done = factlint("test-rules", cwd=tmp_path)
    assert done.returncode == 0
    assert "there are no rules to test" in done.stderr


@pytest.mark.parametrize(
    ("schema", "made", "option"),
    [("rules.json", rules_schema_text, "rules.yml"), ("facts.json", facts_schema_text, "facts.yml")],
)
def test_schemas_are_fresh(schema: str, made: object, option: str) -> None:
    assert callable(made)
    kept = (ROOT / "rules" / "schema" / schema).read_text(encoding="utf-8")
    assert kept == made(), f"run: factlint config schema {option} > rules/schema/{schema}"


def test_nothing_is_loaded_where_there_are_none(tmp_path: Path, newsroom: Path) -> None:
    probe = (
        "import sys; from factlint.cli import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "print(any(name.startswith('factlint.rulekit.declarative') for name in sys.modules))"
    )
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "factlint.yml").write_text("profile: desk\n", encoding="utf-8")
    (tmp_path / "plain" / "a.md").write_text("Nothing.\n", encoding="utf-8")
    loaded = []
    for folder in (tmp_path / "plain", newsroom):
        command = [sys.executable, "-c", probe, "check", "--no-cache", "a.md"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        loaded.append(done.stdout.splitlines()[-1])
    assert loaded == ["False", "True"]


class _Loader(yaml.SafeLoader):
    """Leaves dates as text, as JSON and editors do."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(text: str) -> object:
    return yaml.load(text, _Loader)  # noqa: S506 - derived from the safe loader


@pytest.mark.parametrize("name", shipped_names())
def test_what_ships_is_valid_by_the_schema(name: str) -> None:
    path = ROOT / "rules" / "optional" / f"{name.partition(':')[2]}.yml"
    jsonschema.validate(load(path.read_text(encoding="utf-8")), json.loads(rules_schema_text()))


def test_the_documentation_is_right(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "own-rules.md").read_text(encoding="utf-8")
    rules, facts = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    jsonschema.validate(load(rules), json.loads(rules_schema_text()))
    jsonschema.validate(load(facts), json.loads(facts_schema_text()))
    (tmp_path / "rules.yml").write_text(rules, encoding="utf-8")
    (tmp_path / "facts.yml").write_text(facts, encoding="utf-8")
    (tmp_path / "factlint.yml").write_text("rules: rules.yml\nfacts: facts.yml\n", encoding="utf-8")
    done = factlint("test-rules", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "6 rules, 18 examples, 0 failed\n")
    assert set(shipped_names()) == set(re.findall(r"^- `(factlint:\w+)`", page, re.MULTILINE))
    assert all(f"| `{kind}` |" in page for kind in KINDS)
    documented = set(re.findall(r"`([a-z-]+)`", page))
    assert {key for kind in KINDS.values() for key in (*kind.fields, *COMMON_FIELDS)} <= documented


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    validator = jsonschema.Draft202012Validator(json.loads(rules_schema_text()))
    assert validator.is_valid(load(RULES))
    for old, new in (
        ("date:", "dat:"),
        ("NW101", "nw-1"),
        ("town-fair", "Town Fair"),
        ("kind: fixed-date-event", "kind: fair"),
        ("    event: Lakeside Fair\n", ""),
        ("examples:", "samples:"),
    ):
        assert not validator.is_valid(load(RULES.replace(old, new))), new
