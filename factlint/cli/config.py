"""``factlint config``."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.cli.streams import write


@click.group(short_help="Show what holds, start a factlint.yml, print its schema.")
def config() -> None:
    """Show what the configuration comes to, start one, and print its schema for editors."""


@config.command(short_help="Print what holds, and which file and line says so.")
@click.argument("path", required=False)
@click.option(
    "--config", "config_path", type=click.Path(path_type=Path), metavar="FILE", help="Configuration file."
)
def show(path: str | None, config_path: Path | None) -> None:
    """Print what holds, and which file and line says so.

    With PATH, what holds for that article or folder, overrides included; else for the working directory.
    """
    from factlint.cli.options import set_up
    from factlint.report.configuration import as_yaml

    setup = set_up(config_path=config_path)
    if path is None or Path(path).is_dir():
        found = setup.configurations.of_folder(path or ".")
    else:
        found = setup.configurations.of_article(path)
        found = found.narrowed(found.matching(path))
    write(as_yaml(found, (*setup.rules, *found.own_rules)))


@config.command(short_help="Start a factlint.yml.")
@click.argument("file", type=click.Path(path_type=Path), default=Path("factlint.yml"))
def init(file: Path) -> None:
    """Write a commented start of a configuration to FILE (factlint.yml), which must not be there yet."""
    from factlint.errors import FactlintError
    from factlint.report.start import START

    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(START)
    except FileExistsError:
        raise FactlintError(f"{file} is already there", "edit it, or name another file") from None
    except OSError as error:
        raise FactlintError(f"{file}: {error.strerror or error}", "name a file that can be written") from None
    write(f"{file} written; 'factlint config show' says what holds\n")


@config.command(short_help="Print a JSON Schema for editors.")
@click.argument(
    "file", type=click.Choice(["factlint.yml", "house.yml", "rules.yml", "facts.yml"]), default="factlint.yml"
)
def schema(file: str) -> None:
    """Print the JSON Schema of factlint.yml, of a house list, of rules or of house facts."""
    if file in {"rules.yml", "facts.yml"}:
        from factlint.report.ruleschema import facts_schema_text, rules_schema_text

        write(rules_schema_text() if file == "rules.yml" else facts_schema_text())
        return
    from factlint.report.schemas import house_schema_text, schema_text

    write(house_schema_text() if file == "house.yml" else schema_text())
