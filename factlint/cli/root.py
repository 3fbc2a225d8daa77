"""The command ``factlint`` and its groups."""

from __future__ import annotations

import click

from factlint import __version__
from factlint.cli.check import check


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="factlint")
def main() -> None:
    """Find misspelt names, wrong offices, capitals, dates and figures in news copy."""


main.add_command(check)
