"""``factlint test-rules``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint.cli.streams import complain, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.rulekit.rule import Rule


@click.command("test-rules", short_help="Run the examples of rules written in YAML, and of plug-ins.")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option(
    "--config", "config_path", type=click.Path(path_type=Path), metavar="FILE", help="Configuration file."
)
@click.pass_context
def test_rules(ctx: click.Context, /, *, paths: tuple[str, ...], config_path: Path | None) -> None:
    """Run the examples of rules and say which fail.

    PATH is a file of rules, a folder of such files, or rules that ship (factlint:calendar). Without one,
    the rules of the working directory's configuration and of all plug-ins are tested.

    Exit status: 0 all came out as they say, 1 some did not, 2 a file is not understood.
    """
    from factlint.report.summary import count
    from factlint.testing import failures

    rules = list(_of_files(paths) if paths else _of_configuration(config_path))
    examples = failed = 0
    for rule in rules:
        found = list(failures(rule))
        examples += len(rule.invalid) + len(rule.valid)
        failed += len(found)
        for failure in found:
            write(f"{failure}\n")
    if not rules:
        complain("there are no rules to test; name a file, or set 'rules' in factlint.yml")
    write(f"{count(len(rules), 'rule')}, {count(examples, 'example')}, {failed} failed\n")
    ctx.exit(1 if failed else 0)


def _of_files(paths: tuple[str, ...]) -> Iterator[Rule]:
    from factlint.engine.registry import all_rules
    from factlint.engine.rulefile import read_rule_file, rule_files

    taken = list(all_rules())
    for name in paths:
        for file in rule_files(name, Path()):
            found = read_rule_file(file, taken)
            taken += found
            yield from found


def _of_configuration(config_path: Path | None) -> Iterator[Rule]:
    from factlint.cli.options import set_up
    from factlint.engine.registry import plugged_in

    setup = set_up(config_path=config_path)
    yield from setup.configurations.of_folder(".").rules
    yield from plugged_in()
