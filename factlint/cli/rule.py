"""``factlint rule``."""

from __future__ import annotations

from pathlib import Path

import click

from factlint.cli.streams import write


@click.command(short_help="List the rules, or explain some.")
@click.argument("name", required=False)
@click.option("--all", "every", is_flag=True, help="Show the documentation of every rule.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True
)
@click.option(
    "--config", "config_path", type=click.Path(path_type=Path), metavar="FILE", help="Configuration file."
)
def rule(name: str | None, *, every: bool, form: str, config_path: Path | None) -> None:
    """List the rules, or explain one: what it finds, why, its options, examples, and how good it is.

    NAME is a code (FL101), the beginning of codes (FL4), a name or a category. The rules of the working
    directory's configuration are listed too.
    """
    if name and every:
        raise click.UsageError("give a NAME or --all, not both")
    from factlint.cli.options import set_up
    from factlint.engine.internal import INTERNAL_ERROR
    from factlint.engine.selection import resolve
    from factlint.report import ruledocs

    setup = set_up(config_path=config_path)
    rules = (INTERNAL_ERROR, *setup.rules, *setup.configurations.of_folder(".").own_rules)
    if name:
        codes = resolve(name, rules).codes
        rules = tuple(item for item in rules if item.code in codes)
    if form == "json":
        write(ruledocs.as_json(rules))
    elif form == "markdown":
        write(ruledocs.as_markdown(rules))
    elif name or every:
        write(ruledocs.as_text(rules))
    else:
        write(ruledocs.table(rules))
