"""An article to read: a file, a text in memory, or one of several articles in a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from factlint.document.extracted import Document
from factlint.document.formats.fields import JsonFields
from factlint.document.formats.load import HEAD, holds_several, load
from factlint.engine.results import InputProblem
from factlint.errors import InputError
from factlint.text.files import read_at_most
from factlint.text.source import MAX_BYTES, SourceText, too_large


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """An article to read.

    Attributes:
        path: how messages name it.
        content: its bytes, its text or the article itself where they are already known, None to read the
            file.
        stored: whether what is known was read from the file of that name.
    """

    path: str
    content: bytes | str | Document | None = None
    stored: bool = False

    @property
    def file(self) -> str:
        """The file that the article stands in; its own path but for one of several articles."""
        return self.content.source.file.path if isinstance(self.content, Document) else self.path

    def document(self, fields: JsonFields | None = None) -> Document:
        """The article as its format presents it.

        Args:
            fields: which values of JSON are which part of an article; None for the usual ones.

        Raises:
            InputError: there is none to be had, or there are several.
        """
        if isinstance(self.content, Document):
            return self.content
        documents, errors = self._load(fields)
        if errors:
            raise errors[0]
        if len(documents) > 1:
            raise InputError(f"{self.path}: {len(documents)} articles in this file", "split it")
        return documents[0]

    def read(self) -> SourceText:
        """The text of the article; raises InputError where there is none to be had."""
        return self.document().source

    def split(self, fields: JsonFields | None = None) -> Split:
        """The articles of a file that may hold several; the file itself where it holds one."""
        if isinstance(self.content, Document) or not holds_several(self.path, self.head()):
            return Split((self,))
        try:
            documents, errors = self._load(fields)
        except InputError as problem:
            return Split((), (InputProblem(self.path, str(problem)),))
        stored = self.stored or self.content is None
        return Split(
            tuple(ArticleFile(one.source.path, one, stored) for one in documents),
            tuple(InputProblem(self.path, str(error)) for error in errors),
        )

    def with_data(self, data: bytes) -> ArticleFile:
        """The same with the bytes that were read of it."""
        return self if self.content is not None else ArticleFile(self.path, data, stored=True)

    def data(self) -> bytes:
        """The bytes of the article, or what stands for them; raises InputError where there are none."""
        if isinstance(self.content, Document):
            return _plain(self.content)
        if isinstance(self.content, str):
            return self.content.encode("utf-8", "surrogatepass")
        return self._bytes() if self.content is None else self.content

    def head(self) -> bytes:
        """The first bytes of the file; none where it cannot be read."""
        if isinstance(self.content, str):
            return self.content[:HEAD].encode("utf-8", "surrogatepass")
        if isinstance(self.content, bytes):
            return self.content[:HEAD]
        try:
            # A pipe cannot be read twice.
            return read_at_most(Path(self.path), HEAD) if Path(self.path).is_file() else b""
        except (OSError, ValueError):
            return b""

    def size(self) -> int:
        """How many bytes or characters it has; 0 where that cannot be told without reading it."""
        if isinstance(self.content, Document):
            return len(self.content.source.text)
        if self.content is not None:
            return len(self.content)
        try:
            return Path(self.path).stat().st_size
        except (OSError, ValueError):
            return 0

    def modified(self) -> float | None:
        """When the file was last changed, in seconds since 1970; None where no file is read."""
        if self.content is not None and not self.stored:
            return None
        try:
            return Path(self.file).stat().st_mtime
        except (OSError, ValueError):
            return None

    def _load(self, fields: JsonFields | None) -> tuple[tuple[Document, ...], tuple[InputError, ...]]:
        content = self.content if isinstance(self.content, str) else self.data()
        documents, errors = load(self.path, content, fields or JsonFields())
        return tuple(documents), tuple(errors)

    def _bytes(self) -> bytes:
        try:
            path = Path(self.path)
            size = path.stat().st_size
            if size > MAX_BYTES:
                raise too_large(self.path, size)
            # Pipes and devices have no size and need not end.
            return read_at_most(path, MAX_BYTES + 1)
        except (OSError, ValueError) as error:
            raise unreadable(self.path, error) from None


@dataclass(frozen=True, slots=True)
class Split:
    """The articles of a file, and what of it cannot be read."""

    files: tuple[ArticleFile, ...]
    problems: tuple[InputProblem, ...] = ()


def unreadable(path: str, error: Exception) -> InputError:
    """The error for a file that the system does not let us read."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    wrong_path = isinstance(error, (FileNotFoundError, NotADirectoryError))
    hint = "check the path" if wrong_path else "check that it can be read"
    return InputError(f"{path or repr(path)}: {reason}", hint)


def _plain(document: Document) -> bytes:
    """Bytes that tell one article of a file from another: its words, their places, what is said of it."""
    source = document.source
    places = source.origin.map.all_pieces if source.origin else ()
    told = (source.text, places, document.metadata, document.blocks, document.published)
    return repr(told).encode("utf-8", "surrogatepass")
