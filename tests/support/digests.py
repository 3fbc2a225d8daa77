"""Digests of articles written in a test."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from factlint.annotate.layers import Annotations
from factlint.crossing.reading.digest import digest
from factlint.crossing.records import ArticleDigest
from factlint.document.read import read_article
from factlint.kb.store import Snapshot
from factlint.text.source import SourceText

DigestOf = Callable[..., ArticleDigest]
"""Text, path and publication date -> digest; an empty date is none."""


def digester(kb: Snapshot) -> DigestOf:
    """What makes the digests of a test."""

    def make(text: str, path: str = "a.md", date: str = "2022-05-18") -> ArticleDigest:
        day = dt.date.fromisoformat(date) if date else None
        return digest(Annotations(read_article(SourceText(path, text), date=day), kb))

    return make
