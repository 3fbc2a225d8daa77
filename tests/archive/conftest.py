"""Articles of invented events, their digests, and archives of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from archives import EntryOf
from digests import DigestOf, digester

from factlint.archive.entries import Entry, entry
from factlint.kb.embedded import embedded_path
from factlint.kb.store import Snapshot
from factlint.text.source import SourceText


@pytest.fixture(scope="session")
def digest_of() -> Iterator[DigestOf]:
    with Snapshot(embedded_path()) as kb:
        yield digester(kb)


@pytest.fixture(scope="session")
def entry_of(digest_of: DigestOf) -> EntryOf:
    def make(text: str, path: str = "a.md", date: str = "2021-06-15", reading: bytes = b"1") -> Entry:
        return entry(digest_of(text, path, date), SourceText(path, text), path, reading)

    return make


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "archive.sqlite"
