"""Claims of a piece of copy, for the tests of claims and linking."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TypeVar, cast

from factlint.annotate.layers import Annotations
from factlint.claims import EXTRACTORS
from factlint.claims.base import Claim
from factlint.document.read import read_article
from factlint.kb.embedded import embedded_path
from factlint.kb.store import Snapshot
from factlint.text.source import SourceText

ClaimT = TypeVar("ClaimT", bound=Claim)


@cache
def snapshot() -> Snapshot:
    """The embedded snapshot, opened once."""
    return Snapshot(embedded_path())


def annotated(text: str, date: str = "2021-06-16") -> Annotations:
    story = read_article(SourceText("story.txt", text), date=dt.date.fromisoformat(date))
    return Annotations(story, snapshot())


def claims(text: str, kind: type[ClaimT], date: str = "2021-06-16") -> tuple[ClaimT, ...]:
    """The claims of one type in a piece of copy."""
    return cast("tuple[ClaimT, ...]", EXTRACTORS[kind](annotated(text, date)))
