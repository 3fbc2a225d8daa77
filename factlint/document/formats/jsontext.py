"""The strings of a JSON text with their places, which the standard library's parser does not tell."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from factlint.errors import InputError
from factlint.regex import regex
from factlint.text.mapping import Piece

MAX_DEPTH = 12
"""Strings that are nested deeper are no part of an article."""

_TOKEN = regex(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
_ESCAPE = regex(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")

Path = tuple[str | int, ...]
"""Keys of objects and indices of lists from the outermost value inwards."""


@dataclass(frozen=True, slots=True)
class JsonString:
    """A string in a JSON text.

    Attributes:
        path: where among the values it is.
        start: the offset after its opening quotation mark.
        end: the offset of its closing one.
    """

    path: Path
    start: int
    end: int

    def read(self, text: str) -> tuple[str, list[Piece]]:
        """What the string means, and where each piece of it stands in the text."""
        parts: list[str] = []
        pieces: list[Piece] = []
        done = self.start
        for escape in _ESCAPE.finditer(text, self.start, self.end):
            meant = json.loads(f'"{escape.group()}"')
            parts += [text[done : escape.start()], meant]
            pieces.append(Piece(escape.start() - done, done, escape.start(), True))
            pieces.append(Piece(len(meant), escape.start(), escape.end(), False))
            done = escape.end()
        pieces.append(Piece(self.end - done, done, self.end, True))
        return "".join([*parts, text[done : self.end]]), pieces


def check_json(path: str, text: str, first_line: int = 1) -> None:
    """Make sure that a text is JSON.

    Raises:
        InputError: it is not; the message names line and column.
    """
    try:
        json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        place = f"{path}:{first_line + error.lineno - 1}:{error.colno}"
        raise InputError(f"{place}: not JSON: {error.msg}", "mend it") from None
    except ValueError as error:
        raise InputError(f"{path}:{first_line}: not JSON: {error}", "mend it") from None
    except RecursionError:
        raise InputError(f"{path}:{first_line}: the JSON is nested too deeply for an article") from None


def strings(text: str, start: int = 0, end: int | None = None) -> Iterator[JsonString]:
    """The strings of a JSON text, keys apart, in order.

    Args:
        text: holds JSON from ``start`` to ``end``; see ``check_json``.
        start: the offset at which it begins.
        end: the offset at which it ends, None for the end of the text.
    """
    # For each open object or list its last key or index.
    path: list[str | int] = []
    is_key = False
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        mark = match.group()
        if mark == "{":
            path.append("")
            is_key = True
        elif mark == "[":
            path.append(0)
            is_key = False
        elif mark in {"}", "]"}:
            path.pop()
            is_key = False
        elif mark == ",":
            last = path[-1] if path else 0
            is_key = isinstance(last, str)
            if isinstance(last, int) and path:
                path[-1] = last + 1
        elif mark[0] == '"' and is_key:
            path[-1] = str(json.loads(mark))
            is_key = False
        elif mark[0] == '"' and len(path) <= MAX_DEPTH:
            yield JsonString(tuple(path), match.start() + 1, match.end() - 1)


def _refuse(word: str) -> object:
    raise ValueError(f"{word} is no JSON number")
