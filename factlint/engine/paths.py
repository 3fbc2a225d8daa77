"""From the paths of the command line to the articles to read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.engine.gitignore import GitIgnore
from factlint.engine.results import InputProblem
from factlint.errors import InputError
from factlint.text.files import read_at_most
from factlint.text.source import MAX_BYTES, SourceText, decode, too_large

if TYPE_CHECKING:
    from factlint.engine.config import Config
    from factlint.engine.configfind import Configurations
    from factlint.engine.patterns import PathPatterns

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
        return decode(self.path, self.data())

    def data(self) -> bytes:
        """The bytes of the article; raises InputError where there are none to be had."""
        if isinstance(self.content, str):
            return self.content.encode("utf-8", "surrogatepass")
        return self._bytes() if self.content is None else self.content

    def size(self) -> int:
        """How many bytes or characters it has; 0 where that cannot be told without reading it."""
        if self.content is not None:
            return len(self.content)
        try:
            return Path(self.path).stat().st_size
        except (OSError, ValueError):
            return 0

    def modified(self) -> float | None:
        """When the file was last changed, in seconds since 1970; None where no file is read."""
        if self.content is not None:
            return None
        try:
            return Path(self.path).stat().st_mtime
        except (OSError, ValueError):
            return None

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
    """The articles that paths stand for.

    Attributes:
        files: each once.
        problems: what is wrong with the other paths.
        folders: the folders that were searched.
    """

    files: tuple[ArticleFile, ...]
    problems: tuple[InputProblem, ...] = ()
    folders: tuple[str, ...] = ()


@dataclass(frozen=True)
class FolderSearch:
    """What of a folder's files are articles.

    Attributes:
        configurations: include and exclude patterns, and whether what Git ignores is passed over.
        exclude: further patterns of what is passed over.
        ignored: what Git ignores.
    """

    configurations: Configurations
    exclude: tuple[PathPatterns, ...] = ()
    ignored: GitIgnore = field(default_factory=GitIgnore)

    def wants_folder(self, path: str) -> bool:
        """Whether a folder within the one that is searched is searched too."""
        return self._wants(path, self.configurations.of_article(path), is_folder=True)

    def wants_file(self, path: str) -> bool:
        """Whether a file in a folder is an article."""
        config = self.configurations.of_article(path)
        named = path.lower().endswith(SUFFIXES) or any(item.match(path) for item in config.include)
        return named and self._wants(path, config)

    def _wants(self, path: str, config: Config, *, is_folder: bool = False) -> bool:
        if Path(path).name.startswith("."):
            return False
        if any(item.match(path, is_folder=is_folder) for item in (*config.exclude, *self.exclude)):
            return False
        return config.gitignore is False or not self.ignored.match(path, is_folder=is_folder)


def find_articles(
    paths: Iterable[str], search: FolderSearch, *, stdin: ArticleFile | None = None
) -> FoundArticles:
    """Find the articles that files, folders and ``-`` (``stdin``, where it is given) stand for.

    Folders are searched for files named like articles, in order of name, without hidden files and
    folders and without what is excluded or ignored. A file that is named itself is read whatever it
    is called.

    Raises:
        ConfigError: the configuration of a folder is not understood.
    """
    found: dict[str, ArticleFile] = {}
    problems: list[InputProblem] = []
    folders: list[str] = []
    for path in paths:
        if path == STDIN and stdin is not None:
            found.setdefault(os.path.realpath(stdin.path), stdin)
            continue
        try:
            articles = list(_in_folder(path, search, folders)) if Path(path).is_dir() else [path]
        except InputError as problem:
            problems.append(InputProblem(path, str(problem)))
            continue
        for article in articles:
            found.setdefault(os.path.realpath(article), ArticleFile(article))
    return FoundArticles(tuple(found.values()), tuple(problems), tuple(folders))


def _in_folder(folder: str, search: FolderSearch, searched: list[str]) -> Iterator[str]:
    anything = False
    for parent, folders, files in os.walk(folder, onerror=_raise):
        searched.append(parent)
        folders[:] = sorted(name for name in folders if search.wants_folder(str(Path(parent, name))))
        for name in sorted(files):
            path = str(Path(parent, name))
            if search.wants_file(path):
                anything = True
                yield path
    if not anything:
        raise InputError(
            f"{folder}: no articles in this folder",
            f"articles end in {', '.join(SUFFIXES)} and are neither excluded nor ignored by Git;"
            " name other files",
        )


def _raise(error: OSError) -> None:
    raise _unreadable(str(error.filename), error)


def _unreadable(path: str, error: Exception) -> InputError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    wrong_path = isinstance(error, (FileNotFoundError, NotADirectoryError))
    hint = "check the path" if wrong_path else "check that it can be read"
    return InputError(f"{path or repr(path)}: {reason}", hint)
