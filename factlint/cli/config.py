"""``factlint config``."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.cli.streams import write


@click.group(short_help="Show the effective configuration, or its schema.")
def config() -> None:
    """Show what the configuration comes to, and its schema for editors."""


@config.command()
@click.option(
    "--config", "config_path", type=click.Path(path_type=Path), metavar="FILE", help="Configuration file."
)
def show(config_path: Path | None) -> None:
    """Print the effective configuration and the files it comes from."""
    from factlint.engine.config import effective_config
    from factlint.engine.registry import all_rules
    from factlint.report.configuration import as_yaml

    rules = all_rules()
    write(as_yaml(effective_config(rules, config_path), rules))


@config.command()
@click.argument("file", type=click.Choice(["factlint.yml", "house.yml"]), default="factlint.yml")
def schema(file: str) -> None:
    """Print the JSON Schema of factlint.yml, or of house.yml."""
    from factlint.report.configuration import house_schema_text, schema_text

    write(house_schema_text() if file == "house.yml" else schema_text())
