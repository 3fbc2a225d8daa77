"""Where the reports of a run go: ``--format`` and ``--output``."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from factlint.cli.streams import write
from factlint.errors import FactlintError
from factlint.report.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.engine.results import Report


JOB_SUMMARY_BYTES = 1_000_000
"""GitHub refuses a step's summary of more than 1 MiB altogether."""


class Outputs(NamedTuple):
    """The reports that were asked for.

    Attributes:
        form: the format of the main report.
        main: where it goes; None for standard output.
        more: further reports, each a format and its file.
    """

    form: str
    main: Path | None = None
    more: tuple[tuple[str, Path], ...] = ()

    @classmethod
    def of(cls, form: str, values: Sequence[str]) -> Outputs:
        """Read ``--format`` and the values of ``--output``: ``FILE``, or ``FORMAT:FILE``.

        Raises:
            click.UsageError: two main reports, two reports into one file, or a file without a name.
        """
        main: Path | None = None
        more: list[tuple[str, Path]] = []
        for value in values:
            prefix, colon, name = value.partition(":")
            if colon and prefix in FORMATS:
                if not name:
                    raise click.UsageError(f"--output {value}: name the file after the colon")
                more.append((prefix, Path(name)))
            elif main is None:
                main = Path(value)
            else:
                raise click.UsageError(
                    f"--output {value}: a second report needs its format, as in --output sarif:{value}"
                )
        outputs = cls(form, main, tuple(more))
        if len({os.path.realpath(path) for path in outputs.files}) < len(outputs.files):
            raise click.UsageError("two reports cannot go into one --output file")
        return outputs

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that is written."""
        return tuple(path for path in (self.main, *(path for _, path in self.more)) if path is not None)

    def write(self, report: Report) -> str:
        """Render and write every report; in GitHub Actions ``github`` also adds to the job's summary.

        Returns:
            The main report.

        Raises:
            FactlintError: one cannot be written.
        """
        from factlint.report import formats

        for form, path in self.more:
            write(formats.render(report, form), path)
        main = self._main(report)
        write(main, self.main)
        if self.form == "github":
            _add_to_job_summary(report)
        return main

    def _main(self, report: Report) -> str:
        from factlint.report import formats, text

        if self.form == "text" and self.main is None and (columns := terminal_columns()):
            style = text.unstyled if os.environ.get("NO_COLOR") else click.style
            return text.render(report, style, text.room_on(columns))
        return formats.render(report, self.form)


def _add_to_job_summary(report: Report) -> None:
    file = os.environ.get("GITHUB_STEP_SUMMARY")
    if not file:
        return
    from factlint.report.markdown import render_within

    try:
        size = Path(file).stat().st_size if Path(file).exists() else 0
        with Path(file).open("ab") as stream:
            stream.write(render_within(report, JOB_SUMMARY_BYTES - size).encode("utf-8", "replace"))
    except OSError as error:
        raise FactlintError(
            f"{file}: {error.strerror or error}", "check GITHUB_STEP_SUMMARY, which names the job's summary"
        ) from None


def terminal_columns() -> int:
    """How wide the terminal is that standard output goes to; 0 where it goes elsewhere."""
    if sys.stdout is None or not sys.stdout.isatty():
        return 0
    return shutil.get_terminal_size().columns
