from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tiny_kb import compile_tiny

from factlint.kb.store import Snapshot


@pytest.fixture(scope="session")
def tiny_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compile_tiny(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="session")
def tiny(tiny_path: Path) -> Iterator[Snapshot]:
    with Snapshot(tiny_path) as snapshot:
        yield snapshot
