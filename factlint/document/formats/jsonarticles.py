"""JSON: ninjs and the exports of news systems, one article, a list of them, or one on each line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factlint.document.article import BlockKind, Metadata
from factlint.document.extracted import Composer, Document
from factlint.document.formats.fields import JsonFields
from factlint.document.formats.jsontext import JsonString, Path, check_json, strings
from factlint.document.formats.naming import part_name
from factlint.document.formats.references import add_text
from factlint.document.formats.xmlcopy import add_escaped
from factlint.document.moments import read_moment
from factlint.errors import InputError
from factlint.text.mapping import SourceMap
from factlint.text.source import SourceText
from factlint.text.span import Span

RESERVED = '"\\<>&'
"""What a correction must not bring into a string of JSON, which may hold HTML."""


def read_json(source: SourceText, fields: JsonFields) -> tuple[Document, ...]:
    """Read the article of a JSON file, or those of a list.

    Raises:
        InputError: it is not JSON, or an object has no text in any of its fields.
    """
    check_json(source.path, source.text)
    found = list(strings(source.text))
    if not source.text.lstrip().startswith("["):
        return (_read(source.path, source, found, fields),)
    by_item: dict[str | int, list[JsonString]] = {}
    for string in found:
        inner = JsonString(string.path[1:], string.start, string.end)
        by_item.setdefault(string.path[0], []).append(inner)
    return tuple(
        _read(part_name(source.path, number, len(by_item)), source, item, fields)
        for number, item in enumerate(by_item.values(), 1)
    )


def read_json_lines(source: SourceText, fields: JsonFields) -> Iterator[Document | InputError]:
    """Read the articles of a file of JSON Lines; a line that cannot be read gives its error."""
    lines = source.lines
    numbers = [number for number in range(1, len(lines) + 1) if lines.line_text(number).strip()]
    for count, number in enumerate(numbers, 1):
        start = lines.line_start(number)
        words = lines.line_text(number)
        name = part_name(source.path, count, len(numbers))
        try:
            check_json(source.path, words, number)
            yield _read(name, source, strings(source.text, start, start + len(words)), fields, number)
        except InputError as error:
            yield error


def _read(
    path: str, source: SourceText, found: Iterable[JsonString], fields: JsonFields, line: int = 0
) -> Document:
    by_path: dict[Path, JsonString] = {}
    for string in found:
        by_path.setdefault(string.path, string)
    body = next((some for name in fields.of("text") if (some := _at(by_path, name, source.text))), ())
    if not body:
        where = f"{source.path}:{line}" if line else path
        raise InputError(
            f"{where}: no text in any of the fields {', '.join(fields.of('text'))}",
            "name the field in factlint.yml, as json: {text: FIELD}",
        )
    composer = Composer()
    titles = next((some for name in fields.of("title") if (some := _at(by_path, name, source.text))), ())
    title = ""
    for string in titles[:1]:
        title, pieces = string.read(source.text)
        composer.block(BlockKind.HEADLINE)
        composer.within = SourceMap(pieces)
        add_text(composer, title, 0)
        composer.within = None
    for string in body:
        words, pieces = string.read(source.text)
        add_escaped(composer, words, SourceMap(pieces))
    read = _Reader(by_path, fields, source.text)
    metadata = Metadata(
        title=" ".join(title.split()),
        byline=read.words("byline"),
        outlet=read.words("outlet"),
        location=read.words("location"),
    )
    return composer.finish(path, source, metadata, read.date(), reserved=RESERVED)


@dataclass(frozen=True)
class _Reader:
    by_path: dict[Path, JsonString]
    fields: JsonFields
    text: str

    def words(self, part: str) -> str:
        return next(self._all(part), "")

    def date(self) -> dt.date | None:
        return next((moment for words in self._all("date") if (moment := read_moment(words))), None)

    def _all(self, part: str) -> Iterator[str]:
        for name in self.fields.of(part):
            for string in _at(self.by_path, name, self.text)[:1]:
                yield " ".join(string.read(self.text)[0].split())


def _at(by_path: dict[Path, JsonString], name: str, text: str) -> tuple[JsonString, ...]:
    """The strings at a dotted path that have words; where a list is there, those in it."""
    wanted = name.split(".")
    exact: Path = tuple(int(key) if key.isascii() and key.isdigit() else key for key in wanted)
    if "*" not in wanted and exact in by_path:
        found = [by_path[exact]]
    else:
        found = [string for path, string in by_path.items() if _matches(path, wanted)]
    return tuple(string for string in found if Span(string.start, string.end).of(text).strip())


def _matches(path: Path, wanted: list[str]) -> bool:
    longer = len(path) == len(wanted) + 1 and isinstance(path[-1], int)
    return (len(path) == len(wanted) or longer) and all(
        key in {"*", str(here)} for key, here in zip(wanted, path, strict=False)
    )
