"""``archive add``: from files to an archive, batch by batch."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Protocol

from factlint.archive.database import transaction, writing
from factlint.archive.entries import Entry, content_hash, entry, hash_of, reading_hash
from factlint.archive.paths import stored_path
from factlint.archive.store import Change, add, known
from factlint.engine.parallel import in_processes
from factlint.engine.paths import ArticleFile
from factlint.engine.results import InputProblem
from factlint.engine.session import Session, default_date
from factlint.engine.settings import RunSettings
from factlint.errors import InputError, SnapshotError
from factlint.kb.store import Snapshot

BATCH = 100
"""Articles that are read by one process and then added together: a kill loses a few seconds of work."""

_LOOKED_UP = 2000
"""Articles that are looked up together, to see which are new."""


class Progress(Protocol):
    """Somebody who is told how far the work is."""

    def begin(self, stage: str, total: int) -> None:
        """A stage of so many steps begins."""

    def advance(self, steps: int) -> None:
        """So many steps of the stage are done."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles to be read together, in this process or another.

    Attributes:
        files: the articles.
        contents: hashes of their texts.
        settings: what holds for them.
        folder: the folder of the archive.
    """

    files: tuple[ArticleFile, ...]
    contents: tuple[bytes, ...]
    settings: RunSettings
    folder: Path

    @property
    def name(self) -> str:
        """The same for the same articles, texts and dates."""
        readings = (reading_of(file, self.settings).hex() for file in self.files)
        paths = (stored_path(file.path, self.folder) for file in self.files)
        return hash_of(*paths, *(content.hex() for content in self.contents), *readings).hex()


@dataclass(frozen=True, slots=True)
class Read:
    """What came of a batch: the articles in their order, and those that could not be read."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[InputProblem, ...] = ()


@dataclass
class Added:
    """What adding did.

    Attributes:
        change: to the archive.
        problems: articles that could not be read.
    """

    change: Change = field(default_factory=Change)
    problems: list[InputProblem] = field(default_factory=list)


Reader = Callable[[Iterable[Batch]], Iterator[Read]]
"""Reads batches somewhere; the results come in the order of the batches."""


def add_files(
    archive: Path, files: Sequence[ArticleFile], settings: RunSettings, progress: Progress, reader: Reader
) -> Added:
    """Add articles to an archive, which is made where there is none.

    Articles that are there already are not read again, so that the same call goes on where an earlier one
    was killed. What has been added stays, whatever happens then.

    Args:
        archive: the file.
        files: the articles.
        settings: what holds for them.
        progress: is told of every article.
        reader: ``read_here``, ``read_in_processes`` or another.

    Raises:
        ArchiveError: the archive cannot be read or written.
        SnapshotError: the snapshot cannot be opened.
    """
    added = Added()
    progress.begin("adding articles", len(files))
    with writing(archive) as connection:
        for read in reader(Incoming(connection, archive.parent, settings, added, progress).batches(files)):
            with transaction(connection):
                added.change += add(connection, read.entries)
            added.problems += read.problems
            progress.advance(len(read.entries) + len(read.problems))
    return added


def read_here(batches: Iterable[Batch]) -> Iterator[Read]:
    """Read batches in this process."""
    return map(read_batch, batches)


def read_in_processes(jobs: int) -> Reader:
    """Read batches in so many processes."""
    return partial(_in_processes, jobs=jobs)


def read_batch(batch: Batch) -> Read:
    """Read the articles of a batch; raises SnapshotError where the snapshot cannot be opened."""
    from factlint.crossing.reading.digest import digest

    entries: list[Entry] = []
    problems: list[InputProblem] = []
    with Snapshot(batch.settings.kb) as kb:
        session = Session(batch.settings, kb)
        for file in batch.files:
            path = stored_path(file.path, batch.folder)
            try:
                context = session.open(file).context
                reading = reading_of(file, batch.settings)
                entries.append(entry(digest(context.annotations), context.article.source, path, reading))
            except InputError as problem:
                problems.append(InputProblem(file.path, str(problem)))
            except SnapshotError:
                raise
            except Exception as error:
                # A defect of ours in one article must be seen, and must not hide the others.
                said = (
                    f"{file.path}: factlint broke while it read the article: {type(error).__name__}: {error}"
                )
                problems.append(InputProblem(file.path, said))
    return Read(tuple(entries), tuple(problems))


def reading_of(file: ArticleFile, settings: RunSettings) -> bytes:
    """Hash of what the claims of an article depend on beside its text."""
    held = settings.of(file.path)
    return reading_hash(repr(held.date), repr(default_date(file, held)), repr(held.time_zone))


def _in_processes(batches: Iterable[Batch], jobs: int) -> Iterator[Read]:
    return in_processes(read_batch, batches, jobs)


@dataclass
class Incoming:
    """Tells the articles that are new from those that an archive has.

    Attributes:
        connection: the archive.
        folder: where it is.
        settings: what holds for the articles.
        added: takes what is known, and what cannot be read.
        progress: is told of both.
    """

    connection: sqlite3.Connection
    folder: Path
    settings: RunSettings
    added: Added
    progress: Progress

    def batches(self, files: Iterable[ArticleFile]) -> Iterator[Batch]:
        """The articles that are not in the archive; the others are counted, and told to ``progress``."""
        waiting = self._new(files)
        while some := tuple(islice(waiting, BATCH)):
            here = tuple(file for file, _ in some)
            by_path = {file.path: self.settings.of(file.path) for file in here}
            contents = tuple(content for _, content in some)
            yield Batch(here, contents, replace(self.settings, by_path=by_path), self.folder)

    def _new(self, files: Iterable[ArticleFile]) -> Iterator[tuple[ArticleFile, bytes]]:
        """The articles that are to be read, with the hashes of their texts."""
        waiting = iter(files)
        while some := list(islice(waiting, _LOOKED_UP)):
            contents = {file.path: content for file in some if (content := self._content(file))}
            there = known(self.connection, contents.values())
            new = [
                (file, contents[file.path])
                for file in some
                if file.path in contents and self._is_new(file, *there.get(contents[file.path], ("", b"")))
            ]
            self.added.change.known += len(contents) - len(new)
            self.progress.advance(len(some) - len(new))
            yield from new

    def _content(self, file: ArticleFile) -> bytes:
        try:
            _must_be_storable(file.path)
            return content_hash(file.read())
        except InputError as problem:
            self.added.problems.append(InputProblem(file.path, str(problem)))
            return b""

    def _is_new(self, file: ArticleFile, path: str, reading: bytes) -> bool:
        if path != stored_path(file.path, self.folder):
            return not path
        return reading != reading_of(file, self.settings)


def _must_be_storable(path: str) -> None:
    try:
        os.fspath(path).encode("utf-8")
    except UnicodeEncodeError:
        raise InputError(f"{path!r}: the name of the file is not UTF-8", "rename it") from None
