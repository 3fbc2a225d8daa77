"""From the paths of the command line to the articles to read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factlint.engine.patterns import PathPatterns
from factlint.engine.results import InputProblem
from factlint.errors import InputError
from factlint.text.files import read_at_most
from factlint.text.source import MAX_BYTES, SourceText, decode, too_large

STDIN = "-"
"""The path that stands for standard input."""

SUFFIXES = (".markdown", ".md", ".txt")
"""How the name of an article ends, for files found in folders; named files may be called anything."""


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """An article to read.

    Attributes:
        path: how messages name it.
        content: its bytes or text where they are already known, None to read the file.
    """

    path: str
    content: bytes | str | None = None

    def read(self) -> SourceText:
        """The text of the article; raises InputError where there is none to be had."""
        if isinstance(self.content, str):
            return SourceText(self.path, self.content)
        return decode(self.path, self._bytes() if self.content is None else self.content)

    def _bytes(self) -> bytes:
        try:
            path = Path(self.path)
            size = path.stat().st_size
            if size > MAX_BYTES:
                raise too_large(self.path, size)
            # Pipes and devices have no size and need not end.
            return read_at_most(path, MAX_BYTES + 1)
        except (OSError, ValueError) as error:
            raise _unreadable(self.path, error) from None


@dataclass(frozen=True, slots=True)
class FoundArticles:
    """The articles that paths stand for, each once, and what is wrong with the other paths."""

    files: tuple[ArticleFile, ...]
    problems: tuple[InputProblem, ...] = ()


def find_articles(
    paths: Iterable[str], *, exclude: Iterable[PathPatterns] = (), stdin: ArticleFile | None = None
) -> FoundArticles:
    """Find the articles that files, folders and ``-`` (``stdin``, where it is given) stand for.

    Folders are searched for files named like articles, in order of name, without hidden files and
    folders and without what an ``exclude`` pattern matches. A file that is named itself is read
    whatever it is called.
    """
    patterns = tuple(exclude)
    found: dict[str, ArticleFile] = {}
    problems: list[InputProblem] = []
    for path in paths:
        if path == STDIN and stdin is not None:
            found.setdefault(os.path.realpath(stdin.path), stdin)
            continue
        try:
            articles = list(_in_folder(path, patterns)) if Path(path).is_dir() else [path]
        except InputError as problem:
            problems.append(InputProblem(path, str(problem)))
            continue
        for article in articles:
            found.setdefault(os.path.realpath(article), ArticleFile(article))
    return FoundArticles(tuple(found.values()), tuple(problems))


def _in_folder(folder: str, exclude: tuple[PathPatterns, ...]) -> Iterator[str]:
    anything = False
    for parent, folders, files in os.walk(folder, onerror=_raise):
        folders[:] = sorted(
            name for name in folders if _wanted(str(Path(parent, name)), exclude, is_folder=True)
        )
        for name in sorted(files):
            path = str(Path(parent, name))
            if name.lower().endswith(SUFFIXES) and _wanted(path, exclude):
                anything = True
                yield path
    if not anything:
        raise InputError(
            f"{folder}: no articles in this folder",
            f"articles end in {', '.join(SUFFIXES)} and match no exclude pattern; name other files",
        )


def _wanted(path: str, exclude: tuple[PathPatterns, ...], *, is_folder: bool = False) -> bool:
    hidden = Path(path).name.startswith(".")
    return not hidden and not any(patterns.match(path, is_folder=is_folder) for patterns in exclude)


def _raise(error: OSError) -> None:
    raise _unreadable(str(error.filename), error)


def _unreadable(path: str, error: Exception) -> InputError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    wrong_path = isinstance(error, (FileNotFoundError, NotADirectoryError))
    hint = "check the path" if wrong_path else "check that it can be read"
    return InputError(f"{path or repr(path)}: {reason}", hint)
