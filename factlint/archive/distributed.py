"""``archive add`` on a Dask cluster: partition by partition, with a merge at the end.

Each partition of the articles is read by one task on any worker, which writes it as an archive of its
own into a folder beside the archive. When all are there, they are merged in the order of the articles,
so that the result is that of a single machine. A partition is named by what is in it and appears in
one step: a worker that dies loses the partition it had in hand, which the scheduler gives to another,
and the same command goes on where everything was broken off.

Dask is an optional dependency (``factlint[distributed]``). Workers must have the same factlint installed
and see the articles, the snapshot and the folder of the archive under the same paths.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from factlint.archive.adding import Added, Batch, Incoming, Progress, read_batch
from factlint.archive.database import reading, transaction, writing
from factlint.archive.paths import stored_path
from factlint.archive.store import add, entries
from factlint.engine.paths import ArticleFile
from factlint.engine.results import InputProblem
from factlint.engine.settings import RunSettings
from factlint.errors import FactlintError

_RETRIES = 3
"""So often a partition is tried again after an error; for workers that die the scheduler counts itself."""

_PATIENCE = 30
"""Seconds that the scheduler, and then a first worker, are waited for."""

_MERGED_AT_ONCE = 20
"""Partitions that are added in one transaction."""


@dataclass(frozen=True, slots=True)
class Partition:
    """Articles that one task reads.

    Attributes:
        batch: the articles.
        file: the archive to write them to.
    """

    batch: Batch
    file: Path


def add_distributed(
    archive: Path, files: Sequence[ArticleFile], settings: RunSettings, progress: Progress, scheduler: str
) -> Added:
    """Add articles to an archive as ``add_files`` does, on the workers of a cluster.

    Args:
        archive: the file.
        files: the articles.
        settings: what holds for them.
        progress: is told of every article.
        scheduler: the address of the cluster's scheduler.

    Raises:
        ArchiveError: an archive cannot be read or written.
        FactlintError: Dask is not installed, there is no cluster, or a partition killed several workers.
    """
    added = Added()
    progress.begin("reading articles", len(files))
    folder = Path(os.path.realpath(archive)).with_name(f"{archive.name}.parts")
    with _cluster(scheduler) as client:
        with writing(archive) as connection:
            incoming = Incoming(connection, archive.parent, settings, added, progress)
            partitions = [
                Partition(batch, folder / f"{batch.name}.sqlite") for batch in incoming.batches(files)
            ]
        if partitions:
            folder.mkdir(exist_ok=True)
            for read, problems in _write_all(client, partitions):
                added.problems += problems
                progress.advance(read)
    _merge(archive, partitions, added, progress)
    shutil.rmtree(folder, ignore_errors=True)
    return added


def write_partition(partition: Partition) -> tuple[InputProblem, ...]:
    """On a worker: read a partition and write it as an archive; says what could not be read."""
    read = read_batch(partition.batch)
    partial = partition.file.with_name(f".{partition.file.name}.{os.getpid()}")
    try:
        with writing(partial) as connection, transaction(connection):
            add(connection, read.entries)
        partial.replace(partition.file)
    finally:
        for left in partition.file.parent.glob(f"{partial.name}*"):
            left.unlink(missing_ok=True)
    return read.problems


def _write_all(
    client: Any, partitions: Sequence[Partition]
) -> Iterator[tuple[int, tuple[InputProblem, ...]]]:
    """Have all partitions written; yields for each how many articles it has, and what could not be read."""
    from distributed import as_completed

    sizes: dict[Any, int] = {}
    for partition in partitions:
        if partition.file.exists():
            yield len(partition.batch.files), ()
        else:
            future = client.submit(write_partition, partition, pure=False, retries=_RETRIES)
            sizes[future] = len(partition.batch.files)
    for future in as_completed(list(sizes)):
        yield sizes.pop(future), future.result()


def _merge(archive: Path, partitions: Sequence[Partition], added: Added, progress: Progress) -> None:
    """Add the partitions to the archive, in order."""
    progress.begin("merging partitions", len(partitions))
    reported = {problem.path for problem in added.problems}
    waiting = iter(partitions)
    with writing(archive) as connection:
        while some := list(islice(waiting, _MERGED_AT_ONCE)):
            there: set[str] = set()
            with transaction(connection):
                for partition in some:
                    with _seen(partition.file), reading(partition.file) as part:
                        read = [*entries(part)]
                    there.update(entry.path for entry in read)
                    added.change += add(connection, read)
            added.problems += _unread(archive, some, there, reported)
            progress.advance(len(some))


def _unread(
    archive: Path, partitions: Iterable[Partition], there: set[str], reported: set[str]
) -> Iterator[InputProblem]:
    """Articles of partitions of an earlier try that could not be read then."""
    for partition in partitions:
        for file in partition.batch.files:
            if stored_path(file.path, archive.parent) not in there and file.path not in reported:
                yield InputProblem(file.path, f"{file.path}: could not be read; run it again to see why")


@contextmanager
def _cluster(scheduler: str) -> Iterator[Any]:
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        raise FactlintError(
            "--distributed needs Dask", "pip install 'factlint[distributed]', here and on the workers"
        ) from None
    try:
        client = Client(scheduler, timeout=_PATIENCE)
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise FactlintError(
            f"{scheduler}: no Dask cluster ({error})", "start a scheduler and workers, and check the address"
        ) from None
    try:
        with client:
            yield client
    except KilledWorker as error:
        raise FactlintError(
            f"{scheduler}: several workers died over one partition ({error})",
            "give them more memory, or add the articles without --distributed to see which one it is",
        ) from None


@contextmanager
def _seen(file: Path) -> Iterator[None]:
    """While a partition is read: it must have come by here."""
    if not file.exists():
        raise FactlintError(
            f"{file}: a worker wrote this, but it is not here",
            "the folder of the archive must be the same one on all machines",
        )
    yield
