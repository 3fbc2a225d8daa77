"""Options that several commands share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from factlint.engine.config import Config
    from factlint.engine.settings import RunSettings

Command = TypeVar("Command", bound=Callable[..., Any])


def _read_date(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a date; write it as 2021-06-16", ctx, param) from None


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
        callback=_read_date,
        metavar="YYYY-MM-DD",
        help="Publication date of the articles; wins over what they say themselves.",
    ),
    click.option(
        "--config",
        "config_path",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Configuration file.  [default: the nearest factlint.yml, from here upwards]",
    ),
    click.option(
        "--kb",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Knowledge-base snapshot to check against.  [default: the one in use, see factlint kb use]",
    ),
)


def load_settings(
    *,
    select: Iterable[str],
    ignore: Iterable[str],
    profile: str | None,
    date: dt.date | None,
    config_path: Path | None,
    kb: Path | None,
) -> tuple[RunSettings, Config]:
    """The settings of a run from the values of ``selection_options``.

    Raises:
        ConfigError: a rule or a configuration file is not understood.
        SnapshotError: there is no embedded snapshot.
    """
    from factlint.engine.assemble import run_settings
    from factlint.engine.config import effective_config
    from factlint.engine.registry import all_rules
    from factlint.rulekit.rule import Profile

    rules = all_rules()
    config = effective_config(rules, config_path)
    settings = run_settings(
        rules,
        config,
        select=split_words(select),
        ignore=split_words(ignore),
        profile=Profile(profile) if profile else None,
        date=date,
        kb=kb,
    )
    return settings, config


def split_words(values: Iterable[str]) -> tuple[str, ...]:
    """The words of comma-separated lists."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())
