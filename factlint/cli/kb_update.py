"""``factlint kb update``."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint.cli.day import read_day
from factlint.cli.streams import write
from factlint.errors import ConfigError

if TYPE_CHECKING:
    from factlint.kbbuild.update.apply import Applied
    from factlint.kbbuild.update.client import Client
    from factlint.kbbuild.update.run import Job, Preview

# The first is qwikidata's WIKIDATA_SPARQL_URL, which a test compares; the other is the interface that
# gives fifty documents at a time, where qwikidata's gives one.
ENDPOINT = "https://query.wikidata.org/sparql"
ENTITY_ENDPOINT = "https://www.wikidata.org/w/api.php"
CONTACT = "FACTLINT_CONTACT"

_FILE = click.Path(dir_okay=False, path_type=Path)
_SHOWN = 20


@click.command()
@click.option(
    "--endpoint", default=ENDPOINT, show_default=True, metavar="URL", help="SPARQL endpoint to ask."
)
@click.option(
    "--entity-endpoint",
    default=ENTITY_ENDPOINT,
    show_default=True,
    metavar="URL",
    help="Where entity documents are: a MediaWiki api.php, or the address in front of /Q42.json.",
)
@click.option("--snapshot", type=_FILE, help="The snapshot to refresh; by default the one in use.")
@click.option(
    "--output",
    type=_FILE,
    help="Write the new snapshot here and leave the choice alone; by default it is kept in the user's data"
    " folder and is in use from then on.",
)
@click.option(
    "--select",
    type=click.Choice(["people", "offices", "places", "all"]),
    default="all",
    show_default=True,
    help="offices: who holds what, and their parties; people: births, deaths, names, identifiers; places:"
    " capitals and national elections.",
)
@click.option(
    "--since",
    callback=read_day,
    metavar="DATE",
    help="Only people whose Wikidata item changed on this day or later.",
)
@click.option(
    "--resume/--restart",
    default=True,
    show_default=True,
    help="Go on with the answers of an earlier try of the last week, or ask everything anew.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be asked, and ask nothing.")
@click.option(
    "--contact",
    envvar=CONTACT,
    show_envvar=True,
    help="E-mail address or page of whoever runs the update, for the user agent; Wikidata asks for it.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1, 600),
    default=70.0,
    show_default=True,
    help="Seconds to wait for an answer, or for its next part.",
)
def update(
    *,
    endpoint: str,
    entity_endpoint: str,
    snapshot: Path | None,
    output: Path | None,
    select: str,
    since: dt.date | None,
    contact: str | None,
    timeout: float,
    resume: bool,
    dry_run: bool,
) -> None:
    """Refresh the knowledge base from Wikidata.

    Asks who held the offices that the snapshot knows, and their successors; fetches the people whom it
    lacks; completes births, deaths, names and parties; adds capitals that moved and national elections
    that were held. The new snapshot takes the place of the old one only if
    `factlint kb verify` finds nothing wrong with it. Killed at any moment, the same command goes on where
    it was. Exit status 2 where it did not succeed; the old snapshot is then as it was.
    """
    from factlint.cli.progress import progress_on_stderr
    from factlint.kb.active import VARIABLE, active_snapshot, updated_path, use_snapshot
    from factlint.kbbuild.update.plan import Select, Target
    from factlint.kbbuild.update.run import Job
    from factlint.kbbuild.update.run import preview as preview_update
    from factlint.kbbuild.update.run import update as run_update

    if since is not None and since > _today():
        raise click.UsageError(f"--since {since} is yet to come; give a day of the past")
    target = Target(endpoint, entity_endpoint, Select(select), since)
    place = output or updated_path()
    job = Job(active_snapshot(snapshot).path, place, updated_path().parent, target, _today())
    if dry_run:
        write(_preview(preview_update(job), job))
        return
    client = _client(target.endpoint, target.entity_endpoint, contact, timeout)
    progress = progress_on_stderr()
    client.notify = progress.say
    try:
        applied = run_update(job, client, progress, restart=not resume)
    finally:
        progress.close()
    write(_summary(applied, job))
    if output is not None:
        write(f"use it with: factlint kb use {output}\n")
        return
    use_snapshot(place)
    named = os.environ.get(VARIABLE)
    write(f"{VARIABLE} is set to {named}, which wins over it\n" if named else "in use from now on\n")


def _client(endpoint: str, entity_endpoint: str, contact: str | None, timeout: float) -> Client:
    from factlint import __version__
    from factlint.kbbuild.update.client import Client, Limits, is_loopback, user_agent

    for option, url in (("--endpoint", endpoint), ("--entity-endpoint", entity_endpoint)):
        if not url.startswith(("https://", "http://")):
            raise ConfigError(f"{option} {url!r} is no address of a web service", "write it with https://")
        if not contact and not is_loopback(url):
            raise ConfigError(
                "Wikidata asks whoever runs a program to say how to reach them; nothing was updated",
                f"give --contact with an e-mail address or a page, or set {CONTACT}",
            )
    limits = Limits(timeout=timeout, deadline=max(2.5 * timeout, 1.0))
    return Client(user_agent(__version__, contact or "on loopback, nobody to contact"), limits)


def _today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()


def _preview(preview: Preview, job: Job) -> str:
    from factlint.kbbuild.update import plan as sizes

    plan = preview.plan

    def line(number: int, size: int, what: str) -> str:
        return f"{number:>9,} {what}, in {-(-number // size):,} queries\n"

    return (
        f"to refresh: {job.base}\n"
        f"ask {job.target.endpoint} about\n"
        + line(len(plan.offices), sizes.OFFICES_AT_A_TIME, "offices and their successors")
        + line(len(plan.offices), sizes.OFFICES_AT_A_TIME, "offices and their holders")
        + line(len(plan.people), sizes.PEOPLE_AT_A_TIME, "people, and holders of the offices")
        + line(len(plan.places), sizes.PLACES_AT_A_TIME, "countries and regions, and their capitals")
        + line(len(plan.countries), sizes.COUNTRIES_AT_A_TIME, "countries, and their elections")
        + line(len(plan.unidentified), sizes.NAMES_AT_A_TIME, "names of people without an item")
        + f"ask {job.target.entity_endpoint} about new people\n"
        f"{preview.answers:>9,} answers are there from an earlier try\n"
        f"write {job.output}\n"
    )


def _summary(applied: Applied, job: Job) -> str:
    from factlint.kb.store import Snapshot
    from factlint.report.characters import visible

    with Snapshot(job.output) as opened:
        name = opened.info.id
    lines = [
        f"{job.output}: {name}",
        f"{applied.people:>9,} people added",
        f"{applied.changed:>9,} people changed",
        f"{applied.identified:>9,} people identified",
        f"{applied.offices:>9,} offices added",
        f"{applied.capitals:>9,} capitals added or changed",
        f"{applied.elections:>9,} elections added",
    ]
    if applied.nameless:
        lines.append(f"{applied.nameless:>9,} holders without a name in Latin script left out")
    if applied.left_out:
        lines.append(f"{len(applied.left_out):>9,} things left out:")
        lines += [f"          {visible(reason)}" for reason in applied.left_out[:_SHOWN]]
        if (more := len(applied.left_out) - _SHOWN) > 0:
            lines.append(f"          and {more:,} more")
    return "\n".join(lines) + "\n"
