"""The snapshot, opened once, and what makes digests with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from digests import DigestOf, digester

from factlint.kb.embedded import embedded_path
from factlint.kb.store import Snapshot


@pytest.fixture(scope="session")
def kb() -> Iterator[Snapshot]:
    with Snapshot(embedded_path()) as snapshot:
        yield snapshot


@pytest.fixture(scope="session")
def digest_of(kb: Snapshot) -> DigestOf:
    return digester(kb)
