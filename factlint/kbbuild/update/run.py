"""A whole refresh: questions, answers, the new snapshot, its check, and the swap."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from glob import escape
from itertools import islice
from pathlib import Path

from factlint.errors import FactlintError
from factlint.kb.store import Snapshot
from factlint.kb.verify import verify_snapshot
from factlint.kbbuild.compile.draft import Draft
from factlint.kbbuild.compile.write import write_snapshot
from factlint.kbbuild.update.apply import Applied, apply
from factlint.kbbuild.update.ask import Asker, Progress
from factlint.kbbuild.update.client import Client
from factlint.kbbuild.update.collect import collect
from factlint.kbbuild.update.errors import UpdateError
from factlint.kbbuild.update.journal import KEPT, Journal, remove_journal
from factlint.kbbuild.update.plan import Plan, Target, make_plan
from factlint.kbbuild.update.reread import read_snapshot

_A_DAY = 86_400.0
_SHOWN = 5
"""How many of the problems of a snapshot that was not accepted a message names."""


@dataclass(frozen=True, slots=True)
class Job:
    """A refresh.

    Attributes:
        base: the snapshot that is refreshed.
        output: the file for the new one; replaced when that is complete and found in order.
        journals: folder for what is needed to go on after a kill.
        target: where and what to ask.
        today: the day of the answers.
    """

    base: Path
    output: Path
    journals: Path
    target: Target
    today: dt.date


@dataclass(frozen=True, slots=True)
class Preview:
    """What a refresh would ask: its plan, and how many answers there are from an earlier try."""

    plan: Plan
    answers: int


def preview(job: Job) -> Preview:
    """What a refresh would ask, without asking it."""
    draft, plan, path = _prepare(job)
    del draft
    if not path.is_file():
        return Preview(plan, 0)
    with Journal(path, job.today) as journal:
        return Preview(plan, len(journal))


def update(job: Job, client: Client, progress: Progress, *, restart: bool = False) -> Applied:
    """Refresh a snapshot.

    Args:
        job: what to refresh.
        client: asks the endpoints.
        progress: shown how far the work is.
        restart: ask everything anew instead of going on with an earlier try.

    Raises:
        UpdateError: it did not succeed; the output file is as it was, and what was answered is kept.
        SnapshotError: the snapshot to refresh cannot be read.
    """
    draft, plan, path = _prepare(job)
    if restart:
        remove_journal(path)
    _forget_old_journals(job, path)
    with _outcome_named(job.output), Journal(path, job.today) as journal:
        if answers := len(journal):
            progress.say(f"going on with {answers:,} answers from an earlier try")
        findings = collect(plan, draft, Asker(job.target, client, journal, progress))
        progress.say("writing and checking the new snapshot")
        applied = apply(findings, draft)
        _swap_in(draft, job.output)
        journal.remove()
    return applied


def _prepare(job: Job) -> tuple[Draft, Plan, Path]:
    with Snapshot(job.base) as snapshot:
        checksum = snapshot.info.checksum
    draft = read_snapshot(job.base)
    plan = make_plan(draft, job.target)
    return draft, plan, job.journals / f"update-{plan.fingerprint(checksum)}.sqlite"


def _swap_in(draft: Draft, output: Path) -> None:
    """Write a snapshot beside its place, and put it there if nothing is wrong with it."""
    candidate = output.with_name(f".{output.name}.{os.getpid()}")
    for left_by_a_kill in output.parent.glob(f".{escape(output.name)}.*"):
        if left_by_a_kill.stat().st_mtime < time.time() - _A_DAY:
            left_by_a_kill.unlink(missing_ok=True)
    try:
        write_snapshot(draft, candidate)
        if problems := [
            f"{found.subject}: {found.text}" for found in islice(verify_snapshot(candidate), _SHOWN)
        ]:
            raise UpdateError(
                f"the new snapshot contradicts itself ({'; '.join(problems)})",
                "if Wikidata has been corrected since, run it again with --restart",
            )
        with candidate.open("rb+") as file:
            os.fsync(file.fileno())
        candidate.replace(output)
    finally:
        candidate.unlink(missing_ok=True)


@contextmanager
def _outcome_named(output: Path) -> Iterator[None]:
    """Let every failure say what became of the snapshot."""
    stands = "the snapshot in use is as it was" if output.is_file() else "no snapshot was written"
    try:
        yield
    except FactlintError as error:
        hint = error.hint or "run the command again to go on from there"
        raise UpdateError(f"not updated: {error.message}; {stands}", hint) from error
    except OSError as error:
        what = f"{error.filename or output}: {error.strerror}"
        raise UpdateError(f"not updated: {what}; {stands}", "check --output") from error
    except KeyboardInterrupt as error:
        raise UpdateError(
            f"not updated: interrupted; {stands}", "run the command again to go on from there"
        ) from error


def _forget_old_journals(job: Job, current: Path) -> None:
    """Delete journals that nobody has written to for so long that their answers do not count any more."""
    oldest = dt.datetime.combine(job.today - 2 * KEPT, dt.time(), dt.UTC).timestamp()
    for path in job.journals.glob("update-*.sqlite"):
        if path != current and path.stat().st_mtime < oldest:
            remove_journal(path)
