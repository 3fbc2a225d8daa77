"""``factlint explain``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from factlint.cli.options import selection_options, set_up
from factlint.cli.streams import complain, write


@click.command(short_help="Show everything behind a finding.")
@click.argument("finding", metavar="ID")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--archive", type=click.Path(path_type=Path), metavar="FILE", help="What the articles were compared with."
)
@selection_options
def explain(finding: str, paths: tuple[str, ...], form: str, archive: Path | None, **selection: Any) -> None:
    """Show everything behind a finding.

    The claim as it was understood, whom its names may mean with the score of each, what the knowledge
    base states about them, and what would have kept the finding silent.

    ID is the finding's fingerprint in a JSON, SARIF or HTML report, or the beginning of it, or its place
    as PATH:LINE or PATH:LINE:COLUMN. The articles at PATH are checked for it: by default those of the
    working directory, or that of the place. Give the options of the check that reported it.

    For example: factlint explain story.md:6:1
    """
    from factlint.cli.checking import find, processes, published_in
    from factlint.engine.cache import default_cache
    from factlint.engine.internal import INTERNAL_ERROR
    from factlint.engine.locating import WantedFinding
    from factlint.engine.run import run

    wanted = WantedFinding.parse(finding)
    setup = set_up(**selection)
    articles = find(_paths(wanted.path, paths), setup, (), None)
    settings = setup.settings(file.path for file in articles.files)
    report = run(
        articles.files,
        settings,
        jobs=processes(None, articles),
        problems=articles.problems,
        cache=default_cache(),
        published=published_in(archive or setup.configurations.of_folder(".").archive),
    )
    for problem in report.problems:
        complain(problem.message)
    found = wanted.find(report)

    from factlint.engine.explanation import explain_finding
    from factlint.report import explanation as reports

    files = {file.path: file for file in articles.files}
    rules = (INTERNAL_ERROR, *settings.known)
    explained = [explain_finding(one, files[one.region.path], settings, rules) for one in found]
    write(reports.as_json(explained) if form == "json" else reports.as_text(explained))


def _paths(place: str, paths: tuple[str, ...]) -> tuple[str, ...]:
    if place:
        return (place, *paths)
    return paths or (".",)
