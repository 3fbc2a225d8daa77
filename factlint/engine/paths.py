"""From the paths of the command line to the articles to read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.errors import InputError

if TYPE_CHECKING:
    from pathspec import PathSpec

SUFFIXES = frozenset({".txt", ".md", ".markdown"})
"""What an article's file name ends with, for files found in folders; named files may be called anything."""

STDIN = "-"


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """An article to read.

    Attributes:
        path: how messages name it.
        data: its bytes where they are already known (standard input), else None.
    """

    path: str
    data: bytes | None = None

    def read(self) -> bytes:
        """The bytes of the article; raises InputError where there are none to be had."""
        if self.data is not None:
            return self.data
        try:
            return Path(self.path).read_bytes()
        except OSError as error:
            raise InputError(f"{self.path}: {error.strerror or error}", _hint(error)) from None


def find_articles(
    paths: Iterable[str], *, exclude: Sequence[str] = ()
) -> tuple[tuple[ArticleFile, ...], tuple[InputError, ...]]:
    """The articles that files and folders stand for, each once, and what is wrong with the others.

    Folders are searched for files with the suffixes of articles, in order of name, without hidden
    files and folders and without what an ``exclude`` pattern (as in ``.gitignore``) matches. A file
    that is named itself is read whatever it is called.
    """
    spec = _exclusions(exclude)
    found: dict[str, ArticleFile] = {}
    problems: list[InputError] = []
    for path in paths:
        try:
            articles = list(_in_folder(Path(path), spec)) if Path(path).is_dir() else [path]
        except InputError as problem:
            problems.append(problem)
            continue
        for article in articles:
            found.setdefault(os.path.realpath(article), ArticleFile(article))
    return tuple(found.values()), tuple(problems)


def _in_folder(folder: Path, spec: PathSpec | None) -> Iterator[str]:
    anything = False
    for parent, folders, files in os.walk(folder):
        here = Path(parent)
        folders[:] = sorted(name for name in folders if _wanted(here / name, spec, folder=True))
        for name in sorted(files):
            if Path(name).suffix.lower() in SUFFIXES and _wanted(here / name, spec):
                anything = True
                yield str(here / name)
    if not anything:
        raise InputError(
            f"{folder}: no articles in this folder",
            f"articles are files ending in {', '.join(sorted(SUFFIXES))}; name other files themselves",
        )


def _wanted(path: Path, spec: PathSpec | None, *, folder: bool = False) -> bool:
    if path.name.startswith("."):
        return False
    return spec is None or not spec.match_file(f"{path}/" if folder else str(path))


def _exclusions(patterns: Sequence[str]) -> PathSpec | None:
    if not patterns:
        return None
    from pathspec import PathSpec

    return PathSpec.from_lines("gitignore", patterns)


def _hint(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "check the path"
    return "check that it can be read"
