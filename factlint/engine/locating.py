"""From what somebody types to the findings they mean: by fingerprint, or by place."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

from factlint.engine.results import Diagnostic, Report
from factlint.errors import InputError
from factlint.regex import regex

_ID = regex(r"(?P<digest>[0-9a-f]{1,24})|[0-9a-f]{24}:[0-9]+")
_PLACE = regex(r"(?P<path>.+?):(?P<line>[1-9][0-9]{0,8})(?::(?P<column>[1-9][0-9]{0,8}))?")
_NAMED = 5
"""So many findings that an ambiguous beginning may mean are named."""


@dataclass(frozen=True, slots=True)
class WantedFinding:
    """Which finding is meant: one of ``id`` and ``path`` is set.

    Attributes:
        id: its fingerprint, or the beginning of it.
        path: the article it stands in.
        line: the line in that article.
        column: the column in that line, None for all of it.
    """

    id: str = ""
    path: str = ""
    line: int = 0
    column: int | None = None

    @classmethod
    def parse(cls, text: str) -> WantedFinding:
        """Read a fingerprint, its beginning, ``PATH:LINE`` or ``PATH:LINE:COLUMN``.

        Raises:
            InputError: it is none of them.
        """
        if _ID.fullmatch(text):
            return cls(id=text)
        place = _PLACE.fullmatch(text)
        if place is None:
            raise InputError(
                f"{text}: neither a finding's id nor a place",
                "give the fingerprint of a finding, as in JSON and HTML reports, or PATH:LINE:COLUMN",
            )
        column = place["column"]
        return cls(path=place["path"], line=int(place["line"]), column=int(column) if column else None)

    def find(self, report: Report) -> tuple[Diagnostic, ...]:
        """The findings meant: one for an id, all at a place.

        Raises:
            InputError: there is none, or the beginning of an id is that of several.
        """
        found = tuple(one for one in report.diagnostics if self._is(one))
        if not found:
            raise InputError(
                f"{self}: no such finding",
                "give the paths and options of the check that reported it;"
                " factlint claims shows what was understood of an article",
            )
        if self.id and len(found) > 1:
            raise InputError(f"{self}: {len(found)} findings have such an id", _choice(found))
        return found

    def __str__(self) -> str:
        """As it was typed."""
        column = "" if self.column is None else f":{self.column}"
        return self.id or f"{self.path}:{self.line}{column}"

    def _is(self, found: Diagnostic) -> bool:
        if self.id:
            return found.fingerprint.startswith(self.id)
        region = found.region
        if os.path.realpath(region.path) != os.path.realpath(self.path):
            return False
        if self.column is None:
            return region.start.line <= self.line <= region.end.line
        here = (self.line, self.column)
        first, last = (region.start.line, region.start.column), (region.end.line, region.end.column)
        return first <= here < last or here == first


def _choice(found: Sequence[Diagnostic]) -> str:
    named = ", ".join(
        f"{one.region.path}:{one.region.start.line}:{one.region.start.column} {one.rule} {one.fingerprint}"
        for one in found[:_NAMED]
    )
    return f"give more of it, or the place: {named}{', …' * (len(found) > _NAMED)}"
