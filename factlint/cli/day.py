"""A day as an option's value."""

from __future__ import annotations

import datetime as dt

import click


def read_day(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """Callback of an option: the day that a text like ``2021-06-16`` names."""
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a date; write it as 2021-06-16", ctx, param) from None
