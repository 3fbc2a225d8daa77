"""From the paths of the command line to the articles to read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.document.formats.load import MAY_HOLD_SEVERAL, format_of, is_news_xml
from factlint.engine.articlefile import ArticleFile, Split, unreadable
from factlint.engine.gitignore import GitIgnore
from factlint.engine.results import InputProblem
from factlint.errors import InputError

if TYPE_CHECKING:
    from factlint.engine.config import Config
    from factlint.engine.configfind import Configurations
    from factlint.engine.patterns import PathPatterns

__all__ = ["STDIN", "SUFFIXES", "ArticleFile", "FolderSearch", "FoundArticles", "find_articles"]

STDIN = "-"
"""The path that stands for standard input."""

SUFFIXES = (
    ".atom", ".docx", ".htm", ".html", ".markdown", ".md", ".newsml", ".nitf", ".rss", ".rst", ".txt",
    ".xhtml",
)  # fmt: skip
"""How the name of an article ends, for files found in folders; named files may be called anything."""

XML_SUFFIX = ".xml"
"""Files of this ending are articles if what they begin with is that of a news format."""


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
        if not named and path.lower().endswith(XML_SUFFIX):
            return self._wants(path, config) and is_news_xml(ArticleFile(path).head())
        return named and self._wants(path, config)

    def split(self, file: ArticleFile) -> Split:
        """The articles of a file; raises ConfigError where its configuration is not understood."""
        if format_of(file.path) not in MAY_HOLD_SEVERAL:
            return Split((file,))
        config = self.configurations.of_article(file.path)
        return file.split(config.narrowed(config.matching(file.path)).json)

    def _wants(self, path: str, config: Config, *, is_folder: bool = False) -> bool:
        # Word's lock files have the ending of the document.
        if Path(path).name.startswith((".", "~$")):
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
    is called, and one that holds several articles stands for each of them.

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
    files: list[ArticleFile] = []
    for file in found.values():
        split = search.split(file)
        files += split.files
        problems += split.problems
    return FoundArticles(tuple(files), tuple(problems), tuple(folders))


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
            " name or include other files",
        )


def _raise(error: OSError) -> None:
    raise unreadable(str(error.filename), error)
