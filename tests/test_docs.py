"""What the documentation says is so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import jsonschema
import pytest
import yaml
from commands import factlint as factlint_command

import factlint
from factlint.cli.check import check
from factlint.engine.configfile import read_config
from factlint.engine.housefile import read_house_style
from factlint.engine.internal import INTERNAL_ERROR
from factlint.engine.registry import all_rules
from factlint.report.ruledocs import as_markdown
from factlint.report.schemas import house_schema_text, schema_text

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/**/*.md"))]
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
_JSON = re.compile(r"^```json\n(.*?)^```", re.MULTILINE | re.DOTALL)
_YAML = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_rule_reference_is_fresh() -> None:
    expected = as_markdown((INTERNAL_ERROR, *all_rules()))
    assert read("docs/rules.md") == expected, "run: factlint rule --all --format markdown > docs/rules.md"


def test_configuration_schemas_are_fresh() -> None:
    assert read("rules/schema/factlint.json") == schema_text(), (
        "run: factlint config schema > rules/schema/factlint.json"
    )
    assert read("rules/schema/house.json") == house_schema_text(), (
        "run: factlint config schema house.yml > rules/schema/house.json"
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_every_option_of_check_is_documented() -> None:
    documented = set(re.findall(r"^\| `(--[a-z-]+)", read("docs/command-line.md"), re.MULTILINE))
    options = {parameter.opts[0] for parameter in check.params if isinstance(parameter, click.Option)}
    assert documented == options


def test_example_of_the_json_format_is_valid() -> None:
    [example] = _JSON.findall(read("docs/json-format.md"))
    document = json.loads(example)
    jsonschema.validate(document, json.loads(read("docs/schema/report-1.json")))
    assert document["factlint"] == factlint.__version__


def test_example_of_the_configuration_is_valid(tmp_path: Path) -> None:
    example, house = _YAML.findall(read("docs/configuration.md"))
    path = tmp_path / "factlint.yml"
    path.write_text(example, encoding="utf-8")
    read_config(path, all_rules())
    jsonschema.validate(yaml.safe_load(example), json.loads(schema_text()))
    path = tmp_path / "house.yml"
    path.write_text(house, encoding="utf-8")
    assert len(read_house_style(path).spellings) == 5
    jsonschema.validate(yaml.safe_load(house), json.loads(house_schema_text()))


def test_defaults_are_valid_by_the_schema() -> None:
    jsonschema.validate(yaml.safe_load(read("rules/factlint.yml")), json.loads(schema_text()))
    jsonschema.validate(yaml.safe_load(read("rules/house.yml")), json.loads(house_schema_text()))


def test_readme_shows_what_comes_out() -> None:
    [shown] = re.findall(r"^```text\n(.*?)^```", read("README.md"), re.MULTILINE | re.DOTALL)
    done = factlint_command("check", "fixtures/articles/ballot-paper.md", cwd=ROOT)
    # What is known grows, so the figures of the last line do too.
    figures = re.compile(r"\d+ claims found, .*")
    assert figures.sub("", shown) == figures.sub("", done.stdout)


def test_readme_has_the_two_commands() -> None:
    commands = re.findall(r"^    (python3 -m venv .*)$", read("README.md"), re.MULTILINE)
    assert [command.split()[-1] for command in commands] == ["fixtures/articles/ballot-paper.md", "-q"]
