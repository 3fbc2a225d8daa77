"""``factlint kb``: look into the knowledge base, check it and build it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint.cli.day import read_day
from factlint.cli.kb_build import build
from factlint.cli.kb_complete import offices
from factlint.cli.kb_diff import diff
from factlint.cli.kb_update import update
from factlint.cli.kb_use import use
from factlint.cli.streams import write
from factlint.errors import ConfigError

if TYPE_CHECKING:
    from factlint.kb.model import Entity
    from factlint.kb.store import Snapshot

_FILE = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)

snapshot_option = click.option(
    "--snapshot", type=_FILE, help="The snapshot to read; by default the one in use (see `kb use`)."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group(short_help="Look into the knowledge base and renew it.")
def kb() -> None:
    """Look into the knowledge base: who is known, who held an office, and when."""


kb.add_command(build)
kb.add_command(diff)
kb.add_command(update)
kb.add_command(use)


@kb.command(short_help="Say which snapshot is used, and what it holds.")
@snapshot_option
@json_option
def info(snapshot: Path | None, *, as_json: bool) -> None:
    """Say which snapshot is used, how much it holds and where that comes from."""
    from factlint.kb.active import active_snapshot
    from factlint.kb.describe import table

    chosen_by = active_snapshot(snapshot).chosen_by.value
    with _open(snapshot) as opened:
        about, sources = opened.info, opened.sources()
        size = opened.path.stat().st_size
        path = opened.path
    if as_json:
        data = {
            "id": about.id,
            "file": str(path),
            "chosen_by": chosen_by,
            "bytes": size,
            "schema": about.schema,
            "created": about.created,
            "checksum": about.checksum,
            "counts": dict(about.counts),
            "sources": [
                {"key": s.key, "title": s.title, "licence": s.licence, "as_of": s.as_of} for s in sources
            ],
        }
        _write_json(data)
        return
    head = [
        ("snapshot", about.id),
        ("file", f"{path} ({size / 1e6:.1f} MB)"),
        ("chosen by", chosen_by),
        ("schema", str(about.schema)),
        ("checksum", about.checksum),
        *((f"{kind} rows", f"{count:,}") for kind, count in about.counts),
    ]
    origins = [
        ("source", "as of", "licence", "title"),
        *((s.key, s.as_of, s.licence, s.title) for s in sources),
    ]
    write(f"{table(head)}\n\n{table(origins)}\n")


@kb.command(short_help="Find who or what a name may mean.")
@click.argument("name")
@click.option(
    "--limit", type=click.IntRange(1, 200), default=10, show_default=True, help="Show at most this many."
)
@snapshot_option
@json_option
def search(name: str, limit: int, snapshot: Path | None, *, as_json: bool) -> None:
    """Find who or what NAME may mean, also where two of its letters are wrong, and say why.

    For example: factlint kb search "Anthony Blinken"
    """
    from factlint.kb import describe
    from factlint.kb.names import fold

    if not fold(name):
        raise click.UsageError("NAME has no letter or digit; give a name as copy has it")
    with _open(snapshot) as opened:
        found = describe.search(opened, name, limit)
        if as_json:
            matches = [{**describe.entity_data(item.entity), "reason": item.reason} for item in found]
            _write_json({"snapshot": opened.info.id, "query": name, "matches": matches})
        elif found:
            rows = [
                (item.entity.id, item.entity.label, describe.brief(opened, item.entity), item.reason)
                for item in found
            ]
            write(describe.table([("id", "name", "known as", "why"), *rows]) + "\n")
    if not found and not as_json:
        write(f"nobody and nothing like {name} is known\n")


@kb.command(short_help="Show everything stated about somebody or something.")
@click.argument("name")
@snapshot_option
@json_option
def show(name: str, snapshot: Path | None, *, as_json: bool) -> None:
    """Show everything stated about NAME, which is a Wikidata item (Q76) or a name.

    Of several who bear the name, the most prominent is shown and the others are listed.
    """
    from factlint.kb import describe

    with _open(snapshot) as opened:
        entity, others = _meant(opened, name)
        statements = opened.statements(entity.id)
        if as_json:
            _write_json(
                {
                    "snapshot": opened.info.id,
                    **describe.entity_data(entity),
                    "statements": [describe.statement_data(statement) for statement in statements],
                    "others": [describe.entity_data(other) for other in others],
                }
            )
            return
        lines = [f"{entity.label} ({entity.id}), {describe.summary(opened, entity)}"]
        if entity.aliases:
            lines.append(f"also: {', '.join(entity.aliases)}")
        lines.append(f"prominence {entity.prominence} of 5")
        if statements:
            rows = [describe.statement_row(statement) for statement in statements]
            lines += ["", describe.table([("property", "value", "when", "source"), *rows])]
        if others:
            lines += ["", "others of this name:"]
            lines += [f"  {other.id}  {other.label}, {describe.summary(opened, other)}" for other in others]
    write("\n".join(lines) + "\n")


@kb.command(short_help="List who held an office.")
@click.argument("office", shell_complete=offices)
@click.option("--of", "jurisdiction", default="", help="Only in this country, state or organisation.")
@click.option(
    "--at", callback=read_day, metavar="DATE", help="Only those who may have held it on this day: 2021-06-16."
)
@snapshot_option
@json_option
def holders(
    office: str, jurisdiction: str, at: dt.date | None, snapshot: Path | None, *, as_json: bool
) -> None:
    """List who held OFFICE, a title as copy writes it: "Foreign Minister", "Senator".

    For example: factlint kb holders "Foreign Minister" --of Russia --at 2021-06-16
    """
    from factlint.kb import describe

    with _open(snapshot) as opened:
        found = opened.who_held(office, jurisdiction, at)
        if as_json:
            tenures = [describe.tenure_data(holder) for holder in found]
            _write_json({"snapshot": opened.info.id, "office": office, "holders": tenures})
            return
        hint = "" if found else describe.another_title(opened, office)
    rows = []
    for person, tenure, _ in found:
        details = ", ".join(filter(None, (tenure.role, tenure.party, tenure.constituency)))
        what = f"{tenure.office} ({details})" if details else tenure.office
        rows.append((person.label, person.id, what, tenure.jurisdiction, str(tenure.validity), tenure.source))
    if not rows:
        raise ConfigError(
            f"no holder of {office!r} is known", hint or "leave out --of or --at, or write them differently"
        )
    write(describe.table([("name", "id", "office", "of", "when", "source"), *rows]) + "\n")


@kb.command(short_help="Check that a snapshot is whole.")
@snapshot_option
@json_option
@click.pass_context
def verify(context: click.Context, snapshot: Path | None, *, as_json: bool) -> None:
    """Check that a snapshot is whole and that its statements do not contradict each other.

    Exit status 1 where something is wrong.
    """
    from factlint.kb.active import active_snapshot
    from factlint.kb.verify import verify_snapshot

    problems = list(verify_snapshot(active_snapshot(snapshot).path))
    if as_json:
        found = [{"kind": one.kind, "subject": one.subject, "text": one.text} for one in problems]
        _write_json({"problems": found})
    else:
        for problem in problems:
            write(f"{problem.subject}: {problem.kind}: {problem.text}\n")
        write(f"{len(problems) or 'no'} problem{'' if len(problems) == 1 else 's'}\n")
    if problems:
        context.exit(1)


@kb.command(short_help="Compile a snapshot from tables.")
@click.option("--text", type=_FOLDER, help="Folder of the text form; by default that of the source checkout.")
@click.option("--facts", type=_FOLDER, help="Folder of the tables kept by hand; by default rules/facts.")
@click.option("--output", type=_FILE, help="The snapshot to write; by default the embedded one.")
def compile(text: Path | None, facts: Path | None, output: Path | None) -> None:  # noqa: A001 - the command's name
    """Compile the text form and the tables kept by hand into a snapshot."""
    from factlint.kb.embedded import DATA
    from factlint.kbbuild.compile.run import compile_snapshot
    from factlint.resources import rules_dir

    target = output or DATA / "snapshot.sqlite"
    compile_snapshot(text or DATA, facts or rules_dir() / "facts", target)
    _report(target)


def _open(path: Path | None) -> Snapshot:
    from factlint.kb.active import active_snapshot
    from factlint.kb.store import Snapshot

    return Snapshot(active_snapshot(path).path)


def _meant(opened: Snapshot, name: str) -> tuple[Entity, tuple[Entity, ...]]:
    """The entity that an id or a name means, and others of the name."""
    entity = opened.entity(name)
    if entity is not None:
        return entity, ()
    named = opened.named(name)
    if not named:
        raise ConfigError(f"{name!r} is not known", f'try `factlint kb search "{name}"`')
    return named[0], named[1:]


def _report(path: Path) -> None:
    from factlint.kb.store import Snapshot

    with Snapshot(path) as opened:
        write(f"{path}: {opened.info.id}, {path.stat().st_size / 1e6:.1f} MB\n")


def _write_json(data: object) -> None:
    write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
