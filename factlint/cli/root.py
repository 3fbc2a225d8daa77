"""The command ``factlint`` and its groups."""

from __future__ import annotations

import gc
import importlib
from pathlib import Path
from typing import Any

import click

from factlint import __version__
from factlint.cli.streams import complain
from factlint.errors import FactlintError

# What a shell reports for a command that a signal ended: 128 and the signal's number.
_INTERRUPTED = 128 + 2
_BROKEN_PIPE = 128 + 13

# Nearly all that a run makes lives to its end and holds no cycles: the collector would walk it for nothing.
_ALLOCATIONS_BETWEEN_COLLECTIONS = 100_000

_COMMANDS = {
    "archive": "factlint.cli.archive:archive",
    "check": "factlint.cli.check:check",
    "claims": "factlint.cli.claims:claims",
    "config": "factlint.cli.config:config",
    "explain": "factlint.cli.explain:explain",
    "kb": "factlint.cli.kb:kb",
    "rule": "factlint.cli.rule:rule",
    "test-rules": "factlint.cli.test_rules:test_rules",
}


class _Root(click.Group):
    """Imports a command when it is called for, and turns factlint's errors into messages."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), name)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Click's hook; a command that does not exist is told with the nearest that does."""
        if args and not args[0].startswith("-") and args[0] not in _COMMANDS:
            from difflib import get_close_matches

            near = get_close_matches(args[0], _COMMANDS, 1)
            hint = f" (Did you mean {near[0]!r}?)" if near else ""
            if not near and Path(args[0]).exists():
                hint = f" (Did you mean 'factlint check {args[0]}'?)"
            ctx.fail(f"No such command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        gc.set_threshold(_ALLOCATIONS_BETWEEN_COLLECTIONS)
        try:
            return super().invoke(ctx)
        except FactlintError as error:
            complain(str(error))
            ctx.exit(2)
        except BrokenPipeError:
            ctx.exit(_BROKEN_PIPE)
        except KeyboardInterrupt:
            complain("interrupted")
            ctx.exit(_INTERRUPTED)


@click.group(
    cls=_Root,
    short_help="Find misspelt names and wrong facts in news copy.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 nothing found, 1 errors or warnings found, 2 something could not be done.",
)
@click.version_option(__version__, prog_name="factlint")
def main() -> None:
    """Find misspelt names, wrong offices, capitals, dates and figures in news copy.

    factlint checks articles against a knowledge base that it brings along, offline, and says why.
    Start with: factlint check ARTICLE
    """
