"""``factlint kb diff``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint.cli.kb_complete import snapshots
from factlint.cli.streams import write

if TYPE_CHECKING:
    from factlint.kbbuild.diff import HeldOffice, PersonChange, SnapshotDiff


@click.command(short_help="Say what changed between two snapshots.")
@click.argument("old", metavar="A", shell_complete=snapshots)
@click.argument("new", metavar="B", shell_complete=snapshots)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def diff(old: str, new: str, *, as_json: bool) -> None:
    """Say what changed from snapshot A to snapshot B.

    Lists people, their names and dates, and the tenures that were added, ended, changed or removed; of
    other facts, how many there are. A and B are files; `embedded` means the snapshot that came with
    factlint.
    """
    from factlint.kbbuild.diff import compare
    from factlint.report.characters import visible, well_formed

    changes = compare(_path(old), _path(new))
    if as_json:
        write(json.dumps(well_formed(changes.data()), ensure_ascii=False, indent=2) + "\n")
    else:
        write("".join(f"{visible(line)}\n" for line in _lines(changes)))


def _path(name: str) -> Path:
    from factlint.kb.active import EMBEDDED
    from factlint.kb.embedded import embedded_path

    return embedded_path() if name == EMBEDDED else Path(name)


def _lines(changes: SnapshotDiff) -> Iterator[str]:
    """The report; each line says by a mark whether something was added, removed, changed or the like."""
    yield f"from {changes.old}"
    yield f"to   {changes.new}"
    if changes.empty:
        yield "the same facts"
        return
    yield from _section("people added", (f"+ {label} ({key})" for key, label in changes.people_added))
    yield from _section("people removed", (f"- {label} ({key})" for key, label in changes.people_removed))
    yield from _section(
        "people identified",
        (f"= {label}: {one} is {other}" for one, other, label in changes.people_identified),
    )
    yield from _section("people changed", map(_person, changes.people_changed))
    yield from _section("tenures added", (f"+ {_tenure(held)}" for held in changes.tenures_added))
    yield from _section("tenures ended", (f"x {_tenure(held)}" for held in changes.tenures_ended))
    yield from _section(
        "tenures changed",
        (
            f"~ {_tenure(before)}  ->  {_span(after)}{_terms(after)}"
            for before, after in changes.tenures_changed
        ),
    )
    yield from _section("tenures removed", (f"- {_tenure(held)}" for held in changes.tenures_removed))
    yield from _section(
        "rows of other tables", (f"~ {name}: {old:,} -> {new:,}" for name, old, new in changes.tables)
    )


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    ready = list(lines)
    if ready:
        yield ""
        yield f"{title} ({len(ready):,})"
        yield from (f"  {line}" for line in ready)


def _person(change: PersonChange) -> str:
    parts = [f"{name} {old or '?'} -> {new or '?'}" for name, old, new in change.fields]
    parts += [f"also {name}" for name in change.names_added]
    parts += [f"no longer {name}" for name in change.names_removed]
    return f"~ {change.label} ({change.id}): {'; '.join(parts)}"


def _tenure(held: HeldOffice) -> str:
    office = f"{held.office}, {held.jurisdiction}" if held.jurisdiction else held.office
    return f"{held.label} ({held.person}): {office}{_terms(held)}, {_span(held)}"


def _terms(held: HeldOffice) -> str:
    terms = ", ".join(filter(None, (held.role, held.party, held.constituency)))
    return f" ({terms})" if terms else ""


def _span(held: HeldOffice) -> str:
    return f"{held.start or '?'} – {held.end}".rstrip()
