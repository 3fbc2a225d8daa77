"""YAML front matter: what an article says about itself before its first line."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.dates.written import FULL_DATE_PATTERN, read_full_date
from factlint.document.article import Metadata
from factlint.errors import InputError
from factlint.regex import regex
from factlint.text.span import Span

if TYPE_CHECKING:
    import yaml

    from factlint.text.source import SourceText

MAX_CHARACTERS = 65_536
"""Longer front matter is refused: parsing it could take longer than checking the article."""

_OPENING = regex(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = regex(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_DATE = regex(FULL_DATE_PATTERN)


class FrontMatter(NamedTuple):
    """Front matter and where the headline stands in it.

    Attributes:
        metadata: what it says.
        title_span: where the title's own words stand, None where there is no title or where YAML
            escapes keep it from standing there word for word.
    """

    metadata: Metadata
    title_span: Span | None = None


def read_front_matter(source: SourceText, zone: dt.tzinfo | None = None) -> FrontMatter:
    """Read the front matter of an article, empty where it has none.

    A first line ``---`` without a closing ``---`` or ``...``, or with anything but ``key: value``
    pairs between the two, is a rule in the copy and no front matter.

    Args:
        source: the article.
        zone: the zone whose day counts where the date has a time and an offset; None for the day as written.

    Raises:
        InputError: it is too long, is not YAML, has a key twice, or a field that is not understood.
    """
    opening = _OPENING.match(source.text)
    if opening is None:
        return FrontMatter(Metadata())
    closing = _CLOSING.search(source.text.replace("\r", "\n"), opening.end())
    if closing is None:
        return FrontMatter(Metadata())
    span = Span(0, closing.end())
    inner = source.text[opening.end() : closing.start()]
    if len(inner) > MAX_CHARACTERS:
        raise InputError(f"{source.path}: the front matter is longer than {MAX_CHARACTERS} characters")
    fields = _fields(source, inner, opening.end())
    if fields is None:
        return FrontMatter(Metadata())
    return FrontMatter(_metadata(source, fields, span, zone), _title_span(source, fields, opening.end()))


def _fields(source: SourceText, inner: str, start: int) -> dict[str, yaml.Node] | None:
    import yaml

    try:
        root = yaml.compose(inner, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = source.position(start).line + (mark.line if mark else 0)
        problem = getattr(error, "problem", None) or "it is nested too deeply"
        raise InputError(
            f"{source.path}:{line}: the front matter is not YAML: {problem}",
            "mend it, or put quotation marks around a value that contains a colon",
        ) from None
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        return None
    fields: dict[str, yaml.Node] = {}
    for key, value in root.value:
        if not isinstance(key, yaml.ScalarNode):
            continue
        if key.value in fields:
            line = source.position(start).line + key.start_mark.line
            raise InputError(f"{source.path}:{line}: the front matter has {key.value!r} twice", "remove one")
        fields[key.value] = value
    return fields


def _metadata(
    source: SourceText, fields: dict[str, yaml.Node], span: Span, zone: dt.tzinfo | None
) -> Metadata:
    return Metadata(
        title=_text(fields.get("title")),
        date=_date(source, fields.get("date"), zone),
        location=_text(fields.get("location")),
        byline=_text(fields.get("byline")),
        outlet=_text(fields.get("outlet")),
        updates=_text(fields.get("updates")),
        ignore=_ignored(source, fields.get("factlint")),
        span=span,
    )


def _text(node: yaml.Node | None) -> str:
    return node.value.strip() if node is not None and isinstance(node.value, str) else ""


def _date(source: SourceText, node: yaml.Node | None, zone: dt.tzinfo | None) -> dt.date | None:
    words = _text(node)
    if not words:
        return None
    moment = _moment(words) if zone is not None else None
    if moment is not None:
        return moment.astimezone(zone).date()
    match = _DATE.match(words)
    day = read_full_date(match.group()) if match else None
    if day is None:
        raise InputError(
            f"{source.path}: the front matter's date {words[:40]!r} is not understood",
            "write it as 2021-06-16",
        )
    return day


def _moment(words: str) -> dt.datetime | None:
    """A time with its offset from UTC, None where the words are anything else."""
    try:
        moment = dt.datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _ignored(source: SourceText, node: yaml.Node | None) -> tuple[str, ...]:
    import yaml

    if node is None:
        return ()
    message = f"{source.path}: the front matter's 'factlint' is not understood"
    hint = "write it as  factlint: {ignore: [FL101, date]}"
    if not isinstance(node, yaml.MappingNode):
        raise InputError(message, hint)
    names: list[str] = []
    for key, value in node.value:
        if key.value != "ignore" or not isinstance(value, (yaml.SequenceNode, yaml.ScalarNode)):
            raise InputError(message, hint)
        items = value.value if isinstance(value, yaml.SequenceNode) else [value]
        if not all(isinstance(item, yaml.ScalarNode) for item in items):
            raise InputError(message, hint)
        names.extend(item.value for item in items)
    return tuple(names)


def _title_span(source: SourceText, fields: dict[str, yaml.Node], start: int) -> Span | None:
    node = fields.get("title")
    title = _text(node)
    if node is None or not title:
        return None
    offset = source.text.find(title, start + node.start_mark.index, start + node.end_mark.index)
    return Span(offset, offset + len(title)) if offset >= 0 else None
