"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from factlint.cli.day import read_day

if TYPE_CHECKING:
    from factlint.engine.assemble import Choices
    from factlint.engine.configfind import Configurations
    from factlint.engine.settings import RunSettings
    from factlint.rulekit.rule import Rule

Command = TypeVar("Command", bound=Callable[..., Any])


def selection_options(command: Command) -> Command:
    """Add ``--select``, ``--ignore``, ``--profile``, ``--date``, ``--config`` and ``--kb``."""
    for option in reversed(_SELECTION):
        command = option(command)
    return command


_SELECTION = (
    click.option(
        "--select",
        multiple=True,
        metavar="RULES",
        help="Run only these rules: codes (FL101), beginnings of codes (FL4), names or categories,"
        " with commas or repeated.",
    ),
    click.option(
        "--ignore", multiple=True, metavar="RULES", help="Do not run these rules; has the last word."
    ),
    click.option(
        "--profile",
        type=click.Choice(["desk", "pedantic"]),
        help="Which rules run by default: desk (precise ones) or pedantic (all).  [default: desk]",
    ),
    click.option(
        "--date",
        callback=read_day,
        metavar="YYYY-MM-DD",
        help="Publication date of the articles; wins over what they say themselves.",
    ),
    click.option(
        "--config",
        "config_path",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Configuration file.  [default: for each article the nearest factlint.yml,"
        " from its folder upwards]",
    ),
    click.option(
        "--kb",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Knowledge-base snapshot to check against.  [default: the one in use, see factlint kb use]",
    ),
)


class Setup(NamedTuple):
    """What a command goes by: the rules there are, the configurations, and what the user asks for."""

    rules: tuple[Rule, ...]
    configurations: Configurations
    choices: Choices

    def settings(self, paths: Iterable[str]) -> RunSettings:
        """The settings of a run over some articles; raises ConfigError and SnapshotError."""
        from factlint.engine.assemble import run_settings

        return run_settings(self.rules, self.configurations, self.choices, paths)


def set_up(
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    profile: str | None = None,
    date: dt.date | None = None,
    config_path: Path | None = None,
    kb: Path | None = None,
) -> Setup:
    """Read the values of ``selection_options``.

    Raises:
        ConfigError: the file of ``--config`` is not understood, or a plug-in cannot be loaded.
    """
    from factlint.engine.assemble import Choices
    from factlint.engine.configfind import Configurations
    from factlint.engine.registry import all_rules
    from factlint.rulekit.rule import Profile

    rules = all_rules()
    return Setup(
        rules,
        Configurations.from_file(rules, config_path) if config_path else Configurations(rules),
        Choices(
            select=split_words(select),
            ignore=split_words(ignore),
            profile=Profile(profile) if profile else None,
            date=date,
            kb=kb,
        ),
    )


def split_words(values: Iterable[str]) -> tuple[str, ...]:
    """The words of comma-separated lists."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())
